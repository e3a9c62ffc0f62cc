// The list as a table, from 1,000 px: what a manager reviews with a team.

import { PREFIX, open } from './deal-book.js';
import { some } from './site.js';
import { axeInBoth, expect, locales, test } from './support.js';

const NOW = new Date('2026-11-28T10:00:00');
const LONG = 'Ein sehr langer Name 很长的名字 '.repeat(8);
const DEALS = [
  { id: 'a', customer: '华东机床', title: '五轴', salesperson: '陈晨', amount: '1200000', stage: 'commitment', reached: { commitment: '2026-11-18' },
    next_step: { action: '现场演示', date: '2026-11-27' }, tags: ['重点'], expected_close: '2026-12-10', assessment: { need: 'clear' } },
  { id: 'b', customer: 'Acme', salesperson: 'Ann', amount: '300', currency: 'EUR', stage: 'needs', reached: { needs: '2026-10-29' },
    people: [{ id: 'p1', name: 'Bo', roles: ['user'] }] },
  { id: 'c', customer: 'Beta', salesperson: 'ann', amount: '5000', next_step: { action: 'Call', date: '2026-12-05' }, tags: ['VIP'] },
  { id: 'd', customer: LONG, title: LONG, salesperson: LONG, amount: '999999999999999', next_step: { action: LONG, date: '2023-01-01' } },
  { id: 'e', customer: 'Gone', end: 'lost' },
];

const WORDS = {
  'zh-CN': { sum: '4 笔，合计 ¥1,000,000,001,204,999 · €300', heads: ['客户', '阶段', '金额', '下一步与到期', '1+2+1', '我方负责人', '停留天数'], late: '晚了 1 天', any: '不限', nobody: '还没有负责人' },
  en: { sum: '4 deals, total CN¥1,000,000,001,204,999 · €300', heads: ['Customer', 'Stage', 'Amount', 'Next step and due', '1+2+1', 'Salesperson', 'Days here'], late: '1 day late', any: 'Any', nobody: 'No salesperson' },
};

const ids = (page) => page.locator('.deal-row').evaluateAll((rows) => rows.map((row) => row.dataset.deal).join(''));
const head = (page, sort) => page.locator(`[data-sort="${sort}"]`);
const order = (page, sort) => head(page, sort).locator('xpath=..').getAttribute('aria-sort');

for (const locale of some(locales, 0)) {
  const words = WORDS[locale];

  test.describe(`a table in ${locale}`, () => {
    test.use({ viewport: { width: 1280, height: 720 } });

    test.beforeEach(async ({ page }) => {
      await page.clock.setFixedTime(NOW);
      await page.addInitScript(
        ([prefix, deals]) => deals.forEach((deal) => localStorage.setItem(prefix + deal.id, JSON.stringify({ schema: 2, revision: 1, ...deal }))),
        [PREFIX, DEALS],
      );
      await open(page, locale);
    });

    test('has a header per column, which sorts and reverses', async ({ page }) => {
      const table = page.getByRole('grid');
      await expect(table.getByRole('columnheader')).toHaveText(words.heads);
      await expect(table).toHaveAttribute('aria-rowcount', '5');
      expect(await order(page, 'due')).toBe('ascending');
      for (const [sort, first, expected, second, turned] of [
        ['amount', 'descending', 'dacb', 'ascending', 'bcad'],
        ['days', 'descending', 'bacd', 'ascending', 'abcd'],
        ['salesperson', 'ascending', 'bcda', 'descending', 'adbc'],
        ['gate', 'descending', 'bacd', 'ascending', 'acdb'],
        ['stage', 'descending', 'abcd', 'ascending', 'cdba'],
      ]) {
        await head(page, sort).click();
        await expect.poll(() => order(page, sort)).toBe(first);
        expect([sort, (await ids(page)).length]).toEqual([sort, expected.length]);
        const shown = await ids(page);
        await head(page, sort).press('Enter');
        await expect.poll(() => order(page, sort)).toBe(second);
        await expect(head(page, sort)).toBeFocused();
        if (['amount', 'days', 'stage'].includes(sort)) expect([sort, shown[0], (await ids(page)).at(-1)]).toEqual([sort, expected[0], turned.at(-1)]);
      }
      await expect(page).toHaveURL(/sort=stage&reversed=1/);
      expect(await axeInBoth(page)).toEqual([]);
    });

    test('shows each deal in a row, and nothing overlaps', async ({ page }) => {
      const row = page.locator('[data-deal="a"]');
      await expect(row.getByRole('gridcell')).toHaveCount(7);
      await expect(row).toContainText(words.late);
      await expect(row).toContainText('0+0/4+1');
      await expect(row.getByRole('gridcell').last()).toHaveText('10');
      const wrong = await page.locator('.deal-row').evaluateAll((rows) => rows.flatMap((row) => {
        const [box, cells] = [row.getBoundingClientRect(), [...row.querySelectorAll('[role=gridcell]')].map((cell) => cell.getBoundingClientRect())];
        const over = cells.slice(1).filter((cell, at) => cell.left < cells[at].right - 1);
        const chip = row.querySelector('.due-chip').getBoundingClientRect();
        const cell = row.querySelector('.due-chip').closest('[role=gridcell]').getBoundingClientRect();
        const isCut = chip.right > cell.right + 1 || chip.bottom > box.bottom || chip.top < box.top;
        return over.length > 0 || isCut || box.right > innerWidth ? [row.dataset.deal] : [];
      }));
      expect(wrong).toEqual([]);
      const heights = await page.locator('.deal-row').evaluateAll((rows) => [...new Set(rows.map((row) => row.getBoundingClientRect().height))]);
      expect(heights).toHaveLength(1);
    });

    test('has room for Monday’s deals with uncut amounts', async ({ page }) => {
      await page.evaluate(
        ([prefix, deal]) => Array.from({ length: 9 }, (_, at) => localStorage.setItem(`${prefix}more${at}`, JSON.stringify({ schema: 2, revision: 1, ...deal, id: `more${at}` }))),
        [PREFIX, DEALS[0]],
      );
      await page.reload();
      await expect(page.locator('.deal-row')).toHaveCount(13);
      const inSight = await page.locator('.deal-row').evaluateAll((rows) => rows.filter((row) => row.getBoundingClientRect().bottom <= innerHeight).length);
      expect(inSight).toBeGreaterThanOrEqual(10);
      const [height] = await page.locator('.deal-row').evaluateAll((rows) => rows.map((row) => row.getBoundingClientRect().height));
      expect(height).toBeLessThanOrEqual(37);
      const amount = page.locator('[data-deal="d"] .deals-table__number').first();
      await expect(amount).toHaveText(/999,999,999,999,999$/);
      expect(await amount.evaluate((cell) => cell.scrollWidth <= cell.clientWidth && cell.scrollHeight <= cell.parentElement.clientHeight)).toBe(true);
    });

    test('aligns right-to-left names, each in its own direction', async ({ page }) => {
      const name = 'אבג דהו';
      await page.evaluate(
        ([prefix, name]) => localStorage.setItem(`${prefix}rtl`, JSON.stringify({ schema: 2, id: 'rtl', revision: 1, customer: name, title: name, salesperson: name, next_step: { action: name } })),
        [PREFIX, name],
      );
      await page.reload();
      const parts = page.locator('[data-deal="rtl"] [dir="auto"]');
      await expect(parts).toHaveCount(4);
      expect(await parts.evaluateAll((parts) => parts.map((part) => [getComputedStyle(part).direction, getComputedStyle(part).textAlign]))).toEqual(Array(4).fill(['rtl', 'left']));
    });

    test('has five filters, and a total for each currency', async ({ page }) => {
      await expect(page.locator('.deals-table__sum')).toContainText(words.sum);
      // Above it, even for few deals.
      const [filters, table] = await Promise.all(['.filters--table', '.deals-table'].map((part) => page.locator(part).boundingBox()));
      expect(filters.y + filters.height).toBeLessThanOrEqual(table.y + 1);
      for (const [filter, value, expected] of [
        ['salesperson', 'Ann', ['b', 'c']], ['salesperson', { label: words.nobody }, []], ['tag', 'VIP', ['c']], ['grade', 'A', ['a']], ['stage', 'needs', ['b']], ['month', '2026-12', ['a']],
      ]) {
        const select = page.locator(`#${filter}-filter`);
        await select.selectOption(value);
        await expect.poll(async () => [...(await ids(page))].sort()).toEqual(expected);
        await select.selectOption({ label: words.any });
        await expect(page.locator('.deal-row')).toHaveCount(4);
      }
    });

    test('is navigated by arrow keys, with one tab stop', async ({ page, context }) => {
      const here = () => page.evaluate(() => {
        const cell = document.activeElement.closest('[role=gridcell], [role=columnheader]');
        const row = cell?.closest('[role=row]');
        return row ? [row.dataset.deal ?? 'heads', [...row.children].indexOf(cell)].join(' ') : 'outside';
      });
      const press = async (key, expected) => {
        await page.keyboard.press(key);
        await expect.poll(here).toBe(expected);
      };
      const all = await ids(page);
      await head(page, 'days').focus();
      await press('ArrowDown', `${all[0]} 6`);
      await press('ArrowLeft', `${all[0]} 5`);
      await press('ArrowDown', `${all[1]} 5`);
      await press('Home', `${all[1]} 0`);
      await press('End', `${all[1]} 6`);
      await press('Control+Home', 'heads 0');
      await press('Control+End', `${all.at(-1)} 6`);
      await expect(page.locator('[role=grid] [tabindex="0"]')).toHaveCount(1);
      await press('Tab', 'outside');
      await press('Shift+Tab', `${all.at(-1)} 6`);
      // Another tab puts a deal above the one that has the focus.
      const other = await context.newPage();
      await other.goto('icon.svg');
      await other.evaluate(
        ([key, deal]) => localStorage.setItem(key, JSON.stringify(deal)),
        [`${PREFIX}f`, { schema: 2, revision: 1, id: 'f', customer: 'First', next_step: { action: 'Call', date: '2020-01-01' } }],
      );
      await expect.poll(() => ids(page)).toBe(`f${all}`);
      await expect.poll(here).toBe(`${all.at(-1)} 6`);
      await other.evaluate((key) => {
        const deal = JSON.parse(localStorage.getItem(key));
        localStorage.setItem(key, JSON.stringify({ ...deal, revision: 2, deleted: true }));
      }, `${PREFIX}f`);
      await expect.poll(() => ids(page)).toBe(all);
      await expect.poll(here).toBe(`${all.at(-1)} 6`);
      // Another tab removes the focused deal: the focus moves to the next row, and Enter works there.
      const lose = (id) => other.evaluate((key) => {
        const deal = JSON.parse(localStorage.getItem(key));
        localStorage.setItem(key, JSON.stringify({ ...deal, revision: 9, deleted: true }));
      }, `${PREFIX}${id}`);
      await press('Control+Home', 'heads 0');
      for (const key of ['ArrowRight', 'ArrowDown', 'ArrowDown']) await page.keyboard.press(key);
      await expect.poll(here).toBe(`${all[1]} 1`);
      await lose(all[1]);
      await expect.poll(here).toBe(`${all[2]} 1`);
      await press('ArrowLeft', `${all[2]} 0`);
      // The tab stop stays with its deal when the order changes.
      await page.evaluate(() => { location.hash = 'sort=amount'; });
      await expect(page.locator(`[data-deal="${all[2]}"] [tabindex="0"]`)).toHaveCount(1);
      expect(await axeInBoth(page)).toEqual([]);
      await page.locator('[role=grid] [tabindex="0"]').focus();
      await page.keyboard.press('Enter');
      await expect(page.locator('.deal')).toBeVisible();
      expect(new URL(page.url()).hash).toBe(`#${all[2]}`);
    });

    test('becomes a list below 1,000 px and with large text', async ({ page }) => {
      await expect(page.getByRole('grid')).toBeVisible();
      await page.setViewportSize({ width: 999, height: 720 });
      await expect(page.getByRole('grid')).toHaveCount(0);
      await expect(page.locator('li.deal-row')).toHaveCount(4);
      await page.setViewportSize({ width: 1000, height: 720 });
      await expect(page.getByRole('grid')).toBeVisible();
      await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
      await page.setViewportSize({ width: 1280, height: 720 });
      await expect(page.locator('li.deal-row')).toHaveCount(4);
    });
  });
}
