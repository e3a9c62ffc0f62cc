// Using a calculator: typing, dragging, solving, sharing, printing, saving, showing.

import { constants, inflateSync } from 'node:zlib';
import { KEYS } from './browser.js';
import { assert, engine, fragment, result, settled, test } from './support.js';

const MARGIN = 'input[name="margin"]';
const SLIDER = 'input[data-slider="margin"]';

test('typing updates result, working and address', async ({ browser, open }) => {
  await open('bad-debt/?lang=en');
  await browser.fill('input[name="loss"]', '600');
  await result(browser, 'extra_sales', '30000');
  await browser.says('.working__figures', /600/);
  await fragment(browser, '#loss=600');
  await browser.reload();
  await settled(browser);
  assert.equal(await browser.value('input[name="loss"]'), '600');
});

test('unreadable input is reported beside its field', async ({ browser, open }) => {
  await open('bad-debt/?lang=en');
  await browser.fill(MARGIN, 'abc');
  await browser.keys(KEYS.tab);
  await browser.waitFor('the field is marked', (field) => document.querySelector(field).getAttribute('aria-invalid') === 'true', MARGIN);
  await browser.says('#margin-error', /not a number/);
  await browser.fill(MARGIN, '5%');
  await result(browser, 'extra_sales', '10000');
});

test('a slider has its keys', async ({ browser, open }) => {
  await open('bad-debt/?lang=en');
  await browser.evaluate((slider) => document.querySelector(slider).focus(), SLIDER);
  await browser.keys(KEYS.right);
  await browser.waitFor('the field follows', (field) => document.querySelector(field).value === '2.1', MARGIN);
});

test('the fields can be reached by keyboard alone', async ({ browser, open }) => {
  await open('bad-debt/?lang=en');
  await browser.keys(KEYS.tab);
  assert.equal(await browser.focused(), 'skip');
  await browser.keys(KEYS.enter);
  assert.equal(await browser.focused(), 'content');
  await browser.evaluate(() => document.querySelector('input[name="loss"]').focus());
  await browser.keys(KEYS.enter);
  await browser.waitFor('the next field has the focus', () => document.activeElement.name === 'margin');
});

test('the focused element has a ring', async ({ browser, open }) => {
  await open('bad-debt/?lang=en');
  const rings = [];
  for (let press = 0; press < 12; press += 1) {
    await browser.keys(KEYS.tab);
    const ring = await browser.evaluate(() => {
      const around = [document.activeElement, document.activeElement.closest('.field__box')].filter(Boolean);
      const seen = around.map((element) => getComputedStyle(element)).find((style) => style.outlineStyle === 'solid' && parseFloat(style.outlineWidth) >= 2);
      return [document.activeElement.className, Boolean(seen)];
    });
    rings.push(ring);
  }
  assert.deepEqual(rings.filter(([, seen]) => !seen), []);
});

test('solving finds the margin and puts it into the address', async ({ browser, open }) => {
  await open('bad-debt/?lang=en');
  await browser.waitFor('the button', (field) => {
    const button = document.querySelector(field).closest('.field').querySelector('.field__solve');
    if (button) button.id = 'solve-margin';
    return Boolean(button);
  }, MARGIN);
  await browser.click('#solve-margin');
  await browser.fill('#solve-wanted', '10000');
  await browser.says('.solve__answer', /5%/);
  await fragment(browser, '#extra_sales=10000&solve=margin');
});

test('a link with a goal solves for it', async ({ browser, open }) => {
  await open('bad-debt/?lang=en#solve=margin&extra_sales=10000');
  await browser.says('.solve__answer', /5%/);
});

test('a link and its QR code can be shared', async ({ browser, open, site }) => {
  await open('bad-debt/?lang=en#loss=700');
  await browser.press('Share', '.bar');
  await browser.evaluate(() => {
    const noted = (text) => ((window.copied = text), Promise.resolve());
    if (navigator.clipboard) navigator.clipboard.writeText = noted;
    document.execCommand = () => noted(document.activeElement.value);
  });
  await browser.press('Copy link', '.share');
  await browser.says('.share__status', 'Copied');
  assert.equal(await browser.evaluate(() => window.copied), `${site.url}bad-debt/?lang=en#loss=700`);
  await browser.press('QR code', '.share');
  await browser.shown('.share svg');
});

// Intercepts a download.
const catchingFiles = (browser) =>
  browser.evaluate(() => {
    URL.createObjectURL = (blob) => ((window.file = blob), 'blob:caught');
    HTMLAnchorElement.prototype.click = () => {};
  });

test('CSV and workbook can be exported', async ({ browser, open }) => {
  await open('bad-debt/?lang=en#loss=700');
  await browser.press('Share', '.bar');
  await catchingFiles(browser);
  await browser.press('Download CSV', '.share');
  await browser.waitFor('a file', () => window.file?.text().then((text) => text.includes('35000') || text.includes('35,000')));
  await browser.evaluate(() => delete window.file);
  await browser.press('Download Excel', '.share');
  await browser.waitFor('a workbook', () => window.file?.slice(0, 2).text().then((text) => text === 'PK'));
});

// The pages of a PDF, whose objects may be compressed.
const sheets = (pdf) => {
  const text = pdf.toString('latin1');
  const inflated = [...text.matchAll(/\/Type \/ObjStm[\s\S]*?stream\r?\n/g)].map(({ 0: { length }, index }) =>
    inflateSync(pdf.subarray(index + length), { finishFlush: constants.Z_SYNC_FLUSH }).toString('latin1'));
  return [text, ...inflated].join('\n').match(/\/Type\s*\/Page\b/g)?.length;
};

test('a page is one sheet of paper', async ({ browser, open }) => {
  await open('bad-debt/?lang=en');
  if (engine === 'webkit') {
    // Its driver has no such command. It can only be tested that the button prints.
    await assert.rejects(browser.print(), /unknown command/);
    await browser.evaluate(() => {
      window.print = () => (window.printed = true);
    });
    await browser.press('Share', '.bar');
    await browser.press('Print', '.share');
    await browser.waitFor('the browser is asked to print', () => window.printed);
    return;
  }
  assert.equal(sheets(await browser.print()), 1);
});

test('the customer card covers the page and asks before closing', async ({ browser, open }) => {
  await open('clv/?lang=en');
  await browser.press('Show', '.bar');
  await browser.shown('main.customer .result__headline data');
  assert.equal(await browser.count('nav, header a'), 0);
  await browser.chord(KEYS.alt, 'c');
  await browser.press('Leave customer view', '.confirm');
  await browser.shown('.bar');
  assert.equal(await browser.count('main.customer'), 0);
});

test('a clicked table cell becomes the current case', async ({ browser, open }) => {
  await open('bad-debt/?lang=en');
  await browser.click('[data-place="1 4"]');
  await browser.waitFor('it is the current one', () => document.querySelector('[data-place="1 4"]').getAttribute('aria-current') === 'true');
  await browser.keys(KEYS.down);
  await browser.waitFor('so is the one below', () => document.querySelector('[data-place="2 4"]').getAttribute('aria-current') === 'true');
});

test('scenarios survive a reload', async ({ browser, open }) => {
  await open('bad-debt/?lang=en#loss=700');
  await browser.press('Keep', '.bar');
  await browser.fill('#scenario-name', 'Three machines');
  await browser.keys(KEYS.enter);
  await browser.waitFor('it is stored', () => Object.keys(localStorage).some((key) => key.startsWith('sales-abacus:scenario:')));
  await browser.reload();
  await settled(browser);
  await browser.says('.scenarios', /Three machines/);
});
