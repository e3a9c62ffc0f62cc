// The assessment of a deal: a few taps each, with results alongside, stored like everything else.

import { DEAL_KEY, PREFIX, RECORD, field, seedRecord, open, status, stored } from './deal-book.js';
import { some } from './site.js';
import { axe, expect, locales, test } from './support.js';

const WORDS = {
  'zh-CN': {
    section: '评估',
    saved: '已保存',
    open: '未评',
    value: ['二类：眼前小，长远大', '可以让步'],
    opening: ['C · 正常开局', '对手会催着尽快成交'],
    factors: ['最弱：价格', '先把价值谈清'],
    grade: ['D 级 · 每 30 天', '潜在需求'],
    graded: ['A 级 · 每 3 天', '建议 D 级'],
    customer: ['获取 · 投入', '不等客户来问'],
    urgency: ['一周内', '要在多久之内行动'],
    summary: '2 类 · C 开局 · A 级 · 获取 · 投入 · 一周内',
  },
  en: {
    section: 'Assessment',
    saved: 'Saved',
    open: 'Not assessed',
    value: ['Class 2: small now, big later', 'concede something'],
    opening: ['C · Normal opening', 'The rival will press'],
    factors: ['Weakest: Price', 'Settle the value first'],
    grade: ['Grade D · Every 30 days', 'Latent need'],
    graded: ['Grade A · Every 3 days', 'suggest grade D'],
    customer: ['Acquire · Invest', 'Call with news'],
    urgency: ['Within a week', 'Act within'],
    summary: 'Class 2 · Opening C · Grade A · Acquire · Invest · Within a week',
  },
};

const PARTS = ['value', 'opening', 'factors', 'grade', 'customer', 'urgency'];

const part = (page, name) => page.locator(`[data-part="${name}"]`);
const result = (page, name) => part(page, name).locator('.assessment__result');
const section = (page, words) => page.locator('#assessment > summary').filter({ hasText: words.section });
const answer = (page, name, code) => field(page, `assessment.${name}`).and(page.locator(`[value="${code}"]`));

const openSection = async (page, words, parts = PARTS) => {
  await section(page, words).click();
  for (const name of parts) await part(page, name).locator('summary').click();
};

const shows = async (page, name, [title, inside]) => {
  await expect(result(page, name)).toHaveText(title);
  await expect(part(page, name)).toContainText(inside);
};

const judge = async (page) => {
  await field(page, 'assessment.value.order_size').fill('3');
  await field(page, 'assessment.value.reputation').fill('8');
  await answer(page, 'ground', 'theirs').check();
  await answer(page, 'lead', 'behind').check();
  await answer(page, 'factors.price', 'weak').check();
  await answer(page, 'factors.trust', 'strong').check();
  await answer(page, 'need', 'latent').check();
  await answer(page, 'buying_potential', 'high').check();
  await answer(page, 'share', 'low').check();
  await answer(page, 'current_value', 'small').check();
  await answer(page, 'future_value', 'big').check();
  await answer(page, 'urgency', 'week').check();
};

for (const locale of some(locales, 0)) {
  const words = WORDS[locale];

  test(`each judgement in ${locale} takes effect at once and is kept`, async ({ page }) => {
    await seedRecord(page, DEAL_KEY, RECORD);
    await open(page, locale, '#kept');
    await openSection(page, words);
    await judge(page);
    for (const name of PARTS) await shows(page, name, words[name]);
    await field(page, 'assessment.grade').selectOption('A');
    await field(page, 'assessment.contact_days').selectOption('3');
    await shows(page, 'grade', words.graded);

    await expect(status(page)).toHaveText(words.saved);
    await page.reload();
    await expect(section(page, words)).toContainText(words.summary);
    await openSection(page, words);
    await shows(page, 'value', words.value);
    await shows(page, 'grade', words.graded);
    await expect(field(page, 'assessment.value.order_size')).toHaveValue('3');
    await expect(answer(page, 'lead', 'behind')).toBeChecked();
    await expect(field(page, 'assessment.contact_days')).toHaveValue('3');
  });

  test(`the assessment in ${locale} is accessible in every state`, async ({ page }) => {
    await seedRecord(page, DEAL_KEY, RECORD);
    await open(page, locale, '#kept');
    expect(await axe(page)).toEqual([]);
    await openSection(page, words);
    expect(await axe(page)).toEqual([]);
    await judge(page);
    expect(await axe(page)).toEqual([]);
  });
}

// Deals as they are stored: four of class 3 and opening A, one of class 1 and opening G, one that is lost.
const PORTFOLIO = (() => {
  const judged = (order_size, morale, lead) => ({ value: { order_size, morale }, ground: 'ours', lead });
  const deal = (id, assessment, more) => ({ schema: 2, id, revision: 1, customer: id, assessment, ...more });
  const slipping = ['a1', 'a2', 'a3', 'a4'].map((id) => deal(id, judged(9, 2, 'behind')));
  return [...slipping, deal('g1', judged(9, 9, 'lead')), deal('x1', judged(9, 2, 'behind'), { end: 'lost' })];
})();

for (const locale of some(locales, 0)) {
  test(`the portfolio in ${locale} counts deals and links to them`, async ({ page }) => {
    for (const deal of PORTFOLIO) {
      await page.addInitScript(([key, text]) => localStorage.setItem(key, text), [PREFIX + deal.id, JSON.stringify(deal)]);
    }
    await open(page, locale, '#view=portfolio');
    await expect(page.locator('[data-class="3"] .portfolio__link')).toHaveText(/^4/);
    await expect(page.locator('[data-letter="A"]')).toContainText(/4/);
    await expect(page.locator('[data-letter="B"] a')).toHaveCount(0);
    await expect(page.locator('.matrix__deal')).toHaveCount(5);
    await expect(page.locator('[data-reading]')).toHaveCount(4);
    expect(await axe(page)).toEqual([]);

    await page.locator('[data-letter="A"] a').click();
    await expect(page.locator('.deal-row')).toHaveCount(4);
    await expect(page.locator('#opening')).toHaveValue('A');
    await page.goBack();
    await page.locator('[data-class="1"] a').click();
    await expect(page.locator('.deal-row')).toHaveCount(1);
    await page.locator('#class').selectOption('');
    await expect(page.locator('.deal-row')).toHaveCount(5);
    expect(await axe(page)).toEqual([]);
  });
}

test('a withdrawn judgement leaves nothing in the record', async ({ page }) => {
  await seedRecord(page, DEAL_KEY, RECORD);
  await open(page, 'en', '#kept');
  await openSection(page, WORDS.en);
  await judge(page);
  await expect.poll(async () => JSON.parse(await stored(page, DEAL_KEY)).assessment?.urgency).toBe('week');

  await field(page, 'assessment.value.order_size').fill('0');
  await field(page, 'assessment.value.reputation').fill('0');
  for (const name of ['ground', 'lead', 'factors.price', 'factors.trust', 'need']) await answer(page, name, '').check();
  for (const name of ['buying_potential', 'share', 'current_value', 'future_value', 'urgency']) {
    await answer(page, name, '').check();
  }
  for (const name of PARTS) await expect(result(page, name)).toHaveText(WORDS.en.open);
  await expect.poll(async () => 'assessment' in JSON.parse(await stored(page, DEAL_KEY))).toBe(false);
});

test('a deal can be assessed from the keyboard alone', async ({ page }) => {
  await seedRecord(page, DEAL_KEY, RECORD);
  await open(page, 'en', '#kept');
  await section(page, WORDS.en).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(field(page, 'assessment.value.order_size')).toBeFocused();
  for (let points = 0; points < 6; points += 1) await page.keyboard.press('ArrowRight');
  await expect(field(page, 'assessment.value.order_size')).toHaveAttribute('aria-valuetext', '6 of 10');

  await part(page, 'opening').locator('summary').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(answer(page, 'ground', '')).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(answer(page, 'ground', 'ours')).toBeChecked();
});

test('a record with an impossible score is kept and explained', async ({ page }) => {
  const record = JSON.stringify({ ...JSON.parse(RECORD), assessment: { value: { morale: 11 } } });
  await seedRecord(page, DEAL_KEY, record);
  await open(page, 'en', '#kept');
  await expect(page.locator('main')).toContainText('assessment.value.morale should be from 1 to 10, not 11.');
  expect(await stored(page, DEAL_KEY)).toBe(record);
});

test('the assessment fits a phone, with targets large enough', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  for (const locale of locales) {
    await seedRecord(page, DEAL_KEY, RECORD);
    await open(page, locale, '#kept');
    await openSection(page, WORDS[locale]);
    const targets = page.locator('#assessment').locator('.option, summary, input[type=range], .field__box');
    const sizes = await targets.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height));
    expect(sizes.length).toBeGreaterThan(60);
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(44);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  }
});
