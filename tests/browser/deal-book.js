// Shared helpers of the deal book's tests: texts, navigation, and the store.

import { readFileSync } from 'node:fs';
import { expect } from './support.js';

export const WORDS = {
  'zh-CN': {
    new: '新建商机',
    customer: '客户',
    saved: '已保存',
    notSaved: '未保存',
    file: '把数据存成文件',
    export: '完整备份（JSON）',
    retry: '再试一次',
    putBack: '全部重新保存',
    remove: '删除这笔商机',
    undo: '撤销',
    deleted: '最近删除',
    restore: '恢复',
    complete: '1+2+1 已齐备',
    notANumber: '这不是数字',
    unreadable: '读不出来的记录',
    saveRecord: '原样存成文件',
    unknown: '这里没有这笔商机',
    keptUnreadable: '这笔商机的记录读不出来',
    back: '商机本',
  },
  en: {
    new: 'New deal',
    customer: 'Customer',
    saved: 'Saved',
    notSaved: 'Not saved',
    file: 'Save data as a file',
    export: 'Full backup (JSON)',
    retry: 'Try again',
    putBack: 'Save all again',
    remove: 'Delete this deal',
    undo: 'Undo',
    deleted: 'Recently deleted',
    restore: 'Restore',
    complete: '1+2+1 is complete',
    notANumber: 'This is not a number',
    unreadable: 'Records that cannot be read',
    saveRecord: 'Save unchanged',
    unknown: 'There is no such deal here',
    keptUnreadable: 'The record of this deal cannot be read',
    back: 'Deal book',
  },
};

export const PREFIX = 'sales-abacus:deal:';
export const DEAL_KEY = `${PREFIX}kept`;
export const RECORD = JSON.stringify({ schema: 2, id: 'kept', revision: 1, customer: '华东机床', title: 'Line 2' });

// Expands the data of each opened deal, once: it is collapsed in reading mode, and most tests edit.
export const expandSections = (page) =>
  page.addInitScript(() => {
    const seen = new WeakSet();
    const unfold = () => {
      for (const section of document.querySelectorAll('#deal, #next-step')) {
        if (!seen.has(section)) section.setAttribute('open', '');
        seen.add(section);
      }
    };
    new MutationObserver(unfold).observe(document, { childList: true, subtree: true });
  });

export const open = async (page, locale, fragment = '') => {
  await expandSections(page);
  await page.goto(`deals/?lang=${locale}${fragment}`);
  await expect(page.locator('h1')).toBeVisible();
};

// Puts a record into the store before the page first opens, and only then.
export const seedRecord = (page, key, text) =>
  page.addInitScript(
    ([key, text]) => {
      if (!sessionStorage.getItem('held')) localStorage.setItem(key, text);
      sessionStorage.setItem('held', 'yes');
    },
    [key, text],
  );

export const denyStorage = (page) =>
  page.addInitScript(() =>
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('denied', 'SecurityError');
      },
    }),
  );

export const stored = (page, key) => page.evaluate((key) => localStorage.getItem(key), key);
export const field = (page, name) => page.locator(`[name="${name}"]`);
export const banner = (page) => page.locator('.not-saved');
export const status = (page) => page.locator('.save-status__word');

export const create = async (page, words, customer) => {
  await page.getByRole('button', { name: words.new }).click();
  await expect(field(page, 'customer')).toBeFocused();
  await field(page, 'customer').fill(customer);
};

// Adds someone in a role, or as a guide, and returns the prefix of their field names: `people.p1`.
export const addPerson = async (page, role, name) => {
  const button = role === 'guide' ? page.locator('#people .deal-actions button').first() : page.locator(`[data-role="${role}"] button`);
  await button.click();
  const input = page.locator('#people input:focus');
  await expect(input).toHaveAttribute('name', /^people\..+\.name$/);
  await input.fill(name);
  return (await input.getAttribute('name')).replace(/\.name$/, '');
};

export const option = (page, name, value) => field(page, name).and(page.locator(`[value="${value}"]`));

export const download = async (page, button) => {
  const waiting = page.waitForEvent('download');
  await button.click();
  return readFileSync(await (await waiting).path(), 'utf8');
};

// Another tab writes the stored deal simultaneously: it is unnoticed until ours is saved.
export const writeInOtherTab = (page, changes) =>
  page.evaluate(([key, text]) => localStorage.setItem(key, text), [
    DEAL_KEY,
    JSON.stringify({ ...JSON.parse(RECORD), revision: 2, ...changes }),
  ]);

// Leaves a date control with only one part typed, or with one part removed.
export const leaveDateIncomplete = async (page, name) => {
  const full = (await field(page, name).inputValue()) !== '';
  await field(page, name).focus();
  await page.keyboard.press(full ? 'Backspace' : '2');
  await field(page, 'title').focus();
};

export const refuseDownloads = (page) =>
  page.evaluate(() => {
    URL.createObjectURL = () => {
      throw new TypeError('no files here');
    };
  });

// Stops a page's installed clock. Pending timers fire now, and later ones only by `page.clock.runFor`: no timer fires
// between two steps of a test, however long a busy machine takes.
export const stopClock = async (page) => page.clock.pauseAt((await page.evaluate(() => Date.now())) + 3_600_000);

// Takes the lock of all tabs in this page, until `window.release()`.
export const holdLock = (page) =>
  page.evaluate(
    () =>
      new Promise((granted) => {
        navigator.locks.request('sales-abacus', () => new Promise((release) => (Object.assign(window, { release }), granted())));
      }),
  );

// What the browser does when a tab is hidden or shown.
export const setVisibility = (page, visibilityState) =>
  page.evaluate((visibilityState) => {
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => visibilityState });
    document.dispatchEvent(new Event('visibilitychange'));
  }, visibilityState);
