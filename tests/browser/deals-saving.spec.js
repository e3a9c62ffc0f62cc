// Typed text is kept: across tabs, conflicts, a cleared store, hidden pages.

import { DEAL_KEY, PREFIX, RECORD, WORDS, create, download, field, leaveDateIncomplete, seedRecord, open } from './deal-book.js';
import { banner, refuseDownloads, status, stored, setVisibility, writeInOtherTab } from './deal-book.js';
import { expect, test } from './support.js';

const words = WORDS.en;

const keys = (page) =>
  page.evaluate((prefix) => Object.keys(localStorage).filter((key) => key.startsWith(prefix)).sort(), PREFIX);

const full = (page) =>
  page.evaluate(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });

test('a second tab sees an edit and edits back', async ({ page, context }) => {
  await seedRecord(page, DEAL_KEY, RECORD);
  await open(page, 'en', '#kept');
  const second = await context.newPage();
  await open(second, 'en', '#kept');
  await field(page, 'customer').fill('First');
  await expect(field(second, 'customer')).toHaveValue('First');
  await field(second, 'salesperson').fill('Second');
  await expect(field(page, 'salesperson')).toHaveValue('Second');
  await field(page, 'title').fill('Again');
  await expect(field(second, 'title')).toHaveValue('Again');
  expect(JSON.parse(await stored(page, DEAL_KEY))).toMatchObject({ customer: 'First', salesperson: 'Second', revision: 4 });
});

test('two simultaneous edits are both kept', async ({ page }) => {
  await seedRecord(page, DEAL_KEY, RECORD);
  await open(page, 'en', '#kept');
  await writeInOtherTab(page, { customer: 'Theirs' });
  await field(page, 'customer').fill('Mine');
  await expect(page.getByRole('alert').filter({ hasText: 'both versions were kept' })).toBeVisible();
  await expect(field(page, 'customer')).toHaveValue('Mine');
  expect(new URL(page.url()).hash).not.toBe('#kept');
  await page.getByRole('link', { name: 'See the other one' }).click();
  await expect(field(page, 'customer')).toHaveValue('Theirs');
});

test('a conflict does not interrupt typing', async ({ page }) => {
  await seedRecord(page, DEAL_KEY, RECORD);
  await open(page, 'en');
  await page.locator('.deal-row__name').click();
  await expect(page.locator('h1')).toBeFocused();
  await field(page, 'title').click();
  await page.keyboard.press('Home');
  await page.evaluate(() => (window.typedInto = document.activeElement));
  await writeInOtherTab(page, { customer: 'Theirs', title: 'Theirs' });
  await page.keyboard.type('New ');
  await page.keyboard.type('long text that goes on ', { delay: 40 });
  await expect(page.getByRole('alert').filter({ hasText: 'both versions were kept' })).toBeVisible();
  await page.keyboard.type('and on ');
  await expect(field(page, 'title')).toBeFocused();
  expect(await page.evaluate(() => document.activeElement === window.typedInto)).toBe(true);
  await expect(field(page, 'title')).toHaveValue('New long text that goes on and on Line 2');
  await expect(status(page)).toHaveText(words.saved);
  const ours = new URL(page.url()).hash.slice(1);
  expect(JSON.parse(await stored(page, PREFIX + ours))).toMatchObject({
    customer: '华东机床',
    title: 'New long text that goes on and on Line 2',
  });
  expect(JSON.parse(await stored(page, DEAL_KEY))).toMatchObject({ customer: 'Theirs', title: 'Theirs' });

  await page.getByRole('link', { name: 'See the other one' }).click();
  await expect(page.locator('h1')).toBeFocused();
  await expect(field(page, 'title')).toHaveValue('Theirs');
});

test('a cleared store is reported and refilled only on request', async ({ page, context }) => {
  await seedRecord(page, DEAL_KEY, RECORD);
  await open(page, 'en', '#kept');
  const second = await context.newPage();
  await open(second, 'en');
  await second.evaluate(() => localStorage.clear());
  await expect(banner(page)).toContainText('removed from the browser');
  for (const state of ['hidden', 'visible', 'hidden', 'visible']) await setVisibility(page, state);
  expect(await keys(page)).toEqual([]);

  await page.locator('.deal__back').click();
  await create(page, words, 'ACME');
  await expect.poll(async () => (await keys(page)).length, 'only the new deal').toBe(1);
  expect(await keys(page)).not.toContain(DEAL_KEY);
  await expect(banner(page)).toContainText('removed from the browser');
  await page.getByRole('button', { name: words.putBack }).click();
  await expect(status(page)).toHaveText(words.saved);
  expect(JSON.parse(await stored(page, DEAL_KEY)).customer).toBe('华东机床');
});

test('the home page follows the store and never writes', async ({ page, context }) => {
  await seedRecord(page, DEAL_KEY, RECORD);
  await page.goto('?lang=en');
  await expect(page.locator('.attention__link')).toHaveCount(1);
  const second = await context.newPage();
  await open(second, 'en');
  await second.evaluate(() => localStorage.clear());
  await expect(page.locator('.attention__link')).toHaveCount(0);
  for (const state of ['hidden', 'visible', 'hidden']) await setVisibility(page, state);
  expect(await keys(page)).toEqual([]);
  await create(second, words, 'ACME');
  await expect(page.locator('.attention__link')).toContainText('ACME');
});

test('typing is saved within half a second, and on leaving', async ({ page }) => {
  await page.clock.install();
  await open(page, 'en');
  await create(page, words, 'A');
  await expect(status(page)).toHaveText(words.saved);
  const id = new URL(page.url()).hash.slice(1);
  const title = async () => JSON.parse(await stored(page, PREFIX + id)).title;
  await page.clock.pauseAt(Date.now() + 3_600_000);
  // A clock that only the test advances: 100 ms per key press.
  for (const letter of '01234') {
    await field(page, 'title').press('End');
    await page.keyboard.type(letter);
    await page.clock.runFor(99);
  }
  expect(await title(), 'after 495 ms in which nobody paused').toMatch(/^0/);
  await field(page, 'title').press('!');
  await page.reload();
  await expect(field(page, 'title')).toHaveValue('01234!');
});

test('typing is saved when the tab is hidden', async ({ page }) => {
  await seedRecord(page, DEAL_KEY, RECORD);
  await open(page, 'en', '#kept');
  await field(page, 'customer').fill('Last word');
  await setVisibility(page, 'hidden');
  expect(JSON.parse(await stored(page, DEAL_KEY)).customer).toBe('Last word');
});

test('the list says whether a deletion and its undo are saved', async ({ page }) => {
  await seedRecord(page, DEAL_KEY, RECORD);
  await open(page, 'en', '#kept');
  await page.getByRole('button', { name: words.remove }).click();
  await expect(status(page)).toHaveText(words.saved);
  expect(JSON.parse(await stored(page, DEAL_KEY)).deleted).toBe(true);
  await full(page);
  await page.getByRole('button', { name: words.undo }).click();
  await expect(status(page)).toHaveText(words.notSaved);
});

test('undo disappears once another tab restored the deal', async ({ page, context }) => {
  await seedRecord(page, DEAL_KEY, RECORD);
  await open(page, 'en', '#kept');
  await page.getByRole('button', { name: words.remove }).click();
  await expect(status(page)).toHaveText(words.saved);
  const second = await context.newPage();
  await open(second, 'en', '#kept');
  await second.getByRole('button', { name: words.restore }).click();
  await expect(page.locator('.deal-row')).toHaveCount(1);
  await expect(page.getByRole('button', { name: words.undo })).toHaveCount(0);
});

test('an incomplete date is reported and the stored one stays', async ({ page }) => {
  await seedRecord(page, DEAL_KEY, RECORD.replace('"title"', '"expected_close":"2030-12-31","title"'));
  await open(page, 'en', '#kept');
  const message = page.locator('[id="expected_close-error"]');
  await leaveDateIncomplete(page, 'expected_close');
  await expect(message).toContainText('2030-12-31 is unchanged');
  await expect(field(page, 'expected_close')).toHaveAttribute('aria-invalid', 'true');
  await expect(field(page, 'expected_close')).toHaveAttribute('aria-describedby', 'expected_close-error');
  await field(page, 'customer').fill('ACME');
  await expect(status(page)).toHaveText(words.saved);
  expect(JSON.parse(await stored(page, DEAL_KEY))).toMatchObject({ customer: 'ACME', expected_close: '2030-12-31' });

  await field(page, 'expected_close').fill('2030-11-30');
  await expect(message).toBeHidden();
  await expect(status(page)).toHaveText(words.saved);
  expect(JSON.parse(await stored(page, DEAL_KEY)).expected_close).toBe('2030-11-30');
  // One more than the 30th of November; whatever the browser's order of day, month and year, one of the three parts is
  // the day.
  let impossible = 0;
  for (const part of [0, 1, 2]) {
    await field(page, 'expected_close').fill('2030-11-30');
    await expect(message).toBeHidden();
    await field(page, 'expected_close').focus();
    for (let right = 0; right < part; right += 1) await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowUp');
    await field(page, 'title').focus();
    if ((await field(page, 'expected_close').inputValue()) === '') {
      impossible += 1;
      await expect(message).toContainText('2030-11-30 is unchanged');
    }
  }
  expect(impossible).toBe(1);

  await field(page, 'expected_close').fill('');
  await expect(message).toBeHidden();
  await expect.poll(async () => JSON.parse(await stored(page, DEAL_KEY))).not.toHaveProperty('expected_close');

  await expect(field(page, 'expected_close')).toHaveValue('');
  await leaveDateIncomplete(page, 'expected_close');
  await expect(message).toContainText('not saved');
  await field(page, 'expected_close').focus();
  await page.keyboard.press('Backspace');
  await expect(message).toBeHidden();
});

test('clearing a date part by part clears it', async ({ page }) => {
  await seedRecord(page, DEAL_KEY, RECORD.replace('"title"', '"expected_close":"2030-12-31","title"'));
  await open(page, 'en', '#kept');
  await field(page, 'expected_close').focus();
  for (const key of ['Backspace', 'ArrowRight', 'Backspace', 'ArrowRight', 'Backspace']) await page.keyboard.press(key);
  await expect.poll(async () => JSON.parse(await stored(page, DEAL_KEY))).not.toHaveProperty('expected_close');
  await expect(page.locator('[id="expected_close-error"]')).toBeHidden();
});

test('a long text is saved in full while there is room', async ({ page }) => {
  await seedRecord(page, DEAL_KEY, RECORD);
  await open(page, 'en', '#kept');
  const message = page.locator('#customer-error');
  await field(page, 'customer').fill('长'.repeat(250));
  await expect(message).toContainText('250 characters; better no more than 200');
  await expect(field(page, 'customer')).toHaveAttribute('aria-invalid', 'true');
  await expect(status(page)).toHaveText(words.saved);
  await page.reload();
  await expect(field(page, 'customer')).toHaveValue('长'.repeat(250));
  await expect(message).toContainText('250 characters');

  await field(page, 'customer').fill('x'.repeat(100_000));
  await expect(message).toContainText('100000 characters');
  await expect.poll(async () => JSON.parse(await stored(page, DEAL_KEY)).customer).toHaveLength(100_000);
  await field(page, 'amount').fill('9'.repeat(20_001));
  await field(page, 'amount').blur();
  await expect(page.locator('#amount-error')).toBeVisible();
  await expect(status(page)).toHaveText(words.saved);
  await page.reload();
  await expect(field(page, 'customer')).toHaveValue('x'.repeat(100_000));
  await expect(field(page, 'amount')).toHaveValue('9'.repeat(20_001));
});

test('a text that does not fit is not called saved and not lost', async ({ page }) => {
  await seedRecord(page, DEAL_KEY, RECORD);
  await page.addInitScript(() => localStorage.setItem('sales-abacus:x', '长'.repeat(2_460_000)));
  await open(page, 'en', '#kept');
  await field(page, 'next_step.action').fill('长'.repeat(90_000));
  await expect(status(page)).toHaveText(words.notSaved);
  await page.locator('.deal__back').click();
  await expect(page.locator('.not-saved')).toContainText('The deal book is full');
  await page.locator('.deal-row__name').click();
  expect(await field(page, 'next_step.action').inputValue()).toHaveLength(90_000);
  const asked = page.waitForEvent('dialog');
  const left = page.reload();
  expect((await asked).type(), 'leaving the page is asked about').toBe('beforeunload');
  await (await asked).accept();
  await left;
});

test('a download stays available until it is fetched', async ({ page }) => {
  await open(page, 'en', '#view=files');
  await page.evaluate(() => {
    window.seen = { revoked: 0 };
    const { click } = HTMLAnchorElement.prototype;
    HTMLAnchorElement.prototype.click = function () {
      window.seen.connected = this.isConnected;
      return click.call(this);
    };
    URL.revokeObjectURL = () => (window.seen.revoked += 1);
  });
  await download(page, page.getByRole('button', { name: words.export }));
  expect(await page.evaluate(() => window.seen)).toEqual({ connected: true, revoked: 0 });
  await expect(page.locator('a[download]')).toHaveCount(0);
});

test('without downloads the content can be copied', async ({ page }) => {
  await seedRecord(page, DEAL_KEY, RECORD);
  await open(page, 'en', '#view=files');
  await refuseDownloads(page);
  await page.getByRole('button', { name: words.export }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'did not let this page save a file' })).toBeVisible();
  expect(JSON.parse(await page.locator('#no-file').inputValue())).toMatchObject({ deals: [{ id: 'kept' }] });
  await page.getByRole('button', { name: 'Dismiss' }).click();
  await expect(page.locator('#no-file')).toHaveCount(0);
});

test('an empty new deal is not called saved', async ({ page }) => {
  await open(page, 'en');
  await page.getByRole('button', { name: words.new }).click();
  await expect(field(page, 'customer')).toBeFocused();
  await expect(page.locator('.save-status')).toHaveCount(0);
  await field(page, 'customer').fill('ACME');
  await expect(status(page)).toHaveText(words.saved);
});
