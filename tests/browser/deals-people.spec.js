// People: phone and mail links, contact export and import, known people of other deals; calendar export of the week.
// Our output is read by a third-party parser.

import ICAL from 'ical.js';
import { DEAL_KEY, PREFIX, download, field, seedRecord, open, option, stored } from './deal-book.js';
import { some } from './site.js';
import { axeInBoth, expect, locales, test } from './support.js';

const NOW = new Date('2026-11-28T10:00:00');
const LI = { id: 'p1', name: '李雷', title: '主任, 高工', phone: '138 0000 1111', email: 'li@example.com', roles: ['user'], stance: 'supports' };
const DEAL = {
  schema: 2, id: 'kept', revision: 1, customer: '华东机床', title: 'Line 2', people: [LI],
  log: [{ id: 'c1', date: '2026-11-18', people: ['p1'], outcome: 'no-sale' }], next_step: { action: '演示, 现场', date: '2026-11-30' },
};

const WORDS = {
  'zh-CN': { call: '打电话', write: '写邮件', save: '存为联系人（.vcf）', week: '把这一周存进日历（.ics）', step: '存进日历（.ics）', met: '最近一次见面：2026-11-18（10 天前）', others: '这家客户的其他商机里还有', new: '新建商机', cards: '从名片添加', note: '即时通讯：QQ 1' },
  en: { call: 'Call', write: 'Write e-mail', save: 'Save as contacts (.vcf)', week: 'Save the week to calendar (.ics)', step: 'Save to calendar (.ics)', met: 'Last met on 2026-11-18 (10 days ago)', others: 'Also at this customer, from other deals', new: 'New deal', cards: 'Add from contact cards', note: 'Messenger: QQ 1' },
};

for (const locale of some(locales, 1)) {
  const words = WORDS[locale];

  test.describe(`people in ${locale}`, () => {
    test.beforeEach(async ({ page }) => {
      await page.clock.setFixedTime(NOW);
      await seedRecord(page, DEAL_KEY, JSON.stringify(DEAL));
    });

    test('phone numbers and addresses are links', async ({ page }) => {
      await open(page, locale, '#kept');
      const card = page.locator('.person').first();
      await expect(card.locator('.person__head')).toContainText(words.met);
      await card.locator('.person__head').click();
      await expect(card.getByRole('link', { name: words.call })).toHaveAttribute('href', 'tel:13800001111');
      await expect(card.getByRole('link', { name: words.write })).toHaveAttribute('href', 'mailto:li@example.com');
      await field(page, 'people.p1.phone').fill('138 转 8');
      await expect(card.getByRole('link', { name: words.call })).toHaveCount(0);
      await expect.poll(async () => JSON.parse(await stored(page, DEAL_KEY)).people[0].phone).toBe('138 转 8');
      expect(await axeInBoth(page)).toEqual([]);
    });

    test('a keyboard answer keeps its place when details appear', async ({ page }) => {
      await open(page, locale, '#kept');
      await page.locator('.person__head').first().click();
      for (const stance of ['unknown', 'opposes']) {
        const choice = option(page, 'people.p1.stance', stance);
        await choice.focus();
        await page.keyboard.press('Space');
        await expect.poll(async () => JSON.parse(await stored(page, DEAL_KEY)).people[0].stance).toBe(stance);
        await expect(choice).toBeFocused();
        await expect(page.locator('.person').first()).toHaveAttribute('open');
      }
    });

    test('people are exported to an address book', async ({ page }) => {
      await open(page, locale, '#kept');
      const file = await download(page, page.getByRole('button', { name: words.save }));
      const card = new ICAL.Component(ICAL.parse(file));
      expect(card.name).toBe('vcard');
      const value = (name) => card.getFirstPropertyValue(name);
      expect([value('fn'), value('title'), value('tel'), value('email'), [value('org')].flat()[0]]).toEqual(['李雷', '主任, 高工', '138 0000 1111', 'li@example.com', '华东机床']);
    });

    test('people are imported from contact cards', async ({ page }) => {
      await open(page, locale, '#kept');
      const cards = [
        'BEGIN:VCARD\r\nVERSION:2.1\r\nFN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=E9=9F=A9=E6=A2=85=E6=A2=85\r\nTEL;CELL:13900002222\r\nX-QQ:1\r\nEND:VCARD\r\n',
        'BEGIN:VCARD\r\nVERSION:3.0\r\nFN:L. Li\r\nTEL:+86 138-0000-1111\r\nEND:VCARD\r\n',
      ];
      const chosen = page.waitForEvent('filechooser');
      await page.getByRole('button', { name: words.cards }).click();
      await (await chosen).setFiles({ name: 'a.vcf', mimeType: 'text/vcard', buffer: Buffer.from(cards.join('')) });
      await expect(page.locator('.cards__item')).toHaveCount(2);
      await expect(page.locator('.cards__item--known')).toContainText('李雷');
      expect(await axeInBoth(page)).toEqual([]);
      await page.locator('.cards__choice .button').first().click();
      await expect(page.locator('.cards__status')).not.toBeEmpty();
      await expect.poll(async () => JSON.parse(await stored(page, DEAL_KEY)).people.map(({ name, phone, note }) => [name, phone, note])).toEqual([
        ['李雷', '138 0000 1111', undefined], ['韩梅梅', '13900002222', words.note],
      ]);
    });

    test('a new deal offers the people known at that customer', async ({ page }) => {
      await open(page, locale);
      await page.getByRole('button', { name: words.new }).click();
      await field(page, 'customer').fill(' 华东机床');
      await expect(page.getByText(words.others)).toBeVisible();
      await page.getByRole('button', { name: '＋ 李雷' }).click();
      await expect(page.locator('#people input:focus')).toHaveValue('李雷');
      await expect(page.getByText(words.others)).toHaveCount(0);
      const added = async () => {
        const records = await page.evaluate((prefix) => Object.keys(localStorage).filter((key) => key.startsWith(prefix)).map((key) => JSON.parse(localStorage.getItem(key))), PREFIX);
        return records.filter(({ id }) => id !== 'kept').flatMap(({ people = [] }) => people);
      };
      await expect.poll(added).toMatchObject([{ name: '李雷', phone: '138 0000 1111', email: 'li@example.com' }]);
      const [person] = await added();
      expect([person.roles ?? [], person.stance ?? 'unknown']).toEqual([[], 'unknown']);
      expect(await axeInBoth(page)).toEqual([]);
    });

    test('the week is exported to a calendar', async ({ page }) => {
      await open(page, locale, '#view=today');
      const file = await download(page, page.getByRole('button', { name: words.week }));
      const events = new ICAL.Component(ICAL.parse(file)).getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
      expect(events.map(({ uid, summary, startDate }) => [uid, summary, startDate.toString()])).toEqual([
        ['kept-step@sales-abacus', '演示, 现场 · 华东机床 · Line 2', '2026-11-30'],
      ]);
      expect(await axeInBoth(page)).toEqual([]);
    });

    test('the next step is exported as in the week’s calendar', async ({ page }) => {
      await open(page, locale, '#kept');
      const file = await download(page, page.getByRole('button', { name: words.step }));
      const [event, ...others] = new ICAL.Component(ICAL.parse(file)).getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
      expect(others).toEqual([]);
      expect([event.uid, event.summary, event.startDate.toString()]).toEqual(['kept-step@sales-abacus', '演示, 现场 · 华东机床 · Line 2', '2026-11-30']);
      await field(page, 'next_step.date').fill('');
      await expect(page.getByRole('button', { name: words.step })).toHaveCount(0);
    });
  });
}

test('the salesperson is asked for once and then preset', async ({ page }) => {
  await open(page, 'en');
  const begin = async (customer) => {
    await page.getByRole('button', { name: 'New deal' }).click();
    await field(page, 'customer').fill(customer);
  };
  await begin('Acme');
  await expect(field(page, 'salesperson')).toHaveValue('');
  await field(page, 'salesperson').fill('Chen');
  await page.locator('.deal__back').click();
  await begin('Beta');
  await expect(field(page, 'salesperson')).toHaveValue('Chen');
  await expect(page.locator('[data-seat="salesperson"]')).toContainText('Chen');
  await field(page, 'salesperson').fill('Ann');
  await page.locator('.deal__back').click();
  await begin('Gamma');
  await expect(field(page, 'salesperson')).toHaveValue('Ann');
  expect(await stored(page, 'sales-abacus:salesperson')).toBe('Ann');
});

test('an untouched new deal is not stored', async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem('sales-abacus:salesperson', 'Chen'));
  await open(page, 'en');
  await page.getByRole('button', { name: 'New deal' }).click();
  await expect(field(page, 'salesperson')).toHaveValue('Chen');
  await page.locator('.deal__back').click();
  await page.reload();
  await expect(page.locator('.deal-row')).toHaveCount(0);
});
