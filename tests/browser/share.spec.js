// Sharing a result, for every calculator: copied, shared, saved and printed content matches the page.

import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { some } from './site.js';
import { axe, expect, locales, pages, test } from './support.js';
import { parse, recalculate } from './office.js';
import { expectOneSheet } from './paper.js';
import { decode } from './qr.js';

const tools = pages.filter((path) => /^embed\/./.test(path)).map((path) => path.split('/')[1]);

// Figures with every professional step in use, and corner cases; calculators not listed here open with the example.
const figures = {
  clv: [
    'acquisition=100.25&discount=0.1&margin=0.3&retention=0.9',
    'discount=0.08&margin=0.35&retention=0.85&timing=end&years=12',
    'acquisition=100.25&discount=0.08&margin=0.35&retention=0.85&timing=end&years=12',
    'retention=0&years=0',
  ],
  'bad-debt': ['deductible=50&insured=0.9&loss=1234567.89&margin=0.035&margin_kind=gross&premium=20'],
  receivables: ['days=912.5&invoice=36500&margin=0.04&rate=0.12'],
  activity: ['days=21&deals=7&prospects=2.5&visits=3', 'days=0.7&prospects=0.7&visits=3'],
  'early-payment': ['days_in_year=360&days_sooner=45&discount=0.03'],
  'loss-to-visits': ['loss=1000&margin=0.03&prospects=2.5', 'deal_size=0.3&loss=0.03&margin=0.1'],
};
const openings = some(tools.flatMap((tool) => ['', ...(figures[tool] ?? [])].map((fragment) => ({ tool, fragment }))), 1, 3);

// Their picture, working or other results leave no room for the table in print.
const LONG = ['clv', 'activity', 'loss-to-visits'];

const LABELS = {
  'zh-CN': { open: '分享', link: '复制链接', sentence: '复制说明', qr: '二维码', share: '分享…', xlsx: '存为 Excel', csv: '存为 CSV', copied: '已复制' },
  en: { open: 'Share', link: 'Copy link', sentence: 'Copy summary', qr: 'QR code', share: 'Share…', xlsx: 'Download Excel', csv: 'Download CSV', copied: 'Copied' },
};

const button = (page, name) => page.locator('.share').getByRole('button', { name, exact: true });
const status = (page) => page.locator('.share__status');
const open = async (page, tool, locale, fragment = '') => {
  // A new fragment alone would not reload the page.
  await page.goto('about:blank');
  await page.goto(`${tool}/?lang=${locale}${fragment && `#${fragment}`}`);
  await page.locator('.bar').getByRole('button', { name: LABELS[locale].open, exact: true }).click();
};
const save = async (page, name) => {
  const [download] = await Promise.all([page.waitForEvent('download'), button(page, name).click()]);
  return download;
};
// The results on the page by key: the exact decimal, or the reason why there is none.
const shown = (page) =>
  page.locator('output[name]').evaluateAll((outputs) =>
    Object.fromEntries(outputs.map((output) => [output.name, output.querySelector('data')?.value ?? output.textContent])));

// A cell as a number; LibreOffice always writes ratios as percentages.
const number = (text) => {
  if (text === '') return NaN;
  return text.endsWith('%') ? Number(text.slice(0, -1)) / 100 : Number(text);
};
// As close as 15 significant digits can be expected to be.
const isNear = (one, other) => Math.abs(one - other) <= 1e-9 * Math.max(1, Math.abs(other));

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

for (const locale of some(locales, 1)) {
  const labels = LABELS[locale];

  // Core tests the texts for every calculator in both languages, so here they take turns.
  for (const tool of some(tools, locales.indexOf(locale), 14)) {
    test(`${tool}: a copied link opens the same figures, ${locale}`, async ({ page, baseURL }) => {
      const fragment = figures[tool]?.[0] ?? '';
      await open(page, tool, locale, fragment);
      const figuresHere = await shown(page);
      await button(page, labels.link).click();
      await expect(status(page)).toHaveText(labels.copied);
      const link = await page.evaluate(() => navigator.clipboard.readText());
      expect(link).toContain(`${baseURL}${tool}/?lang=${locale}`);
      await page.goto('about:blank');
      await page.goto(link);
      await expect(page.locator('h1')).toBeVisible();
      expect(await shown(page)).toEqual(figuresHere);
      expect(await page.locator('html').getAttribute('lang')).toBe(locale);
    });

    test(`${tool}: the sentence names the result, ${locale}`, async ({ page }) => {
      await open(page, tool, locale);
      await button(page, labels.sentence).click();
      await expect(status(page)).toHaveText(labels.copied);
      const [sentence, link] = (await page.evaluate(() => navigator.clipboard.readText())).split('\n');
      expect(sentence).toBe(await page.locator('.result__sentence').textContent());
      expect(sentence).toMatch(/[.。]$/);
      expect(link).toContain(`/${tool}/?lang=${locale}`);
    });
  }

  for (const tool of some(tools, 2, 14)) {
    test(`${tool}: one sheet of paper in ${locale}`, async ({ page }) => {
      for (const fragment of ['', ...(figures[tool] ?? [])]) {
        await open(page, tool, locale, fragment);
        await expectOneSheet(page, fragment);
        await page.emulateMedia({ media: 'print' });
        for (const part of ['h1', '.result__headline', '.working', '.print-inputs', '.print-notes', '.print-notes .qr__code']) {
          await expect(page.locator(part).first()).toBeVisible();
        }
        // If the rest fills the sheet, the table is not printed; if professional steps need more space, neither is the
        // chart.
        const professional = await page.locator('.working--details > *').count();
        const isLong = professional > 0 || LONG.includes(tool) || fragment.includes('insured');
        await expect(page.locator('.what-if .table')).toBeVisible({ visible: !isLong });
        await expect(page.locator('.chart__picture')).toBeVisible({ visible: !(tool === 'clv' && professional > 2) });
        await expect(page.locator('.print-notes__origin')).toContainText(/\d{4}-\d\d-\d\d/);
        await expect(page.locator('.print-notes__origin')).toContainText(`${tool}/?lang=${locale}${fragment && `#${fragment}`}`);
        const controls = page.locator('button, input, select, textarea, nav, summary');
        await expect(controls.filter({ visible: true })).toHaveCount(0);
        await page.emulateMedia({ media: null });
        await expect(page.locator('.print-only').first()).toBeHidden();
      }
    });
  }

  test(`workbooks and CSV files contain what the page shows, ${locale}`, async ({ page }, testInfo) => {
    const asked = [];
    page.on('request', (request) => /\/sheet[^/]*$/.test(request.url()) && asked.push(request.url()));
    const folder = testInfo.outputPath('sheets');
    mkdirSync(folder, { recursive: true });
    const made = [];
    for (const [place, { tool, fragment }] of openings.entries()) {
      await open(page, tool, locale, fragment);
      const csvFile = await save(page, labels.csv);
      expect(csvFile.suggestedFilename()).toMatch(new RegExp(`^${tool}-\\d{4}-\\d\\d-\\d\\d\\.csv$`));
      const csv = readFileSync(await csvFile.path(), 'utf8');
      expect(csv.startsWith('\uFEFF')).toBe(true);
      if (place === 0) expect(asked, 'nothing is loaded before a workbook is asked for').toEqual([]);
      const xlsx = await save(page, labels.xlsx);
      const file = join(folder, `${place}-${xlsx.suggestedFilename()}`);
      await xlsx.saveAs(file);
      await expect(status(page)).toContainText(xlsx.suggestedFilename());
      made.push({ tool, fragment, csv: parse(csv), file, results: await shown(page) });
    }
    expect(asked.length).toBeGreaterThan(0);

    // The first is a workbook with a deliberately wrong cached value: LibreOffice must recalculate.
    const [[[two]], ...recalculated] = recalculate(['tests/data/wrong-cache.xlsx', ...made.map(({ file }) => file)], folder);
    expect(two).toBe('2');

    const keys = publicKeys();
    for (const [place, { tool, fragment, csv, results }] of made.entries()) {
      const workbook = recalculated[place];
      const where = `${tool} ${fragment}`;
      // Cell by cell: equal texts, numbers equal to 15 digits.
      for (const [row, cells] of csv.entries()) {
        for (const [column, cell] of cells.entries()) {
          const computed = workbook[row]?.[column] ?? '';
          if (!isNear(number(computed), number(cell))) expect(computed, `${where}, row ${row + 1}, column ${column + 1}`).toBe(cell);
        }
      }
      const heading = csv.findIndex(([first]) => first === (locale === 'en' ? 'Results' : '结果'));
      const said = Object.fromEntries(keys[tool].map((key, at) => [key, csv[heading + 1 + at][1]]));
      // The figures beside the results have no formula that a workbook could contain.
      const computed = Object.entries(results).filter(([key]) => keys[tool].includes(key));
      expect(said, where).toEqual({ ...said, ...Object.fromEntries(computed) });
      expect(Object.keys(results).length).toBeGreaterThan(0);
    }
  });
}

// The keys of each calculator's results in order, from the public list.
const publicKeys = () => {
  const [, list] = readFileSync('docs/LINKS.md', 'utf8').split('## Keys');
  const rows = list.split('\n## ')[0].matchAll(/^\| `([\w-]+)` \|[^|]*\|([^|]*)\|$/gm);
  const keys = (results) => [...results.split('Beside them')[0].matchAll(/`(\w+)`/g)].map(([, key]) => key);
  return Object.fromEntries([...rows].map(([, tool, results]) => [tool, keys(results)]));
};

for (const [turn, colorScheme] of ['light', 'dark'].entries()) {
  for (const [width, height] of some([[1280, 800], [390, 844]], turn)) {
    test(`the QR code is readable on ${width} × ${height}, ${colorScheme}`, async ({ page, baseURL }) => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height });
      const [fragment] = figures.clv;
      await open(page, 'clv', 'en', fragment);
      await button(page, 'QR code').click();
      const dialog = page.getByRole('dialog', { name: 'Customer lifetime value' });
      await expect(dialog).toBeVisible();
      const link = `${baseURL}clv/?lang=en#${fragment}`;
      await expect(dialog.locator('.qr__link')).toHaveText(link);
      await expect(dialog.locator('.qr__link')).toBeInViewport();
      expect(await axe(page)).toEqual([]);
      expect(await decode(page, width)).toBe(link);
      // A projector fills perhaps a quarter of what the phone sees.
      expect(await decode(page, width === 390 ? 260 : 480)).toBe(link);
      await page.keyboard.press('Escape');
      await expect(dialog).toBeHidden();
      await expect(button(page, 'QR code')).toBeFocused();
      // And once more, closed by its button.
      await button(page, 'QR code').click();
      await dialog.getByRole('button', { name: 'Close' }).click();
      await expect(dialog).toBeHidden();
      await expect(button(page, 'QR code')).toBeFocused();
    });
  }
}

test('a refused clipboard falls back to the selected text', async ({ page }) => {
  await page.addInitScript(() => {
    // A blank page has none.
    if (navigator.clipboard) navigator.clipboard.writeText = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
  });
  await open(page, 'bad-debt', 'en', 'loss=700');
  await button(page, 'Copy link').click();
  await expect(status(page)).toHaveText('Copied');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('bad-debt/?lang=en#loss=700');
  await expect(button(page, 'Copy link')).toBeFocused();

  await page.evaluate(() => { document.execCommand = () => false; });
  await button(page, 'Copy link').click();
  const text = page.locator('.share__text');
  await expect(text).toBeFocused();
  await expect(text).toHaveValue(/bad-debt\/\?lang=en#loss=700$/);
  expect(await text.evaluate((area) => area.selectionEnd - area.selectionStart === area.value.length)).toBe(true);
  expect(await axe(page)).toEqual([]);
  // The text belongs to the figures it was generated from.
  await page.locator('input[name="loss"]').fill('800');
  await expect(text).toHaveCount(0);
});

test('copying works without the clipboard API', async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
  await open(page, 'clv', 'zh-CN');
  await button(page, '复制链接').click();
  await expect(status(page)).toHaveText('已复制');
});

test('the share sheet is offered if the system has one', async ({ page }) => {
  await open(page, 'clv', 'en');
  await expect(button(page, 'Share…')).toHaveCount(0);
  await page.addInitScript(() => {
    navigator.share = (data) => {
      window.shared = data;
      return window.refusal ? Promise.reject(new DOMException('', window.refusal)) : Promise.resolve();
    };
  });
  await open(page, 'clv', 'en', 'spend=10');
  await button(page, 'Share…').click();
  await expect(status(page)).toHaveText('Shared');
  const shared = await page.evaluate(() => ({ text: window.shared.text, url: window.shared.url }));
  expect(shared.text).toContain('$62,400');
  expect(shared.url).toMatch(/clv\/\?lang=en#spend=10$/);
  for (const [refusal, told] of [['AbortError', 'Not shared'], ['NotAllowedError', /Copy the link instead/]]) {
    await page.evaluate((refusal) => { window.refusal = refusal; }, refusal);
    await button(page, 'Share…').click();
    await expect(status(page)).toHaveText(told);
  }
});

test('print opens the print dialog', async ({ page }) => {
  await page.addInitScript(() => { window.print = () => { window.printed = true; }; });
  await open(page, 'clv', 'en');
  await button(page, 'Print').click();
  await expect.poll(() => page.evaluate(() => window.printed)).toBe(true);
});

test.describe('without a connection', () => {
  test.use({ expected: async ({}, use) => use([/sheet/, /ERR_FAILED/, /dynamically imported/]) });

  test('a workbook reports the failure and offers CSV', async ({ page }) => {
    await page.route(/\/sheet/, (route) => route.abort());
    await open(page, 'bad-debt', 'en');
    await button(page, 'Download Excel').click();
    await expect(status(page)).toContainText('download CSV');
    const file = await save(page, 'Download CSV');
    expect(parse(readFileSync(await file.path(), 'utf8'))).toContainEqual(['Extra sales', '25000', '']);
  });
});

test('the customer view shares no private figures', async ({ page }) => {
  await open(page, 'clv', 'en', 'spend=12&margin=0.35');
  await page.evaluate(() => { navigator.share = async (shared) => { window.shared = shared; }; });
  await page.keyboard.press('Alt+c');
  await expect(page.locator('.share').getByRole('button')).toHaveText(['Copy link', 'Share…']);
  await expect(page.locator('.customer__strip').getByRole('button', { name: 'QR code' })).toBeVisible();
  await button(page, 'Share…').click();
  // Without the origin, whose port may be any number.
  const shared = await page.evaluate(() => JSON.stringify(window.shared).replaceAll(location.origin, ''));
  expect(shared).toContain('$12');
  expect(shared).not.toContain('35');
  await button(page, 'Copy link').click();
  await expect(status(page)).toHaveText('Copied');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/clv\/\?lang=en#spend=12$/);
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.print-inputs')).toContainText('Spend per visit');
  await expect(page.locator('article')).not.toContainText('35%');
  // For a debt against the usual margins, a printout shows only the debt.
  await page.emulateMedia({ media: null });
  await open(page, 'bad-debt', 'en', 'loss=700&margin=0.137');
  await page.keyboard.press('Alt+c');
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.print-inputs__input')).toHaveCount(1);
  await expect(page.locator('article')).not.toContainText('13.7');
});

test('stale figures are not shared', async ({ page }) => {
  await open(page, 'bad-debt', 'en', 'loss=700');
  await page.locator('input[name="loss"]').fill('abc');
  for (const name of ['Copy summary', 'Copy link', 'QR code', 'Download CSV', 'Print']) {
    await button(page, name).click();
    await expect(status(page)).toHaveText(/one of the inputs cannot be used/);
  }
  await expect(page.locator('.qr')).toHaveCount(0);
  await page.locator('input[name="loss"]').fill('800');
  await expect(status(page)).toBeEmpty();
  await button(page, 'Copy summary').click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('$800');
});
