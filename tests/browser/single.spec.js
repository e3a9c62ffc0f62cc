// All pages in one file, opened from an empty folder, with no server behind it.

import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { PREFIX, WORDS, create, field, status, expandSections } from './deal-book.js';
import { site, some, target } from './site.js';
import { serveStatic } from './static-server.js';
import { axe, catalogue, expect, openMenu, test as base } from './support.js';
import { decode } from './qr.js';

const NAMES = { tools: 'sales-abacus.html', all: 'sales-abacus-full.html' };
const calculators = catalogue.filter(({ path, calculator }) => calculator && !path.startsWith('embed/'));
const words = WORDS.en;

// The file alone in a folder, offline. Any request other than for itself fails the test.
const test = base.extend({
  file: [NAMES.tools, { option: true }],
  address: async ({ file, context, origins }, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'abacus-single-'));
    copyFileSync(resolve(target, 'single', site, file), join(folder, file));
    origins.add('null');
    await context.setOffline(true);
    const asked = [];
    context.on('request', (request) => asked.push(request.url()));
    const address = pathToFileURL(join(folder, file)).href;
    await use(address);
    // Only the file: generated content, such as a download, is not fetched.
    expect(asked.filter((url) => url.split('#')[0] !== address && !/^(blob|data):/.test(url))).toEqual([]);
    rmSync(folder, { recursive: true });
  },
});

const output = (page, key) => page.locator(`output[name="${key}"] data`);
const hash = (page) => expect.poll(() => new URL(page.url()).hash);
const button = (page, name) => page.locator('.share').getByRole('button', { name, exact: true });

test('the slides’ customer is worth 56,160', async ({ page, address }) => {
  await page.goto(`${address}#/clv?lang=en&spend=9&visits=4&weeks=52&years=30`);
  await expect(output(page, 'value')).toHaveAttribute('value', '56160');
  await page.locator('input[name="years"]').fill('10');
  await expect(output(page, 'value')).toHaveAttribute('value', '18720');
  await hash(page).toBe('#/clv?lang=en&years=10');
  await page.reload();
  await expect(output(page, 'value')).toHaveAttribute('value', '18720');
  expect(await axe(page)).toEqual([]);
});

test('every calculator opens from home, and back leads home', async ({ page, address }) => {
  await page.goto(`${address}#/?lang=en`);
  for (const { path, title, calculator } of calculators) {
    await page.locator(`.tools__link[href^="#/${calculator.id}"]`).click();
    await expect(page).toHaveTitle(title.en);
    await expect(page.locator('.result__headline data')).toBeVisible();
    await hash(page).toMatch(new RegExp(`^#/${path.slice(0, -1)}(\\?|$)`));
    await page.goBack();
    await expect(page.locator('.tools').first()).toBeVisible();
  }
});

test('every worked case opens from its address', async ({ page, address }) => {
  for (const { path, calculator } of calculators) {
    const { fragment, results } = calculator.cases.at(-1);
    await page.goto(`${address}#/${path.slice(0, -1)}?${fragment}`);
    for (const [key, value] of Object.entries(results)) await expect(output(page, key)).toHaveAttribute('value', value);
  }
});

test('solving, customer card, scenarios and printing work', async ({ page, address }) => {
  await page.goto(`${address}#/bad-debt?lang=en&solve=margin&extra_sales=10000`);
  await expect(page.locator('.solve__answer')).toContainText('5%');
  await page.goto(`${address}#/clv?lang=en`);
  await page.getByRole('button', { name: 'Keep' }).click();
  await page.locator('#scenario-name').fill('Regulars');
  await page.keyboard.press('Enter');
  await expect(page.locator('.scenarios')).toContainText('Regulars');
  await page.reload();
  await expect(page.locator('.scenarios')).toContainText('Regulars');
  await page.getByRole('button', { name: 'Show', exact: true }).click();
  await expect(page.locator('main.customer .result__headline data')).toBeVisible();
  expect((await page.pdf({ preferCSSPageSize: true })).length).toBeGreaterThan(1_000);
});

test('links lead to the site it was built for', async ({ page, address }) => {
  await page.goto(`${address}#/bad-debt?lang=en&loss=700`);
  await page.locator('.bar').getByRole('button', { name: 'Share', exact: true }).click();
  await page.evaluate(() => { navigator.clipboard.writeText = async (text) => { window.copied = text; }; });
  await button(page, 'Copy link').click();
  const link = 'https://abacus.example/tools/bad-debt/?lang=en#loss=700';
  await expect.poll(() => page.evaluate(() => window.copied)).toBe(link);
  await button(page, 'QR code').click();
  expect(await decode(page, 1280)).toBe(link);
});

test('a file without a site says why it shares no link', async ({ page, address }) => {
  await page.addInitScript(() => addEventListener('DOMContentLoaded', () => (document.getElementById('app').dataset.site = ''), true));
  await page.goto(`${address}#/bad-debt?lang=en`);
  await page.locator('.bar').getByRole('button', { name: 'Share', exact: true }).click();
  for (const name of ['Copy link', 'QR code']) {
    await button(page, name).click();
    await expect(page.locator('.share__status')).toContainText('no link to share');
  }
  await expect(page.locator('.qr')).toHaveCount(0);
});

test('without workbooks the file says so and offers CSV', async ({ page, address }) => {
  await page.goto(`${address}#/bad-debt?lang=en`);
  await page.locator('.bar').getByRole('button', { name: 'Share', exact: true }).click();
  await button(page, 'Download Excel').click();
  await expect(page.locator('.share__status')).toContainText('Download CSV instead');
  const [download] = await Promise.all([page.waitForEvent('download'), button(page, 'Download CSV').click()]);
  expect(download.suggestedFilename()).toMatch(/^bad-debt-.*\.csv$/);
});

test('the deal book is not included, and nothing links to it', async ({ page, address }) => {
  await page.goto(`${address}#/deals?lang=en`);
  await expect(page.locator('.tools').first()).toBeVisible();
  await expect(page.getByRole('link', { name: 'Deal book' })).toHaveCount(0);
});

test('a lesson runs in it', async ({ page, address }) => {
  await page.goto(`${address}#/class?lang=en`);
  await page.getByRole('link', { name: 'Start “Did you really earn it?”' }).click();
  await hash(page).toBe('#/class?lang=en&earned&step=1');
  for (let presses = 0; presses < 6; presses += 1) await page.keyboard.press('PageDown');
  await expect(page.locator('.stage__result')).toContainText('25,000');
  await page.reload();
  await expect(page.locator('.stage__result')).toContainText('25,000');
  await page.keyboard.press('End');
  await page.keyboard.press('PageUp');
  await expect(page.locator('.stage__link')).toHaveText(/^https:\/\/abacus\.example\/tools\/bad-debt\/\?guess=1/);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(page.locator('.lessons')).toBeVisible();
});

for (const lang of some(['en', 'zh-CN'], 0)) {
  test(`the licences can be read in the file, in ${lang}`, async ({ page, address }) => {
    await page.goto(`${address}#/bad-debt?lang=${lang}&loss=700`);
    const link = page.getByRole('link', { name: lang === 'en' ? 'Software licences' : '软件许可' });
    await link.click();
    const dialog = page.getByRole('dialog');
    await expect(dialog).toBeVisible();
    for (const part of ['yew 0.23', 'rust_decimal', 'wasm-bindgen', 'Permission is hereby granted']) await expect(dialog).toContainText(part);
    expect(await axe(page)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 600 });
    expect(await dialog.evaluate((it) => it.scrollWidth <= it.clientWidth && it.getBoundingClientRect().right <= 320)).toBe(true);
    // A phone has no room for a calculator's footer.
    await page.setViewportSize({ width: 1280, height: 720 });
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
    await expect(link).toBeFocused();
    // The address stayed that of the page.
    await hash(page).toBe(`#/bad-debt?lang=${lang}&loss=700`);
    await page.goto(`${address}#licences`);
    await page.reload();
    await expect(dialog).toContainText('Permission is hereby granted');
  });
}

test('no text becomes markup or a script', async ({ page, address, expected }) => {
  expected.push(/TrustedHTML|TrustedScript|trusted-types|policy violated/);
  await page.goto(`${address}#/bad-debt?lang=en`);
  await expect(output(page, 'extra_sales')).toBeVisible();
  const refused = await page.evaluate(() => {
    const attempts = {
      markup: () => (document.createElement('div').innerHTML = '<b>a</b>'),
      script: () => (document.createElement('script').text = 'window.was = 1'),
      policy: () => window.trustedTypes.createPolicy('sales-abacus-worker', {}),
    };
    const fails = (attempt) => {
      try {
        attempt();
        return false;
      } catch {
        return true;
      }
    };
    return Object.keys(attempts).filter((name) => fails(attempts[name]));
  });
  expect(refused).toEqual(['markup', 'script', 'policy']);
});

test('language and colours can be chosen and are remembered', async ({ page, address }) => {
  await page.goto(`${address}#/`);
  await openMenu(page);
  await page.getByRole('button', { name: 'English' }).click();
  await page.locator('.tools__link[href^="#/bad-debt"]').click();
  await expect(page.locator('h1')).toHaveText('Extra sales to cover a bad debt');
});

test.describe('with the deal book', () => {
  test.use({ file: NAMES.all });

  test('a deal survives a reload and a trip to a calculator', async ({ page, address }) => {
    await expandSections(page);
    await page.goto(`${address}#/deals?lang=en`);
    await create(page, words, '华东机床');
    await field(page, 'amount').fill('3万');
    await expect(status(page)).toHaveText(words.saved);
    await page.reload();
    await expect(field(page, 'amount')).toHaveValue('30,000');
    // Left at once, before the debounce.
    await field(page, 'title').fill('Line 2');
    await page.getByRole('link', { name: 'Calculators' }).click();
    await expect(page.locator('.tools').first()).toBeVisible();
    await expect.poll(() => page.evaluate((prefix) => {
      const key = Object.keys(localStorage).find((key) => key.startsWith(prefix));
      return JSON.parse(localStorage.getItem(key)).title;
    }, PREFIX)).toBe('Line 2');
    await page.getByRole('link', { name: 'Deal book' }).first().click();
    await page.locator('.deal-row__name').click();
    await expect(field(page, 'title')).toHaveValue('Line 2');
    await page.goBack();
    await expect(page.locator('.deal-row')).toHaveCount(1);
  });

  test('the demo is a separate book', async ({ page, address }) => {
    await page.goto(`${address}#/deals?demo=1&lang=en`);
    await expect(page.locator('.deal-row').nth(3)).toBeVisible();
    await page.locator('.deal-row__name').first().click();
    await expect(field(page, 'customer')).not.toHaveValue('');
    await page.getByRole('link', { name: 'Back to my deal book' }).click();
    await expect(page.locator('.deal-row')).toHaveCount(0);
    await hash(page).toMatch(/^#\/deals/);
  });

  test('a workbook can be exported', async ({ page, address }) => {
    await page.goto(`${address}#/clv?lang=en`);
    await page.locator('.bar').getByRole('button', { name: 'Share', exact: true }).click();
    const [download] = await Promise.all([page.waitForEvent('download'), button(page, 'Download Excel').click()]);
    expect(download.suggestedFilename()).toMatch(/\.xlsx$/);
  });

  test('a result can be added to a deal', async ({ page, address }) => {
    await page.goto(`${address}#/bad-debt?lang=en&loss=700`);
    await page.locator('.bar').getByRole('button', { name: 'Share', exact: true }).click();
    await page.locator('.share').getByRole('link', { name: 'Add to a deal' }).click();
    await hash(page).toBe('#/deals?lang=en&take=bad-debt&loss=700');
    await expect(page.locator('h1')).toBeVisible();
  });
});

test('on a server, a framed file shows only a link to a tab', async ({ page, origins }) => {
  const server = await serveStatic(resolve(target, 'single', site));
  server.headersOf = () => ({});
  origins.add(server.origin);
  const folder = mkdtempSync(join(tmpdir(), 'abacus-host-'));
  const host = await serveStatic(folder);
  host.headersOf = () => ({});
  origins.add(host.origin);
  for (const file of Object.values(NAMES)) {
    const address = `${server.url}${file}#/bad-debt?lang=en`;
    const frame = `<iframe title="a" width="700" height="500" src="${address}"></iframe>`;
    writeFileSync(join(folder, 'index.html'), `<!doctype html><html lang="en"><title>a</title>${frame}`);
    await page.goto(host.url);
    const shown = page.frameLocator('iframe');
    await expect(shown.getByRole('link', { name: 'Open in a tab of its own' })).toHaveAttribute('href', address);
    expect(await shown.locator('body').evaluate((body) => body.querySelectorAll('a, button, input, output').length)).toBe(1);
  }
  await Promise.all([server.disconnect(), host.disconnect()]);
  rmSync(folder, { recursive: true });
});

test('a browser that cannot parse the script gets a message', async ({ context, address, expected }) => {
  expected.push(/SyntaxError|Invalid or unexpected token/, /^error: $/);
  const path = decodeURI(new URL(address).pathname);
  const text = readFileSync(path, 'utf8').replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '');
  writeFileSync(path, text.replace('<script data-page="">', '<script data-page="">@@@'));
  const page = await context.newPage();
  await page.goto(address);
  await expect(page.getByRole('alert')).toContainText('This browser is too old');
  await expect(page.getByRole('alert')).toContainText('这个浏览器太旧');
});
