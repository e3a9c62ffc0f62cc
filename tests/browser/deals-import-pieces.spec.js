// An import is written in pieces: the page stays responsive, it can be cancelled, and other tabs see all of it or
// nothing.

import { PREFIX, open } from './deal-book.js';
import { some } from './site.js';
import { expect, locales, test } from './support.js';

const WORDS = {
  'zh-CN': {
    choose: /选择文件|换文件/,
    import: '导入 200 条',
    writing: '正在导入…',
    stop: '停止导入',
    stopped: '导入已停止',
    done: '已从',
    undo: '撤销导入',
    undoing: '正在撤回',
    undone: '200 条都撤回了',
    notSaved: '未保存',
    dropLater: '写完请再放一次',
  },
  en: {
    choose: /Choose (other )?files/,
    import: 'Import 200',
    writing: 'Importing…',
    stop: 'Stop importing',
    stopped: 'Import stopped',
    done: 'Imported 200',
    undo: 'Undo import',
    undoing: 'Undoing',
    undone: '200 records were taken back',
    notSaved: 'Not saved',
    dropLater: 'Drop them again',
  },
};
const ROWS = 200;
const TABLE = `客户,商机名称\n${Array.from({ length: ROWS }, (_, row) => `客户 ${row},项目 ${row}\n`).join('')}`;

// A slow store, like a phone's with thousands of records.
const slow = (page) =>
  page.addInitScript((prefix) => {
    for (const name of ['setItem', 'removeItem']) {
      const change = Storage.prototype[name];
      Storage.prototype[name] = function changeSlowly(key, ...rest) {
        const until = key.startsWith(prefix) ? performance.now() + 8 : 0;
        while (performance.now() < until);
        return change.call(this, key, ...rest);
      };
    }
  }, PREFIX);

const stored = (page) =>
  page.evaluate((prefix) => Object.keys(localStorage).filter((key) => key.startsWith(prefix)).length, PREFIX);

const choose = async (page, words) => {
  const waiting = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: words.choose }).click();
  await (await waiting).setFiles({ name: 'many.csv', mimeType: 'text/csv', buffer: Buffer.from(TABLE) });
  await expect(page.getByRole('button', { name: words.import, exact: true })).toBeVisible();
};

for (const locale of some(locales, 0)) {
  const words = WORDS[locale];

  test(`an import is cancelled during writing in ${locale}`, async ({ page, context }) => {
    const other = await context.newPage();
    await open(other, locale);
    await slow(page);
    await open(page, locale, '#view=files');
    await choose(page, words);
    await page.getByRole('button', { name: words.import, exact: true }).click();
    await expect(page.getByText(words.writing, { exact: true })).toBeVisible();
    await expect(page.getByRole('button', { name: words.choose })).toBeDisabled();
    await expect(page.getByRole('button', { name: words.stop })).toBeFocused();
    await expect(page.getByRole('button', { name: words.stop })).toBeInViewport();
    // Files dropped meanwhile are refused with a message.
    const transfer = await page.evaluateHandle(() => {
      const transfer = new DataTransfer();
      transfer.items.add(new File(['客户\n'], 'late.csv'));
      return transfer;
    });
    await page.dispatchEvent('.files__part:has(.import-progress)', 'drop', { dataTransfer: transfer });
    await expect(page.getByText(words.dropLater)).toBeVisible();
    await page.getByRole('button', { name: words.stop }).click();
    await expect(page.locator('.files__part [role=alert]')).toContainText(words.stopped);
    await expect(page.getByRole('progressbar')).toHaveCount(0);
    await expect(page.getByText(words.dropLater)).toHaveCount(0);
    await expect(page.getByRole('button', { name: words.choose })).toBeFocused();
    expect(await stored(page)).toBe(0);
    await expect(other.locator('.deal-row')).toHaveCount(0);
    await expect(other.getByText(words.notSaved)).toHaveCount(0);

    // The same file, to the end; then the import is undone.
    await page.getByRole('button', { name: words.import, exact: true }).click();
    await expect(page.getByText(words.done)).toBeVisible();
    expect(await stored(page)).toBe(ROWS);
    await expect(other.locator('.deal-row').first()).toBeVisible();
    await page.getByRole('button', { name: words.undo }).first().click();
    await expect(page.getByText(words.undoing)).toBeVisible();
    await expect(page.getByText(words.undone)).toBeVisible();
    expect(await stored(page)).toBe(0);
    await expect(other.locator('.deal-row')).toHaveCount(0);
    await expect(other.getByText(words.notSaved)).toHaveCount(0);
  });

  test(`a reload during an import leaves none of it in ${locale}`, async ({ page }) => {
    await slow(page);
    await open(page, locale, '#view=files');
    await choose(page, words);
    await page.getByRole('button', { name: words.import, exact: true }).click();
    await expect(page.getByText(words.writing, { exact: true })).toBeVisible();
    await page.reload();
    await expect(page.getByRole('button', { name: words.choose })).toBeEnabled();
    await expect.poll(() => stored(page)).toBe(0);
  });
}
