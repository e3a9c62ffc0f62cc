// The deal book keeps edits: over a reload, and with another tab.

import { KEYS } from './browser.js';
import { assert, settled, test } from './support.js';

const create = async (browser, customer) => {
  await browser.press('New deal');
  await browser.waitFor('the field for the customer', () => document.activeElement.name === 'customer');
  await browser.fill('[name="customer"]', customer);
};
const saved = (browser) => browser.says('.save-status__word', 'Saved');

test('a deal survives a reload', async ({ browser, open }) => {
  await open('deals/?lang=en');
  await create(browser, '华东机床 East');
  await browser.fill('[name="amount"]', '3万');
  await browser.keys(KEYS.tab);
  await saved(browser);
  await browser.reload();
  await settled(browser);
  await browser.waitFor('its fields', () => document.querySelector('[name="amount"]')?.value === '30,000');
  assert.equal(await browser.value('[name="customer"]'), '华东机床 East');
});

test('another tab sees a deal, and both keep their edits', async ({ browser, open }) => {
  await open('deals/?lang=en');
  await create(browser, 'ACME');
  await saved(browser);
  const address = await browser.url();
  await browser.inTab(async () => {
    await browser.navigate(address);
    await settled(browser);
    await browser.waitFor('the deal', () => document.querySelector('[name="customer"]')?.value === 'ACME');
    // A deal's data is initially collapsed.
    await browser.evaluate(() => document.querySelectorAll('details.deal-section').forEach((section) => (section.open = true)));
    await browser.fill('[name="title"]', 'Line 2');
    await saved(browser);
  });
  await browser.waitFor('what the other tab wrote', () => document.querySelector('[name="title"]').value === 'Line 2');
  await browser.fill('[name="amount"]', '500');
  await saved(browser);
  await browser.reload();
  await settled(browser);
  await browser.waitFor('both', () => document.querySelector('[name="title"]')?.value === 'Line 2');
  assert.equal(await browser.value('[name="amount"]'), '500');
});

test('a deleted deal can be restored', async ({ browser, open }) => {
  await open('deals/?lang=en');
  await create(browser, 'ACME');
  await saved(browser);
  await browser.press('Delete this deal');
  await browser.waitFor('the list is empty', () => document.querySelectorAll('.deal-row').length === 0);
  await browser.press('Undo');
  await browser.says('.deal-row__name', /ACME/);
});

test('the demo is a separate book', async ({ browser, open }) => {
  await open('deals/?demo=1&lang=en');
  await browser.waitFor('invented deals', () => document.querySelectorAll('.deal-row').length > 3);
  assert.deepEqual(await browser.evaluate(() => Object.keys(localStorage).filter((key) => key.includes(':deal:'))), []);
});

test('a backup is saved as a file', async ({ browser, open }) => {
  await open('deals/?lang=en');
  await create(browser, 'ACME');
  await saved(browser);
  await open('deals/?lang=en#view=files');
  await browser.evaluate(() => {
    URL.createObjectURL = (blob) => ((window.file = blob), 'blob:caught');
    HTMLAnchorElement.prototype.click = () => {};
  });
  await browser.press('Full backup (JSON)');
  await browser.waitFor('a file', () => window.file?.text().then((text) => text.includes('ACME')));
});

// The most common tasks of a rep and a manager, once each.
test('a meeting is logged in a conversation', async ({ browser, open }) => {
  await open('deals/?lang=en');
  await create(browser, 'ACME');
  await saved(browser);
  const id = await browser.evaluate(() => location.hash.slice(1));
  await open(`deals/?lang=en#log=${id}`);
  await browser.fill('[name="people.p1.name"]', 'Li Lei');
  for (const [question, answer] of [['outcome', 'advance'], ['action', 'trial'], ['when', 'tomorrow']]) {
    const option = `[name^="log."][name$=".${question}"][value="${answer}"]`;
    await browser.waitFor(`the answer ${answer}`, (option) => document.querySelector(option) !== null, option);
    await browser.evaluate((option) => document.querySelector(option).closest('label').click(), option);
  }
  await browser.says('.talk__sentence', /^Met Li Lei.*agreed to run a trial or a test/);
  await browser.press('Done');
  await browser.says('.talk-told__sentence', /^Met Li Lei/);
});

test('the demo shows the table and the views', async ({ browser, open }) => {
  for (const [place, part, count] of [
    ['', '.deals-table .deal-row', 4],
    ['#view=today', '.agenda', 1],
    ['#view=funnel', '.funnel__row', 9],
    ['#view=portfolio', '.matrix__deal', 4],
    ['#view=means', '.means', 1],
  ]) {
    await open(`deals/?demo=1&lang=en${place}`);
    await browser.waitFor(`${part} at ${place}`, (part, count) => document.querySelectorAll(part).length >= count, part, count);
    const [width, room] = await browser.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
    assert.equal(width, room, place);
  }
});
