// Deals as files: colleagues' exports together, tables of other programs, invalid files, and undo.

import { closeSync, ftruncateSync, openSync } from 'node:fs';
import { DEAL_KEY, PREFIX, RECORD, download, seedRecord, open } from './deal-book.js';
import { parse, recalculate } from './office.js';
import { SOAK, some } from './site.js';
import { axe, expect, locales, test } from './support.js';

const WORDS = {
  'zh-CN': {
    title: '导入与导出',
    choose: /选择文件|换文件/,
    import: (count) => `导入 ${count} 条`,
    undo: '撤销导入',
    see: '看商机',
    conflicts: (count) => `冲突（${count}）`,
    identical: (count) => `完全相同（${count}）`,
    newer: (count) => `文件里较新（${count}）`,
    fresh: (count) => `新的（${count}）`,
    repeated: (count) => `重复的（${count}）`,
    open: '还没有导入',
    nothing: '没有要导入的',
    leave: '不导入',
    csv: '商机列表（CSV）',
    workbook: '商机列表（Excel）',
    backup: '完整备份（JSON）',
    cancel: '取消',
    full: '没有导入：商机本已满',
    isNone: '这不是数字',
    noSuchDay: '没有这一天',
    bad: {
      empty: '文件是空的',
      large: '文件有 200 MB',
      half: '文件只有一半',
      other: '不是从销售算盘导出的文件',
      kind: '不是文本文件',
      encoding: '文字编码读不出来',
      workbook: '工作簿损坏或不完整',
      newer: '由新版本写成',
      quote: '第 2 行的引号没有结束',
    },
    record: { newer: '由新版本写成（格式 99）', deep: '层层嵌套太深', id: '没有可用的编号' },
  },
  en: {
    title: 'Import and export',
    choose: /Choose (other )?files/,
    import: (count) => `Import ${count}`,
    undo: 'Undo import',
    see: 'See the deals',
    conflicts: (count) => `Conflicts (${count})`,
    identical: (count) => `Identical (${count})`,
    newer: (count) => `Newer in the file (${count})`,
    fresh: (count) => `New (${count})`,
    repeated: (count) => `Repeated (${count})`,
    open: 'Nothing is imported yet',
    nothing: 'Nothing to import',
    leave: 'Leave out',
    csv: 'List of deals (CSV)',
    workbook: 'List of deals (Excel)',
    backup: 'Full backup (JSON)',
    cancel: 'Cancel',
    full: 'the deal book is full',
    isNone: 'This is not a number',
    noSuchDay: 'There is no such day',
    bad: {
      empty: 'The file is empty',
      large: 'The file is 200 MB',
      half: 'only half a file',
      other: 'not a file exported from Sales Abacus',
      kind: 'not a text file',
      encoding: 'The characters of this file cannot be read',
      workbook: 'damaged or incomplete',
      newer: 'Written by a newer version',
      quote: 'A quotation mark in line 2 is never closed',
    },
    record: { newer: 'Written by a newer version (format 99)', deep: 'nested too deeply', id: 'no usable id' },
  },
};

// 客户,金额,预计成交日,负责人,电话 / 华东机床,3万,2026/6/30,陈晨,021 / =1+1 丝绸,大约三百万,2026-02-30,, in GB18030.
const GB18030 = Buffer.from(
  'bfcdbba72cbdf0b6ee2cd4a4bcc6b3c9bdbbc8d52cb8bad4f0c8cb2cb5e7bbb00a' +
    'bbaab6abbbfab4b22c33cdf22c323032362f362f33302cb3c2b3bf2c3032310a' +
    '3d312b3120cbbfb3f12cb4f3d4bcc8fdb0d9cdf22c323032362d30322d33302c2c0a',
  'hex',
);

// What a table might get wrong.
const FACTS = { title: '=1+1, "x"', amount: '-1234567.89', expected_close: '2026-12-31', tags: ['VIP', '华东'] };

const record = (id, customer, revision, more = {}) => ({ schema: 2, id, revision, customer, ...more });
const exported = (book, deals) => ({
  name: `${book}.json`,
  mimeType: 'application/json',
  buffer: Buffer.from(JSON.stringify({ format: 'sales-abacus', version: 1, book, deals, scenarios: [], prefs: {} })),
});
const text = (name, content) => ({ name, mimeType: '', buffer: Buffer.from(content) });

const choose = async (page, words, file) => {
  const waiting = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: words.choose }).click();
  await (await waiting).setFiles(file);
};

// An import waits for other tabs: it is done when its list is gone, or a message is beside it.
const importNow = async (page, words, count) => {
  const button = page.getByRole('button', { name: words.import(count), exact: true });
  const refused = page.locator('.files__part [role=alert] .notice');
  await button.click();
  await expect.poll(async () => (await button.count()) === 0 || (await refused.count()) > 0).toBe(true);
};
const deals = (page) =>
  page.evaluate((prefix) => {
    const keys = Object.keys(localStorage).filter((key) => key.startsWith(prefix));
    return keys.map((key) => JSON.parse(localStorage.getItem(key)).customer).sort();
  }, PREFIX);
// Everything except the undo journals, which stay after an undo.
const everything = (page) =>
  page.evaluate(() => {
    // The app's own entries come and go: undo journals, and the reserve.
    const own = /^sales-abacus:(undo:|reserve$)/;
    const kept = Object.entries({ ...localStorage }).filter(([key]) => !own.test(key));
    return JSON.stringify(kept.sort());
  });

for (const locale of some(locales, 0)) {
  const words = WORDS[locale];

  test(`imports from two colleagues do not clash in ${locale}`, async ({ page }) => {
    const first = exported('first', [record('shared', '华东一部', 6), record('one', '华南', 1)]);
    const second = exported('second', [record('shared', '华东二部', 9, { amount: '5' }), record('two', '华北', 1)]);
    await open(page, locale);
    await page.getByRole('link', { name: words.title }).click();
    await expect(page.locator('h1')).toHaveText(words.title);
    await expect(page.locator('h1')).toBeFocused();

    await choose(page, words, first);
    await importNow(page, words, 2);
    await expect(page.locator('.import-outcome .undo__text')).toBeFocused();
    await choose(page, words, second);
    await expect(page.getByText(words.conflicts(1))).toBeVisible();
    await expect(page.locator('.import-versions')).toContainText('华东一部');
    await expect(page.locator('.import-versions')).toContainText('华东二部');
    expect(await axe(page)).toEqual([]);
    await importNow(page, words, 2);
    await expect.poll(() => deals(page)).toEqual(['华东一部', '华东二部', '华北', '华南'].sort());

    const before = await everything(page);
    for (const file of [first, second]) {
      await choose(page, words, file);
      await expect(page.getByText(words.identical(2))).toBeVisible();
      await expect(page.getByText(words.nothing)).toBeVisible();
      await expect(page.getByRole('button', { name: words.import(0) })).toHaveCount(0);
    }
    expect(await everything(page)).toBe(before);

    // A colleague's newer version replaces their older one.
    await choose(page, words, exported('second', [record('shared', '华东二部（新）', 12)]));
    await expect(page.getByText(words.newer(1))).toBeVisible();
    await importNow(page, words, 1);
    await expect.poll(() => deals(page)).toEqual(['华东一部', '华东二部（新）', '华北', '华南'].sort());
    await page.getByRole('link', { name: words.see }).click();
    await expect(page.locator('.deal-row')).toHaveCount(4);
  });

  test(`three colleagues' files are one import in ${locale}`, async ({ page }) => {
    const both = record('both', '华中', 1);
    const files = [
      exported('first', [record('shared', '华东一部', 2), record('one', '华南', 1), both]),
      exported('second', [record('shared', '华东二部', 2), both]),
      text('half.json', exported('third', []).buffer.subarray(0, 40)),
      text('table.csv', '客户,金额\n华北,5\n'),
    ];
    await open(page, locale, '#view=files');
    const before = await deals(page);
    await choose(page, words, files);
    await expect(page.locator('.files__part [role=alert]')).toContainText(`“half.json”`);
    await expect(page.locator('.files__part [role=alert]')).toContainText(words.bad.half);
    const told = page.locator('div.files__status');
    for (const name of ['first.json', 'second.json', 'table.csv']) await expect(told).toContainText(`“${name}”`);
    const conflicts = page.locator('.import-group--conflict');
    await expect(conflicts).toContainText(words.conflicts(1));
    await expect(page.getByText(words.fresh(3))).toBeVisible();
    await expect(page.getByText(words.repeated(1))).toBeVisible();
    await expect(conflicts.locator('thead')).toContainText('first.json');
    await expect(conflicts.locator('thead')).toContainText('second.json');
    expect(await axe(page)).toEqual([]);

    await conflicts.getByRole('radio', { name: '华东二部' }).check();
    await importNow(page, words, 4);
    await expect.poll(() => deals(page)).toEqual(['华东二部', '华中', '华北', '华南'].sort());
    // All of it is one import.
    await page.getByRole('button', { name: words.undo }).click();
    await expect.poll(() => deals(page)).toEqual(before);
  });

  test(`three versions of one deal are one table in ${locale}`, async ({ page }) => {
    const files = [
      ['张三', { customer: '华东', amount: '5' }],
      ['李四', { customer: '华北', amount: '7' }],
      ['王五', { customer: '华东', amount: '7' }],
    ].map(([salesperson, more], number) => {
      const file = exported(`book-${number}`, [record('shared', '', number + 1, more)]);
      const envelope = { ...JSON.parse(file.buffer), day: `2026-11-2${number}`, prefs: { salesperson } };
      return { ...file, buffer: Buffer.from(JSON.stringify(envelope)) };
    });
    await open(page, locale, '#view=files');
    await choose(page, words, files);
    const conflict = page.locator('.import-group--conflict .import-item');
    await expect(conflict).toHaveCount(1);
    await expect(conflict.getByRole('columnheader')).toHaveCount(4);
    await expect(conflict.getByRole('columnheader').nth(3)).toContainText(/王五 ?[（(]2026-11-22[)）]/);
    // Two fields with two values each, whichever files they are in.
    await expect(conflict.getByRole('radio')).toHaveCount(4);
    await expect(conflict.getByRole('radio', { checked: true })).toHaveCount(0);
    await page.getByRole('button', { name: words.import(1), exact: true }).click();
    await expect(page.locator('.import-preview__open')).toContainText(words.open);
    await expect(conflict.getByRole('radio').first()).toBeFocused();
    expect(await deals(page)).toEqual([]);

    // On a phone the choices are stacked, each labelled with its owner.
    await page.setViewportSize({ width: 390, height: 800 });
    const choices = await conflict.locator('.import-version:visible').evaluateAll((all) =>
      all.map((one) => [one.getBoundingClientRect().left, one.getBoundingClientRect().height >= 44]),
    );
    expect(choices).toHaveLength(4);
    expect(choices.every(([left, isLarge]) => left === choices[0][0] && isLarge)).toBe(true);
    await expect(conflict.locator('.import-version__whose').first()).toContainText(/张三.*王五/);
    expect(await axe(page)).toEqual([]);
    await page.setViewportSize({ width: 1000, height: 800 });
    // The cell of a version with the same value selects its choice, too.
    await conflict.locator('.import-versions__same .import-version').last().click();
    await conflict.getByRole('radio', { name: '华东' }).check();
    await importNow(page, words, 1);
    await expect.poll(() => deals(page)).toEqual(['华东']);
    const kept = await page.evaluate((key) => JSON.parse(localStorage.getItem(key)), `${PREFIX}shared`);
    expect(kept.amount).toBe('7');
    const before = await everything(page);
    await choose(page, words, files);
    await expect(page.getByText(words.nothing)).toBeVisible();
    expect(await everything(page)).toBe(before);
  });

  test(`a conflict is resolved field by field in ${locale}`, async ({ page }) => {
    await seedRecord(page, DEAL_KEY, JSON.stringify({ ...JSON.parse(RECORD), amount: '5', notes: 'ours' }));
    await open(page, locale, '#view=files');
    const file = exported('other', [record('kept', '别家', 9, { amount: '7', notes: 'theirs' })]);
    const envelope = { ...JSON.parse(file.buffer), day: '2026-11-20', prefs: { salesperson: '陈晨' } };
    await choose(page, words, { ...file, buffer: Buffer.from(JSON.stringify(envelope)) });
    const conflict = page.locator('.import-group--conflict .import-item');
    await expect(conflict.locator('thead')).toContainText(/陈晨 ?[（(]2026-11-20[)）]/);
    await expect(conflict.locator('.import-select')).toHaveValue('keep-both');
    const side = (field, version) => conflict.locator(`input[name="0-${field}"][value="${version}"]`);
    await side('customer', '1').check();
    await expect(conflict.locator('.import-select')).toHaveValue('combine');
    await expect(side('notes', '0')).toBeChecked();
    expect(await axe(page)).toEqual([]);
    await importNow(page, words, 1);
    await expect.poll(() => deals(page)).toEqual(['别家']);
    const kept = JSON.parse(await page.evaluate((key) => localStorage.getItem(key), DEAL_KEY));
    expect([kept.amount, kept.notes]).toEqual(['5', 'ours']);
    await page.getByRole('button', { name: words.undo }).click();
    await expect.poll(() => deals(page)).toEqual(['华东机床']);
  });

  test(`files dropped together in ${locale} are one import`, async ({ page }) => {
    await open(page, locale, '#view=files');
    const files = ['first', 'second', 'third'].map((book) => {
      const { name, buffer } = exported(book, [record(book, book, 1)]);
      return [name, buffer.toString()];
    });
    const dropped = await page.evaluateHandle((files) => {
      const transfer = new DataTransfer();
      for (const [name, content] of files) transfer.items.add(new File([content], name));
      return transfer;
    }, files);
    const part = page.locator('.files__part', { has: page.getByRole('button', { name: words.choose }) });
    await part.dispatchEvent('dragover', { dataTransfer: dropped });
    await expect(part).toHaveClass(/files__part--over/);
    await part.dispatchEvent('drop', { dataTransfer: dropped });
    await expect(part).not.toHaveClass(/files__part--over/);
    await importNow(page, words, 3);
    await expect.poll(() => deals(page)).toEqual(['first', 'second', 'third']);
  });

  test(`undoing an import in ${locale} keeps later changes`, async ({ page }) => {
    await seedRecord(page, DEAL_KEY, RECORD);
    await open(page, locale, '#view=files');
    const before = await page.evaluate((key) => localStorage.getItem(key), DEAL_KEY);
    await choose(page, words, exported('other', [record('kept', '别家', 4), record('a', '甲', 1), record('b', '乙', 1)]));
    await page.locator('.import-group--conflict .import-item .import-select').selectOption('take');
    await importNow(page, words, 3);
    await expect.poll(() => deals(page)).toEqual(['乙', '别家', '甲'].sort());
    await page.getByRole('link', { name: words.see }).click();
    await page.getByRole('link', { name: '甲' }).click();
    await page.locator('[name="customer"]').fill('甲改过');
    await page.goBack();
    await page.getByRole('button', { name: words.undo }).click();
    await expect(page.locator('.import-outcome .undo__text')).toContainText('2');
    await expect(page.locator('.import-outcome .undo__text')).toContainText('1');
    await expect(page.locator('.deal-row')).toHaveCount(2);
    await expect.poll(() => deals(page)).toEqual(['华东机床', '甲改过'].sort());
    expect(await page.evaluate((key) => localStorage.getItem(key), DEAL_KEY)).toBe(before);
    await expect(page.locator('.not-saved')).toBeEmpty();
  });

  test(`a GB18030 table is imported in ${locale}`, async ({ page }) => {
    await open(page, locale, '#view=files');
    await choose(page, words, { name: 'crm.csv', mimeType: 'text/csv', buffer: GB18030 });
    await expect(page.getByText('GB18030')).toBeVisible();
    await expect(page.getByLabel('客户')).toHaveValue('customer');
    await expect(page.getByLabel('电话')).toHaveValue('');
    await expect(page.getByText(words.isNone)).toBeVisible();
    await expect(page.getByText(words.noSuchDay)).toBeVisible();
    await page.getByLabel('电话').selectOption('notes');
    expect(await axe(page)).toEqual([]);
    await importNow(page, words, 2);
    await page.getByRole('link', { name: words.see }).click();
    await page.getByRole('link', { name: '=1+1 丝绸' }).click();
    await expect(page.locator('[name="amount"]')).toHaveValue('大约三百万');
    await page.goBack();
    await page.getByRole('link', { name: '华东机床' }).click();
    await expect(page.locator('[name="amount"]')).toHaveValue('30,000');
    await expect(page.locator('[name="expected_close"]')).toHaveValue('2026-06-30');

    const before = await everything(page);
    await page.goto(`deals/?lang=${locale}#view=files`);
    await page.reload();
    await choose(page, words, { name: 'crm.csv', mimeType: 'text/csv', buffer: GB18030 });
    await page.getByLabel('电话').selectOption('notes');
    await expect(page.getByText(words.identical(2))).toBeVisible();
    expect(await everything(page)).toBe(before);
  });

  test(`a refused file is explained in ${locale}`, async ({ page }, testInfo) => {
    await seedRecord(page, DEAL_KEY, RECORD);
    await open(page, locale, '#view=files');
    const large = testInfo.outputPath('large.json');
    const handle = openSync(large, 'w');
    ftruncateSync(handle, 200_000_000);
    closeSync(handle);
    const whole = exported('x', [record('a', '华东', 1)]).buffer;
    const { bad } = words;
    const alert = page.locator('.files__part [role=alert]');
    for (const [file, message] of [
      [text('empty.json', ''), bad.empty],
      [large, bad.large],
      [text('half.json', whole.subarray(0, whole.length - 30)), bad.half],
      [text('other.json', '{"deals":[]}'), bad.other],
      [text('deep.json', '['.repeat(10_000)), bad.other],
      [text('picture.json', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0])), bad.kind],
      [text('bytes.csv', Buffer.from([0x61, 0xff, 0xff, 0x0a, 0x31])), bad.encoding],
      [text('book.xlsx', Buffer.from('PK\x03\x04....')), bad.workbook],
      [text('newer.json', '{"format":"sales-abacus","version":7,"deals":[]}'), bad.newer],
      [text('quote.csv', 'a,b\n1,"2\n'), bad.quote],
    ]) {
      await choose(page, words, file);
      await expect(alert, message).toContainText(message);
      await expect(page.locator('.import-preview')).toHaveCount(0);
    }
    await expect.poll(() => deals(page)).toEqual(['华东机床']);
    expect(await axe(page)).toEqual([]);
  });

  test(`unreadable records do not block an import in ${locale}`, async ({ page }) => {
    await open(page, locale, '#view=files');
    const broken = `{"format":"sales-abacus","version":1,"deals":[
      {"schema":99,"id":"f","customer":"将来"}, {"schema":2,"id":"d","x":${'['.repeat(10_000)}${']'.repeat(10_000)}},
      {"schema":2,"customer":"<img src=x onerror=alert(1)>"}, {"schema":2,"id":"a","customer":"好的"}]}`;
    await choose(page, words, text('broken.json', broken));
    const unusable = page.locator('.import-group--unusable');
    for (const reason of Object.values(words.record)) await expect(unusable).toContainText(reason);
    await expect(unusable).toContainText('<img src=x onerror=alert(1)>');
    await importNow(page, words, 1);
    await expect.poll(() => deals(page)).toEqual(['好的']);
  });

  test(`an import without enough space is not started in ${locale}`, SOAK, async ({ page }) => {
    await seedRecord(page, DEAL_KEY, RECORD);
    await open(page, locale, '#view=files');
    const many = Array.from({ length: 60 }, (_, index) => record(`d${index}`, `客户 ${index}`, 1, { notes: '长'.repeat(100_000) }));
    await choose(page, words, exported('other', many));
    await expect(page.getByRole('button', { name: words.import(60), exact: true })).toBeVisible();
    const before = await everything(page);
    await importNow(page, words, 60);
    await expect(page.locator('.files__part [role=alert]')).toContainText(words.full);
    expect(await everything(page)).toBe(before);
    await page.getByRole('button', { name: words.cancel }).click();
    await expect(page.getByRole('button', { name: words.choose })).toBeFocused();
  });

  test(`the list in ${locale} survives export and import as a table`, async ({ page }, testInfo) => {
    await seedRecord(page, DEAL_KEY, JSON.stringify({ ...JSON.parse(RECORD), ...FACTS }));
    await open(page, locale, '#view=files');
    const csv = await download(page, page.getByRole('button', { name: words.csv }));
    expect(csv.startsWith('\ufeff')).toBe(true);
    expect(csv).toContain('华东机床,"\'=1+1, ""x""",');
    await choose(page, words, text('ours.csv', csv));
    await expect(page.getByText(words.identical(1))).toBeVisible();

    const waiting = page.waitForEvent('download');
    await page.getByRole('button', { name: words.workbook }).click();
    const workbook = await waiting;
    expect(workbook.suggestedFilename()).toMatch(/^sales-abacus-deals-\d{4}-\d\d-\d\d\.xlsx$/);
    const path = testInfo.outputPath('deals.xlsx');
    await workbook.saveAs(path);
    const [inWorkbook] = recalculate([path], testInfo.outputPath('office'));
    // A workbook needs no apostrophe to keep a text from being a formula.
    expect(inWorkbook.map((row) => row.join('|'))).toEqual(parse(csv).map((row) => row.join('|').replace("'=", '=')));

    const backup = JSON.parse(await download(page, page.getByRole('button', { name: words.backup })));
    expect(backup.deals.map((deal) => deal.customer)).toEqual(['华东机床']);
    expect(backup.book).toMatch(/^[a-z0-9-]{1,32}$/);
    expect(await axe(page)).toEqual([]);
  });
}

test('a backup restores everything in an empty browser', async ({ page }) => {
  const words = WORDS.en;
  await seedRecord(page, DEAL_KEY, RECORD);
  await open(page, 'en', '#view=files');
  await page.evaluate(() => localStorage.setItem('sales-abacus:scenario:s', 'clv?name=Regulars&place=0&revision=1#spend=12'));
  const backup = await download(page, page.getByRole('button', { name: words.backup }));
  await page.evaluate(() => localStorage.clear());
  await page.reload();
  await choose(page, words, text('backup.json', backup));
  await importNow(page, words, 2);
  await expect.poll(() => deals(page)).toEqual(['华东机床']);
  expect(await page.evaluate(() => localStorage.getItem('sales-abacus:scenario:s'))).toContain('name=Regulars');
});
