// The whole deal book: the list of thousands and its queries, what is due, the funnel, the demo, calculators' results
// on deals, the printed form.

import { DEAL_KEY, PREFIX, RECORD, WORDS as BOOK, create, field, seedRecord, open, status, stored } from './deal-book.js';
import { closeDialogue, dialogue, expectOneSheet, stubDialogue } from './paper.js';
import { some } from './site.js';
import { axe, expect, locales, test } from './support.js';

const WORDS = {
  'zh-CN': {
    found: (count) => `${count} 笔商机`,
    filter: '筛选与排序',
    stage: '阶段',
    sort: '排序',
    save: '把这个视图存为',
    keep: '存下',
    forget: '删除视图“我的”',
    today: '今天',
    funnel: '漏斗',
    reckon: '用这两个比例算每天拜访几次',
    all: '显示全部进行中的商机',
    demo: '看看示例商机',
    leave: '回到我的商机本',
    add: '记到商机里',
    newDeal: '记到新商机里',
    figures: '测算',
    openAgain: '重新打开',
    remove: '移除',
    printForm: '打印跟踪表',
    printBlank: '打印空白跟踪表',
    form: '1+2+1 大客户跟踪表',
    overdue: '已过期',
  },
  en: {
    found: (count) => `${count} deals`,
    filter: 'Filter and sort',
    stage: 'Stage',
    sort: 'Sort by',
    save: 'Save this view as',
    keep: 'Save',
    forget: 'Delete the view “我的”',
    today: 'Today',
    funnel: 'Funnel',
    reckon: 'Work out daily visits with these ratios',
    all: 'Show all open deals',
    demo: 'See example deals',
    leave: 'Back to my deal book',
    add: 'Add to a deal',
    newDeal: 'Add to a new deal',
    figures: 'Figures',
    openAgain: 'Open again',
    remove: 'Remove',
    printForm: 'Print the form',
    printBlank: 'Print a blank form',
    form: '1+2+1 tracking form for a key account',
    overdue: 'Overdue',
  },
};

const STAGES = ['analyse', 'trust', 'needs', 'value', 'commitment', 'collect'];

// Puts this many deals into the store before the page first opens, ordered by closing day and next step.
const seedDeals = (page, count) =>
  page.addInitScript(
    ([prefix, stages, count]) => {
      for (let at = 0; at < count; at += 1) {
        const id = `d${String(at).padStart(5, '0')}`;
        const day = new Date(Date.UTC(2030, 0, 1 + at)).toISOString().slice(0, 10);
        const deal = { schema: 2, id, revision: 1, customer: `Customer ${at}`, title: at % 2 ? 'odd' : 'even', stage: stages[at % 6] };
        localStorage.setItem(prefix + id, JSON.stringify({ ...deal, amount: String(at * 100), expected_close: day, next_step: { action: 'Call', date: day } }));
      }
    },
    [PREFIX, STAGES, count],
  );

const rows = (page) => page.locator('.deal-row');
const row = (page, at) => page.locator(`[data-deal="d${String(at).padStart(5, '0')}"]`);
const view = (page, name) => page.locator('.views').getByRole('link', { name, exact: true });

// At 23:50 and past midnight, or returning to a sleeping page: its timers do not run, so the clock jumps and the window
// is focused again.
for (const [how, pass] of [
  ['at midnight', (page) => page.clock.runFor('20:00')],
  ['when the page is used again', async (page) => {
    await page.clock.setSystemTime(new Date('2026-03-03T09:00:00+08:00'));
    await page.evaluate(() => dispatchEvent(new Event('focus')));
  }],
]) {
  test(`a new day is noticed ${how}`, async ({ page }) => {
    const due = { ...JSON.parse(RECORD), next_step: { action: '回访', date: '2026-03-03' } };
    await seedRecord(page, DEAL_KEY, JSON.stringify(due));
    await page.clock.install({ time: new Date('2026-03-02T23:50:00+08:00') });
    for (const fragment of ['', '#view=today']) {
      await page.clock.setSystemTime(new Date('2026-03-02T23:50:00+08:00'));
      await open(page, 'zh-CN', fragment);
      await expect(page.locator('#app')).toContainText('明天');
      await pass(page);
      await expect(page.locator('#app')).not.toContainText('明天');
    }
    await page.clock.setSystemTime(new Date('2026-03-02T23:50:00+08:00'));
    await page.goto('');
    await expect(page.locator('.attention')).toContainText('没有');
    await pass(page);
    await expect(page.locator('.attention')).toContainText('回访');
  });

  test(`reminders and printouts notice a new day ${how}`, async ({ page }) => {
    const due = { ...JSON.parse(RECORD), next_step: { action: '回访', date: '2026-03-03' } };
    await seedRecord(page, DEAL_KEY, JSON.stringify(due));
    // A week after the first change: the day after the page is opened.
    await page.addInitScript((record) => localStorage.setItem('sales-abacus:backup', record), JSON.stringify({ from: '2026-02-24', changes: 1 }));
    await page.clock.install({ time: new Date('2026-03-02T23:50:00+08:00') });
    await open(page, 'zh-CN');
    await expect(page.locator('.deal-row')).toBeVisible();
    await expect(page.locator('.reminder--backup')).toHaveCount(0);
    await pass(page);
    await expect(page.locator('.reminder--backup')).toBeVisible();
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    // Otherwise the page's clock stands still, and with it the rendering for print.
    await page.clock.runFor(100);
    await expect(page.locator('.deals__printed')).toContainText('今天');
    await expect(page.locator('.deals__printed .deals__day')).toContainText('2026-03-03');
  });
}

// The printout must be complete when the event ends, however slow the device. No timer runs before that, and yew yields
// to one after 16 milliseconds if it can.
const slow = async (page) => {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 8 });
};

// No work from opening the page is pending.
const atRest = async (page) => {
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => new Promise((rest) => requestIdleCallback(() => requestIdleCallback(rest))));
};

// `page.pdf` does the same as the browser's own command.
test('the printed list has every deal', async ({ page }) => {
  await seedDeals(page, 120);
  await open(page, 'en');
  await expect(page.locator('.filters__found')).toHaveText(WORDS.en.found(120));
  await atRest(page);
  await slow(page);
  // After the app's own listener for the same event.
  await page.evaluate(() => {
    addEventListener('beforeprint', () => (window.printed = document.querySelectorAll('.deals__printed .deal-row').length));
  });
  const file = await page.pdf({ preferCSSPageSize: true });
  expect(await page.evaluate(() => window.printed)).toBe(120);
  // About 25 rows per sheet.
  expect(file.toString('latin1').match(/\/Type\s*\/Page\b/g).length).toBeLessThan(13);
  await expect(page.locator('.deals__printed')).toHaveCount(0);
});

test('a printed deal is its form, with its beads', async ({ page }) => {
  await seedRecord(page, DEAL_KEY, RECORD);
  await open(page, 'en', '#kept');
  await atRest(page);
  await slow(page);
  await page.evaluate(() => {
    addEventListener('beforeprint', () => (window.printed = document.querySelector('.sheet')?.innerHTML));
  });
  await expectOneSheet(page);
  const printed = await page.evaluate(() => window.printed);
  expect(printed).toContain('1+2+1 tracking form');
  expect(printed).toContain('beads');
  await expect(page.locator('.sheet')).toHaveCount(0);
});

test('a link is followed during a pending address update', async ({ page }) => {
  // The browser reports late that the fragment changed.
  await page.addInitScript(() => {
    addEventListener('hashchange', (event) => window.held && event.stopImmediatePropagation(), true);
  });
  await page.clock.install();
  await seedDeals(page, 60);
  await open(page, 'en', '#view=list&status=all');
  await page.getByRole('searchbox').fill('customer');
  await page.evaluate(() => (window.held = true));
  await page.evaluate(() => (location.hash = '#view=list&search=customer%201'));
  await page.clock.runFor(1000);
  await page.evaluate(() => {
    window.held = false;
    dispatchEvent(new HashChangeEvent('hashchange'));
  });
  await expect(page.getByRole('searchbox')).toHaveValue('customer 1');
  expect(new URL(page.url()).hash).toBe('#view=list&search=customer%201');
});

for (const locale of some(locales, 0)) {
  const words = WORDS[locale];

  test(`a list of thousands in ${locale} scrolls and keeps its place`, async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await seedDeals(page, 2000);
    await open(page, locale);
    await expect(page.locator('.filters__found')).toHaveText(words.found(2000));
    expect(await rows(page).count()).toBeLessThan(60);
    // Only the list: reminders and the footer load later.
    const height = () => rows(page).first().evaluate((row) => row.parentElement.offsetHeight);
    const before = await height();
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight / 2));
    await expect(rows(page).first()).toHaveAttribute('aria-posinset', /^9\d\d$/);
    expect(await rows(page).count()).toBeLessThan(60);
    expect(Math.abs((await height()) - before)).toBeLessThan(2);
    const middle = rows(page).nth(12).locator('a');
    const href = await middle.getAttribute('href');
    await middle.click();
    await expect(page.locator('h1')).toBeFocused();
    await page.goBack();
    await expect(page.locator(`.deal-row__name[href="${href}"]`)).toBeFocused();
    await expect(page.locator(`.deal-row__name[href="${href}"]`)).toBeInViewport();
    await expect(async () => {
      await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
      expect(await row(page, 1999).isVisible()).toBe(true);
    }).toPass();
  });

  test(`a search in ${locale} is filtered, sorted and saved`, async ({ page }) => {
    await seedDeals(page, 60);
    await open(page, locale);
    await page.getByRole('searchbox').fill('ＯＤＤ customer 1');
    await expect(page.locator('.filters__found')).toHaveText(words.found(10));
    await expect.poll(() => new URL(page.url()).hash).toBe('#view=list&search=%EF%BC%AF%EF%BC%A4%EF%BC%A4%20customer%201');
    await page.getByText(words.filter).click();
    await page.getByLabel(words.sort).selectOption('amount');
    await expect(rows(page).first()).toHaveAttribute('data-deal', 'd00051');
    await page.getByLabel(words.stage).selectOption('trust');
    await expect(rows(page)).toHaveCount(4);
    await page.getByLabel(words.save).fill('我的');
    await page.getByRole('button', { name: words.keep, exact: true }).click();
    // The bottom bar overlays the content behind it; at the end of the page it has its own space.
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    expect(await axe(page)).toEqual([]);

    await rows(page).first().locator('a').click();
    await page.locator('.deal__back').click();
    await expect(rows(page)).toHaveCount(4);

    await page.getByRole('searchbox').fill('nobody at all');
    await page.getByRole('link', { name: words.all }).click();
    await expect(page.locator('.filters__found')).toHaveText(words.found(60));
    await page.reload();
    await page.getByRole('link', { name: '我的' }).click();
    await expect(rows(page)).toHaveCount(4);
    await page.getByRole('button', { name: words.forget }).click();
    await expect(page.getByRole('link', { name: '我的' })).toHaveCount(0);
  });

  test(`in ${locale}, the user's own funnel rates are applied`, async ({ page }) => {
    // Five of fifteen were won, after sixty visits.
    await page.addInitScript((prefix) => {
      for (let at = 0; at < 15; at += 1) {
        const log = Array.from({ length: 4 }, (_, visit) => ({ id: `c${visit}`, date: '2026-02-01', note: 'x' }));
        localStorage.setItem(`${prefix}r${at}`, JSON.stringify({ schema: 2, id: `r${at}`, stage: 'collect', end: at < 5 ? 'paid' : 'lost', log }));
      }
    }, PREFIX);
    await open(page, locale, '#view=funnel');
    await page.getByRole('link', { name: words.reckon }).click();
    await expect(page).toHaveURL(/activity\//);
    await expect(page.locator('output[name="per_day"] data').first()).toHaveAttribute('value', '6');
  });

  test(`the demo in ${locale} stores nothing`, async ({ page }) => {
    await page.clock.install();
    await open(page, locale);
    await page.getByRole('link', { name: words.demo }).click();
    await expect(rows(page)).toHaveCount(7);
    await view(page, words.today).click();
    await expect(page.getByRole('heading', { name: new RegExp(words.overdue) })).toBeVisible();
    await expect(page.locator('.agenda__link').first()).toBeVisible();
    expect(await axe(page), 'what is due').toEqual([]);
    await view(page, words.funnel).click();
    await expect(page.locator('.funnel__row')).toHaveCount(9);
    expect(await axe(page), 'the funnel').toEqual([]);
    // What blocks a stage links to the blocked deals.
    const held = page.locator('.funnel__row').nth(4).locator('.funnel__more .funnel__link');
    await held.last().click();
    await expect(rows(page)).toHaveCount(1);
    await page.goBack();
    await page.locator('.funnel__row').nth(1).locator('.funnel__link').first().click();
    await expect(rows(page)).toHaveCount(1);
    await rows(page).first().locator('a').click();
    await field(page, 'customer').fill('changed');
    await expect(page.locator('h1')).toContainText('changed');
    await expect(status(page), 'nothing is said to be kept').toHaveCount(0);
    await page.clock.runFor(5_000);
    expect(await axe(page), 'a deal').toEqual([]);
    const kept = await page.evaluate((prefix) => Object.keys(localStorage).filter((key) => key.startsWith(prefix)), PREFIX);
    expect(kept, 'nothing of it is kept').toEqual([]);
    await page.getByRole('link', { name: words.leave }).click();
    await expect(page.getByRole('link', { name: words.demo })).toBeVisible();
  });

  test(`a result is attached to a deal in ${locale} and reopened`, async ({ page }) => {
    await seedDeals(page, 3);
    await page.goto(`bad-debt/?lang=${locale}#loss=700&solve=margin&extra_sales=14000`);
    await page.locator('.bar__action[popovertarget=share]').click();
    await page.getByRole('link', { name: words.add }).click();
    await expect(page.locator('.take')).toContainText('14,000');
    expect(await axe(page)).toEqual([]);
    await page.getByRole('searchbox').fill('customer 2');
    await expect(page.locator('.take__deal')).toHaveCount(1);
    await page.locator('.take__deal').click();
    await page.locator('#figures > summary').click();
    await expect(page.locator('.figures__item')).toContainText('14,000');
    await expect(status(page)).toHaveText(BOOK[locale].saved);
    expect(JSON.parse(await stored(page, `${PREFIX}d00002`)).snapshots).toMatchObject([
      { tool: 'bad-debt', inputs: 'loss=700&margin=0.05', results: { extra_sales: '14000' } },
    ]);
    await page.locator('.figures__item').getByRole('button', { name: words.remove }).click();
    await expect(page.locator('.figures__item')).toHaveCount(0);
    await page.getByRole('button', { name: BOOK[locale].undo }).click();
    await expect(page.locator('.figures__item')).toHaveCount(1);
    await page.locator('.figures__item').getByRole('link', { name: words.openAgain }).click();
    await expect(page.locator('output[name="extra_sales"] data')).toHaveAttribute('value', '14000');
    await expect(field(page, 'margin')).toHaveValue('5');

    await page.locator('.bar__action[popovertarget=share]').click();
    await page.getByRole('link', { name: words.add }).click();
    await page.getByRole('button', { name: words.newDeal }).click();
    await expect(page.locator('#figures')).toBeVisible();
    await expect(status(page)).toHaveText(BOOK[locale].saved);
  });

  test(`the tracking form in ${locale} prints on one page`, async ({ page }) => {
    await stubDialogue(page);
    await page.goto(`deals/?lang=${locale}&demo=1#demo1`);
    await page.getByRole('button', { name: words.printForm }).click();
    await dialogue(page);
    await page.emulateMedia({ media: 'print' });
    await expect(page.locator('.sheet')).toContainText(words.form);
    // Three people, and an empty place.
    await expect(page.locator('.form-sheet__people tbody tr')).toHaveCount(4);
    await expect(page.locator('.form-sheet__blank')).toHaveCount(1);
    await expect(page.locator('.deal__form > .deal-section').first()).toBeHidden();
    await expectOneSheet(page);

    await page.emulateMedia({ media: 'screen' });
    await page.goto(`deals/?lang=${locale}`);
    await page.getByRole('button', { name: words.printBlank }).click();
    await dialogue(page);
    await page.emulateMedia({ media: 'print' });
    await expect(page.locator('.form-sheet__blank')).toHaveCount(8);
    await expectOneSheet(page);
    await closeDialogue(page);
    await expect(page.locator('.form-sheet__blank')).toHaveCount(0);
  });
}

// Class 3 and opening A, in two currencies and once without an amount; the last is of another salesperson.
const PORTFOLIO = ['90', '10', undefined, '9', '5'].map((amount, at) => ({
  schema: 2, id: `d${at}`, revision: 1, customer: at ? `Acme ${at}` : '华东机床', amount, currency: at < 3 ? 'CNY' : 'EUR',
  salesperson: at < 4 ? 'Chen' : 'Wang',
  assessment: { value: { order_size: 8 + (at % 3), morale: 2 }, ground: 'ours', lead: 'behind' },
}));

for (const [locale, mine, region, larger] of some([
  ['zh-CN', '我的商机', '我的区域', '不同币种（CNY、EUR）的圆不能互相比'],
  ['en', 'My deals', 'My region', 'never across currencies (CNY, EUR)'],
], 0)) {
  test(`the portfolio in ${locale} draws each deal as a link`, async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.addInitScript(
      ([prefix, deals]) => {
        for (const deal of deals) localStorage.setItem(prefix + deal.id, JSON.stringify(deal));
        localStorage.setItem('sales-abacus:salesperson', 'Chen');
      },
      [PREFIX, PORTFOLIO],
    );
    await open(page, locale, '#view=portfolio');
    const circle = (id) => page.locator(`.matrix__deal[data-deal="${id}"]`);
    const radius = async (id) => Number(await circle(id).locator('.mark').getAttribute('r'));
    await expect(page.locator('.matrix__deal')).toHaveCount(5);
    expect(await radius('d0')).toBeGreaterThan(await radius('d1'));
    expect(await radius('d1')).toBeGreaterThan(await radius('d2'));
    expect(await radius('d3'), 'each currency has a scale of its own').toBe(await radius('d0'));
    await expect(page.locator('.matrix__signs')).toContainText('华东');
    await expect(page.locator('.portfolio').first()).toContainText(larger);
    await expect(page.locator('[data-letter="A"]')).toContainText('100%');
    await expect(page.locator('[data-reading="home-neglected"]')).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    for (const item of await page.locator('.plotted__link').all()) expect((await item.boundingBox()).height).toBeGreaterThanOrEqual(44);
    expect(await axe(page)).toEqual([]);

    // The switch has an address of its own, and so does the user's part.
    const current = page.locator('.scopes__link[aria-current]').first();
    await expect(current).toHaveText(region);
    await page.getByRole('link', { name: mine, exact: true }).click();
    await expect.poll(() => new URL(page.url()).hash).toBe('#view=portfolio&salesperson=Chen&whose=mine');
    await expect(page.locator('.matrix__deal')).toHaveCount(4);
    await page.goBack();
    await expect(page.locator('.matrix__deal')).toHaveCount(5);

    // Beside the circle of the smallest amount, within thumb range.
    await circle('d1').scrollIntoViewIfNeeded();
    const mark = await circle('d1').locator('.mark').boundingBox();
    // A press beside it, which may end elsewhere, focuses nothing unknown to screen readers.
    await page.mouse.move(mark.x + mark.width / 2, mark.y - 4);
    await page.mouse.down();
    await page.mouse.move(0, 0);
    await page.mouse.up();
    expect(await page.evaluate(() => document.activeElement.closest('[aria-hidden=true]'))).toBeNull();
    await page.mouse.click(mark.x + mark.width / 2, mark.y - 4);
    await expect(page.locator('h1')).toContainText('Acme 1');
    await page.goBack();

    // By keyboard from the picture, by a tap from the list.
    await circle('d2').focus();
    await page.keyboard.press('Enter');
    await expect(page.locator('h1')).toContainText('Acme 2');
    await page.goBack();
    await page.locator('.plotted__link[href="#d4"]').click();
    await expect(page.locator('h1')).toContainText('Acme 4');
    await page.goBack();
    await page.setViewportSize({ width: 1280, height: 720 });
    const causes = page.locator('[data-causes="A"] details');
    await expect(causes).toHaveCount(3);
    for (const cause of [0, 1]) {
      await causes.nth(cause).locator('summary').click();
      await expect(page.locator('.causes__play').filter({ visible: true })).toHaveCount(1);
      await expect(causes.nth(cause).locator('.causes__play')).toBeVisible();
    }
    expect(await axe(page)).toEqual([]);
  });
}

test('a tracking form with ten people prints on one page', async ({ page }) => {
  const long = '长句子 with words '.repeat(60);
  const people = Array.from({ length: 14 }, (_, at) => ({
    id: `p${at}`, name: `P ${at} ${long.slice(0, 60)}`, title: long, department: long, roles: ['user', 'gatekeeper'],
    business_need: long, personal_need: long, next_step: { action: long, date: '2030-01-01' },
  }));
  await page.addInitScript(
    ([prefix, people]) => localStorage.setItem(`${prefix}kept`, JSON.stringify({ schema: 2, id: 'kept', people })),
    [PREFIX, people],
  );
  await stubDialogue(page);
  await open(page, 'en', '#kept');
  await page.getByRole('button', { name: 'Print the form' }).click();
  await dialogue(page);
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.sheet')).toContainText('4 more are not on this sheet.');
  await expectOneSheet(page);
});

test('markup in any text stays text and never runs', async ({ page }) => {
  const odd = '<img src=x onerror=alert(1)> \u202Eשלום\u200B {{x}} javascript:alert(1)';
  page.on('dialog', () => expect('a dialog').toBe('none'));
  await open(page, 'en');
  await create(page, BOOK.en, odd);
  for (const name of ['title', 'salesperson', 'next_step.action']) await field(page, name).fill(odd);
  await page.locator('#notes-section > summary').click();
  for (const name of ['tags', 'notes']) await field(page, name).fill(odd);
  await expect(status(page)).toHaveText(BOOK.en.saved);
  await page.reload();
  for (const name of ['customer', 'title', 'salesperson', 'notes']) await expect(field(page, name)).toHaveValue(odd);
  await expect(page.locator('main img')).toHaveCount(0);
  await expect(page.locator('.notes__link')).toHaveCount(0);
});

test('dismissing advice by keyboard keeps the focus at the gate', async ({ page }) => {
  await page.goto('deals/?lang=en&demo=1#demo4');
  const first = page.locator('.gate__first');
  await expect(first).toHaveAttribute('data-advice', 'no-next-step');
  await first.locator('.acts__menu > summary').click();
  await first.getByRole('button', { name: 'Not now' }).click();
  await expect(first.locator('input')).toBeFocused();
  await page.keyboard.type('next year');
  await page.keyboard.press('Enter');
  await expect(first).not.toHaveAttribute('data-advice', 'no-next-step');
  await expect(page.locator('#now-title')).toBeFocused();
  await page.getByText('Not now (1)').click();
  await expect(page.locator('[data-aside="no-next-step"]')).toContainText('next year');
});

for (const locale of some(locales, 0)) {
  test(`Monday's table and funnel are on one screen each in ${locale}`, async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 720 });
    await page.goto(`deals/?lang=${locale}&demo=1`);
    // The headers and the rows of a team of three; nothing is off screen.
    await expect(page.locator('[data-sort]').first()).toBeInViewport({ ratio: 1 });
    await expect(page.locator('.deal-row').last()).toBeInViewport({ ratio: 1 });
    await page.goto(`deals/?lang=${locale}&demo=1#view=funnel`);
    await expect(page.locator('.funnel thead')).toBeInViewport({ ratio: 1 });
    await expect(page.locator('.funnel__row').last()).toBeInViewport({ ratio: 1 });
    const inside = ({ clientWidth, scrollWidth }) => scrollWidth <= clientWidth;
    expect(await page.locator('.funnel__room').evaluate(inside)).toBe(true);
  });
}

test('deals of the demo are not exported', async ({ page }) => {
  await page.goto('deals/?lang=en&demo=1#view=files');
  await expect(page.getByText('Demo deals are not exported')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Full backup (JSON)' })).toHaveCount(0);
});

test('saved views that cannot be stored say so and last the page', async ({ page }) => {
  const words = WORDS.en;
  await seedRecord(page, DEAL_KEY, RECORD);
  await page.addInitScript(() => {
    const write = Storage.prototype.setItem;
    Storage.prototype.setItem = function (key, text) {
      if (key.includes('view')) throw new DOMException('full', 'QuotaExceededError');
      write.call(this, key, text);
    };
  });
  await open(page, 'en', '#view=list&search=华');
  for (const name of ['One', 'Two']) {
    await page.locator('#search').fill(name === 'One' ? '华' : '机');
    await page.locator('#view-name').fill(name);
    await page.getByRole('button', { name: words.keep, exact: true }).click();
  }
  await expect(page.locator('.saved-views__link')).toHaveText(['One', 'Two']);
  await expect(page.getByRole('alert').filter({ hasText: 'did not store the view' })).toBeVisible();
});

test('the list of months shows the selected one after any return', async ({ page }) => {
  await page.addInitScript((prefix) => {
    for (let month = 1; month < 7; month += 1) {
      localStorage.setItem(`${prefix}m${month}`, JSON.stringify({ schema: 2, id: `m${month}`, customer: `M${month}`, expected_close: `2026-0${month}-10` }));
    }
  }, PREFIX);
  await open(page, 'en', '#view=funnel');
  const months = page.getByLabel('Month');
  await expect(months).toBeVisible();
  for (const month of ['2026-02', '2026-05']) {
    await months.focus();
    await months.selectOption({ label: month });
    await expect(page).toHaveURL(new RegExp(`month=${month}`));
    await expect(months).toBeFocused();
  }
  // Intermediate choices are one history entry: back leads to the place before the list was used.
  await page.goBack();
  await expect(page).toHaveURL(/#view=funnel$/);
  await expect(months.locator('option:checked')).toHaveText('Any');
  await page.goForward();
  await expect(months.locator('option:checked')).toHaveText('2026-05');
  // Used again, the list adds a history entry.
  await months.blur();
  await months.focus();
  await months.selectOption({ label: '2026-03' });
  await expect(page).toHaveURL(/month=2026-03/);
  await page.goBack();
  await expect(page).toHaveURL(/month=2026-05/);
});

test('two tabs do not overwrite each other\'s saved views', async ({ page, context }) => {
  const words = WORDS.en;
  const keep = async (page, name) => {
    await page.locator('#view-name').fill(name);
    await page.getByRole('button', { name: words.keep, exact: true }).click();
  };
  await seedRecord(page, DEAL_KEY, RECORD);
  await open(page, 'en', '#view=list&search=华');
  const second = await context.newPage();
  await open(second, 'en', '#view=list&search=机');
  await keep(page, 'One');
  await keep(second, 'Two');
  for (const tab of [page, second]) await expect(tab.locator('.saved-views__link')).toHaveText(['One', 'Two']);
});
