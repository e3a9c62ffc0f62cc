// Our means: the typed and stored plan, beside the meetings of the last ninety days.

import { PREFIX, download, field, open, stored } from './deal-book.js';
import { some } from './site.js';
import { axe, expect, locales, test } from './support.js';

const KEY = 'sales-abacus:means';

const WORDS = {
  'zh-CN': {
    means: '投入',
    less: '进攻：计划 60%，实际 50%，少了 10 个百分点。',
    givenUp: '4 次会面里有 1 次用在该放弃的客户上',
    wrong: '请填 0 到 100 的整数',
    partial: '三项填齐、合计 100%',
    none: '近 90 天没有会面记录',
    export: '完整备份（JSON）',
  },
  en: {
    means: 'Means',
    less: 'Attack: 60% planned, 50% spent, 10 percentage points less.',
    givenUp: '1 of 4 meetings was with customers to give up',
    wrong: 'Whole number, 0 to 100',
    partial: 'filled in and add up to 100%',
    none: 'No meeting in the last 90 days',
    export: 'Full backup (JSON)',
  },
};

// Two meetings for attack, one for defence, one with a customer to give up; and one that is too old to count.
const DEALS = [
  ['a', 'high', 'low', ['2026-02-28', '2026-03-01', '2025-12-02']],
  ['b', 'high', 'high', ['2026-03-02']],
  ['c', 'low', 'low', ['2025-12-03']],
].map(([id, buying_potential, share, days]) => ({
  schema: 2, id, revision: 1, customer: id, assessment: { buying_potential, share },
  log: days.map((date, at) => ({ id: `c${at}`, date, outcome: 'continuation' })),
}));

const met = async (page) => {
  await page.clock.install({ time: new Date('2026-03-02T10:00:00+08:00') });
  await page.addInitScript(
    ([prefix, deals]) => deals.forEach((deal) => localStorage.setItem(prefix + deal.id, JSON.stringify(deal))),
    [PREFIX, DEALS],
  );
};

const sum = (page, means) => page.locator(`[data-sum="${means}"]`);
const finding = (page, name) => page.locator(`[data-finding="${name}"]`);

for (const locale of some(locales, 0)) {
  const words = WORDS[locale];

  test(`the means in ${locale} are planned and compared`, async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await met(page);
    await open(page, locale);
    await page.locator('.views').getByRole('link', { name: words.means, exact: true }).click();
    await expect(page.locator('[data-empty="plan"]')).toBeVisible();
    await expect(finding(page, 'give-up')).toContainText(words.givenUp);
    expect(await axe(page)).toEqual([]);

    await field(page, 'time.attack').fill('６０％');
    await expect(page.locator('[data-empty="plan"]')).toContainText(words.partial);
    await field(page, 'time.defence').fill('31');
    await field(page, 'time.maintenance').fill('10');
    await expect(sum(page, 'time')).toContainText('101%');
    await expect(finding(page, 'attack')).toHaveCount(0);
    await field(page, 'time.defence').fill('30');
    await expect(sum(page, 'time')).toHaveText('100%');
    await expect(finding(page, 'attack')).toHaveText(words.less);
    await expect(field(page, 'time.attack'), 'shown as a number once it is left').toHaveValue('60');
    await expect(finding(page, 'defence'), 'five points are not told').toHaveCount(0);

    // Unreadable text stays in its field and is not stored.
    await field(page, 'money.attack').fill('7.5');
    await field(page, 'money.defence').focus();
    await expect(field(page, 'money.attack')).toHaveValue('7.5');
    await expect(field(page, 'money.attack')).toHaveAttribute('aria-invalid', 'true');
    await expect(page.getByRole('alert').filter({ hasText: words.wrong })).toBeVisible();
    expect(await stored(page, KEY)).toBe('time.attack=60&time.defence=30&time.maintenance=10');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    expect(await axe(page)).toEqual([]);
    await field(page, 'money.attack').fill('');

    await page.reload();
    await expect(field(page, 'time.defence')).toHaveValue('30');
    await page.setViewportSize({ width: 1280, height: 720 });
    expect(await axe(page)).toEqual([]);

    await open(page, locale, '#view=files');
    const file = await download(page, page.getByRole('button', { name: words.export }));
    expect(JSON.parse(file).prefs.means).toBe('time.attack=60&time.defence=30&time.maintenance=10');
  });

  test(`without meetings the means in ${locale} say what they need`, async ({ page }) => {
    await open(page, locale, '#view=means');
    await expect(page.locator('[data-empty="meetings"]')).toContainText(words.none);
    expect(await axe(page)).toEqual([]);
  });
}

test('two tabs do not overwrite each other\'s parts of the plan', async ({ page, context }) => {
  await open(page, 'en', '#view=means');
  const second = await context.newPage();
  await open(second, 'en', '#view=means');
  await field(page, 'time.attack').fill('50');
  await field(second, 'people.attack').fill('20');
  for (const tab of [page, second]) {
    await expect(field(tab, 'time.attack')).toHaveValue('50');
    await expect(field(tab, 'people.attack')).toHaveValue('20');
  }
  expect(await stored(page, KEY)).toBe('time.attack=50&people.attack=20');
});
