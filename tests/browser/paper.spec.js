// Printing: a calculator's page, and practice sheets.

import { closeDialogue, dialogue, expectOneSheet, stubDialogue } from './paper.js';
import { decode } from './qr.js';
import { SOAK, some } from './site.js';
import { axe, expect, locales, pages, test } from './support.js';

const tools = pages.filter((path) => /^embed\/./.test(path)).map((path) => path.split('/')[1]);
const PRACTICE = { 'zh-CN': '打印练习', en: 'Print practice sheet' };
const ANSWERS = { 'zh-CN': '打印答案', en: 'Print answer sheet' };
const MM = 96 / 25.4;
// A4 without its margins.
const PAPER = { width: Math.floor(182 * MM), height: Math.floor(277 * MM) };
const PROFESSIONAL = 'acquisition=100.25&discount=0.1&margin=0.3&retention=0.9';

const open = async (page, tool, locale, fragment = '') => {
  await page.goto('about:blank');
  await page.goto(`${tool}/?lang=${locale}${fragment && `#${fragment}`}`);
};
const onPaper = async (page, media = {}) => {
  // In the order of a printing browser: a printed page does not have a screen's width.
  await page.emulateMedia({ media: 'print', ...media });
  await page.setViewportSize(PAPER);
};
const onScreen = async (page) => {
  await page.emulateMedia({ media: null });
  await page.setViewportSize({ width: 1280, height: 720 });
};

// The share sheet may have closed with the dialog.
const print = async (page, name) => {
  if (!(await page.locator('.share').isVisible())) await page.locator('.bar__action[popovertarget=share]').click();
  await page.locator('.share').getByRole('button', { name, exact: true }).click();
  await dialogue(page);
};
// Where the blanks are, and their content.
const blanks = (page) =>
  page.locator('.exercise .exercise__blank').evaluateAll((blanks) =>
    blanks.map((blank) => {
      const { x, y, width, height } = blank.getBoundingClientRect();
      return { text: blank.textContent.trim(), box: [x, y, width, height].map(Math.round).join(' '), width, height, tag: blank.localName };
    }));

for (const locale of locales) {
  for (const tool of some(tools, 3 * locales.indexOf(locale), 14)) {
    test(`${tool}: a practice sheet and its answers, ${locale}`, async ({ page }) => {
      await stubDialogue(page);
      await open(page, tool, locale);
      await expect(page.locator('.exercise')).toHaveCount(0);
      const found = {};
      for (const [kind, name] of [['practice', PRACTICE[locale]], ['answers', ANSWERS[locale]]]) {
        await print(page, name);
        await expect(page.locator('.exercise')).toBeHidden();
        await expectOneSheet(page, kind);
        await onPaper(page);
        await expect(page.locator('.exercise')).toBeVisible();
        await expect(page.locator('.calculator > :not(.exercise)').filter({ visible: true })).toHaveCount(0);
        await expect(page.locator('.header, .footer, .button').filter({ visible: true })).toHaveCount(0);
        found[kind] = await blanks(page);
        await onScreen(page);
        await closeDialogue(page);
        await expect(page.locator('.exercise')).toHaveCount(0);
      }
      const { practice, answers } = found;
      expect(practice.length).toBeGreaterThan(3);
      expect(practice.filter(({ text }) => text !== '')).toEqual([]);
      expect(answers.filter(({ text }) => text === '')).toEqual([]);
      // The two sheets align, and there is room to write.
      expect(practice.map(({ box }) => box)).toEqual(answers.map(({ box }) => box));
      for (const { width, height, tag } of practice) {
        expect(width).toBeGreaterThan((tag === 'td' ? 18 : 30) * MM);
        expect(height).toBeGreaterThan((tag === 'td' ? 6 : 8) * MM);
      }
    });
  }
}

test('the answers use the current figures', async ({ page }) => {
  await stubDialogue(page);
  await open(page, 'bad-debt', 'en', 'loss=700&margin=0.03');
  await print(page, ANSWERS.en);
  await expect(page.locator('.exercise__results')).toContainText('$23,333.33');
  await closeDialogue(page);
  await print(page, PRACTICE.en);
  await expect(page.locator('.exercise')).toContainText('$700');
  await expect(page.locator('.exercise')).not.toContainText('23,333');
  expect(await axe(page)).toEqual([]);
  // The page itself replaces a sheet whose dialog was never reported as closed.
  await print(page, 'Print');
  await expect(page.locator('.exercise')).toHaveCount(0);
});

test('a customer is offered no sheets', async ({ page }) => {
  await open(page, 'clv', 'en');
  await page.keyboard.press('Alt+c');
  await expect(page.locator('.customer .share')).toBeVisible();
  await expect(page.getByRole('button', { name: /Print/ })).toHaveCount(0);
});

for (const tool of some(['clv', 'bad-debt', 'loss-to-visits', 'early-payment'], 0, 4)) {
  test(`${tool}: fractions of consecutive lines do not touch`, async ({ page }) => {
    for (const locale of locales) {
      for (const fragment of tool === 'clv' ? ['', PROFESSIONAL] : ['']) {
        await open(page, tool, locale, fragment);
        await onPaper(page);
        const close = await page.locator('.working math').evaluateAll((formulas) => {
          const boxes = formulas.map((formula) => formula.getBoundingClientRect()).filter(({ width }) => width > 0);
          const isNear = (one, other) =>
            one.right > other.left && other.right > one.left && one.bottom + 3 > other.top && other.bottom + 3 > one.top;
          return boxes.flatMap((one, at) => boxes.slice(at + 1).filter((other) => isNear(one, other)).map(() => at));
        });
        expect(close, `${locale} ${fragment}`).toEqual([]);
        await onScreen(page);
      }
    }
  });
}

test('dark colours are printed dark on white', SOAK, async ({ page }) => {
  for (const [tool, fragment] of [['bad-debt', ''], ['clv', PROFESSIONAL], ['activity', ''], ['delivered-value', '']]) {
    for (const theme of ['', 'dark']) {
      await open(page, tool, 'en', fragment);
      await page.evaluate((theme) => theme && document.documentElement.setAttribute('data-theme', theme), theme);
      await onPaper(page, { colorScheme: 'dark' });
      const wrong = await page.evaluate(() => {
        const luminance = (colour) => {
          const [red, green, blue, alpha = 1] = colour.match(/[\d.]+/g).map(Number);
          return alpha === 0 ? undefined : (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255;
        };
        const found = [];
        for (const element of document.querySelectorAll('html, body, .calculator, .calculator *')) {
          if (!element.checkVisibility()) continue;
          const { color, fill, backgroundColor } = getComputedStyle(element);
          const hasText = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent.trim());
          const ink = element.localName === 'text' ? fill : color;
          if (hasText && luminance(ink) > 0.45) found.push(`${element.localName}.${element.getAttribute('class')}: text ${ink}`);
          if (luminance(backgroundColor) < 0.85) found.push(`${element.localName}.${element.getAttribute('class')}: ground ${backgroundColor}`);
        }
        return found;
      });
      expect(wrong, `${tool} ${theme}`).toEqual([]);
      await onScreen(page);
    }
  }
});

test('picture, waterfall and chart have the whole width', async ({ page }) => {
  for (const [tool, fragment, parts] of [
    ['bad-debt', '', ['.picture', '.chart__picture']],
    ['receivables', 'days=912.5&invoice=36500&margin=0.04&rate=0.12', ['.picture', '.waterfall', '.waterfall__picture', '.chart__picture']],
    ['clv', PROFESSIONAL, ['.waterfall', '.waterfall__picture']],
  ]) {
    await open(page, tool, 'en', fragment);
    await onPaper(page);
    for (const part of parts) {
      const { width } = await page.locator(part).first().boundingBox();
      expect(width, `${tool} ${part}`).toBeGreaterThan(PAPER.width - 2);
    }
    await onScreen(page);
  }
});

test('untouched professional inputs are not printed', async ({ page }) => {
  await open(page, 'clv', 'en', 'margin=0.3');
  await onPaper(page);
  const names = page.locator('.print-inputs__input dt');
  await expect(names).toContainText(['Spend per visit', 'Weekly visits', 'Weeks per year', 'Years', 'Gross margin']);
  await expect(names).toHaveCount(5);
});

test('collapsed sections are not printed', async ({ page }) => {
  await open(page, 'bad-debt', 'en');
  await page.locator('.what-if summary').click();
  await onPaper(page);
  await expect(page.locator('.what-if')).toBeHidden();
  await expect(page.locator('.chart__picture')).toBeVisible();
});

test('a printout for a customer has only what the card shows', async ({ page }) => {
  await open(page, 'clv', 'en', 'spend=12&margin=0.35');
  await page.getByRole('button', { name: 'Show', exact: true }).click();
  await expect(page.locator('main.customer')).toBeVisible();
  await onPaper(page);
  await expect(page.locator('h1')).toBeVisible();
  await expect(page.locator('.picture')).toBeVisible();
  await expect(page.locator('.print-notes__origin')).toContainText(/clv\/\?lang=en#spend=12$/);
  await expect(page.locator('.print-inputs__input dt').filter({ hasText: 'Gross margin' })).toHaveCount(0);
  await expect(page.locator('.customer__lock, .share, .button, input').filter({ visible: true })).toHaveCount(0);
  expect(await page.locator('article').textContent()).not.toContain('35%');
});

test.describe('as rendered by a printer', () => {
  test.use({ deviceScaleFactor: 3 });

  test('the printed QR code contains the link', async ({ page, baseURL }) => {
    await stubDialogue(page);
    await open(page, 'bad-debt', 'en', 'loss=700');
    await onPaper(page, { colorScheme: 'dark' });
    expect(await decode(page, 3 * PAPER.width)).toBe(`${baseURL}bad-debt/?lang=en#loss=700`);
    // It is updated with the figures.
    await onScreen(page);
    await page.locator('input[name="loss"]').fill('800');
    await expect(page.locator('output[name="extra_sales"]')).toHaveText('$40,000');
    await onPaper(page);
    await expect.poll(() => decode(page, 3 * PAPER.width)).toBe(`${baseURL}bad-debt/?lang=en#loss=800`);
    await onScreen(page);
    await print(page, PRACTICE.en);
    await onPaper(page);
    expect(await decode(page, 3 * PAPER.width)).toBe(`${baseURL}bad-debt/?lang=en#loss=800`);
  });
});
