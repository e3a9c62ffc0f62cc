// Exit checks, benefits and for whom, and our chances.

import { DEAL_KEY, PREFIX, field, open, option, stored } from './deal-book.js';
import { some } from './site.js';
import { axeInBoth, expect, locales, test } from './support.js';

const NOW = new Date('2026-11-28T10:00:00');
const DEAL = {
  schema: 2, id: 'kept', revision: 1, customer: '华东机床', title: 'Line 2', salesperson: '陈晨', stage: 'trust',
  people: [
    { id: 'p1', name: '李雷', roles: ['user'], stance: 'supports', business_need: '少停机', stances: [{ date: '2026-09-01', stance: 'supports' }] },
    { id: 'p2', name: '赵敏', roles: ['decision-maker'], stance: 'opposes', stances: [{ date: '2026-11-20', stance: 'opposes' }] },
  ],
  visits: [{ id: 'v1', date: '2026-12-01', goal: '看现场' }],
};
const seedDeals = (page, deals) =>
  page.addInitScript(
    ([deals, prefix]) => {
      if (sessionStorage.getItem('held')) return;
      for (const deal of deals) localStorage.setItem(prefix + deal.id, JSON.stringify(deal));
      sessionStorage.setItem('held', 'yes');
    },
    [deals, PREFIX],
  );
const record = async (page) => JSON.parse(await stored(page, DEAL_KEY));
const unfold = (page, id) => page.locator(`#${id} > summary`).click();

test.beforeEach(({ page }) => page.clock.setFixedTime(NOW));

for (const locale of some(locales, 1)) {
  test(`checks, benefits and questions survive a reload, ${locale}`, async ({ page }) => {
    await seedDeals(page, [DEAL]);
    await open(page, locale, '#kept');
    await unfold(page, 'exits');
    const check = (code) => page.locator(`#exits [data-exit=${code}]`);
    await expect(check('who-decides')).toContainText('✓');
    await expect(check('trust_product')).toContainText('○');
    await field(page, 'exits.trust_product').fill('ISO 9001');
    await expect(check('trust_product')).toContainText('✓');

    await unfold(page, 'fab');
    await page.locator('#fab .fab__add button').first().click();
    await field(page, 'fab.f1.benefit').fill('停机减半');
    await expect(page.locator('#fab [data-effect=benefit]')).toHaveCount(1);
    await page.locator('[name="fab.f1.need"]').selectOption('');
    await expect(page.locator('#fab [data-effect=advantage]')).toHaveCount(1);

    await unfold(page, 'assessment');
    await page.locator('[data-part=tas] > summary').click();
    await option(page, 'assessment.tas.ours.opportunity', 'no').check();
    await field(page, 'assessment.tas.ours.opportunity.evidence').fill('预算没批');
    await page.locator('[data-contender=rival_1] > summary').click();
    await field(page, 'assessment.tas.rival_1.name').fill('江南');
    await expect.poll(async () => (await record(page)).assessment?.tas).toEqual({
      ours: { opportunity: { answer: 'no', evidence: '预算没批' } },
      rival_1: { name: '江南' },
    });
    await page.reload();
    await expect(field(page, 'exits.trust_product')).toHaveValue('ISO 9001');
    await expect(field(page, 'fab.f1.benefit')).toHaveValue('停机减半');
    await expect(option(page, 'assessment.tas.ours.opportunity', 'no')).toBeChecked();
    expect(await axeInBoth(page)).toEqual([]);
  });
}

test('a removed benefit row can be restored', async ({ page }) => {
  await seedDeals(page, [{ ...DEAL, fab: [{ id: 'f1', feature: 'steel' }, { id: 'f2', feature: 'glass' }] }]);
  await open(page, 'en', '#kept');
  await unfold(page, 'fab');
  await page.getByRole('button', { name: 'Remove: steel' }).click();
  await expect.poll(async () => (await record(page)).fab.map(({ id }) => id)).toEqual(['f2']);
  await page.locator('.deal__restore button').click();
  await expect.poll(async () => (await record(page)).fab.map(({ id }) => id)).toEqual(['f1', 'f2']);
});

test('going back a stage, which removes days, can be undone', async ({ page }) => {
  const reached = { trust: '2026-09-01', needs: '2026-10-01', value: '2026-11-01' };
  await seedDeals(page, [{ ...DEAL, stage: 'value', reached }]);
  await open(page, 'en', '#kept');
  // The radio itself is visually hidden; its label is visible.
  await page.locator('input[name="stage"][value="trust"]').dispatchEvent('click');
  await expect.poll(async () => (await record(page)).reached).toEqual({ trust: '2026-09-01' });
  await expect(page.locator('.deal__restore')).toContainText('days that were noted before were removed');
  await page.locator('.deal__restore button').click();
  await expect.poll(async () => [(await record(page)).stage, (await record(page)).reached]).toEqual(['value', reached]);
  await expect(page.locator('input[name="stage"]').and(page.locator(':focus'))).toHaveCount(1);
});

test('convergence is shown with its value a month ago', async ({ page }) => {
  await seedDeals(page, [DEAL]);
  await open(page, 'en', '#kept');
  await expect(page.locator('.people__convergence')).toContainText('1 of 4 for us, 1 against (30 days ago: 1 of 4 for us).');
});

test('a visit has its case, checks and looked-up answers', async ({ page }) => {
  const told = { trade: '江北机床', problem: '停机多', used: '换了一条线', result: '停机减半' };
  const other = { ...DEAL, id: 'other', visits: [{ id: 'v9', case: told }] };
  await seedDeals(page, [DEAL, other]);
  await open(page, 'en', '#kept');
  await unfold(page, 'visits');
  await page.locator('.visit button').first().click();
  const quadrant = page.locator('.quadrant').first();
  await quadrant.locator('.quadrant__more > summary').click();
  await option(page, 'visits.v1.quadrants.facts.thought', 'figures').check();
  await expect(quadrant.locator('.quadrant__more > summary')).toHaveText('5 questions to go through (1 done)');
  await page.locator('.case').getByRole('button', { name: /江北机床/ }).click();
  await page.locator('[data-kind=situation] > button').click();
  await page.locator('[data-kind=situation] select[name$=".source"]').selectOption('look-up');
  const answer = page.locator('[data-kind=situation] textarea').last();
  await answer.fill('three lines');
  await expect.poll(async () => (await record(page)).visits[0]).toMatchObject({
    case: told,
    quadrants: { facts: { thought: ['figures'] } },
    questions: [{ kind: 'situation', source: 'look-up', answer: 'three lines' }],
  });
  expect(await axeInBoth(page)).toEqual([]);
});

test('a person’s quadrant opens its check; own rhythm is shown', async ({ page }) => {
  const [first, ...others] = DEAL.people;
  const log = [{ id: 'c1', date: '2026-11-01', people: ['p1'], outcome: 'order' }];
  await seedDeals(page, [{ ...DEAL, people: [{ ...first, quadrant: 'vision', contact_days: 7 }, ...others], log }]);
  await open(page, 'en', '#kept');
  await expect(page.locator('#person-p1')).toContainText('Due by their own rhythm (20 days late)');
  await page.locator('#person-p1').click();
  await page.locator('.person__manner > summary').first().click();
  await option(page, 'people.p1.expression', 'high').check();
  await option(page, 'people.p1.emotion', 'low').check();
  await expect(page.locator('.person__manner > summary').first()).toHaveText('How to talk to them: Driver · D The big picture');
  await unfold(page, 'visits');
  await page.locator('.visit button').first().click();
  await expect(page.locator('.quadrant__more[open]')).toHaveCount(1);
  await expect(page.locator('.quadrant').last()).toContainText('Best for 李雷');
});

test('a target customer is marked and first in the funnel', async ({ page }) => {
  await seedDeals(page, [{ ...DEAL, stage: 'analyse' }]);
  await open(page, 'en', '#kept');
  await page.locator('.deal__stage').click();
  await page.locator('[name=target]').check();
  await expect(page.locator('.deal__stage')).toHaveText('Target customer');
  await expect.poll(async () => (await record(page)).target).toBe('2026-11-28');
  await page.goto('deals/?lang=en#view=funnel');
  await page.getByRole('link', { name: 'Target customer' }).click();
  await expect(page.locator('.deal-row')).toHaveCount(1);
});

test('an unknown becomes a visit’s goal without layout shift', async ({ page }) => {
  const tas = { ours: { opportunity: { answer: 'yes' }, compete: { answer: 'yes' } } };
  await seedDeals(page, [{ ...DEAL, assessment: { tas }, visits: [{ id: 'v1' }] }]);
  await open(page, 'en', '#kept');
  await unfold(page, 'visits');
  await page.locator('.visit button').first().click();
  const take = page.locator('[name=take-goal]');
  const before = await take.boundingBox();
  await take.click();
  await expect(field(page, 'visits.v1.goal')).toHaveValue('Find out: Can we win? Is it worth winning?');
  await expect(take).toHaveAttribute('aria-pressed', 'true');
  expect((await take.boundingBox()).y).toBe(before.y);
});
