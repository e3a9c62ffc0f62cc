// A browser that translates a page replaces its text nodes. Later updates must still be shown: figures, tables,
// workings, states. Such text is marked as untranslatable, or its element is replaced as a whole.

import { DEAL_KEY, RECORD, field, seedRecord, open, status } from './deal-book.js';
import { some } from './site.js';
import { catalogue, expect, test } from './support.js';

const tools = catalogue.filter(({ bundle, path }) => bundle === 'calculators' && !path.startsWith('embed/')).map(({ path }) => path);

// Like Chromium's translator: each text node is replaced by an element with the translation.
const translate = (page) =>
  page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) texts.push(walker.currentNode);
    for (const text of texts) {
      if (!text.data.trim() || text.parentElement.closest('[translate="no"], script, style, textarea, svg, option')) continue;
      const font = document.createElement('font');
      font.textContent = `‹${text.data}›`;
      text.replaceWith(font);
    }
  });

// Every figure that depends on the inputs, in document order.
const PARTS = '.result, .tool__working, .tool__picture, .what-if, .curve';
const figures = (page, parts = PARTS) =>
  page.locator(parts).evaluateAll((parts) => parts.map((part) => part.innerText).join('\n').match(/[\d.,]*\d/g).join(' '));

for (const path of some(tools, 1, 8)) {
  test(`figures of /${path} update on a translated page`, async ({ page, context }) => {
    await page.goto(`${path}?lang=en`);
    await translate(page);
    await page.locator('.tool__form input[inputmode]').first().fill('7');
    await page.locator('h1').click();
    await expect.poll(() => new URL(page.url()).hash).toContain('7');
    const fresh = await context.newPage();
    await fresh.goto(page.url());
    await fresh.locator('#app > .boot').waitFor({ state: 'detached' });
    await expect(fresh.locator('.table__current')).toBeVisible();
    await expect.poll(() => figures(page)).toBe(await figures(fresh));
  });
}

test('waterfall and printout update on a translated page', async ({ page, context }) => {
  const parts = '.tool__details, .print-inputs__list, .print-notes__origin';
  await page.goto('clv/?lang=en#margin=0.5&retention=0.9');
  await expect(page.locator('.waterfall__step').first()).toBeVisible();
  await translate(page);
  await page.locator('#spend').fill('7');
  await page.locator('h1').click();
  await expect.poll(() => new URL(page.url()).hash).toContain('spend=7');
  const fresh = await context.newPage();
  await fresh.goto(page.url());
  await expect(fresh.locator('.waterfall__step').first()).toBeVisible();
  await expect.poll(() => figures(page, parts)).toBe(await figures(fresh, parts));
});

test('the deal book updates on a translated page', async ({ page }) => {
  await seedRecord(page, DEAL_KEY, RECORD);
  await open(page, 'en', '#kept');
  await translate(page);
  await field(page, 'customer').fill('Bolts & Sons');
  await expect(page.locator('h1')).toContainText('Bolts & Sons');
  await expect(status(page)).toHaveText('Saved');
  await page.evaluate(() => {
    Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };
  });
  await field(page, 'customer').fill('Bolts & Daughters');
  await expect(status(page)).toHaveText('Not saved');
  await expect(page.locator('h1')).toContainText('Bolts & Daughters');
});
