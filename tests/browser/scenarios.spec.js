// Scenarios: stored, followed by other tabs, compared, and never lost silently.

import { readFileSync } from 'node:fs';
import { some } from './site.js';
import { axeInBoth, expect, locales, test } from './support.js';

const WORDS = {
  'zh-CN': {
    keep: '存为方案',
    open: '打开',
    rename: '改名',
    ok: '确定',
    up: '上移',
    down: '下移',
    remove: '删除',
    compare: '对比',
    undo: '撤销',
    recently: '最近删除',
    restore: '恢复',
    full: '最多并排对比四个，请先取消勾选一个。',
    denied: '在这里存的方案，关闭本页后就没有了。',
    notSaved: '未保存',
    file: '把数据存成文件',
    retry: '再试一次',
    unreadable: '有 2 条方案记录读不出来',
    fileOfRecords: '存成文件',
    proposed: '¥25,000',
    less: '-5,000（-20%）',
  },
  en: {
    keep: 'Save as scenario',
    open: 'Open',
    rename: 'Rename',
    ok: 'OK',
    up: 'Move up',
    down: 'Move down',
    remove: 'Delete',
    compare: 'Compare',
    undo: 'Undo',
    recently: 'Recently deleted',
    restore: 'Restore',
    full: 'You can compare at most four. Untick one first.',
    denied: 'Scenarios saved here are gone once you close this page.',
    notSaved: 'Not saved',
    file: 'Save data as a file',
    retry: 'Try again',
    unreadable: '2 stored scenarios cannot be read',
    fileOfRecords: 'Save as a file',
    proposed: '$25,000',
    less: '-5,000 (-20%)',
  },
};

const PREFIX = 'sales-abacus:scenario:';
const ONE = [`${PREFIX}one`, 'bad-debt?name=One&place=0&revision=1#loss=500&margin=0.02'];
const TWO = [`${PREFIX}two`, 'bad-debt?name=Two&place=1&revision=1#loss=600&margin=0.03'];

const open = async (page, locale, fragment = '') => {
  await page.goto(`bad-debt/?lang=${locale}${fragment}`);
  await expect(page.locator('h1')).toBeVisible();
};

// Puts records into the store before the page first opens, and only then.
const seedRecords = (page, ...records) =>
  page.addInitScript((records) => {
    if (!sessionStorage.getItem('held')) for (const [key, text] of records) localStorage.setItem(key, text);
    sessionStorage.setItem('held', 'yes');
  }, records);

const stored = (page) =>
  page.evaluate((prefix) => Object.keys(localStorage).filter((key) => key.startsWith(prefix)).map((key) => localStorage.getItem(key)), PREFIX);
const field = (page, key) => page.locator(`input[name="${key}"]`);
const list = (page) => page.locator('.scenario__name span');
const button = (page, action, name) => page.getByRole('button', { name: new RegExp(`^${action} ?“${name}”$`) });
const box = (page, name) => page.getByRole('checkbox', { name: new RegExp(`“${name}”$`) });

const keep = async (page, words, name, loss) => {
  await field(page, 'loss').fill(loss);
  await field(page, 'scenario-name').fill(name);
  await page.getByRole('button', { name: words.keep }).click();
};

const download = async (page, button) => {
  const waiting = page.waitForEvent('download');
  await button.click();
  return JSON.parse(readFileSync(await (await waiting).path(), 'utf8'));
};

for (const locale of some(locales, 1)) {
  const words = WORDS[locale];

  test(`scenarios in ${locale} survive a reload and are compared`, async ({ page, context }) => {
    await open(page, locale);
    await page.getByRole('button', { name: words.keep }).click();
    await expect(list(page)).toContainText([words.proposed]);
    const other = await context.newPage();
    await open(other, locale);
    await keep(page, words, '小单 <b>', '400');
    await expect(field(page, 'scenario-name')).toHaveValue('');
    await expect(list(other)).toContainText([words.proposed, '小单 <b>']);

    await page.reload();
    await expect(list(page)).toContainText([words.proposed, '小单 <b>']);
    const headline = page.locator('.compare__table tbody').first().locator('tr').nth(1);
    await expect(headline.locator('.compare__value data')).toHaveText([/25,000$/, /20,000$/]);
    await expect(headline.locator('.compare__difference')).toContainText([words.less]);
    await expect(headline.locator('.compare__difference')).toHaveAttribute('value', '-5000');

    await field(page, 'loss').fill('abc');
    await button(page, words.open, '小单 <b>').click();
    await expect(field(page, 'loss')).toHaveValue('400');
    await expect(page.locator('.scenario[aria-current]')).toContainText('小单 <b>');
    await expect.poll(() => new URL(page.url()).hash).toBe('#loss=400');
  });

  test(`scenarios are managed by keyboard alone in ${locale}`, async ({ page }) => {
    await seedRecords(page, ONE, TWO);
    await open(page, locale);
    const press = async (action, name) => {
      await button(page, action, name).focus();
      await page.keyboard.press('Enter');
    };
    await press(words.rename, 'One');
    await expect(field(page, 'scenario-new-name')).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(button(page, words.rename, 'One')).toBeFocused();
    await page.keyboard.press('Enter');
    await field(page, 'scenario-new-name').fill('一');
    await page.keyboard.press('Enter');
    await expect(button(page, words.rename, '一')).toBeFocused();
    await expect(list(page)).toHaveText(['一', 'Two']);

    await press(words.down, '一');
    await expect(list(page)).toHaveText(['Two', '一']);
    await expect(button(page, words.up, '一')).toBeFocused();
    await expect(page.locator('.compare__name')).toHaveText(['Two', '一']);

    await press(words.remove, 'Two');
    await expect(list(page)).toHaveText(['一']);
    await expect(page.locator('.scenarios').getByRole('button', { name: words.undo })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(button(page, words.open, 'Two')).toBeFocused();
    await expect(list(page)).toHaveText(['Two', '一']);

    await press(words.remove, 'Two');
    await press(words.remove, '一');
    await expect(page.locator('.scenarios').getByRole('button', { name: words.undo })).toBeFocused();
    await page.reload();
    await expect(list(page)).toHaveCount(0);
    await page.getByText(words.recently).click();
    await button(page, words.restore, 'Two').click();
    await expect(list(page)).toHaveText(['Two']);
    await expect(button(page, words.open, 'Two')).toBeFocused();
  });

  test(`four are compared in ${locale}, and the fifth says why not`, async ({ page }) => {
    const records = ['A', 'B', 'C', 'D', 'E'].map((name, place) => [
      `${PREFIX}${name.toLowerCase()}`,
      `bad-debt?name=${name}&place=${place}#loss=${100 * 1000 ** place}`,
    ]);
    await seedRecords(page, ...records);
    await open(page, locale);
    await expect(page.locator('.compare__name')).toHaveText(['A', 'B', 'C', 'D']);
    // Playwright would wait for it to be enabled.
    await box(page, 'E').focus();
    await page.keyboard.press('Space');
    await expect(box(page, 'E')).not.toBeChecked();
    await expect(page.locator('.scenarios__note')).toHaveText(words.full);
    await box(page, 'A').uncheck();
    await box(page, 'E').check();
    await expect(page.locator('.compare__name')).toHaveText(['B', 'C', 'D', 'E']);
    await page.setViewportSize({ width: 390, height: 844 });
    const seen = await page.evaluate(() => {
      const scroll = document.querySelector('.compare__scroll');
      const wider = scroll.scrollWidth > scroll.clientWidth;
      const cut = [...scroll.querySelectorAll('td')].filter((cell) => cell.scrollWidth > cell.clientWidth).length;
      return { wider, cut, at: scroll.scrollLeft, over: document.documentElement.scrollWidth - innerWidth };
    });
    expect(seen).toEqual({ wider: true, cut: 0, at: 0, over: 0 });
  });

  test(`denied storage is reported in ${locale} and offers a file`, async ({ page }) => {
    await page.addInitScript(() =>
      Object.defineProperty(window, 'localStorage', {
        get() {
          throw new DOMException('denied', 'SecurityError');
        },
      }),
    );
    await open(page, locale);
    await expect(page.locator('.scenarios')).toContainText(words.denied);
    await keep(page, words, 'Mine', '700');
    await expect(page.getByRole('alert').filter({ hasText: words.notSaved })).toBeVisible();
    await expect(list(page)).toHaveText(['Mine']);
    const file = await download(page, page.getByRole('button', { name: words.file }));
    expect(file.format).toBe('sales-abacus-raw');
    expect(Object.values(file.entries)).toEqual([expect.stringMatching(/^bad-debt\?name=Mine&.*loss=700/)]);
  });

  test(`a full store is reported in ${locale}, and a retry stores`, async ({ page }) => {
    await page.addInitScript(() => {
      const { setItem } = Storage.prototype;
      Storage.prototype.setItem = function (key, text) {
        if (window.full) throw new DOMException('full', 'QuotaExceededError');
        setItem.call(this, key, text);
      };
    });
    await open(page, locale);
    await page.evaluate(() => { window.full = true; });
    await keep(page, words, 'Mine', '700');
    await expect(page.getByRole('alert').filter({ hasText: words.notSaved })).toBeVisible();
    await expect.poll(() => stored(page)).toEqual([]);
    await page.evaluate(() => { window.full = false; });
    await page.getByRole('button', { name: words.retry }).click();
    await expect(page.getByText(words.notSaved)).toHaveCount(0);
    await expect.poll(() => stored(page)).toHaveLength(1);
  });

  test(`unreadable scenarios are kept byte for byte in ${locale}`, async ({ page }) => {
    const odd = [[`${PREFIX}odd`, 'clv?schema=9#\u0000"ä'], [`${PREFIX}NOT AN ID`, '{']];
    await seedRecords(page, ONE, ...odd);
    await open(page, locale);
    await expect(page.locator('.notice')).toContainText(words.unreadable);
    await keep(page, words, 'Mine', '700');
    await expect(list(page)).toHaveText(['One', 'Mine']);
    const { entries } = await download(page, page.getByRole('button', { name: words.fileOfRecords }));
    for (const [key, text] of odd) {
      expect(entries[key]).toBe(text);
      expect(await page.evaluate((key) => localStorage.getItem(key), key)).toBe(text);
    }
  });

  test(`axe finds nothing in scenarios, ${locale}`, async ({ page }) => {
    await seedRecords(page, ONE, TWO, [`${PREFIX}odd`, '?'], [`${PREFIX}gone`, 'bad-debt?name=Gone&deleted=1']);
    await open(page, locale, '#loss=600&margin=0.03');
    await page.getByText(words.recently).click();
    await button(page, words.remove, 'One').click();
    await page.locator('.scenarios').getByRole('button', { name: words.undo }).click();
    await button(page, words.rename, 'One').click();
    expect(await axeInBoth(page, '.scenarios')).toEqual([]);
  });
}

test('names given in two tabs at the same time are both kept', async ({ page, context }) => {
  await seedRecords(page, ONE);
  await open(page, 'en');
  const other = await context.newPage();
  await open(other, 'en');
  // Written behind the app's back in the first tab, which is not notified: storage events go only to other tabs.
  await page.evaluate(([key]) => localStorage.setItem(key, 'bad-debt?name=Theirs&place=0&revision=2#loss=500&margin=0.02'), ONE);
  await button(page, 'Rename', 'One').click();
  await field(page, 'scenario-new-name').fill('Ours');
  await page.keyboard.press('Enter');
  for (const tab of [page, other]) {
    await expect.poll(async () => (await list(tab).allTextContents()).toSorted()).toEqual(['Ours', 'Theirs']);
  }
  await expect(page.locator('.scenarios')).toContainText('Both were kept');
});

test('the deal book’s export contains the scenarios', async ({ page }) => {
  await seedRecords(page, ONE, ['sales-abacus:currency', 'EUR'], ['sales-abacus:decimals', 'auto']);
  await page.goto('deals/?lang=en#view=files');
  const file = await download(page, page.getByRole('button', { name: 'Full backup (JSON)' }));
  expect(file.scenarios).toEqual([expect.objectContaining({ id: 'one', tool: 'bad-debt', name: 'One', place: 0 })]);
  expect(file.scenarios[0].inputs).toMatchObject({ loss: '500', margin: '0.02' });
  expect(file.prefs).toMatchObject({ currency: 'EUR', decimals: 'auto' });
});
