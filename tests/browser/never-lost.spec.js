// Nothing is lost in a real browser: simultaneous writes by tabs, every kind of storage failure, unreadable records,
// and sudden death of a page, a renderer or the browser.

import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import {
  DEAL_KEY, PREFIX, RECORD, WORDS, banner, create, download, field, seedRecord, holdLock, open, status, stopClock, stored, expandSections, writeInOtherTab,
} from './deal-book.js';
import { some } from './site.js';
import { axe, expect, locales, test } from './support.js';

const words = WORDS.en;

test.beforeEach(({ page }) => expandSections(page));
const RESERVE = 'sales-abacus:reserve';

// Everything in storage except what other pages of the test put there.
const everything = (page) => page.evaluate(() => Object.fromEntries(Object.keys(localStorage).map((key) => [key, localStorage.getItem(key)])));

const deals = async (page) => {
  const all = Object.entries(await everything(page)).filter(([key]) => key.startsWith(PREFIX));
  return all.map(([, text]) => JSON.parse(text));
};

// Imports a file with one deal.
const imported = async (page, id) => {
  await open(page, 'en', '#view=files');
  const file = { format: 'sales-abacus', version: 1, deals: [{ schema: 2, id, customer: `Customer ${id}` }] };
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose files' }).click();
  await (await choosing).setFiles({ name: `${id}.json`, mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(file)) });
  await page.getByRole('button', { name: 'Import 1' }).click();
  await expect(page.getByText('Imported 1 record')).toBeVisible();
};

// Storage that throws, or misbehaves otherwise, on writes.
const failing = (page, name) =>
  page.evaluate((name) => {
    window.setItem ??= Storage.prototype.setItem;
    Storage.prototype.setItem = function (...entry) {
      if (name === 'ignored') return;
      if (name) throw new DOMException('provoked', name);
      return window.setItem.apply(this, entry);
    };
  }, name);

test('simultaneous changes to different fields are merged', async ({ page }) => {
  await seedRecord(page, DEAL_KEY, RECORD);
  await open(page, 'en', '#kept');
  await writeInOtherTab(page, { customer: 'Theirs' });
  await field(page, 'title').fill('Mine');
  await expect(field(page, 'customer')).toHaveValue('Theirs');
  await expect(status(page)).toHaveText(words.saved);
  await expect.poll(() => deals(page)).toEqual([expect.objectContaining({ id: 'kept', customer: 'Theirs', title: 'Mine', revision: 3 })]);
  await expect(page.locator('.versions')).toHaveCount(0);
});

test('two real tabs edit the same deal without losing a word', async ({ page, context }) => {
  await seedRecord(page, DEAL_KEY, RECORD);
  await open(page, 'en', '#kept');
  const second = await context.newPage();
  await open(second, 'en', '#kept');
  for (let round = 0; round < 5; round += 1) {
    await Promise.all([field(page, 'title').fill(`title ${round}`), field(second, 'customer').fill(`customer ${round}`)]);
  }
  for (const tab of [page, second]) {
    await expect(field(tab, 'title')).toHaveValue('title 4');
    await expect(field(tab, 'customer')).toHaveValue('customer 4');
    await expect(status(tab)).toHaveText(words.saved);
  }
  await expect.poll(() => deals(page)).toEqual([expect.objectContaining({ customer: 'customer 4', title: 'title 4' })]);
});

for (const locale of some(locales, 0)) {
  test(`conflicting changes to one field are both kept, ${locale}`, async ({ page }) => {
    await seedRecord(page, DEAL_KEY, RECORD);
    await open(page, locale, '#kept');
    await writeInOtherTab(page, { customer: 'Theirs' });
    await field(page, 'customer').fill('Mine');
    const notice = page.getByRole('alert').filter({ hasText: 'Theirs' });
    await expect(notice).toContainText('Mine');
    await expect.poll(async () => (await deals(page)).map(({ customer }) => customer).sort()).toEqual(['Mine', 'Theirs']);
    expect(await axe(page)).toEqual([]);
    // Still there on another day; and the user decides.
    await page.reload();
    await expect(notice).toBeVisible();
    await notice.getByRole('button').click();
    await expect(page.locator('.versions')).toHaveCount(0);
    await expect(status(page)).toHaveText(WORDS[locale].saved);
    const left = await deals(page);
    expect(left.filter(({ deleted }) => !deleted).map(({ customer }) => customer)).toEqual(['Mine']);
    expect(left).toHaveLength(2);
  });
}

test('a deal deleted in one tab and edited in another stays', async ({ page }) => {
  await seedRecord(page, DEAL_KEY, RECORD);
  await open(page, 'en', '#kept');
  await writeInOtherTab(page, { deleted: true });
  await field(page, 'title').fill('Mine');
  await expect(status(page)).toHaveText(words.saved);
  await expect.poll(() => deals(page)).toEqual([expect.objectContaining({ title: 'Mine', deleted: false })]);

  await writeInOtherTab(page, { customer: 'Theirs', title: 'Mine', revision: 3 });
  await page.getByRole('button', { name: words.remove }).click();
  // It is back in the list, as the other tab wrote it.
  await expect(page.locator('.deal-row', { hasText: 'Theirs' })).toContainText('Mine');
  await expect(status(page)).toHaveText(words.saved);
  const [left, ...others] = await deals(page);
  expect(others).toEqual([]);
  expect(left).toMatchObject({ customer: 'Theirs', title: 'Mine' });
  expect(left.deleted).not.toBe(true);
});

test('on a full origin the reserve saves the last edit', async ({ page }) => {
  await seedRecord(page, DEAL_KEY, RECORD);
  await open(page, 'en', '#kept');
  await field(page, 'title').fill('first');
  await expect(status(page)).toHaveText(words.saved);
  await expect.poll(async () => (await stored(page, RESERVE))?.length + RESERVE.length).toBe(32_768);
  // Texts are identified by length: too long to transfer back and forth.
  const lengths = () =>
    page.evaluate(() => {
      const theirs = Object.keys(localStorage).filter((key) => key.startsWith('another-app'));
      return theirs.sort().map((key) => [key, /^€*$/.test(localStorage.getItem(key)) && localStorage.getItem(key).length]);
    });
  await page.evaluate(() => {
    let number = 0;
    for (let size = 1 << 20; size >= 1; size >>= 1) {
      try {
        for (; ; number += 1) localStorage.setItem(`another-app:${number}`, '€'.repeat(size));
      } catch {
        // Not enough space for that.
      }
    }
  });
  const before = await lengths();
  expect(before.length).toBeGreaterThan(4);

  await field(page, 'title').fill('x'.repeat(15_000));
  await expect(status(page)).toHaveText(words.saved);
  expect(JSON.parse(await stored(page, DEAL_KEY)).title).toHaveLength(15_000);
  await expect.poll(() => stored(page, RESERVE)).toBeNull();

  await field(page, 'salesperson').fill('y'.repeat(19_000));
  await field(page, 'customer').fill('z'.repeat(19_000));
  await expect(banner(page)).toContainText('The browser’s storage is full');
  await expect(banner(page).getByRole('link', { name: 'See how to free up space' })).toBeVisible();
  expect(await axe(page)).toEqual([]);
  const file = JSON.parse(await download(page, banner(page).getByRole('button', { name: words.file })));
  expect(file.deals[0].customer).toHaveLength(19_000);

  await page.evaluate(() => localStorage.removeItem('another-app:0'));
  await banner(page).getByRole('button', { name: words.retry }).click();
  await expect(status(page)).toHaveText(words.saved);
  expect(JSON.parse(await stored(page, DEAL_KEY)).customer).toHaveLength(19_000);
  await expect.poll(() => stored(page, RESERVE), 'held again').not.toBeNull();

  await page.goto('deals/?lang=en#view=files');
  await page.getByRole('button', { name: 'Delete all my data…' }).click();
  await page.getByRole('button', { name: 'Delete everything' }).click();
  await expect(page.getByText('Everything that Sales Abacus kept in this browser is deleted')).toBeVisible();
  expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => !key.startsWith('another-app')))).toEqual([]);
  expect(await lengths()).toEqual(before.slice(1));
});

for (const [name, said] of [
  ['SecurityError', 'no longer lets this page save data'],
  ['QuotaExceededError', 'storage is full'],
  ['NS_ERROR_FILE_CORRUPTED', 'storage is damaged'],
  ['UnknownError', 'storage is damaged'],
  ['ignored', 'did not keep the data'],
]) {
  test(`a write that ends in ${name} is recovered`, async ({ page }) => {
    await page.clock.install();
    await seedRecord(page, DEAL_KEY, RECORD);
    await open(page, 'en', '#kept');
    const before = await stored(page, DEAL_KEY);
    await failing(page, name);
    await field(page, 'title').fill('typed');
    await expect(banner(page)).toContainText(said);
    await expect(status(page)).toHaveText(words.notSaved);
    expect(await stored(page, DEAL_KEY)).toBe(before);
    // Text typed now is saved by the button, not by the debounce.
    await stopClock(page);
    await field(page, 'customer').fill('typed too');
    await failing(page, '');
    await banner(page).getByRole('button', { name: words.retry }).click();
    await expect(status(page)).toHaveText(words.saved);
    expect(JSON.parse(await stored(page, DEAL_KEY))).toMatchObject({ title: 'typed', customer: 'typed too' });
  });
}

test('an import is rolled back whichever of its writes throws', async ({ page }) => {
  await seedRecord(page, DEAL_KEY, RECORD);
  const file = {
    format: 'sales-abacus',
    version: 1,
    deals: ['n1', 'n2', 'n3'].map((id) => ({ schema: 2, id, revision: 1, customer: id })),
  };
  for (let write = 1; write <= 6; write += 1) {
    await open(page, 'en', '#view=files');
    await page.reload();
    const choosing = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Choose files' }).click();
    await (await choosing).setFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(file)) });
    await expect(page.getByRole('button', { name: 'Import 3' })).toBeVisible();
    await page.evaluate((write) => {
      const { setItem } = Storage.prototype;
      let left = write;
      Storage.prototype.setItem = function (...entry) {
        left -= 1;
        if (left === 0) throw new DOMException('provoked', 'QuotaExceededError');
        return setItem.apply(this, entry);
      };
    }, write);
    await page.getByRole('button', { name: 'Import 3' }).click();
    const refused = page.getByRole('alert').filter({ hasText: 'Nothing was imported' });
    const done = page.getByText('Imported 3 records');
    await expect(refused.or(done)).toBeVisible();
    const ids = (await deals(page)).map(({ id }) => id).sort();
    expect([['kept'], ['kept', 'n1', 'n2', 'n3']]).toContainEqual(ids);
    expect(ids.length > 1, 'what is said is what is').toBe(await done.isVisible());
    await expect.poll(() => stored(page, 'sales-abacus:journal')).toBeNull();
    if (ids.length > 1) break;
    expect(write).toBeLessThan(6);
  }
});

test('an interrupted import is undone at the next start', async ({ page }) => {
  await page.goto('');
  await page.evaluate(() => {
    // The store right after the first of two records was written.
    const record = JSON.stringify({ schema: 2, id: 'n1', revision: 1, customer: 'half' });
    localStorage.setItem('sales-abacus:deal:n1', record);
    localStorage.setItem('sales-abacus:journal', 'import');
    const bits = [...new TextEncoder().encode(record)].reduce(
      (bits, byte) => BigInt.asUintN(128, (bits ^ BigInt(byte)) * 0x0000000001000000000000000000013bn),
      0x6c62272e07bb014262b821756295c58dn,
    );
    const letters = 'abcdefghijklmnopqrstuvwxyz234567';
    const after = Array.from({ length: 20 }, (_, at) => letters[Number((bits >> BigInt(at * 5)) & 31n)]).join('');
    const records = [{ key: 'sales-abacus:deal:n1', after }, { key: 'sales-abacus:deal:n2', after: 'never' }];
    localStorage.setItem('sales-abacus:undo:import', JSON.stringify({ schema: 1, file: 'x.json', records }));
  });
  await open(page, 'en');
  await expect(page.getByText('The page was closed before an import finished')).toBeVisible();
  await expect.poll(() => deals(page)).toEqual([]);
  await expect.poll(() => stored(page, 'sales-abacus:journal')).toBeNull();
  await page.getByRole('button', { name: 'Dismiss' }).click();
  await expect(page.getByText('The page was closed')).toHaveCount(0);
});

test('an import can be undone after a reload', async ({ page }) => {
  await imported(page, 'x');
  await page.reload();
  await expect(page.getByText('Last import: “x.json”')).toBeVisible();
  await page.getByRole('button', { name: 'Undo import…' }).click();
  expect(await axe(page)).toEqual([]);
  await expect.poll(() => deals(page)).toHaveLength(1);
  await page.locator('.confirm').getByRole('button', { name: 'Undo import' }).click();
  await expect(page.getByText('1 record was taken back')).toBeVisible();
  await expect.poll(() => deals(page)).toEqual([]);
});

test('a newer import replaces the undo offered in other tabs', async ({ page, context }) => {
  await imported(page, 'n1');
  await expect(page.getByText('Imported 1 record')).toBeVisible();
  const second = await context.newPage();
  await imported(second, 'n2');
  await expect(page.getByText('Imported 1 record')).toHaveCount(0);
  await expect(page.getByText('Last import: “n2.json”')).toBeVisible();
  await page.getByRole('button', { name: 'Undo import…' }).click();
  await page.locator('.confirm').getByRole('button', { name: 'Undo import' }).click();
  await expect(page.getByText('1 record was taken back')).toBeVisible();
  await expect.poll(() => deals(page)).toEqual([expect.objectContaining({ customer: 'Customer n1' })]);
  // An import that is already undone offers no undo.
  await expect(second.getByText('Imported 1 record')).toHaveCount(0);
  await expect(second.getByRole('button', { name: 'Undo import' })).toHaveCount(0);
  await page.reload();
  await expect(page.getByText('The page was closed')).toHaveCount(0);
  await expect.poll(() => deals(page)).toHaveLength(1);
});

test('a lock that is never released does not block saving', async ({ page, context }) => {
  await page.clock.install();
  const second = await context.newPage();
  await second.goto('');
  await holdLock(second);
  await seedRecord(page, DEAL_KEY, RECORD);
  await open(page, 'en', '#kept');
  for (const word of ['once', 'and again']) {
    await field(page, 'title').fill(word);
    await page.clock.runFor(5_000);
    await expect.poll(() => deals(page)).toEqual([expect.objectContaining({ title: word })]);
    await expect(status(page)).toHaveText(words.saved);
  }
});

test('a slow import is not mistaken for an interrupted one', async ({ page, context }) => {
  await page.clock.install();
  await open(page, 'en');
  const second = await context.newPage();
  await second.goto('');
  await holdLock(second);
  await second.evaluate(() => {
    localStorage.setItem('sales-abacus:undo:import', JSON.stringify({ schema: 1, records: [{ key: 'sales-abacus:deal:n', after: 'h' }] }));
    localStorage.setItem('sales-abacus:journal', 'import');
  });
  await page.reload();
  await expect(page.getByText('Opening the deal book')).toBeVisible();
  // Longer than anyone waits for a lock.
  await page.clock.runFor(60_000);
  await expect.poll(() => stored(page, 'sales-abacus:journal')).toBe('import');
  await second.evaluate(() => (localStorage.removeItem('sales-abacus:journal'), window.release()));
  await expect(page.getByText('No deals yet')).toBeVisible();
});

test('a book that cannot be opened can be saved as a file', async ({ page }) => {
  await seedRecord(page, DEAL_KEY, RECORD);
  await page.addInitScript(() => {
    localStorage.setItem('sales-abacus:journal', 'import');
    localStorage.setItem('sales-abacus:undo:import', '{"schema":1,"rec');
  });
  await open(page, 'en');
  await expect(page.getByText('The deal book was not opened, for the reason above')).toBeVisible();
  await expect(page.getByText('An import was interrupted and cannot be undone')).toBeVisible();
  await expect(page.getByText('No deals yet')).toHaveCount(0);
  await page.evaluate(() => dispatchEvent(new Event('focus')));
  const before = await everything(page);
  const file = JSON.parse(await download(page, page.getByRole('button', { name: words.file })));
  expect(file.deals).toEqual([expect.objectContaining({ id: 'kept', customer: '华东机床' })]);
  await expect(page.locator('.deal-row')).toHaveCount(0);
  expect(await everything(page)).toEqual(before);
  expect(await axe(page)).toEqual([]);
  await page.getByRole('link', { name: 'Import and export' }).first().click();
  await expect(page.getByRole('button', { name: 'List of deals (CSV)' })).toBeDisabled();
  for (const place of ['#kept', '#view=today', '#view=trash']) {
    await page.goto(`deals/?lang=en${place}`);
    await expect(page.getByText('The deal book was not opened, for the reason above')).toBeVisible();
  }
});

test('an open deal survives damage to its record', async ({ page }) => {
  await seedRecord(page, DEAL_KEY, RECORD);
  await open(page, 'en', '#kept');
  await page.evaluate((key) => localStorage.setItem(key, '{"schema":2,"id":"ke'), DEAL_KEY);
  await page.evaluate(() => dispatchEvent(new Event('focus')));
  await expect.poll(() => page.evaluate((prefix) => Object.keys(localStorage).filter((key) => key.startsWith(prefix)).length, PREFIX)).toBe(2);
  await expect(field(page, 'title')).toHaveValue('Line 2');
  await expect(status(page)).toHaveText(words.saved);
  await expect.poll(() => stored(page, DEAL_KEY)).toBe('{"schema":2,"id":"ke');
});

test('deals survive damage to several records', async ({ page }) => {
  await seedRecord(page, DEAL_KEY, RECORD);
  await open(page, 'en');
  await page.evaluate((prefix) => localStorage.setItem(`${prefix}other`, '{"schema":2,"id":"other","revision":1,"customer":"Other"}'), PREFIX);
  await page.goto('deals/?lang=en#kept');
  await page.reload();
  await expect(field(page, 'title')).toHaveValue('Line 2');
  await page.evaluate((prefix) => {
    for (const id of ['kept', 'other']) localStorage.setItem(`${prefix}${id}`, '{');
    dispatchEvent(new Event('focus'));
  }, PREFIX);
  await expect.poll(() => page.evaluate((prefix) => Object.keys(localStorage).filter((key) => key.startsWith(prefix)).length, PREFIX)).toBe(4);
  await field(page, 'title').fill('typed on');
  await expect(status(page)).toHaveText(words.saved);
  await page.reload();
  await expect(field(page, 'title')).toHaveValue('typed on');
});

test('an import stops when a newer version has written', async ({ page, context }) => {
  await page.clock.install();
  await open(page, 'en', '#view=files');
  const file = { format: 'sales-abacus', version: 1, deals: [{ schema: 2, id: 'n', customer: 'New' }] };
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose files' }).click();
  await (await choosing).setFiles({ name: 'n.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(file)) });
  await expect(page.getByRole('button', { name: 'Import 1' })).toBeVisible();
  const second = await context.newPage();
  await second.goto('');
  // It holds the lock, and writes before other tabs notice.
  await holdLock(second);
  // Waiting does not time out before the lock is released.
  await stopClock(page);
  await page.evaluate(() => addEventListener('storage', (event) => event.stopImmediatePropagation(), true));
  await page.getByRole('button', { name: 'Import 1' }).click();
  await second.evaluate((prefix) => {
    localStorage.setItem(`${prefix}of-tomorrow`, '{"schema":99,"id":"of-tomorrow"}');
    window.release();
  }, PREFIX);
  await expect(banner(page)).toContainText('newer');
  expect((await everything(page))[`${PREFIX}n`]).toBe(undefined);
});

test('old records are migrated and their originals kept', async ({ page }) => {
  const old = '{"schema":1,"id":"kept","revision":4,"customer":"华东机床","guide":{"name":"王芳","credible":true}}';
  await seedRecord(page, DEAL_KEY, old);
  await open(page, 'en', '#kept');
  await expect.poll(async () => JSON.parse(await stored(page, DEAL_KEY)).schema).toBe(2);
  expect(JSON.parse(await stored(page, DEAL_KEY)).people[0]).toMatchObject({ name: '王芳', guide: { credible: true } });
  await page.goto('deals/?lang=en#view=files');
  const file = JSON.parse(await download(page, page.getByRole('button', { name: 'Save the records as they were' })));
  expect(file.entries).toEqual({ [DEAL_KEY]: old });
});

for (const locale of some(locales, 0)) {
  test(`unreadable records are kept byte for byte, ${locale}`, async ({ page }) => {
    const odd = { half: RECORD.slice(0, 30), list: '[]', none: 'null', number: '42', empty: '' };
    await seedRecord(page, DEAL_KEY, RECORD);
    await page.addInitScript((odd) => {
      for (const [id, text] of Object.entries(odd)) localStorage.setItem(`sales-abacus:deal:${id}`, text);
    }, odd);
    await open(page, locale);
    await expect(page.locator('.record-list')).toContainText(WORDS[locale].unreadable);
    await expect(page.getByRole('button', { name: WORDS[locale].saveRecord })).toHaveCount(5);
    await page.locator('.deal-row__name').click();
    await field(page, 'title').fill('typed');
    await expect(status(page)).toHaveText(WORDS[locale].saved);
    const all = await everything(page);
    for (const [id, text] of Object.entries(odd)) expect(all[PREFIX + id]).toBe(text);
    expect(JSON.parse(all[DEAL_KEY]).title).toBe('typed');
  });

  test(`a newer format makes the book read-only, ${locale}`, async ({ page }) => {
    await seedRecord(page, DEAL_KEY, RECORD);
    await page.addInitScript(() => localStorage.setItem('sales-abacus:deal:later', '{"schema":999,"id":"later","x":1}'));
    await open(page, locale);
    const before = await everything(page);
    await expect(banner(page)).toContainText('999');
    await expect(page.getByRole('button', { name: WORDS[locale].new })).toBeDisabled();
    expect(await axe(page)).toEqual([]);
    await page.locator('.deal-row__name').click();
    await expect(field(page, 'customer')).toBeDisabled();
    await expect(field(page, 'customer')).toHaveValue('华东机床');
    await expect(page.getByRole('button', { name: WORDS[locale].remove })).toBeDisabled();
    expect(await axe(page)).toEqual([]);
    const file = JSON.parse(await download(page, banner(page).getByRole('button', { name: WORDS[locale].file })));
    expect(file.unreadable).toEqual([{ key: 'sales-abacus:deal:later', text: '{"schema":999,"id":"later","x":1}' }]);
    await page.goto(`deals/?lang=${locale}#view=files`);
    await page.goto(`deals/?lang=${locale}`);
    const after = await everything(page);
    for (const key of Object.keys(before)) expect(after[key], key).toBe(before[key]);
    // Only the backup was recorded.
    expect(Object.keys(after).filter((key) => key !== 'sales-abacus:backup').sort()).toEqual(Object.keys(before).sort());
  });
}

test('a newer version that writes makes the book read-only', async ({ page, context }) => {
  await seedRecord(page, DEAL_KEY, RECORD);
  await open(page, 'en', '#kept');
  const second = await context.newPage();
  await second.goto('?lang=en');
  await second.evaluate(() => localStorage.setItem('sales-abacus:deal:later', '{"schema":999}'));
  await expect(banner(page)).toContainText('here you can read it but not change it');
  await expect(field(page, 'title')).toBeDisabled();
  await second.evaluate(() => localStorage.removeItem('sales-abacus:deal:later'));
  await expect(field(page, 'title')).toBeEnabled();
});

test('null localStorage is handled like denied storage', async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(window, 'localStorage', { get: () => null }));
  await open(page, 'en');
  await create(page, words, 'ACME');
  await expect(banner(page)).toContainText('does not let this page save data');
  await expect(field(page, 'customer')).toHaveValue('ACME');
});

test('storage that disappears and returns loses nothing', async ({ page }) => {
  await seedRecord(page, DEAL_KEY, RECORD);
  await open(page, 'en', '#kept');
  await page.evaluate(() => {
    window.real = localStorage;
    Object.defineProperty(window, 'localStorage', { configurable: true, get: () => window.real && null });
  });
  await field(page, 'title').fill('typed');
  await expect(banner(page)).toContainText('no longer lets this page save data');
  await page.evaluate(() => Object.defineProperty(window, 'localStorage', { configurable: true, get: () => window.real }));
  await banner(page).getByRole('button', { name: words.retry }).click();
  await expect(status(page)).toHaveText(words.saved);
  expect(JSON.parse(await page.evaluate((key) => window.real.getItem(key), DEAL_KEY)).title).toBe('typed');
});

test('a panic stops all writing and offers the stored data', async ({ page, expected }) => {
  expected.push(/unreachable/);
  await page.clock.install();
  await seedRecord(page, DEAL_KEY, RECORD);
  await open(page, 'en', '#kept');
  await field(page, 'title').fill('before');
  await expect(status(page)).toHaveText(words.saved);
  const before = await everything(page);
  await page.evaluate(() => {
    // A module of one function that traps, as a panic in the app does.
    const trap = [0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1, 102, 0, 0, 10, 5, 1, 3, 0, 0, 11];
    const { f } = new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array(trap))).exports;
    // After the app has handled the key press. Not by a timer, which the test's clock would stop and whose error it
    // would catch.
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => f();
    document.querySelector('[name="title"]').addEventListener('input', () => port2.postMessage(''));
  });
  await field(page, 'title').pressSequentially('!');
  await expect(page.locator('h1')).toContainText('程序出错');
  await page.clock.runFor(5_000);
  expect(await everything(page)).toEqual(before);
  const file = JSON.parse(await download(page, page.getByRole('button', { name: 'Save stored data' })));
  expect(file.entries).toEqual(before);
  await page.getByRole('button', { name: 'Reload' }).click();
  await expect(field(page, 'title')).toHaveValue('before');
});

test('a crash while saving is reported', async ({ page, expected }) => {
  expected.push(/unreachable/);
  await page.addInitScript(() => {
    const trap = [0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1, 102, 0, 0, 10, 5, 1, 3, 0, 0, 11];
    // The asynchronous work traps in the end.
    LockManager.prototype.request = async (name, work) => {
      work(null);
      if (window.breaks) new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array(trap))).exports.f();
    };
  });
  await seedRecord(page, DEAL_KEY, RECORD);
  await open(page, 'en', '#kept');
  await field(page, 'title').fill('before');
  await expect(status(page)).toHaveText(words.saved);
  await page.evaluate(() => (window.breaks = true));
  await field(page, 'title').fill('after');
  await expect(page.locator('h1')).toContainText('程序出错');
  await expect(page.getByRole('button', { name: 'Save stored data' })).toBeVisible();
});

// A separate browser, which can be killed.
const launch = async (profile) => {
  const args = ['--headless=new', '--no-sandbox', '--disable-gpu', '--no-first-run', '--remote-debugging-port=0', `--user-data-dir=${profile}`, 'about:blank'];
  const child = spawn(process.env.ABACUS_BROWSER ?? chromium.executablePath(), args, { detached: true, stdio: ['ignore', 'ignore', 'pipe'] });
  const address = await new Promise((resolve, reject) => {
    let said = '';
    child.stderr.on('data', (data) => {
      said += data;
      const found = /DevTools listening on (\S+)/.exec(said);
      if (found) resolve(found[1]);
    });
    child.on('exit', () => reject(new Error(`the browser ended: ${said}`)));
  });
  // The test's own timeout ends a hang.
  const browser = await chromium.connectOverCDP(address, { timeout: 0 });
  browser.contexts()[0].setDefaultTimeout(0);
  const gone = new Promise((resolve) => child.on('exit', resolve));
  const kill = async () => {
    process.kill(-child.pid, 'SIGKILL');
    await gone;
  };
  return { browser, page: await browser.contexts()[0].newPage(), kill };
};

test('a renderer killed right after saving loses nothing', async ({ baseURL }) => {
  const profile = mkdtempSync(join(tmpdir(), 'abacus-'));
  const { browser, page, kill } = await launch(profile);
  try {
    await page.goto(`${baseURL}deals/?lang=en`);
    await create(page, words, 'ACME');
    await expect(status(page)).toHaveText(words.saved);

    const { processInfo } = await (await browser.newBrowserCDPSession()).send('SystemInfo.getProcessInfo');
    const renderers = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
    const session = await page.context().newCDPSession(page);
    await session.send('Runtime.enable');
    await session.send('Runtime.addBinding', { name: 'said' });
    session.on('Runtime.bindingCalled', ({ payload }) => {
      renderers.forEach((id) => process.kill(id, 'SIGKILL'));
      const lived = performance.timeOrigin + performance.now() - Number(payload);
      test.info().annotations.push({ type: 'lived on after saved', description: `${lived.toFixed(1)} ms` });
    });
    await page.evaluate(() => {
      new MutationObserver(() => {
        const typed = document.querySelector('[name="title"]').value === 'the last word';
        const word = document.querySelector('.save-status__word').textContent;
        if (typed && word === 'Saved') window.said(String(performance.timeOrigin + performance.now()));
      }).observe(document.body, { subtree: true, childList: true, characterData: true });
    });
    const crashed = page.waitForEvent('crash');
    // The renderer may be gone before the last key is released.
    await Promise.all([crashed, field(page, 'title').pressSequentially('the last word').catch(() => {})]);

    const again = await page.context().newPage();
    await again.goto(`${baseURL}deals/?lang=en`);
    await again.locator('.deal-row__name').click();
    await expect(field(again, 'title')).toHaveValue('the last word');
  } finally {
    await kill();
    rmSync(profile, { recursive: true, force: true });
  }
});

// Whether Chromium has written this to disk, which it does some time after reporting success to the page.
const isOnDisk = (profile, text) => {
  const folder = join(profile, 'Default', 'Local Storage');
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files.some(({ parentPath, name }) => {
    const bytes = readFileSync(join(parentPath, name));
    return ['latin1', 'utf16le'].some((encoding) => bytes.includes(text, 0, encoding));
  });
};

test('a browser killed after the disk write loses nothing', async ({ baseURL }) => {
  const profile = mkdtempSync(join(tmpdir(), 'abacus-'));
  try {
    let browser = await launch(profile);
    await browser.page.goto(`${baseURL}deals/?lang=en`);
    await create(browser.page, words, 'ACME');
    await expect(status(browser.page)).toHaveText(words.saved);
    await expect(() => expect(isOnDisk(profile, 'ACME')).toBe(true)).toPass();
    await browser.kill();
    browser = await launch(profile);
    await browser.page.goto(`${baseURL}deals/?lang=en`);
    await expect(browser.page.locator('.deal-row__name')).toContainText('ACME');
    await browser.kill();
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
});

test('a focused window shows what other tabs wrote', async ({ page }) => {
  await seedRecord(page, DEAL_KEY, RECORD);
  await open(page, 'en', '#kept');
  await writeInOtherTab(page, { customer: 'Theirs' });
  await page.evaluate(() => dispatchEvent(new Event('focus')));
  await expect(field(page, 'customer')).toHaveValue('Theirs');
});
