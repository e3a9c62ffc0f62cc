// The list by urgency: what is due first comes first, and its due date is never cut, however long the rest.

import { PREFIX, open } from './deal-book.js';
import { some } from './site.js';
import { axeInBoth, expect, locales, test } from './support.js';

const NOW = new Date('2026-11-28T10:00:00');
const LONG = 'Ein sehr langer Name 很长的名字 '.repeat(8);

const DEALS = [
  { id: 'later', customer: LONG, amount: '999999999999999', expected_close: '2026-12-31', stage: 'commitment', next_step: { action: LONG, date: '2028-12-05' } },
  { id: 'none', customer: 'Acme', amount: '1200000' },
  { id: 'undated', customer: 'Bcme', next_step: { action: 'Call' } },
  { id: 'today', customer: '华东机床', title: '五轴加工中心', salesperson: '陈晨', next_step: { action: '现场演示', date: '2026-11-28' } },
  { id: 'late', customer: LONG, amount: '999999999999999', currency: 'EUR', stage: 'collect', next_step: { action: LONG, date: '2023-01-01' } },
];

const seedDeals = (page, deals) =>
  page.addInitScript(
    ([prefix, deals]) => deals.forEach((deal) => localStorage.setItem(prefix + deal.id, JSON.stringify({ schema: 2, revision: 1, ...deal }))),
    [PREFIX, deals],
  );

const WORDS = {
  'zh-CN': { late: /^晚了 1427 天$/, today: '今天', none: '未安排', undated: '没定日期', later: /^还有 738 天$/, find: '查找与筛选' },
  en: { late: /^1427 days late$/, today: 'today', none: 'Not planned', undated: 'No date', later: /^in 738 days$/, find: 'Find and filter' },
};

for (const locale of some(locales, 0)) {
  const words = WORDS[locale];

  test(`on a phone in ${locale}, due deals are sorted and visible`, async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.clock.setFixedTime(NOW);
    await seedDeals(page, DEALS);
    await open(page, locale);
    const chips = page.locator('.due-chip');
    await expect(page.locator('.deal-row')).toHaveCount(5);
    expect(await page.locator('.deal-row').evaluateAll((rows) => rows.map((row) => row.dataset.deal))).toEqual(['late', 'today', 'none', 'undated', 'later']);
    await expect(chips).toHaveText([words.late, words.today, words.none, words.undated, words.later]);

    const cut = () =>
      chips.evaluateAll((chips) => chips.filter((chip) => {
        const [box, row] = [chip.getBoundingClientRect(), chip.closest('.deal-row').getBoundingClientRect()];
        return box.left < row.left || box.right > row.right || box.right > innerWidth || chip.scrollWidth > chip.clientWidth || box.bottom > row.bottom;
      }).map((chip) => chip.outerHTML));
    // The texts in a row, each line compared with every other.
    const overprinted = () =>
      page.locator('.deal-row').evaluateAll((rows) => rows.flatMap((row) => {
        const parts = [...row.querySelectorAll('.deal-row__name, .due-chip, .deal-row__next, .deal-row__facts > *')];
        const boxes = parts.map((part) => part.getBoundingClientRect()).filter(({ width }) => width > 0);
        return boxes.flatMap((one, at) => boxes.slice(at + 1).filter((other) =>
          one.left < other.right - 1 && other.left < one.right - 1 && one.top < other.bottom - 1 && other.top < one.bottom - 1));
      }).length);
    const heights = () => page.locator('.deal-row').evaluateAll((rows) => [...new Set(rows.map((row) => row.getBoundingClientRect().height))]);
    expect(await cut()).toEqual([]);
    expect(await overprinted()).toBe(0);
    const [height, ...others] = await heights();
    expect(others).toEqual([]);
    expect(height).toBeLessThanOrEqual(88);
    expect(await axeInBoth(page)).toEqual([]);

    // The step and the amount are uncut, on one line each, however large the text.
    const broken = () =>
      page.locator('.deal-row :is(.deal-row__stage, .deal-row__amount)').evaluateAll((parts) => parts.filter((part) => {
        const [box, row] = [part.getBoundingClientRect(), part.closest('.deal-row').getBoundingClientRect()];
        const isOut = box.bottom > row.bottom || box.right > row.right + 1 || part.scrollWidth > part.clientWidth + 1;
        return isOut || (part.matches('.deal-row__amount') && part.getClientRects().length > 1);
      }).map((part) => part.textContent));
    expect(await broken()).toEqual([]);

    await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
    expect((await heights())[0]).toBeGreaterThan(150);
    expect(await cut()).toEqual([]);
    expect(await overprinted()).toBe(0);
    expect(await broken()).toEqual([]);
    // Names and steps, too: a row is as high as its content.
    const hidden = await page.locator('.deal-row, .deal-row :is(.deal-row__name, .deal-row__next)').evaluateAll((parts) =>
      parts.filter((part) => part.scrollHeight > part.clientHeight + 1 || part.scrollWidth > part.clientWidth + 1).map((part) => [part.className, part.scrollHeight, part.clientHeight, part.scrollWidth, part.clientWidth].join(' ')));
    expect(hidden).toEqual([]);
  });

  test(`below eight deals, search and filters are collapsed in ${locale}`, async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await seedDeals(page, DEALS);
    await open(page, locale);
    await expect(page.locator('.lead')).toHaveCount(0);
    const search = page.getByRole('searchbox');
    await expect(search).toBeHidden();
    await page.getByText(words.find).click();
    await search.fill('acme');
    await expect(search).toBeFocused();
    await expect(page.locator('.deal-row')).toHaveCount(1);

    const more = Array.from({ length: 3 }, (_, at) => ({ id: `more${at}`, customer: `More ${at}` }));
    await seedDeals(page, more);
    await page.goto(`?lang=${locale}`);
    await open(page, locale);
    await expect(search).toBeVisible();
    const above = (one, other) => one.evaluate((one, other) => one.getBoundingClientRect().bottom <= other.getBoundingClientRect().top, other);
    expect(await above(search, await page.locator('.deal-row').first().elementHandle())).toBe(true);
  });
}

test('names sort by pinyin; simplified text finds traditional', async ({ page }) => {
  const names = ['张三', '安徽客戶', '李四', '北京 10 厂', '北京 2 厂'];
  await seedDeals(page, names.map((customer, index) => ({ id: `name-${index}`, customer })));
  await open(page, 'zh-CN', '#sort=customer');
  const rows = page.locator('.deal-row__name');
  await expect(rows).toHaveText(['安徽客戶', '北京 2 厂', '北京 10 厂', '李四', '张三']);
  await page.getByRole('searchbox').fill('客户');
  await expect(rows).toHaveText(['安徽客戶']);
});

test('a focused row removed by another tab is announced', async ({ page, context }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.clock.setFixedTime(NOW);
  await seedDeals(page, DEALS);
  await open(page, 'en');
  const link = (id) => page.locator(`[data-deal="${id}"] a`).first();
  // The usual way to focus a row: returning from its deal.
  await link('none').click();
  await expect(page.locator('h1')).toBeFocused();
  await page.goBack();
  await expect(link('none')).toBeFocused();
  const other = await context.newPage();
  await other.goto('icon.svg');
  const change = (id, part) => other.evaluate(([key, part]) => {
    localStorage.setItem(key, JSON.stringify({ ...JSON.parse(localStorage.getItem(key)), revision: 2, ...part }));
  }, [PREFIX + id, part]);
  const told = page.getByRole('status').filter({ hasText: 'is no longer in this list' });
  // An unfocused one disappears without an announcement.
  await change('today', { deleted: true });
  await expect(page.locator('.deal-row')).toHaveCount(4);
  await expect(link('none')).toBeFocused();
  await expect(told).toHaveCount(0);
  await change('none', { deleted: true });
  await expect(told).toContainText('“Acme” is no longer in this list.');
  await expect(link('undated')).toBeFocused();
  // After the last one the title is focused, and the message is visible, too.
  await expect(page.getByText('is no longer in this list')).toHaveClass('visually-hidden');
  for (const id of (await page.locator('[data-deal]').evaluateAll((rows) => rows.map((row) => row.dataset.deal))).filter((id) => id !== 'undated')) {
    await change(id, { deleted: true });
  }
  await expect(page.locator('.deal-row')).toHaveCount(1);
  await expect(told).toHaveCount(0);
  await expect(link('undated')).toBeFocused();
  await change('undated', { deleted: true });
  await expect(page.locator('.deal-row')).toHaveCount(0);
  await expect(page.locator('h1')).toBeFocused();
  await expect(page.getByText('is no longer in this list')).not.toHaveClass('visually-hidden');
});
