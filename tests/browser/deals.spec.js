// The deal book: typed text is stored, seen by other tabs, and never lost silently.

import { DEAL_KEY, PREFIX, RECORD, WORDS, create, denyStorage, download, field, seedRecord, open, status, stored } from './deal-book.js';
import { addPerson, banner, leaveDateIncomplete, option, refuseDownloads, writeInOtherTab } from './deal-book.js';
import { some } from './site.js';
import { axe, axeInBoth, expect, locales, test } from './support.js';

const FORM = {
  customer: '华东机床 East',
  title: '五轴加工中心',
  amount: '3万',
  expected_close: '2030-12-31',
  'next_step.action': '请技术科来现场看演示',
  'next_step.date': '2030-06-01',
  salesperson: '陈晨',
};

for (const locale of some(locales, 0)) {
  const words = WORDS[locale];

  test(`a deal in ${locale} passes the gate and survives a reload`, async ({ page }) => {
    await open(page, locale);
    await create(page, words, '…');
    for (const [name, value] of Object.entries(FORM)) await field(page, name).fill(value);
    const guide = await addPerson(page, 'guide', '王芳');
    await field(page, `${guide}.title`).fill('设备科科长');
    for (const check of ['credible', 'trusts_us', 'wants_us']) await option(page, `${guide}.guide`, check).check();
    const user = await addPerson(page, 'user', '李雷');
    await option(page, `${user}.stance`, 'supports').check();
    await expect(page.locator('.gate__notation')).toHaveText('1+1/4+1');
    await addPerson(page, 'decision-maker', '赵敏');
    await expect(page.locator('.gate__notation')).toHaveText('1+2/4+1');
    await expect(page.locator('.gate__words')).toHaveText(words.complete);
    await expect(status(page)).toHaveText(words.saved);

    await page.reload();
    for (const [name, value] of Object.entries({ ...FORM, amount: '30,000' })) {
      await expect(field(page, name)).toHaveValue(value);
    }
    await page.locator('.person', { hasText: '王芳' }).locator('.person__head').click();
    await expect(option(page, `${guide}.guide`, 'wants_us')).toBeChecked();
    await expect(field(page, `${guide}.title`)).toHaveValue('设备科科长');
    await page.locator('.person', { hasText: '李雷' }).locator('.person__head').click();
    await expect(option(page, `${user}.stance`, 'supports')).toBeChecked();
    await expect(page.locator('[data-role="decision-maker"]')).toContainText('赵敏');
    await expect(page.locator('.gate__notation')).toHaveText('1+2/4+1');

    await page.goBack();
    await expect(page.locator('.deal-row')).toContainText(FORM.customer);
    await expect(page.locator('.deal-row')).toContainText('1+2/4+1');
  });

  test(`deleting in ${locale} can be undone at once or later`, async ({ page }) => {
    await seedRecord(page, DEAL_KEY, RECORD);
    await open(page, locale, '#kept');
    await page.getByRole('button', { name: words.remove }).click();
    await expect(page.getByRole('button', { name: words.undo })).toBeFocused();
    await expect(page.locator('.deal-row')).toHaveCount(0);
    await page.getByRole('button', { name: words.undo }).click();
    await expect(page.locator('.deal-row__name')).toBeFocused();

    await page.locator('.deal-row__name').click();
    await expect(page.locator('h1')).toBeFocused();
    await page.getByRole('button', { name: words.remove }).click();
    await page.reload();
    await expect(page.locator('.deal-row')).toHaveCount(0);
    await page.getByText(words.deleted).click();
    await page.getByRole('button', { name: words.restore }).click();
    await page.locator('.deal__back').click();
    await expect(page.locator('.deal-row__name')).toHaveAttribute('href', '#kept');
    await expect.poll(async () => JSON.parse(await stored(page, DEAL_KEY)).deleted).toBe(false);
  });

  test(`a faulty amount in ${locale} is reported and kept`, async ({ page }) => {
    await open(page, locale);
    await create(page, words, 'ACME');
    await field(page, 'amount').fill('abc');
    await expect(page.locator('#amount-error')).toContainText(words.notANumber);
    await expect(field(page, 'amount')).toHaveAttribute('aria-invalid', 'true');
    await expect(status(page)).toHaveText(words.saved);
    await page.reload();
    await expect(field(page, 'amount')).toHaveValue('abc');
    await expect(page.locator('#amount-error')).toContainText(words.notANumber);

    await field(page, 'amount').fill('１.２亿');
    await expect(page.locator('#amount-error')).toBeHidden();
    await field(page, 'amount').blur();
    await expect(field(page, 'amount')).toHaveValue('120,000,000');
    await field(page, 'amount').fill('');
    await expect(page.locator('#amount-error')).toBeHidden();
  });

  test(`the deal book works without storage in ${locale}`, async ({ page }) => {
    await denyStorage(page);
    await open(page, locale);
    await expect(banner(page)).toContainText(words.notSaved);
    await create(page, words, '临时客户');
    await expect(status(page)).toHaveText(words.notSaved);
    const file = JSON.parse(await download(page, page.getByRole('button', { name: words.file })));
    expect(file).toMatchObject({ format: 'sales-abacus', version: 1, deals: [{ customer: '临时客户' }] });
    await page.locator('.deal__back').click();
    await expect(page.locator('.deal-row__name')).toHaveText('临时客户');
    await expect(page.locator('.deal-row__name')).toBeFocused();
    expect(await axe(page)).toEqual([]);
  });

  test(`a full store is reported in ${locale} and retried`, async ({ page }) => {
    await open(page, locale);
    await page.evaluate(() => {
      window.room = Storage.prototype.setItem;
      Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
    });
    await create(page, words, 'ACME');
    await expect(banner(page)).toContainText(words.notSaved);
    await expect(status(page)).toHaveText(words.notSaved);
    await page.evaluate(() => (Storage.prototype.setItem = window.room));
    await page.getByRole('button', { name: words.retry }).click();
    await expect(status(page)).toHaveText(words.saved);
    await expect(banner(page)).toBeEmpty();
    await page.reload();
    await expect(field(page, 'customer')).toHaveValue('ACME');
  });

  test(`an unreadable record in ${locale} is kept byte for byte`, async ({ page }) => {
    const text = '{"schema":1, "customer":\u00e9';
    await seedRecord(page, DEAL_KEY, text);
    await open(page, locale);
    await expect(page.getByRole('heading', { name: words.unreadable })).toBeVisible();
    await expect(page.getByText(DEAL_KEY, { exact: true })).toBeVisible();
    expect(await download(page, page.getByRole('button', { name: words.saveRecord }))).toBe(text);
    await create(page, words, 'ACME');
    await expect(status(page)).toHaveText(words.saved);
    expect(await stored(page, DEAL_KEY)).toBe(text);

    await page.goto(`deals/?lang=${locale}#kept`);
    await expect(page.locator('h1')).toHaveText(words.keptUnreadable);
    await expect(page.getByText('JSON', { exact: false }).first()).toBeVisible();
    await expect(page.getByText(DEAL_KEY, { exact: true })).toBeVisible();
    expect(await download(page, page.getByRole('button', { name: words.saveRecord }))).toBe(text);
    await page.goto(`deals/?lang=${locale}#nobody`);
    await expect(page.locator('h1')).toHaveText(words.unknown);
  });

  test(`axe finds nothing in ${locale}`, async ({ page }) => {
    await open(page, locale);
    expect(await axeInBoth(page), 'the empty list').toEqual([]);
    await create(page, words, 'ACME');
    await field(page, 'amount').fill('abc');
    await addPerson(page, 'guide', 'Ann');
    await addPerson(page, 'purchaser', 'Bob');
    await page.locator('#notes-section > summary').click();
    await field(page, 'notes').fill('https://example.com/');
    await page.locator('#collection > summary').click();
    await page.locator('.acts__menu > summary').first().click();
    await page.locator('.gate__aside').first().click();
    expect(await axeInBoth(page), 'a deal').toEqual([]);
    await page.locator('.deal__back').click();
    await expect(page.locator('.deal-row')).toHaveCount(1);
    await page.evaluate((key) => localStorage.setItem(key, '?'), DEAL_KEY);
    await page.reload();
    await expect(page.getByRole('heading', { name: words.unreadable })).toBeVisible();
    expect(await axeInBoth(page), 'the list').toEqual([]);
    await page.locator('.deal-row__name').click();
    await page.getByRole('button', { name: words.remove }).click();
    await page.getByText(words.deleted).click();
    expect(await axeInBoth(page), 'after a deletion').toEqual([]);
    await page.goto(`deals/?lang=${locale}#kept`);
    await expect(page.locator('h1')).toHaveText(words.keptUnreadable);
    expect(await axeInBoth(page), 'an unreadable deal').toEqual([]);
    await page.goto(`deals/?lang=${locale}#nobody`);
    await expect(page.locator('h1')).toHaveText(words.unknown);
    expect(await axeInBoth(page), 'no deal').toEqual([]);
  });
}

for (const locale of some(locales, 0)) {
  test(`axe finds nothing at home with due deals, ${locale}`, async ({ page }) => {
    await seedRecord(page, DEAL_KEY, RECORD);
    await page.goto(`?lang=${locale}`);
    await expect(page.locator('.attention__link')).toHaveCount(1);
    expect(await axeInBoth(page)).toEqual([]);
  });

  test(`axe finds nothing in a conflict, ${locale}`, async ({ page }) => {
    await seedRecord(page, DEAL_KEY, RECORD);
    await open(page, locale, '#kept');
    await writeInOtherTab(page, { customer: 'Theirs' });
    await field(page, 'customer').fill('长'.repeat(300));
    await expect(page.locator('.deal__other')).toBeVisible();
    await leaveDateIncomplete(page, 'next_step.date');
    await expect(page.locator('.field__error:visible')).toHaveCount(2);
    // Scrolls out from under the sticky bar: axe reports half-covered elements as small targets.
    await page.evaluate(() => scrollTo(0, 0));
    expect(await axeInBoth(page), 'the deal').toEqual([]);
    await refuseDownloads(page);
    await page.evaluate(() => (location.hash = 'view=files'));
    await page.getByRole('button', { name: WORDS[locale].export }).click();
    await expect(page.locator('#no-file')).toBeVisible();
    expect(await axeInBoth(page), 'the list').toEqual([]);
  });
}

const words = WORDS.en;

test('an untouched new deal is discarded', async ({ page }) => {
  await open(page, 'en');
  await page.getByRole('button', { name: words.new }).click();
  await expect(field(page, 'customer')).toBeFocused();
  await page.goBack();
  await expect(page.locator('.deal-row')).toHaveCount(0);
  expect(await page.evaluate((prefix) => Object.keys(localStorage).filter((key) => key.startsWith(prefix)), PREFIX)).toEqual([]);
});

test('the whole flow works by keyboard', async ({ page }) => {
  await open(page, 'en');
  await page.getByRole('button', { name: words.new }).focus();
  await page.keyboard.press('Enter');
  await expect(field(page, 'customer')).toBeFocused();
  await page.keyboard.type('ACME');
  await page.keyboard.press('Tab');
  await expect(field(page, 'title')).toBeFocused();
  await page.keyboard.type('Line 2');
  await page.locator('[data-role="user"] button').focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('#people input:focus')).toHaveAttribute('name', 'people.p1.name');
  await page.keyboard.type('Li');
  await option(page, 'people.p1.is_guide', 'guide').focus();
  await page.keyboard.press('Space');
  await expect(option(page, 'people.p1.guide', 'credible')).toBeVisible();
  await option(page, 'people.p1.stance', 'unknown').focus();
  await page.keyboard.press('ArrowLeft');
  await expect(option(page, 'people.p1.stance', 'opposes')).toBeChecked();
  await option(page, 'stage', 'analyse').focus();
  await page.keyboard.press('ArrowRight');
  await expect(option(page, 'stage', 'trust')).toBeChecked();
  await page.getByRole('button', { name: 'Remove “Li”' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('.person')).toHaveCount(0);
  await expect(page.getByRole('button', { name: words.undo })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('.person')).toHaveCount(1);
  await expect(page.locator('#people :focus'), 'the focus is with the one who is back').toHaveCount(1);
  await page.locator('.deal__back').focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('.deal-row__name')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('h1')).toBeFocused();
  await expect(page.locator('h1')).toHaveText(/ACME.*Line 2/);
});

test('the skip link keeps the open deal open', async ({ page }) => {
  await seedRecord(page, DEAL_KEY, RECORD);
  await open(page, 'en', '#kept');
  await page.locator('.skip').focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#kept$/);
  await expect(field(page, 'customer')).toHaveValue('华东机床');
});

test('long texts wrap, and targets are large enough for a thumb', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page, 'en');
  await create(page, words, 'W'.repeat(200));
  await addPerson(page, 'guide', '长'.repeat(200));
  await field(page, 'next_step.action').fill('long '.repeat(100));
  const wide = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(await wide()).toBe(0);
  const small = () =>
    page.evaluate(() =>
      [...document.querySelectorAll('main :is(a, button, summary, label.option, .stage__step, .field__box)')]
        .filter((target) => target.getClientRects().length > 0 && target.getBoundingClientRect().height < 44)
        .filter((target) => !target.matches('.deal-row__name'))
        .map((target) => target.outerHTML),
    );
  expect(await small()).toEqual([]);
  await page.locator('.deal__back').click();
  await expect(page.locator('.deal-row')).toBeVisible();
  expect(await wide()).toBe(0);
  expect(await small()).toEqual([]);
});

test('the home page lists deals that need attention', async ({ page }) => {
  await seedRecord(page, DEAL_KEY, RECORD);
  await page.goto('?lang=en');
  const link = page.getByRole('link', { name: /Line 2.*No next step/ });
  await expect(link).toContainText('No next step is planned.');
  await link.click();
  await expect(field(page, 'title')).toHaveValue('Line 2');
});
