// Every advice has a button that does what it says. Each is tested once; *not now* is in a menu.

import { DEAL_KEY, field, seedRecord, open, option, stored } from './deal-book.js';
import { some } from './site.js';
import { axeInBoth, expect, locales, test } from './support.js';

const NOW = new Date('2026-11-28T10:00:00');
const guide = (name, tests = {}) => ({ name, guide: { credible: true, trusts_us: true, wants_us: true, ...tests } });
const numbered = (people) => people.map((person, place) => ({ id: `p${place + 1}`, ...person }));
const PEOPLE = [{ name: '李雷', roles: ['user'], stance: 'supports' }, { name: '赵敏', roles: ['decision-maker'] }, guide('王芳')];
const deal = ({ people = PEOPLE, ...rest } = {}) => ({
  schema: 2, id: 'kept', revision: 1, customer: '华东机床', title: 'Line 2', salesperson: '陈晨', stage: 'needs',
  people: numbered(people), next_step: { action: '演示', date: '2026-12-05' }, ...rest,
});
const met = (id, date, outcome) => ({ id, date, outcome, people: [] });
const step = (action, date) => ({ next_step: { action, ...(date && { date }) } });

// The effect of a button.
const told = async (page) => {
  await expect(page).toHaveURL(/#log=kept/);
  await expect(page.locator('[data-question=who]')).toBeVisible();
};
// With its label visible, not covered by the top bar.
const writing = (name) => async (page) => {
  await expect(field(page, name)).toBeFocused();
  const label = await field(page, name).evaluate((input) => input.labels[0].getBoundingClientRect().top);
  const bar = await page.locator('.deal__bar').boundingBox();
  expect(label).toBeGreaterThanOrEqual(bar.y + bar.height);
};
const adding = (type, value) => async (page) => {
  const name = page.locator('#people input:focus');
  await expect(name).toHaveAttribute('name', /^people\..+\.name$/);
  const person = (await name.getAttribute('name')).replace(/\.name$/, '');
  await expect(option(page, `${person}.${type}`, value)).toBeChecked();
};
const day = (read, expected) => async (page, advice) => {
  await page.locator(`[data-advice="${advice}"] [data-day]`).first().click();
  await expect.poll(async () => read(JSON.parse(await stored(page, DEAL_KEY)))).toBe(expected);
};
const now = (read, expected) => (page) => expect.poll(async () => read(JSON.parse(await stored(page, DEAL_KEY)))).toBe(expected);
const nextDay = (record) => record.next_step.date;

// [rule, record, act, expected effect, whether that settles the advice]
const RULES = [
  ['order-won', { log: [met('c1', '2026-11-20', 'order')] }, 'collect', now((record) => record.stage, 'collect'), true],
  ['paid-not-ended', { invoice: { paid: '2026-11-27' } }, 'paid', now((record) => record.end, 'paid'), true],
  ['next-step-overdue', step('演示', '2026-11-26'), 'done', told],
  ['next-step-overdue', step('演示', '2026-11-26'), 'other-day', day(nextDay, '2026-11-29'), true],
  ['next-step-today', step('演示', '2026-11-28'), 'done', told],
  ['next-step-today', step('演示', '2026-11-28'), 'other-day', day(nextDay, '2026-11-29'), true],
  ['invoice-overdue', { invoice: { amount: '100', due: '2026-11-20' } }, 'invoice-paid', now((record) => record.invoice.paid, '2026-11-28'), true],
  ['invoice-overdue', { invoice: { amount: '100', due: '2026-11-20' } }, 'log', told],
  ['people-due', { people: [...PEOPLE, { name: '韩梅', ...step('请吃饭', '2026-11-27') }] }, 'done', told],
  ['people-due', { people: [...PEOPLE, { name: '韩梅', ...step('请吃饭', '2026-11-27') }] }, 'person-day',
    day((record) => record.people[3].next_step.date, '2026-11-29'), true],
  ['no-next-step', { next_step: {} }, 'write-step', writing('next_step.action')],
  ['next-step-undated', step('演示'), 'step-day', day(nextDay, '2026-11-29'), true],
  ['contact-overdue', { log: [met('c1', '2026-11-01', 'no-sale')], assessment: { grade: 'B' } }, 'log', told],
  ['person-overdue', {
    people: [{ ...PEOPLE[0], id: 'p1', contact_days: 7 }, ...PEOPLE.slice(1)],
    log: [{ ...met('c1', '2026-11-01', 'no-sale'), people: ['p1'] }, met('c2', '2026-11-27', 'no-sale')],
  }, 'log', told],
  ['continuations', { log: [met('c1', '2026-11-26', 'continuation'), met('c2', '2026-11-27', 'continuation')] }, 'visit',
    (page) => expect(page.locator('.visit-form')).toBeFocused()],
  ['expected-close-passed', { expected_close: '2026-11-20' }, 'close-day', day((record) => record.expected_close, '2026-12-05'), true],
  ['gate-open-at-commitment', { stage: 'commitment', salesperson: '' }, 'bead', writing('salesperson')],
  ['opposed', { people: [...PEOPLE, { name: '韩梅', stance: 'opposes' }] }, 'person-step', writing('people.p4.next_step.action')],
  ['no-guide', { people: PEOPLE.slice(0, 2) }, 'guide', adding('is_guide', 'guide')],
  ['guide-is-insider', { people: [...PEOPLE.slice(0, 2), guide('王芳', { trusts_us: false })] }, 'tests',
    (page) => expect(option(page, 'people.p3.guide', 'credible')).toBeFocused()],
  ['guide-is-insider', { people: [...PEOPLE.slice(0, 2), guide('王芳', { trusts_us: false })] }, 'guide', adding('is_guide', 'guide')],
  ['thin-climate', { people: [PEOPLE[0], PEOPLE[2]] }, 'role', adding('roles', 'purchaser')],
  ['no-decision-maker', { people: [PEOPLE[0], { name: '韩梅', roles: ['purchaser'] }, PEOPLE[2]] }, 'decision-maker', adding('roles', 'decision-maker')],
  ['nobody-supports', { people: [{ name: '李雷', roles: ['user'] }, PEOPLE[1]] }, 'need', writing('people.p1.business_need')],
  ['no-salesperson', { salesperson: '' }, 'salesperson', writing('salesperson')],
  ['nobody-moved', {
    assessment: { contact_days: 10 },
    people: [{ ...PEOPLE[0], stances: [{ date: '2026-11-01', stance: 'supports' }] }, ...PEOPLE.slice(1)],
  }, 'visit', (page) => expect(page.locator('.visit-form')).toBeFocused()],
  ['exits-open', { reached: { needs: '2026-11-27' } }, 'exits', (page) => expect(page.locator('#exits-head')).toBeFocused()],
];

const shown = async (page, advice) => {
  const place = page.locator(`[data-advice="${advice}"]`);
  await expect(place).toBeAttached();
  if (!(await place.isVisible())) await page.locator('.gate__more > summary').first().click();
  return place;
};

test.beforeEach(({ page }) => page.clock.setFixedTime(NOW));

for (const [advice, changes, act, then, settles] of some(RULES, 1, 5)) {
  test(`${advice}: the button ${act}`, async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await seedRecord(page, DEAL_KEY, JSON.stringify(deal(changes)));
    await open(page, 'en', '#kept');
    const place = await shown(page, advice);
    await place.locator(`[data-act="${act}"]`).click();
    await then(page, advice);
    if (settles) {
      await expect(page.locator(`[data-advice="${advice}"]`)).toHaveCount(0);
      await expect(page.locator('#now-title')).toBeFocused();
    }
  });
}

for (const [locale, words] of [
  ['zh-CN', { other: '另选一天', any: '其他日子', set: '就这天', past: '这一天已经过去了', none: '请选一个完整的日期', tomorrow: '明天 11月29日' }],
  ['en', { other: 'Another day', any: 'Some other day', set: 'Set this day', past: 'That day has passed', none: 'Choose a complete date', tomorrow: 'Tomorrow Nov 29' }],
]) {
  test(`any day can be chosen in place, a bad one is reported, in ${locale}`, async ({ page }) => {
    await seedRecord(page, DEAL_KEY, JSON.stringify(deal(step('演示', '2026-11-26'))));
    await open(page, locale, '#kept');
    const place = page.locator('[data-advice="next-step-overdue"]');
    const toggle = place.getByRole('button', { name: words.other });
    await toggle.click();
    await expect(toggle).toHaveAttribute('aria-expanded', 'true');
    await expect(place.locator('[data-day]').first()).toHaveText(words.tomorrow);
    await place.getByRole('button', { name: words.any }).click();
    const input = place.locator('input[type=date]');
    await expect(input).toBeFocused();
    await place.getByRole('button', { name: words.set }).click();
    await expect(place.getByRole('alert')).toContainText(words.none);
    await input.fill('2026-11-27');
    await page.keyboard.press('Enter');
    await expect(place.getByRole('alert')).toContainText(words.past);
    await expect(input).toHaveValue('2026-11-27');
    expect(await axeInBoth(page), 'a wrong day').toEqual([]);
    await input.fill('2026-12-15');
    await place.getByRole('button', { name: words.set }).click();
    await expect.poll(async () => nextDay(JSON.parse(await stored(page, DEAL_KEY)))).toBe('2026-12-15');
    await expect(page.locator('#now-title')).toBeFocused();
  });
}

for (const locale of some(locales, 1)) {
  test(`an advice has one primary button, in ${locale}`, async ({ page }) => {
    await seedRecord(page, DEAL_KEY, JSON.stringify(deal({ ...step('演示', '2026-11-26'), salesperson: '' })));
    await open(page, locale, '#kept');
    const first = page.locator('.gate__first');
    await expect(first.locator('.button--primary')).toHaveCount(1);
    await expect(first.locator('.gate__aside')).toBeHidden();
    const menu = first.locator('.acts__menu > summary');
    await menu.press('Enter');
    await expect(first.locator('.gate__aside')).toBeVisible();
    const { width, height } = await menu.boundingBox();
    expect([width >= 44, height >= 44]).toEqual([true, true]);
    expect(await axeInBoth(page), 'an open menu').toEqual([]);
  });
}

test('the bottom bar does not cover the choice of days', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await seedRecord(page, DEAL_KEY, JSON.stringify(deal(step('演示', '2026-11-26'))));
  await open(page, 'zh-CN', '#kept');
  const toggle = page.locator('[data-advice="next-step-overdue"]').getByRole('button', { name: '另选一天' });
  // As low as possible while still tappable.
  await toggle.evaluate((button) => {
    const bar = document.querySelector('.deal__thumb').getBoundingClientRect();
    window.scrollBy(0, button.getBoundingClientRect().bottom - bar.top + 4);
  });
  await toggle.click();
  const covered = () =>
    page.locator('[data-day]').evaluateAll((days) =>
      days.filter((day) => {
        const { left, top, width, height } = day.getBoundingClientRect();
        return !day.contains(document.elementFromPoint(left + width / 2, top + height / 2));
      }).map((day) => day.textContent),
    );
  await expect.poll(covered).toEqual([]);
});
