// Meetings and visits of a deal: entered on a phone with one thumb, prepared, printed, logged.

import { DEAL_KEY, field, seedRecord, open, status, stored } from './deal-book.js';
import { closeDialogue, dialogue, expectOneSheet, stubDialogue } from './paper.js';
import { some } from './site.js';
import { axe, axeInBoth, expect, locales, test } from './support.js';

const WORDS = {
  'zh-CN': {
    add: '记一次会面',
    back: '回到这笔商机',
    person: '加一位新的人',
    done: '完成',
    advance: '进展',
    doubt: '客户没有答应做什么，按延续算',
    accept: '改为延续',
    agreed: '客户答应：试用或测试',
    undo: '撤销',
    removed: /^删除: \d{4}-\d\d-\d\d 的会面$/,
    collect: '把阶段改为“回收账款”',
    visits: '准备拜访',
    prepare: '准备一次拜访',
    opening: '现在的做法里，哪一处最让您费心？',
    openings: '可以这样开头',
    ready: '都准备好了。',
    print: '打印一页',
    log: '拜访过了，记下来',
    logged: '已记入会面记录',
    today: '今天',
    saved: '已保存',
  },
  en: {
    add: 'Log a meeting',
    back: 'Back to this deal',
    person: 'Add someone new',
    done: 'Done',
    advance: 'Advance',
    doubt: 'counts as a continuation: nothing was agreed',
    accept: 'Change to continuation',
    agreed: 'Agreed: Runs a trial or a test',
    undo: 'Undo',
    removed: /^Remove: Meeting of \d{4}-\d\d-\d\d$/,
    collect: 'Move to “Collect”',
    visits: 'Prepare a visit',
    prepare: 'Prepare a visit',
    opening: 'What bothers you most about how it is done today?',
    openings: 'Ways to begin',
    ready: 'All prepared.',
    print: 'Print on one page',
    log: 'Visit done: log it',
    logged: 'In the contact log',
    today: 'today',
    saved: 'Saved',
  },
};

// A deal that lacks one person: 1+1/4+1.
const DEAL = {
  schema: 2,
  id: 'kept',
  revision: 1,
  customer: '华东机床',
  title: 'Line 2',
  salesperson: '陈晨',
  people: [
    { id: 'p1', name: '王芳', guide: { credible: true, trusts_us: true, wants_us: true } },
    {
      id: 'p2', name: '李雷', roles: ['user'], need_kinds: ['cost'],
      business_need: '停机时间减半', personal_need: '少加班',
    },
  ],
};

const logged = (...log) => JSON.stringify({ ...DEAL, log });
const deal = async (page) => JSON.parse(await stored(page, DEAL_KEY));
const form = (page) => page.locator('.contact-form');
// Where a new meeting is logged, and the way back from there.
const begin = (page, words) => page.getByRole('link', { name: words.add }).first();
const end = async (page, words) => {
  await page.getByRole('button', { name: words.done }).click();
  await page.locator('.talk-told').getByRole('link', { name: words.back }).click();
};
const named = (page, start, end) => page.locator(`[name^="${start}."][name$=".${end}"]`);
const option = (locator, value) => locator.and(locator.page().locator(`[value="${value}"]`));
const fits = (page) => page.evaluate(() => document.scrollingElement.scrollWidth <= window.innerWidth);
const notation = (page) => page.locator('.gate__notation');

// Presses Tab until the element has the focus, like someone without a mouse.
const tabTo = async (page, locator) => {
  for (let count = 0; count < 80; count += 1) {
    await page.keyboard.press('Tab');
    if (await locator.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error('the focus never came there');
};

for (const locale of some(locales, 1)) {
  const words = WORDS[locale];

  test.describe(`on a phone in ${locale}`, () => {
    test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

    test('a meeting is logged in five taps and survives a reload', async ({ page }) => {
      await seedRecord(page, DEAL_KEY, logged());
      await open(page, locale, '#kept');
      await begin(page, words).tap();
      await expect(page.locator('h1')).toBeFocused();
      await option(named(page, 'log', 'people'), 'p2').tap();
      await option(named(page, 'log', 'outcome'), 'advance').tap();
      await option(named(page, 'log', 'action'), 'trial').tap();
      expect(await fits(page)).toBe(true);
      await end(page, words);

      const entry = page.locator('.contact');
      for (const text of ['李雷', words.advance, words.agreed, words.today]) await expect(entry).toContainText(text);
      await expect(status(page)).toHaveText(words.saved);
      expect(await deal(page)).toMatchObject({ log: [{ people: ['p2'], outcome: 'advance', action: 'trial' }] });
      await page.reload();
      await expect(entry).toContainText(words.agreed);
    });

    test('an advance without an action is proposed as continuation', async ({ page }) => {
      await seedRecord(page, DEAL_KEY, logged());
      await open(page, locale, '#kept');
      await begin(page, words).tap();
      const proposal = page.locator('[data-proposal=advance-without-action]');
      await option(named(page, 'log', 'outcome'), 'advance').tap();
      await expect(option(named(page, 'log', 'outcome'), 'advance')).toBeChecked();
      await expect(proposal, 'no reproach while it is told').toHaveCount(0);
      await end(page, words);
      await expect(page.locator('.contact')).toContainText(words.doubt);
      await expect.poll(async () => (await deal(page)).log[0].outcome).toBe('advance');

      await page.locator('.contact').getByRole('button').first().tap();
      await expect(proposal).toBeVisible();
      expect(await axe(page)).toEqual([]);
      await page.getByRole('button', { name: words.accept }).tap();
      await expect(proposal).toHaveCount(0);
      await expect(option(named(page, 'log', 'outcome'), 'continuation')).toBeChecked();
      await expect(named(page, 'log', 'action'), 'a continuation is not asked what was agreed').toHaveCount(0);
      await option(named(page, 'log', 'outcome'), 'advance').tap();
      await option(named(page, 'log', 'action'), 'access').tap();
      await option(named(page, 'log', 'outcome'), 'continuation').tap();
      await expect(page.locator('[data-proposal=action-agreed]')).toBeVisible();
    });

    test('naming a decision maker in the log updates the gate', async ({ page }) => {
      await seedRecord(page, DEAL_KEY, logged());
      await open(page, locale, '#kept');
      await expect(notation(page)).toHaveText('1+1/4+1');
      await begin(page, words).tap();
      await page.getByRole('button', { name: words.person }).tap();
      const name = field(page, 'people.p3.name');
      await expect(name).toBeFocused();
      await name.fill('赵敏');
      await option(field(page, 'people.p3.role'), 'decision-maker').tap();
      await page.getByRole('button', { name: words.person }).tap();
      await expect(page.locator('.talk').getByLabel(`赵敏`)).toBeChecked();
      await end(page, words);
      await expect(notation(page)).toHaveText('1+2/4+1');
      await expect.poll(async () => (await deal(page)).people.length).toBe(3);
      const { people, log } = await deal(page);
      expect(people[2]).toMatchObject({ name: '赵敏', roles: ['decision-maker'] });
      expect(log[0].people).toEqual([people[2].id]);
    });
  });

  test(`a meeting is noted in ${locale} with the keyboard alone`, async ({ page }) => {
    await seedRecord(page, DEAL_KEY, logged());
    await open(page, locale, '#kept');
    await tabTo(page, begin(page, words));
    await page.keyboard.press('Enter');
    await expect(page.locator('h1')).toBeFocused();
    await tabTo(page, option(named(page, 'log', 'people'), 'p1'));
    await page.keyboard.press('Space');
    await tabTo(page, option(named(page, 'log', 'outcome'), 'order'));
    await page.keyboard.press('ArrowDown');
    await expect(option(named(page, 'log', 'outcome'), 'advance')).toBeChecked();
    await tabTo(page, named(page, 'log', 'action_words'));
    await page.keyboard.type('厂长来看演示');
    await tabTo(page, page.getByRole('button', { name: words.done }));
    await page.keyboard.press('Enter');
    await tabTo(page, page.locator('.talk-told').getByRole('link', { name: words.back }));
    await page.keyboard.press('Enter');
    await expect(page.locator('.contact')).toContainText('厂长来看演示');
    await tabTo(page, page.getByRole('button', { name: words.removed }));
    await page.keyboard.press('Enter');
    await expect(page.locator('.contact')).toHaveCount(0);
    await expect(page.getByRole('button', { name: words.undo })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.locator('.contact')).toContainText('厂长来看演示');
  });

  test(`an order in ${locale} offers to collect the money`, async ({ page }) => {
    await seedRecord(page, DEAL_KEY, logged({ id: 'c1', date: '2026-03-02', people: ['p2'], outcome: 'order' }));
    await open(page, locale, '#kept');
    await page.locator('.contacts__stage').getByRole('button', { name: words.collect }).click();
    await expect(option(field(page, 'stage'), 'collect')).toBeChecked();
    await expect(page.locator('.contacts__stage')).toHaveCount(0);
  });

  test(`a visit in ${locale} is prepared, printed and logged`, async ({ page }) => {
    await stubDialogue(page);
    await seedRecord(page, DEAL_KEY, logged());
    await open(page, locale, '#kept');
    await page.getByRole('heading', { name: words.visits }).click();
    await page.locator('#visits').getByRole('button', { name: words.prepare }).click();
    await expect(page.locator('.visit-form')).toBeFocused();
    await named(page, 'visits', 'date').fill('2026-03-05');
    await named(page, 'visits', 'goal').fill('让他们看到现场');
    await option(named(page, 'visits', 'expected'), 'advance').check();
    await named(page, 'visits', 'expected_words').fill('厂长来看演示');
    await expect(page.locator('.needs')).toContainText('王芳');
    await option(named(page, 'visits', 'people'), 'p2').check();
    await expect(page.locator('.needs')).not.toContainText('王芳');
    for (const need of ['停机时间减半', '少加班']) await expect(page.locator('.needs')).toContainText(need);

    for (const kind of ['situation', 'problem', 'implication', 'need-payoff']) {
      const part = page.locator(`.spin[data-kind=${kind}]`);
      await part.getByText(words.openings).click();
      await part.locator('.spin__opening').first().click();
      await expect(part.locator('textarea')).toBeFocused();
    }
    await expect(page.getByLabel(/./).and(page.locator('.spin[data-kind=problem] textarea'))).toHaveValue(words.opening);
    for (const check of await named(page, 'visits', 'done').all()) await check.check();
    await named(page, 'visits', 'line').first().fill('每月停机 12 小时');
    await expect(page.locator('.visit-form__gaps')).toHaveText(words.ready);
    expect(await axe(page)).toEqual([]);

    // The second time after a dialog whose end was never reported.
    for (const time of [1, 2]) {
      await page.evaluate(() => { window.isOpen = false; });
      await page.getByRole('button', { name: words.print }).click();
      await dialogue(page);
    }
    await expectOneSheet(page);
    await page.emulateMedia({ media: 'print' });
    for (const text of ['让他们看到现场', '厂长来看演示', '李雷', '停机时间减半', words.opening, '每月停机 12 小时']) {
      await expect(page.locator('.sheet')).toContainText(text);
    }
    await expect(page.locator('.sheet')).toBeVisible();
    await expect(page.locator('.visit-form')).toBeHidden();
    await page.emulateMedia({ media: 'screen' });
    await expect(page.locator('.sheet')).toBeHidden();
    await closeDialogue(page);
    await expect(page.locator('.sheet')).toHaveCount(0);

    await page.getByRole('button', { name: words.log }).click();
    await expect(form(page)).toBeFocused();
    await expect(form(page)).toContainText('让他们看到现场');
    await expect(option(named(page, 'log', 'people'), 'p2')).toBeChecked();
    await expect(form(page).locator('[name$=".outcome"]:checked')).toHaveCount(0);
    await option(named(page, 'log', 'outcome'), 'continuation').check();
    await page.getByRole('button', { name: words.done }).click();
    await expect(page.locator('.visit')).toContainText(words.logged);
    await expect(status(page)).toHaveText(words.saved);
    await page.reload();
    await page.getByRole('heading', { name: words.visits }).click();
    await expect(page.locator('.visit')).toContainText(words.logged);
    const { log, visits } = await deal(page);
    expect(visits[0].logged).toBe(log[0].id);
  });
}

test('a visit with many long questions still fits one page', async ({ page }) => {
  const long = 'What about the present way of working troubles you most, and what have you tried so far? '.repeat(3);
  const kinds = ['situation', 'problem', 'implication', 'need-payoff'];
  const questions = Array.from({ length: 20 }, (_, place) => ({
    id: `q${place}`, kind: kinds[place % 4], text: long, person: 'p2',
  }));
  const check = { done: true, line: long };
  const visit = {
    id: 'v1', date: '2026-03-05', goal: long, expected: 'advance', expected_words: long, people: ['p1', 'p2'],
    questions, quadrants: { facts: check, order: check, people: check, vision: check },
  };
  await stubDialogue(page);
  await seedRecord(page, DEAL_KEY, JSON.stringify({ ...DEAL, visits: [visit] }));
  await open(page, 'en', '#kept');
  await page.getByRole('heading', { name: WORDS.en.visits }).click();
  await page.locator('.visit').getByRole('button').first().click();
  await page.getByRole('button', { name: WORDS.en.print }).click();
  await dialogue(page);
  await expect(page.locator('.sheet__kind li')).toHaveCount(20);
  await expectOneSheet(page);
  // The browser's own command does not print what a button has printed.
  await closeDialogue(page);
  await page.evaluate(() => {
    addEventListener('beforeprint', () => (window.printed = document.querySelector('.sheet').innerHTML));
  });
  await page.pdf();
  expect(await page.evaluate(() => window.printed)).toContain('1+2+1 tracking form');
});

test('markup in a note is shown as typed', async ({ page }) => {
  const note = '<img src=x onerror=alert(1)>\n\u202Eשלום\u200B';
  await seedRecord(page, DEAL_KEY, logged({ id: '"><b>', date: '2026-03-02', note, people: ['gone'], outcome: 'no-sale' }));
  await open(page, 'en', '#kept');
  await expect(page.locator('.contact__note')).toContainText('<img src=x onerror=alert(1)>');
  await expect(page.locator('.contact__people')).toHaveText('someone removed');
  await page.locator('.contact').getByRole('button').first().click();
  await expect(named(page, 'log', 'note')).toHaveValue(note);
  await option(named(page, 'log', 'outcome'), 'order').check();
  await expect.poll(async () => (await deal(page)).log).toMatchObject([{ id: '"><b>', note, outcome: 'order' }]);
});

test(`meetings and visits are accessible`, async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const log = ['order', 'advance', 'continuation', 'no-sale', undefined].map((outcome, place) => ({
    id: `c${place}`, date: `2026-02-0${place + 1}`, people: ['p1'], outcome, note: 'n',
  }));
  await seedRecord(page, DEAL_KEY, logged(...log));
  await open(page, 'zh-CN', '#kept');
  expect(await axeInBoth(page)).toEqual([]);
  await page.locator('.contact').getByRole('button').first().click();
  await page.getByRole('button', { name: WORDS['zh-CN'].person }).click();
  expect(await axeInBoth(page)).toEqual([]);
  expect(await fits(page)).toBe(true);
});
