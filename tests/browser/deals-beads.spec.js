// A deal opens in reading mode: its beads are buttons, and the data is collapsed.

import { DEAL_KEY, field, seedRecord, option, stored } from './deal-book.js';
import { some } from './site.js';
import { axeInBoth, expect, locales, test } from './support.js';

const DEAL = {
  schema: 2, id: 'kept', revision: 1, customer: '华东机床', title: 'Line 2', amount: '1200000', stage: 'needs',
  people: [
    { id: 'p1', name: '李雷', roles: ['user'] },
    { id: 'p2', name: '王芳', guide: { credible: true, trusts_us: false, wants_us: true } },
  ],
  next_step: { action: '演示', date: '2026-12-05' },
};
const NOW = new Date('2026-11-28T10:00:00');

const WORDS = {
  'zh-CN': { step: '第 3 步：挖掘需求', due: '2026-12-05 · 还有 7 天', half: '内线，待检验', add: '＋ 添加', thumb: ['记一次会面', '下一步', '添加一位'] },
  en: { step: 'Step 3: Find needs', due: '2026-12-05 · in 7 days', half: 'insider: test them', add: '＋ Add', thumb: ['Log a meeting', 'Next step', 'Add someone'] },
};

const show = async (page, locale) => {
  await page.clock.setFixedTime(NOW);
  await seedRecord(page, DEAL_KEY, JSON.stringify(DEAL));
  await page.goto(`deals/?lang=${locale}#kept`);
  await expect(page.locator('.rod')).toBeVisible();
};
const seat = (page, code) => page.locator(`[data-seat="${code}"]`);

for (const locale of some(locales, 1)) {
  const words = WORDS[locale];

  for (const [width, height] of [[390, 844], [1280, 720]]) {
    test(`at ${width} px in ${locale}, a deal opens in reading mode`, async ({ page }) => {
      await page.setViewportSize({ width, height });
      await show(page, locale);
      await expect(page.locator('.deal__stage')).toHaveText(words.step);
      await expect(page.locator('.now__step .due-chip')).toHaveText(words.due);
      await expect(field(page, 'customer')).toBeHidden();
      await expect(field(page, 'next_step.action')).toBeHidden();
      const order = await page.locator('.deal__header, .deal__now, #log, #people, #deal, #assessment').evaluateAll((parts) => parts.map(({ id, className }) => id || className));
      expect(order).toEqual(['deal__header', 'deal__now', 'log', 'people', 'deal', 'assessment']);
      await expect(page.locator('.deal__thumb').locator('a, button')).toHaveText(words.thumb);
      await expect.poll(() => page.locator('.seat, .deal__thumb .button, .deal__stage, .acts__more').evaluateAll((parts) =>
        parts.filter((part) => part.getBoundingClientRect().height < 44).map((part) => part.outerHTML))).toEqual([]);
      expect(await axeInBoth(page)).toEqual([]);
    });

    test(`at ${width} px in ${locale}, nothing overlaps at 200 %`, async ({ page }) => {
      await page.setViewportSize({ width, height });
      await show(page, locale);
      await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%', 'important'));
      const wrong = await page.evaluate(() => {
        const parts = [...document.querySelectorAll('.seat > span, .deal__facts > *, .now__step > *, .deal__thumb > *, .acts__buttons > *, .deal h1')];
        const boxes = parts.filter((part) => part.checkVisibility()).map((part) => [part, part.getBoundingClientRect()]);
        const isSame = (one, other) => one.closest('.deal__thumb') === other.closest('.deal__thumb');
        const over = boxes.flatMap(([one, a], at) => boxes.slice(at + 1).filter(([other, b]) =>
          isSame(one, other) && a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1));
        const cut = boxes.filter(([part, box]) => box.right > innerWidth + 1 || part.scrollWidth > part.clientWidth + 1 && getComputedStyle(part).display !== 'inline');
        return [...over, ...cut].map(([part]) => part.outerHTML.slice(0, 120));
      });
      expect(wrong).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    });
  }

  test(`beads add, ask and show in ${locale}`, async ({ page }) => {
    await show(page, locale);
    await expect(seat(page, 'purchaser')).toContainText(words.add);
    await expect(seat(page, 'guide')).toContainText(words.half);
    await seat(page, 'guide').click();
    await expect(option(page, 'people.p2.guide', 'credible')).toBeFocused();
    await option(page, 'people.p2.guide', 'trusts_us').check();
    await expect(seat(page, 'guide')).toHaveAttribute('data-bead', 'covered');
    await seat(page, 'user').press('Enter');
    await expect(page.locator('#person-p1')).toBeFocused();
    await expect(page.locator('.person', { hasText: '李雷' })).toHaveAttribute('open', '');
    await seat(page, 'purchaser').click();
    await expect(field(page, 'people.p3.name')).toBeFocused();
    await expect(option(page, 'people.p3.roles', 'purchaser')).toBeChecked();
    await page.keyboard.type('郑洁');
    await expect(seat(page, 'purchaser')).toHaveAttribute('data-bead', 'covered');
    await expect(seat(page, 'purchaser')).toContainText('郑洁');
    await seat(page, 'salesperson').click();
    await expect(field(page, 'salesperson')).toBeFocused();
    await page.keyboard.type('陈晨');
    await expect(page.locator('.gate__notation')).toHaveText('1+2/4+1');
  });

  test(`the step and the next step are one tap away in ${locale}`, async ({ page }) => {
    await show(page, locale);
    await page.locator('.deal__stage').click();
    await expect(option(page, 'stage', 'needs')).toBeFocused();
    const [, next, someone] = words.thumb;
    await page.locator('.deal__thumb').getByRole('button', { name: next }).click();
    await expect(field(page, 'next_step.action')).toBeFocused();
    await page.locator('.deal__thumb').getByRole('button', { name: someone }).click();
    await expect(field(page, 'people.p3.name')).toBeFocused();
  });
}

test('a person left without a name is not added', async ({ page }) => {
  await show(page, 'en');
  const people = async () => JSON.parse(await stored(page, DEAL_KEY)).people.map(({ id }) => id);
  await seat(page, 'gatekeeper').click();
  await expect.poll(people).toEqual(['p1', 'p2', 'p3']);
  await page.locator('.deal__back').click();
  await expect.poll(people).toEqual(['p1', 'p2']);
});
