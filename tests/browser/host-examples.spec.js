// The pages of examples/host/ described in docs/EMBEDDING.md, as their readers use them.

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { look, serveHost } from './host-pages.js';
import { dist, site, some, target } from './site.js';
import { axe, expect, test as base } from './support.js';

const test = base.extend({
  // Opens a host page. `made` and `own` are passed to serveHost.
  openHost: async ({ context, baseURL, origins }, use) => {
    const hosts = [];
    await use(async (name, made, own) => {
      const host = await serveHost(baseURL, made, own);
      hosts.push(host);
      origins.add(host.origin);
      const page = await context.newPage();
      await page.goto(host.url + name);
      await look(page);
      return Object.assign(page, { host });
    });
    hosts.forEach((host) => host.close());
  },
});

const result = (element, key) => element.locator(`output[name="${key}"] data`);
const isReady = (element) => element.evaluate(async (element) => (await element.ready) === element);
const sent = (page, form) =>
  page.locator(form).evaluate((form) => [...new FormData(form)].map(([key, value]) => `${key}=${value}`));

test('a wiki shows a frame at its height attribute, scriptless', async ({ openHost }) => {
  const page = await openHost('wiki.html');
  const frame = page.frameLocator('iframe');
  await expect(frame.locator('[name=deals]')).toHaveValue('12');
  await expect(result(frame, 'per_day')).toBeVisible();
  for (const width of [320, 390, 800, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    const inside = await (await page.locator('iframe').elementHandle()).contentFrame();
    await expect.poll(() => inside.evaluate(() => {
      const { scrollHeight, clientHeight, scrollWidth, clientWidth } = document.documentElement;
      return [scrollHeight - clientHeight, scrollWidth - clientWidth];
    }), `at ${width}`).toEqual([0, 0]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), `at ${width}`).toBeLessThanOrEqual(width);
  }
  expect(await axe(page)).toEqual([]);
});

test('a portal serves our files and submits the element’s values', async ({ openHost }) => {
  const page = await openHost('portal.html', {}, dist);
  const discount = page.locator('sales-abacus');
  await isReady(discount);
  await expect(discount.locator('[name=days_in_year]')).toHaveAttribute('readonly');
  await discount.locator('[name=days_sooner]').fill('30');
  await discount.locator('[name=days_sooner]').blur();
  await expect.poll(() => sent(page, '#offer')).toEqual(expect.arrayContaining(['discount.days_sooner=30']));
  // The frame has the same origin, but keeps its own figures.
  await page.evaluate(() => window.SalesAbacus.get('days').ready);
  await expect(result(page.frameLocator('iframe#days'), 'dso')).toHaveAttribute('value', '60');
  expect(await axe(page)).toEqual([]);
  await page.getByLabel('客户').fill('华东机床');
  await page.getByRole('button', { name: '提交' }).click();
  await page.waitForURL('**/sent.html?*');
  const { searchParams } = new URL(page.url());
  expect([searchParams.get('buyer'), searchParams.get('discount.days_sooner')]).toEqual(['华东机床', '30']);
  expect(Number(searchParams.get('discount'))).toBeGreaterThan(0);
});

test('two forms own their calculators, even one outside its form', async ({ openHost }) => {
  const page = await openHost('two-forms.html');
  const [first, second, customer] = ['#first sales-abacus', '#second sales-abacus', 'sales-abacus[form=second]'].map((it) => page.locator(it));
  for (const element of [first, second, customer]) {
    await element.scrollIntoViewIfNeeded();
    await isReady(element);
  }
  const ofFirst = ['debt=35000', 'debt.loss=700', 'debt.margin=0.02'];
  const ofSecond = ['debt=10000', 'debt.loss=300', 'debt.margin=0.03'];
  expect(await sent(page, '#first')).toEqual(expect.arrayContaining(ofFirst));
  expect(await sent(page, '#first')).not.toContainEqual(expect.stringMatching(/^customer/));
  expect(await sent(page, '#second')).toEqual(expect.arrayContaining([...ofSecond, 'customer=18720', 'customer.years=10']));

  await first.locator('[name=loss]').fill('350');
  await second.locator('[name=loss]').fill('600');
  await customer.locator('[name=years]').fill('1');
  await expect.poll(() => sent(page, '#first')).toEqual(expect.arrayContaining(['debt=17500', 'debt.loss=350']));
  await expect.poll(() => sent(page, '#second')).toEqual(expect.arrayContaining(['debt=20000', 'debt.loss=600', 'customer.years=1']));
  await page.getByRole('button', { name: 'Reset the second' }).click();
  await expect.poll(() => sent(page, '#second')).toEqual(expect.arrayContaining([...ofSecond, 'customer.years=10']));
  expect(await sent(page, '#first')).toEqual(expect.arrayContaining(['debt=17500', 'debt.loss=350']));

  // An unreadable one blocks only its own form.
  await second.locator('[name=loss]').fill('much');
  await second.locator('[name=loss]').blur();
  const isValid = (form) => page.locator(form).evaluate((form) => form.matches(':valid'));
  await expect.poll(() => isValid('#second')).toBe(false);
  expect(await isValid('#first')).toBe(true);
  await second.locator('[name=loss]').fill('300');
  await expect.poll(() => isValid('#second')).toBe(true);
  expect(await axe(page)).toEqual([]);
  await page.getByRole('button', { name: 'Send the first' }).click();
  await page.waitForURL('**/sent.html?*');
  expect(new URL(page.url()).searchParams.get('debt')).toBe('17500');
});

// The others have more thorough tests of their own.
for (const [path, frames] of some([['plain.html', 1], ['six.html', 6], ['same.html', 6], ['dark.html', 1], ['sent.html', 0]], 0, 3)) {
  test(`axe finds nothing in ${path}`, async ({ openHost }) => {
    const page = await openHost(path);
    for (const frame of await page.locator('iframe').all()) {
      await frame.scrollIntoViewIfNeeded();
      await expect(frame.contentFrame().locator('output data').first()).toBeVisible();
    }
    await expect(page.locator('iframe')).toHaveCount(frames);
    expect(await axe(page)).toEqual([]);
  });
}

// Compiled only with the quickly built site.
if (site === 'browser') {
  test('a yew host holds the values, and events stay separate', async ({ openHost }) => {
    const made = {
      'yew/host.js': readFileSync(resolve(target, 'host/host.js'), 'utf8'),
      'yew/host_bg.wasm': readFileSync(resolve(target, 'host/host_bg.wasm')),
    };
    const page = await openHost('yew/index.html', made);
    const calculator = page.locator('sales-abacus');
    const loss = calculator.locator('[name=loss]');
    const unpaid = page.getByLabel('Unpaid invoices');
    const needed = page.locator('output[name=needed]');
    const clicks = page.locator('output[name=clicks]');
    await expect(result(calculator, 'extra_sales')).toHaveText('35,000');
    await expect(needed).toHaveText('35000');
    expect(await axe(page)).toEqual([]);

    await unpaid.fill('1000');
    await expect(result(calculator, 'extra_sales')).toHaveText('50,000');
    await expect(needed).toHaveText('50000');
    await loss.fill('350');
    await loss.blur();
    await expect(unpaid).toHaveValue('350');
    await expect(needed).toHaveText('17500');
    expect(await sent(page, '#offer')).toEqual(expect.arrayContaining(['debt=17500', 'debt.loss=350']));

    // yew delivers a click once, to the innermost of nested programs.
    await loss.click();
    await calculator.locator('[data-action=reset]').click();
    await expect(unpaid).toHaveValue('500');
    await expect(result(calculator, 'extra_sales')).toHaveText('25,000');
    await expect(clicks).toHaveText('0');
    await page.locator('#offer').dispatchEvent('click');
    await expect(clicks).toHaveText('1');

    await page.getByRole('button', { name: 'Hide the calculator' }).click();
    await expect(calculator).toHaveCount(0);
    await unpaid.fill('900');
    await page.getByRole('button', { name: 'Show the calculator' }).click();
    await expect(result(calculator, 'extra_sales')).toHaveText('45,000');
    await expect(needed).toHaveText('45000');
  });
}
