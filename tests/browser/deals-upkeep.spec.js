// Upkeep of the deal book: backup reminders, the trash, storage space, persistent storage, restoring into an empty
// browser, and deleting everything.

import { DEAL_KEY, PREFIX, RECORD, WORDS as BOOK, create, download, field, seedRecord, open, refuseDownloads, status, stored, setVisibility } from './deal-book.js';
import { some } from './site.js';
import { axe, expect, locales, test } from './support.js';

const WORDS = {
  'zh-CN': {
    reminder: '该备份了',
    later: '以后再说',
    none: '还没有备份过。',
    one: '之后有 1 处改动',
    clean: '之后没有改动',
    handed: '备份已开始下载',
    files: '导入与导出',
    restoreBackup: '从备份恢复…',
    import: (count) => `导入 ${count} 条`,
    see: '看商机',
    restore: '恢复“华东机床 · Line 2”',
    restored: '已恢复“华东机床 · Line 2”。',
    openIt: '打开',
    remove: '彻底删除“华东机床 · Line 2”',
    sure: '彻底删除“华东机床 · Line 2”？',
    yes: '彻底删除',
    cancel: '取消',
    removed: '已彻底删除 1 条。',
    emptyTrash: '清空“最近删除”',
    emptied: '这里没有删除的商机。',
    deleteAll: '删除我的全部数据…',
    willGo: '将要删除：1 笔商机、1 笔已删除的商机、1 条读不出来的记录、1 个计算方案、全部设置。',
    deleteYes: '全部删除',
    allDeleted: '数据已全部删除',
    firstRun: '还没有商机',
    promised: '浏览器已答应长期保留',
    notPromised: '浏览器没有答应长期保留',
    unknown: '这个浏览器不说会不会长期保留',
    running: '本机空间已用',
    makeRoom: '怎么腾出空间',
    dismiss: '知道了',
    removeRecord: '从浏览器移除',
  },
  en: {
    reminder: 'Time for a backup',
    later: 'Later',
    none: 'No backup yet.',
    one: 'with 1 change since',
    clean: 'No changes since',
    handed: 'The backup is downloading',
    files: 'Import and export',
    restoreBackup: 'Restore from a backup…',
    import: (count) => `Import ${count}`,
    see: 'See the deals',
    restore: 'Restore “华东机床 · Line 2”',
    restored: 'Restored “华东机床 · Line 2”.',
    openIt: 'Open it',
    remove: 'Delete for good: “华东机床 · Line 2”',
    sure: 'Delete “华东机床 · Line 2” for good?',
    yes: 'Delete for good',
    cancel: 'Cancel',
    removed: '1 record was deleted for good.',
    emptyTrash: 'Empty “Recently deleted”',
    emptied: 'There are no deleted deals here.',
    deleteAll: 'Delete all my data…',
    willGo: 'This will be deleted: 1 deal, 1 deleted deal, 1 unreadable record, 1 scenario, all settings.',
    deleteYes: 'Delete everything',
    allDeleted: 'Everything that Sales Abacus kept in this browser is deleted.',
    firstRun: 'No deals yet. The 1+2+1',
    promised: 'Promised: this browser does not delete',
    notPromised: 'Not promised: this browser may delete',
    unknown: 'This browser does not say',
    running: 'of the space on this device is used',
    makeRoom: 'How to free up space',
    dismiss: 'Dismiss',
    removeRecord: 'Remove from the browser',
  },
};

const BACKUP = 'sales-abacus:backup';
const GONE = JSON.stringify({ ...JSON.parse(RECORD), revision: 2, deleted: true });
const SCENARIO = ['sales-abacus:scenario:s', 'clv?name=Regulars&place=0&revision=1#spend=12'];
// The data of another app on the same origin, byte for byte, under keys that resemble ours.
const OTHERS = { other: '{"sales-abacus:deal:kept":\u00001}', 'sales-abacusx:deal:a': '\ud800 half a letter', 'Sales-Abacus:lang': 'en' };

const backup = async (page) => JSON.parse((await stored(page, BACKUP)) ?? 'null');
const ours = (page) => page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('sales-abacus:')).sort());
const button = (page, name) => page.getByRole('button', { name, exact: true });
const message = (page) => page.locator('.message .undo__text');
const reminder = (page) => page.locator('.reminder--backup');

// The browser's answer to the request for persistent storage, and how often it was requested.
const answering = (page, persist, persisted) =>
  page.addInitScript(
    ([persist, persisted]) => {
      window.asked = 0;
      StorageManager.prototype.persist = () => ((window.asked += 1), Promise.resolve(persist));
      StorageManager.prototype.persisted = () => Promise.resolve(persisted);
    },
    [persist, persisted],
  );

for (const locale of some(locales, 1)) {
  const words = WORDS[locale];
  const book = BOOK[locale];

  test(`a backup reminder in ${locale} is postponed, then followed`, async ({ page }) => {
    await page.clock.install({ time: new Date('2026-03-01T10:00:00') });
    await open(page, locale);
    await create(page, book, 'ACME');
    await expect(status(page)).toHaveText(book.saved);
    expect(await backup(page), 'an edit writes the deal and nothing else').toBe(null);
    await page.locator('.deal__back').click();
    await expect.poll(() => backup(page)).toMatchObject({ changes: 1, from: '2026-03-01' });
    await expect(page.locator('.deal-row')).toHaveCount(1);
    await expect(reminder(page)).toHaveCount(0);

    await page.clock.setFixedTime(new Date('2026-03-08T10:00:00'));
    await page.reload();
    await expect(reminder(page)).toContainText(words.reminder);
    await expect(reminder(page)).toContainText(words.none);
    expect(await axe(page)).toEqual([]);
    await button(page, words.later).click();
    await expect(reminder(page)).toHaveCount(0);
    await expect(page.locator('h1')).toBeFocused();
    await page.reload();
    await expect(page.locator('.deal-row')).toHaveCount(1);
    await expect(reminder(page)).toHaveCount(0);

    await page.clock.setFixedTime(new Date('2026-03-15T10:00:00'));
    await page.goto(`deals/?lang=${locale}#view=today`);
    await page.reload();
    const file = JSON.parse(await download(page, reminder(page).getByRole('button', { name: book.export })));
    expect(file.deals.map((deal) => deal.customer)).toEqual(['ACME']);
    expect(JSON.stringify(file)).not.toContain('changes');
    await expect(reminder(page)).toHaveCount(0);
    await expect(message(page)).toContainText(words.handed);
    await expect(message(page)).toBeFocused();
    expect(await backup(page)).toMatchObject({ changes: 0, last: '2026-03-15' });

    await page.goto(`deals/?lang=${locale}#view=files`);
    await expect(page.locator('.files__last')).toContainText(words.clean);
    await page.goBack();
    await page.locator('.agenda__link').first().click();
    for (const title of ['one', 'two']) {
      await field(page, 'title').fill(title);
      await expect(status(page)).toHaveText(book.saved);
      await setVisibility(page, 'hidden');
      await setVisibility(page, 'visible');
    }
    expect(await backup(page), 'a deal counts once while it is open').toMatchObject({ changes: 1 });
    await page.goto(`deals/?lang=${locale}#view=files`);
    await expect(page.locator('.files__last')).toContainText(words.one);
  });

  test(`a deal in the trash is restored or removed in ${locale}`, async ({ page }) => {
    await seedRecord(page, DEAL_KEY, GONE);
    await page.addInitScript(([key, text]) => localStorage.setItem(key, text), [
      `${PREFIX}second`,
      GONE.replace('"kept"', '"second"').replace('华东机床', '华南'),
    ]);
    await open(page, locale);
    await page.getByRole('link', { name: `${book.deleted} (2)` }).click();
    await expect(page.locator('h1')).toBeFocused();
    expect(await axe(page), 'the trash').toEqual([]);

    await button(page, words.restore).click();
    await expect(message(page)).toHaveText(words.restored);
    await expect(message(page)).toBeFocused();
    await page.getByRole('link', { name: words.openIt }).click();
    await expect(field(page, 'customer')).toHaveValue('华东机床');
    await expect.poll(async () => JSON.parse(await stored(page, DEAL_KEY)).deleted).toBe(false);
    await page.getByRole('button', { name: book.remove }).click();

    await page.goto(`deals/?lang=${locale}#view=trash`);
    await button(page, words.remove).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('group', { name: words.sure })).toBeVisible();
    await expect(button(page, words.cancel)).toBeFocused();
    expect(await axe(page), 'the question').toEqual([]);
    await page.keyboard.press('Escape');
    await expect(button(page, words.remove)).toBeFocused();
    // A double press confirms nothing.
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('group', { name: words.sure })).toHaveCount(0);
    await expect.poll(() => stored(page, DEAL_KEY)).not.toBe(null);

    await button(page, words.remove).click();
    await page.getByRole('group', { name: words.sure }).getByRole('button', { name: words.yes }).click();
    await expect(message(page)).toHaveText(words.removed);
    await expect.poll(() => stored(page, DEAL_KEY)).toBe(null);
    await button(page, words.emptyTrash).click();
    await page.locator('.trash__empty').getByRole('button', { name: words.yes }).click();
    await expect(page.getByText(words.emptied)).toBeVisible();
    expect((await ours(page)).filter((key) => key.startsWith(PREFIX))).toEqual([]);
    await expect(page.locator('.not-saved')).toBeEmpty();
  });

  test(`a backup is restored in three actions in ${locale}`, async ({ page }) => {
    await seedRecord(page, DEAL_KEY, RECORD);
    await open(page, locale, '#view=files');
    const full = await download(page, page.getByRole('button', { name: book.export }));
    const raw = await page.evaluate(() => JSON.stringify({ format: 'sales-abacus-raw', version: 1, entries: { ...localStorage } }));
    for (const [name, content] of Object.entries({ 'backup.json': full, 'sales-abacus-raw.json': raw })) {
      await page.evaluate(() => localStorage.clear());
      await page.goto('');
      await page.goto(`deals/?lang=${locale}`);
      const chooser = page.waitForEvent('filechooser');
      await button(page, words.restoreBackup).click(); // one
      await (await chooser).setFiles({ name, mimeType: '', buffer: Buffer.from(content) }); // two
      await button(page, words.import(1)).click(); // three
      await expect.poll(async () => JSON.parse((await stored(page, DEAL_KEY)) ?? '{}').customer, name).toBe('华东机床');
      await page.getByRole('link', { name: words.see }).click();
      await expect(page.locator('.deal-row')).toContainText('华东机床');
      await expect(reminder(page), 'all of it is in the file').toHaveCount(0);
    }
  });

  test(`deleting all data in ${locale} spares other apps`, async ({ page }) => {
    await seedRecord(page, DEAL_KEY, RECORD);
    await page.addInitScript(
      ([prefix, gone, [scenario, text], others]) => {
        if (sessionStorage.getItem('more')) return;
        sessionStorage.setItem('more', 'yes');
        localStorage.setItem(`${prefix}gone`, gone.replace('"kept"', '"gone"'));
        localStorage.setItem(`${prefix}odd`, '?');
        localStorage.setItem(scenario, text);
        for (const name of ['lang', 'currency', 'reserve', 'undo:import']) localStorage.setItem(`sales-abacus:${name}`, name);
        for (const [key, text] of Object.entries(others)) localStorage.setItem(key, text);
      },
      [PREFIX, GONE, SCENARIO, OTHERS],
    );
    await open(page, locale, '#view=files');
    await button(page, words.deleteAll).click();
    const question = page.locator('.confirm');
    await expect(question).toContainText(words.willGo);
    await expect(button(page, words.cancel)).toBeFocused();
    expect(await axe(page), 'the question').toEqual([]);
    await page.keyboard.press('Escape');
    await expect(button(page, words.deleteAll)).toBeFocused();
    expect((await ours(page)).length).toBeGreaterThan(6);

    await page.keyboard.press('Enter');
    const file = JSON.parse(await download(page, question.getByRole('button', { name: book.export })));
    expect(file.deals).toHaveLength(2);
    await question.getByRole('button', { name: words.deleteYes }).click();
    await expect(message(page)).toContainText(words.allDeleted);
    await expect(page.getByRole('heading', { name: words.firstRun })).toBeVisible();
    expect(await axe(page), 'the first page again').toEqual([]);
    for (const state of ['hidden', 'visible', 'hidden']) await setVisibility(page, state);
    await expect.poll(() => ours(page)).toEqual([]);
    expect(await page.evaluate(() => ({ ...localStorage }))).toEqual(OTHERS);
    await button(page, words.dismiss).click();
    await expect(page.locator('h1')).toBeFocused();
    await page.reload();
    await expect(page.getByRole('heading', { name: words.firstRun })).toBeVisible();
  });

  test(`the browser’s persistence answer is shown in ${locale}`, async ({ page }) => {
    for (const [persisted, expected] of [[true, words.promised], [false, words.notPromised], [undefined, words.unknown]]) {
      await answering(page, true, persisted);
      await page.goto('');
      await page.goto(`deals/?lang=${locale}#view=files`);
      await expect(page.locator('.lasting__answer')).toContainText(expected);
    }
    expect(await axe(page)).toEqual([]);
  });

  test(`low storage is reported in ${locale}, with what uses it`, async ({ page }) => {
    await seedRecord(page, DEAL_KEY, RECORD);
    await page.addInitScript(() => localStorage.setItem('sales-abacus:x', '长'.repeat(2_100_000)));
    await open(page, locale);
    const warning = page.locator('.reminder--space');
    await expect(warning).toContainText(words.running);
    await expect(warning).toContainText(/8[45]%/);
    expect(await axe(page)).toEqual([]);
    await warning.getByRole('link', { name: words.makeRoom }).click();
    await expect(page.locator('.space__filled')).toContainText('2,500,000');
    await expect(page.locator('[data-kind="settings"]')).toContainText('2,100,0');
    await page.goBack();
    await warning.getByRole('button', { name: words.dismiss }).click();
    await expect(warning).toHaveCount(0);
    await page.getByRole('link', { name: words.files, exact: true }).click();
    await page.goBack();
    await expect(page.locator('.deal-row')).toHaveCount(1);
    await expect(warning, 'not again on this visit').toHaveCount(0);
  });
}

test('a read-only book can be deleted, too', async ({ page }) => {
  const words = WORDS.en;
  await seedRecord(page, DEAL_KEY, RECORD);
  await page.addInitScript(() => {
    if (!sessionStorage.getItem('journal')) localStorage.setItem('sales-abacus:journal', 'of-tomorrow');
    sessionStorage.setItem('journal', 'yes');
  });
  await open(page, 'en', '#view=files');
  await button(page, words.deleteAll).click();
  await page.locator('.confirm').getByRole('button', { name: words.deleteYes }).click();
  await expect(page.getByRole('heading', { name: words.firstRun })).toBeVisible();
  await expect.poll(() => ours(page)).toEqual([]);
  await create(page, BOOK.en, 'ACME');
  await expect(status(page)).toHaveText(BOOK.en.saved);
});

test('persistence is requested once and the answer is shown', async ({ page }) => {
  await answering(page, false, false);
  const asked = () => page.evaluate(() => window.asked);
  await open(page, 'en');
  expect(await asked()).toBe(0);
  await create(page, BOOK.en, 'ACME');
  await expect.poll(asked).toBe(1);
  await field(page, 'title').fill('again');
  await expect(status(page)).toHaveText(BOOK.en.saved);
  await page.locator('.deal__back').click();
  const answer = page.locator('.reminder--lasting');
  await expect(answer).toContainText(WORDS.en.notPromised);
  await expect(answer).toContainText('7 days');
  expect(await axe(page)).toEqual([]);
  await button(page, WORDS.en.dismiss).click();
  await expect(answer).toHaveCount(0);
  await expect(page.locator('h1')).toBeFocused();
  await page.locator('.deal-row__name').click();
  await page.reload();
  await field(page, 'title').fill('and again');
  await expect(status(page)).toHaveText(BOOK.en.saved);
  expect(await asked(), 'after a reload, too').toBe(0);
});

test('a deleted book no longer shows the browser’s answer', async ({ page }) => {
  await answering(page, true, true);
  await open(page, 'zh-CN');
  await create(page, BOOK['zh-CN'], '华东');
  await expect(status(page)).toHaveText(BOOK['zh-CN'].saved);
  await page.locator('.deal__back').click();
  const answer = page.locator('.reminder--lasting');
  await expect(answer).toContainText(WORDS['zh-CN'].promised);
  await expect(answer).not.toContainText('7 天');
  await page.goto('deals/?lang=zh-CN#view=files');
  await button(page, WORDS['zh-CN'].deleteAll).click();
  await page.locator('.confirm').getByRole('button', { name: WORDS['zh-CN'].deleteYes }).click();
  await expect(page.getByText(WORDS['zh-CN'].firstRun)).toBeVisible();
  await expect(answer).toHaveCount(0);
});

test('the trash is emptied after thirty days of use', async ({ page, context }) => {
  await seedRecord(page, DEAL_KEY, GONE);
  await page.clock.install({ time: new Date('2026-03-01T10:00:00') });
  await open(page, 'en', '#view=trash');
  await expect(page.locator('.trash__deals')).toContainText('removed after 30 more days of use');
  // A clock that jumps ten years ahead counts as one day.
  await page.clock.setFixedTime(new Date('2036-03-01T10:00:00'));
  await page.reload();
  await expect(page.locator('.trash__deals')).toContainText('removed after 29 more days of use');
  await page.evaluate(() => {
    const trash = JSON.parse(localStorage.getItem('sales-abacus:trash'));
    localStorage.setItem('sales-abacus:trash', JSON.stringify({ ...trash, days: trash.days + 28 }));
  });
  await page.reload();
  await expect(page.locator('.trash__deals')).toContainText('removed after 1 more day of use');

  const second = await context.newPage();
  await second.clock.install({ time: new Date('2026-03-02T10:00:00') });
  await open(second, 'en', '#view=trash');
  await expect(second.getByText(WORDS.en.emptied)).toBeVisible();
  await expect(page.getByText(WORDS.en.emptied)).toBeVisible();
  await expect(page.locator('.not-saved')).toBeEmpty();
  await expect.poll(() => stored(page, DEAL_KEY)).toBe(null);
});

test('an unreadable record can be removed once saved as a file', async ({ page }) => {
  const words = WORDS.en;
  await seedRecord(page, `${PREFIX}odd`, '?');
  await open(page, 'en');
  await expect(page.getByRole('button', { name: words.removeRecord })).toHaveCount(0);
  await refuseDownloads(page);
  await page.getByRole('button', { name: BOOK.en.saveRecord }).click();
  await expect(page.locator('#no-file')).toHaveValue('?');
  await expect(page.getByRole('button', { name: words.removeRecord }), 'not while there is no file').toHaveCount(0);
  await page.reload();
  expect(await download(page, page.getByRole('button', { name: BOOK.en.saveRecord }))).toBe('?');
  await page.getByRole('button', { name: words.removeRecord }).click();
  await page.locator('.confirm').getByRole('button', { name: words.removeRecord }).click();
  await expect(message(page)).toHaveText(words.removed);
  await expect.poll(() => ours(page)).not.toContain(`${PREFIX}odd`);
});

test('the demo has no reminders and nothing to delete', async ({ page }) => {
  await page.goto('deals/?lang=en&demo=1');
  await expect(page.locator('.deal-row').first()).toBeVisible();
  await expect(page.locator('.reminder')).toHaveCount(0);
  await page.goto('deals/?lang=en&demo=1#view=files');
  await expect(page.locator('h1')).toHaveText(WORDS.en.files);
  await expect(button(page, WORDS.en.deleteAll)).toHaveCount(0);
});
