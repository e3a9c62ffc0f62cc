// A meeting logged in a conversation, counted in taps: from home and back, on a phone, everything visible when tapped.

import ICAL from 'ical.js';
import { DEAL_KEY, PREFIX, download, field, seedRecord, open, option, status, stored } from './deal-book.js';
import { some } from './site.js';
import { axeInBoth, expect, locales, test } from './support.js';

const WORDS = {
  'zh-CN': {
    log: '记一次会面', logAbout: '记一笔：华东机床 · Line 2', newCustomer: '新客户', done: '完成', told: '记好了',
    home: '回到首页', toList: '回到商机本', toToday: '回到“今天”', toDeal: '回到这笔商机', saved: '已保存',
    copy: '复制这句话', copied: '已复制。', calendar: '存进日历（.ics）', keep: '还是按原来的', discard: '这次不记了，恢复原样',
    sentence: '11月28日见了郑洁（决策人），答应引见更高层，11月29日跟进。',
    step: '跟进：引见更高层',
    existing: '11月28日见了李雷（使用者），答应引见更高层，11月29日跟进。',
    continued: '11月28日见了李雷（使用者），没有新的约定。',
    left: '11月28日的会面只记了一半', resumed: '接着记 11月28日没记完的会面', goOn: '接着记', remove: '删除', undo: '撤销',
    here: '商机本里已经有这家客户的 1 笔商机',
  },
  en: {
    log: 'Log a meeting', logAbout: 'Log: 华东机床 · Line 2', newCustomer: 'A new customer', done: 'Done', told: 'Logged',
    home: 'Back to the home page', toList: 'Back to the deal book', toToday: 'Back to “Today”', toDeal: 'Back to this deal', saved: 'Saved',
    copy: 'Copy the sentence', copied: 'Copied.', calendar: 'Save to calendar (.ics)', keep: 'Keep the planned one', discard: 'Discard this entry',
    sentence: 'Met 郑洁 (decision maker) on Nov 28: agreed to introduce us to someone higher up. Follow up on Nov 29.',
    step: 'Follow up: introduce us to someone higher up',
    existing: 'Met 李雷 (user) on Nov 28: agreed to introduce us to someone higher up. Follow up on Nov 29.',
    continued: 'Met 李雷 (user) on Nov 28: nothing new agreed.',
    left: 'The meeting of Nov 28 is only half logged', resumed: 'Going on with the meeting of Nov 28', goOn: 'Go on', remove: 'Remove', undo: 'Undo',
    here: 'The book already has a deal with this customer',
  },
};

const DEAL = {
  schema: 2, id: 'kept', revision: 1, customer: '华东机床', title: 'Line 2', salesperson: '陈晨',
  people: [{ id: 'p1', name: '王芳' }, { id: 'p2', name: '李雷', roles: ['user'] }],
};
const NOW = new Date('2026-11-28T10:00:00');

// Counts gestures: each tap, and each flick that scrolls a target into view. A target covered by a bar is not in view.
const thumb = (page) => {
  let count = 0;
  const isFree = (element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    const [x, y] = [left + width / 2, top + height / 2];
    const hit = document.elementFromPoint(x, y);
    const around = element.closest('label') ?? element;
    return y > 0 && y < innerHeight && hit !== null && (around.contains(hit) || element.contains(hit));
  };
  // Once the page has settled.
  const atRest = async () => {
    let before;
    await expect.poll(async () => {
      const [last, now] = [before, await page.evaluate(() => scrollY)];
      before = now;
      return last === now;
    }).toBe(true);
  };
  const tap = async (locator) => {
    await expect(locator).toBeAttached();
    await atRest();
    if (!(await locator.evaluate(isFree))) {
      count += 1;
      await locator.evaluate((element) => element.scrollIntoView({ block: 'center', behavior: 'instant' }));
    }
    count += 1;
    await locator.tap();
  };
  return { tap, count: () => count };
};

const named = (page, start, end) => page.locator(`[name^="${start}."][name$=".${end}"]`);
const choice = (page, end, value) => named(page, 'log', end).and(page.locator(`[value="${value}"]`)).locator('xpath=..');
const sentence = (page) => page.locator('.talk__sentence, .talk-told__sentence');
const records = (page) =>
  page.evaluate((prefix) => Object.keys(localStorage).filter((key) => key.startsWith(prefix)).map((key) => JSON.parse(localStorage.getItem(key))), PREFIX);

for (const locale of some(locales, 1)) {
  const words = WORDS[locale];

  test.describe(`on a phone in ${locale}`, () => {
    test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

    test.beforeEach(({ page }) => page.clock.setFixedTime(NOW));

    test('a new customer with a new person takes twelve taps from home and back', async ({ page }) => {
      const { tap, count } = thumb(page);
      await page.goto(`?lang=${locale}`);
      // The invitation is below the calculators while there are no deals, so a flick is counted.
      await tap(page.getByRole('link', { name: words.log }));
      await tap(page.getByRole('button', { name: words.newCustomer }));
      await expect(field(page, 'customer')).toBeFocused();
      await page.keyboard.type('华东机床');
      await tap(field(page, 'title'));
      await page.keyboard.type('Line 2');
      await tap(field(page, 'people.p1.name'));
      await page.keyboard.type('郑洁');
      await tap(option(page, 'people.p1.role', 'decision-maker').locator('xpath=..'));
      await tap(choice(page, 'outcome', 'advance'));
      await tap(choice(page, 'action', 'access'));
      await tap(choice(page, 'when', 'tomorrow'));
      await expect(sentence(page)).toHaveText(words.sentence);
      await tap(page.getByRole('button', { name: words.done }));
      await expect(page.getByRole('heading', { name: words.told })).toBeFocused();
      await tap(page.locator('.talk-told').getByRole('link', { name: words.home }));
      await expect(page.locator('.attention')).toBeVisible();
      expect(count()).toBeLessThanOrEqual(12);
      const [deal, ...others] = await records(page);
      expect(others).toEqual([]);
      expect(deal).toMatchObject({
        customer: '华东机床', title: 'Line 2', people: [{ name: '郑洁', roles: ['decision-maker'] }],
        log: [{ date: '2026-11-28', people: [deal.people[0].id], outcome: 'advance', action: 'access' }],
        next_step: { action: words.step, date: '2026-11-29' },
      });
    });

    for (const [way, first] of [
      ['through the choice of the deal', [(page) => page.getByRole('link', { name: words.log, exact: true }), (page) => page.getByRole('button', { name: 'Line 2' })]],
      ['beside the deal', [(page) => page.getByRole('link', { name: words.logAbout })]],
    ]) {
      test(`someone known is logged in eight taps from home and back, ${way}`, async ({ page }) => {
        const { tap, count } = thumb(page);
        await seedRecord(page, DEAL_KEY, JSON.stringify(DEAL));
        await page.goto(`?lang=${locale}`);
        for (const target of first) await tap(target(page));
        await tap(choice(page, 'people', 'p2'));
        await tap(choice(page, 'outcome', 'advance'));
        await tap(choice(page, 'action', 'access'));
        await tap(choice(page, 'when', 'tomorrow'));
        await expect(sentence(page)).toHaveText(words.existing);
        await tap(page.getByRole('button', { name: words.done }));
        await tap(page.locator('.talk-told').getByRole('link', { name: words.home }));
        await expect(page.locator('.attention')).toBeVisible();
        expect(count()).toBeLessThanOrEqual(8);
        expect(JSON.parse(await stored(page, DEAL_KEY))).toMatchObject({
          log: [{ people: ['p2'], outcome: 'advance', action: 'access' }],
          next_step: { action: words.step, date: '2026-11-29' },
        });
      });
    }

    test('a continuation skips the agreement, without layout shift', async ({ page }) => {
      await seedRecord(page, DEAL_KEY, JSON.stringify(DEAL));
      await open(page, locale, '#log=kept');
      await choice(page, 'people', 'p2').tap();
      const top = () => choice(page, 'outcome', 'order').evaluate((element) => element.getBoundingClientRect().top + scrollY);
      const before = await top();
      await choice(page, 'outcome', 'advance').tap();
      await expect(page.locator('[data-question=agreed]')).toBeVisible();
      expect(await top()).toBe(before);
      await expect(page.locator('[data-proposal]')).toHaveCount(0);
      await choice(page, 'outcome', 'continuation').tap();
      await expect(page.locator('[data-question=agreed]')).toHaveCount(0);
      await expect(page.locator('[data-question=step]')).toBeVisible();
      expect(await top()).toBe(before);
      await expect(sentence(page)).toHaveText(words.continued);
      expect(await page.evaluate(() => document.scrollingElement.scrollWidth <= innerWidth)).toBe(true);
    });
  });

  test(`a planned step can be replaced and restored, ${locale}`, async ({ page }) => {
    await page.clock.setFixedTime(NOW);
    await seedRecord(page, DEAL_KEY, JSON.stringify({ ...DEAL, next_step: { action: '现场演示', date: '2026-12-05' } }));
    await open(page, locale, '#log=kept');
    await choice(page, 'outcome', 'no-sale').click();
    await expect(page.locator('.talk__planned')).toContainText('现场演示');
    await choice(page, 'when', 'friday').click();
    const step = async () => JSON.parse(await stored(page, DEAL_KEY)).next_step;
    await expect.poll(step).toMatchObject({ date: '2026-12-04' });
    await page.getByRole('button', { name: words.keep }).click();
    await expect.poll(step).toEqual({ action: '现场演示', date: '2026-12-05' });
    await choice(page, 'when', 'day').click();
    await field(page, 'next_step.date').fill('2026-12-24');
    await field(page, 'next_step.action').fill('送样');
    await expect.poll(step).toEqual({ action: '送样', date: '2026-12-24' });
  });

  test(`an unfinished meeting resumes, and can be discarded, ${locale}`, async ({ page }) => {
    await page.clock.setFixedTime(NOW);
    await seedRecord(page, DEAL_KEY, JSON.stringify({ ...DEAL, next_step: { action: '现场演示', date: '2026-12-05' } }));
    await open(page, locale, '#kept');
    const log = () => page.getByRole('link', { name: words.log }).first().click();
    await log();
    await choice(page, 'outcome', 'no-sale').click();
    await choice(page, 'when', 'friday').click();
    const kept = async () => {
      const { log = [], next_step } = JSON.parse(await stored(page, DEAL_KEY));
      return [log.length, next_step];
    };
    await expect.poll(kept).toMatchObject([1, { date: '2026-12-04' }]);
    await page.locator('.deal__back').click();
    await log();
    await expect(choice(page, 'outcome', 'no-sale').locator('input')).toBeChecked();
    await expect(page.locator('.talk__planned')).toContainText('现场演示');
    await page.getByRole('button', { name: words.discard }).click();
    await expect.poll(kept).toEqual([0, { action: '现场演示', date: '2026-12-05' }]);
    await expect(page.getByRole('button', { name: words.undo })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect.poll(kept).toMatchObject([1, { date: '2026-12-04' }]);
    await expect(choice(page, 'outcome', 'no-sale').locator('input')).toBeChecked();
    await page.getByRole('button', { name: words.discard }).click();
    await choice(page, 'outcome', 'advance').click();
    await expect(page.getByRole('button', { name: words.undo }), 'another entry was begun').toHaveCount(0);
  });

  test(`an unfinished meeting is shown on return, ${locale}`, async ({ page }) => {
    await page.clock.setFixedTime(NOW);
    await seedRecord(page, DEAL_KEY, JSON.stringify({ ...DEAL, next_step: { action: '现场演示', date: '2026-12-05' } }));
    await open(page, locale, '');
    await page.getByRole('link', { name: words.log }).first().click();
    await page.getByRole('button', { name: 'Line 2' }).click();
    await page.locator('.deal__back').click();
    await expect(page.locator('.deals__list')).toBeVisible();
    await expect(page.locator('.left .undo'), 'nothing was answered').toHaveCount(0);
    await page.getByRole('link', { name: words.log }).first().click();
    await page.getByRole('button', { name: 'Line 2' }).click();
    await choice(page, 'outcome', 'no-sale').click();
    await choice(page, 'when', 'friday').click();
    await page.locator('.deal__back').click();
    const said = page.locator('.left');
    await expect(said).toContainText(words.left);
    expect(await axeInBoth(page)).toEqual([]);
    const kept = async () => {
      const { log = [], next_step } = JSON.parse(await stored(page, DEAL_KEY));
      return [log.map((entry) => entry.begun ?? false), next_step.date];
    };
    await expect.poll(kept).toEqual([[true], '2026-12-04']);
    await said.getByRole('button', { name: words.remove }).click();
    await expect.poll(kept).toEqual([[], '2026-12-05']);
    await expect(said.getByRole('button', { name: words.undo })).toBeFocused();
    await said.getByRole('button', { name: words.undo }).click();
    await expect.poll(kept).toEqual([[true], '2026-12-04']);
    // Another day, in a fresh page.
    await page.reload();
    await open(page, locale, '#kept');
    await page.locator('.contact').getByRole('link', { name: words.goOn }).click();
    await expect(page.locator('.talk__left')).toContainText(words.resumed);
    await expect(page.locator('.talk__left'), 'nothing has scrolled over it').toBeInViewport();
    await expect(choice(page, 'outcome', 'no-sale').locator('input')).toBeChecked();
    await page.getByRole('button', { name: words.done }).click();
    await expect.poll(kept).toEqual([[false], '2026-12-04']);
    await page.locator('.talk-told').getByRole('link', { name: words.toDeal }).click();
    await expect(page.locator('.contact')).toBeVisible();
    await expect(page.locator('.contact').getByRole('link', { name: words.goOn })).toHaveCount(0);
  });

  test(`an existing customer is recognised, with deals and people, ${locale}`, async ({ page }) => {
    await seedRecord(page, DEAL_KEY, JSON.stringify(DEAL));
    const begin = async (name) => {
      await open(page, locale, '#log=');
      await page.getByRole('button', { name: words.newCustomer }).click();
      await field(page, 'customer').fill(name);
    };
    const here = page.locator('.talk .namesakes');
    await begin('华东机');
    await expect(page.locator('[data-question=who]')).toBeVisible();
    await expect(here).toBeEmpty();
    await field(page, 'customer').fill('华东机床\u3000');
    await expect(here).toContainText(words.here);
    expect(await axeInBoth(page)).toEqual([]);
    await here.getByRole('button', { name: 'Line 2' }).click();
    await expect(page).toHaveURL(/#log=kept/);
    await expect(choice(page, 'people', 'p2')).toBeVisible();
    const others = async () => (await records(page)).filter((deal) => !deal.deleted && deal.id !== 'kept');
    await expect.poll(others, 'what held nothing but the name is gone').toEqual([]);

    await begin('华东机床');
    await page.locator('.people__colleagues').getByRole('button', { name: '李雷' }).click();
    await expect(page.locator('.talk').getByLabel('李雷')).toBeChecked();
    await expect(page.locator('.people__colleagues').getByRole('button', { name: '李雷' })).toHaveCount(0);
    await expect(here.getByRole('button'), 'more than a name stands here now').toHaveCount(0);
    await choice(page, 'outcome', 'order').click();
    await page.getByRole('button', { name: words.done, exact: true }).click();
    await expect.poll(others).toMatchObject([{ customer: '华东机床', people: [{ name: '李雷' }], log: [{ outcome: 'order' }] }]);
    const [deal] = await others();
    expect(deal.log[0].people).toEqual([deal.people[0].id]);
  });

  test(`a doubtful day is reported beside its field, ${locale}`, async ({ page }) => {
    await page.clock.setFixedTime(NOW);
    await seedRecord(page, DEAL_KEY, JSON.stringify(DEAL));
    await open(page, locale, '#log=kept');
    await choice(page, 'outcome', 'no-sale').click();
    await page.locator('.talk__more > summary').click();
    const doubt = page.locator('.talk .field__doubt').filter({ visible: true });
    for (const [day, count] of [['2026-11-29', 1], ['2026-11-28', 0]]) {
      await named(page, 'log', 'date').fill(day);
      await expect(doubt).toHaveCount(count);
    }
    await choice(page, 'when', 'day').click();
    for (const [day, count] of [['2026-11-27', 1], ['2026-11-28', 0]]) {
      await field(page, 'next_step.date').fill(day);
      await expect(doubt).toHaveCount(count);
    }
  });

  test(`an ended deal is found by name and marked as ended, ${locale}`, async ({ page }) => {
    await seedRecord(page, DEAL_KEY, JSON.stringify({ ...DEAL, end: 'lost' }));
    await open(page, locale, '#log=');
    await expect(page.locator('.take__deal')).toHaveCount(0);
    await page.locator('#log-search').fill('华东机床');
    await expect(page.locator('.take__ended')).toHaveText(locale === 'en' ? 'Ended · Lost' : '已结束 · 丢单');
    expect(await axeInBoth(page)).toEqual([]);
    await page.locator('.take__deal').click();
    await expect(page).toHaveURL(/#log=kept/);
  });

  test(`a meeting with a new customer requires a name, ${locale}`, async ({ page }) => {
    await open(page, locale, '#log=');
    await page.getByRole('button', { name: words.newCustomer }).click();
    await choice(page, 'outcome', 'no-sale').click();
    await page.getByRole('button', { name: words.done, exact: true }).click();
    await expect(page.locator('.talk .field__error').filter({ visible: true })).not.toBeEmpty();
    await expect(field(page, 'customer')).toBeFocused();
    expect(await axeInBoth(page)).toEqual([]);
    await field(page, 'customer').fill('华南重工');
    await page.getByRole('button', { name: words.done, exact: true }).click();
    await expect(page.locator('#told-title')).toHaveText(words.told);
  });

  test(`each entry point returns to where it started, ${locale}`, async ({ page }) => {
    await seedRecord(page, DEAL_KEY, JSON.stringify(DEAL));
    for (const [from, shown, label, address, direct] of [
      ['', '.deals__list', words.toList, /deals\/[^#]*#?$/, false],
      ['#view=today', '.agenda', words.toToday, /#view=today$/, false],
      ['#kept', '.deal__thumb', words.toDeal, /#kept$/, true],
    ]) {
      await open(page, locale, from);
      // If only the fragment changes, the button of the previous place may still be there.
      await expect(page.locator(shown).first()).toBeVisible();
      await page.getByRole('link', { name: words.log }).first().click();
      if (!direct) await page.getByRole('button', { name: 'Line 2' }).click();
      await choice(page, 'outcome', 'order').click();
      await page.getByRole('button', { name: words.done }).click();
      await page.locator('.talk-told').getByRole('link', { name: label }).click();
      await expect(page).toHaveURL(address);
      await expect(page.locator('.talk-told')).toHaveCount(0);
    }
    expect(JSON.parse(await stored(page, DEAL_KEY)).log).toHaveLength(3);
  });

  test(`the sentence and the day can be exported, ${locale}`, async ({ page, context }) => {
    await page.clock.setFixedTime(NOW);
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const title = `Line 2, "A; B" \\ ${'长'.repeat(60)}`;
    await seedRecord(page, DEAL_KEY, JSON.stringify({ ...DEAL, title }));
    await open(page, locale, '#log=kept');
    expect(await axeInBoth(page), 'the first question').toEqual([]);
    await choice(page, 'people', 'p2').click();
    await choice(page, 'outcome', 'advance').click();
    await choice(page, 'action', 'access').click();
    await choice(page, 'when', 'tomorrow').click();
    // So the bar does not half cover anything, which axe would report as a small target.
    await page.setViewportSize({ width: 1280, height: 2000 });
    expect(await axeInBoth(page), 'all questions').toEqual([]);
    await page.getByRole('button', { name: words.done }).click();
    expect(await axeInBoth(page), 'the end').toEqual([]);
    await page.getByRole('button', { name: words.copy }).click();
    await expect(page.locator('.talk-told__status')).toHaveText(words.copied);
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(words.existing);
    const file = await download(page, page.getByRole('button', { name: words.calendar }));
    for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    const events = new ICAL.Component(ICAL.parse(file)).getAllSubcomponents('vevent').map((part) => new ICAL.Event(part));
    expect(events).toHaveLength(1);
    expect(events[0].summary).toBe(`${words.step} · 华东机床 · ${title}`);
    expect(events[0].description).toBe(words.existing);
    expect(events[0].startDate.isDate).toBe(true);
    expect(events[0].startDate.toString()).toBe('2026-11-29');
    expect(events[0].uid).toBe('kept-step@sales-abacus');
  });
}

test('the salesperson is asked for once, after the first meeting', async ({ page }) => {
  const log = async (customer) => {
    await open(page, 'zh-CN', '#log=');
    await page.getByRole('button', { name: WORDS['zh-CN'].newCustomer }).click();
    await field(page, 'customer').fill(customer);
    await choice(page, 'outcome', 'continuation').click();
    await page.getByRole('button', { name: WORDS['zh-CN'].done }).click();
    await expect(page.locator('.talk-told')).toBeVisible();
  };
  await log('华东机床');
  await field(page, 'salesperson').fill('陈晨');
  expect(await axeInBoth(page)).toEqual([]);
  await page.locator('.talk-told .button--primary').click();
  await log('华北机床');
  await expect(field(page, 'salesperson')).toHaveCount(0);
  await expect.poll(async () => (await records(page)).map((deal) => deal.salesperson)).toEqual(['陈晨', '陈晨']);
});

test('answering keeps the focus in place', async ({ page }) => {
  await open(page, 'zh-CN', '#log=');
  await page.getByRole('button', { name: WORDS['zh-CN'].newCustomer }).click();
  await page.keyboard.type('华东机床');
  for (const outcome of ['continuation', 'advance']) {
    const radio = named(page, 'log', 'outcome').and(page.locator(`[value="${outcome}"]`));
    await radio.focus();
    await page.keyboard.press('Space');
    await expect(radio).toBeChecked();
    await expect(page.locator('[data-question=step]')).toBeVisible();
    await expect(radio).toBeFocused();
  }
  await page.keyboard.type('xyz');
  await expect(field(page, 'customer')).toHaveValue('华东机床');
});

test('a reload resumes the same meeting', async ({ page }) => {
  await seedRecord(page, DEAL_KEY, JSON.stringify(DEAL));
  await open(page, 'en', '#log=kept');
  await choice(page, 'people', 'p2').click();
  await expect(status(page)).toHaveText('Saved');
  await page.reload();
  await expect(choice(page, 'people', 'p2').locator('input')).toBeChecked();
  await choice(page, 'outcome', 'order').click();
  await expect.poll(async () => JSON.parse(await stored(page, DEAL_KEY)).log).toMatchObject([{ people: ['p2'], outcome: 'order' }]);
});

// On a slow phone, or with programmatic typing.
test('fast typing loses no key and creates one person', async ({ page }) => {
  await seedRecord(page, DEAL_KEY, JSON.stringify({ ...DEAL, people: [] }));
  await open(page, 'en', '#log=kept');
  await field(page, 'people.p1.name').evaluate((input) => {
    for (const typed of ['L', 'Li', 'Li ', 'Li L', 'Li Le', 'Li Lei']) {
      input.value = typed;
      input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    }
  });
  await expect.poll(async () => JSON.parse(await stored(page, DEAL_KEY)).people).toMatchObject([{ id: 'p1', name: 'Li Lei' }]);
  await expect(field(page, 'people.p1.name')).toHaveValue('Li Lei');
  expect(JSON.parse(await stored(page, DEAL_KEY)).log).toHaveLength(1);
});

test('a name typed and cleared before rendering adds nobody', async ({ page }) => {
  await seedRecord(page, DEAL_KEY, JSON.stringify({ ...DEAL, people: [] }));
  await open(page, 'en', '#log=kept');
  await field(page, 'people.p1.name').evaluate((input) => {
    for (const typed of ['L', '']) {
      input.value = typed;
      input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    }
  });
  // Typed text is saved when the page is left.
  await page.goto('icon.svg');
  expect(JSON.parse(await stored(page, DEAL_KEY)).people ?? []).toEqual([]);
});

test('only looking stores nothing', async ({ page }) => {
  await seedRecord(page, DEAL_KEY, JSON.stringify(DEAL));
  await open(page, 'en', '#log=kept');
  await expect(page.getByRole('button', { name: WORDS.en.done })).toBeDisabled();
  await page.getByRole('link', { name: WORDS.en.toList }).click();
  await expect(page.locator('.deal-row')).toHaveCount(1);
  expect(JSON.parse(await stored(page, DEAL_KEY)).log ?? []).toEqual([]);
});

test('beads change when someone new is met', async ({ page }) => {
  await seedRecord(page, DEAL_KEY, JSON.stringify({ ...DEAL, people: [] }));
  await open(page, 'en', '#log=kept');
  await field(page, 'people.p1.name').fill('Zhao Min');
  await option(page, 'people.p1.role', 'user').check();
  await choice(page, 'outcome', 'order').click();
  await page.getByRole('button', { name: WORDS.en.done }).click();
  await expect(page.locator('.talk-told .beads__bead--covered')).toHaveCount(2);
  // A person without any text is removed again.
  await page.goto('?lang=en');
  await open(page, 'en', '#log=kept');
  await page.getByRole('button', { name: 'Add someone new' }).click();
  await field(page, 'people.p2.name').fill('x');
  await expect.poll(async () => JSON.parse(await stored(page, DEAL_KEY)).people).toHaveLength(2);
  await field(page, 'people.p2.name').fill('');
  await expect.poll(async () => JSON.parse(await stored(page, DEAL_KEY)).people).toHaveLength(1);
});
