// The element in pages of another origin.

import { readFileSync } from 'node:fs';
import { serveHost } from './host-pages.js';
import { inTurn, some, staged } from './site.js';
import { axe, catalogue, expect, test as base } from './support.js';

const test = base.extend({
  // A host page, which has no app to wait for.
  host: async ({ context, baseURL, origins }, use) => {
    const host = await serveHost(baseURL);
    origins.add(host.origin);
    const page = await context.newPage();
    await use({ ...host, page });
    host.close();
  },
});

const element = (page, tool) => page.locator(`sales-abacus[tool=${tool}]`);
const result = (element, key) => element.locator(`output[name="${key}"] data`);
const isReady = (element) => element.evaluate(async (element) => (await element.ready) === element);
const sent = (page) =>
  page.locator('form').first().evaluate((form) => [...new FormData(form)].map(([key, value]) => `${key}=${value}`));

// Records this element's events from now on: `heard()` returns them with their details.
const listen = async (element, ...types) => {
  await element.evaluate((element, types) => {
    element.heard = [];
    for (const type of types) {
      document.addEventListener(type, ({ target, detail, composed }) => {
        if (target === element) element.heard.push({ type, detail: detail ?? null, composed });
      });
    }
  }, types);
  return () => element.evaluate((element) => element.heard);
};

const DEBT = ['debt=20000', 'debt.loss=700', 'debt.margin=0.035'];

test('two elements submit their decimals with their form', async ({ host }) => {
  const { page } = host;
  await page.goto(`${host.url}element.html`);
  await Promise.all([element(page, 'bad-debt'), element(page, 'clv')].map(isReady));
  await expect(result(element(page, 'bad-debt'), 'extra_sales')).toHaveText('20,000');
  await expect(result(element(page, 'clv'), 'value')).toHaveAttribute('value', '18720');
  expect(await sent(page)).toEqual(expect.arrayContaining([...DEBT, 'customer=18720', 'customer.years=10']));

  await element(page, 'bad-debt').locator('[name=loss]').fill('350');
  await expect.poll(() => sent(page)).toEqual(expect.arrayContaining(['debt=10000', 'debt.loss=350']));
  expect(await page.locator('#order').evaluate((form) => form.matches(':valid'))).toBe(true);
  await page.getByRole('button', { name: 'Send' }).click();
  await page.waitForURL('**/sent.html?*');
  const { searchParams } = new URL(page.url());
  expect([searchParams.get('debt'), searchParams.get('customer')]).toEqual(['10000', '18720']);
});

test('a form resets to the attributes, else to the example', async ({ host }) => {
  const { page } = host;
  await page.goto(`${host.url}element.html`);
  await Promise.all([element(page, 'bad-debt'), element(page, 'clv')].map(isReady));
  await element(page, 'bad-debt').locator('[name=loss]').fill('1');
  await element(page, 'clv').locator('[name=spend]').fill('1');
  await element(page, 'clv').locator('[name=years]').fill('1');
  await expect(result(element(page, 'clv'), 'value')).toHaveAttribute('value', '208');
  await page.getByRole('button', { name: 'Reset' }).click();
  await expect(result(element(page, 'bad-debt'), 'extra_sales')).toHaveText('20,000');
  await expect(result(element(page, 'clv'), 'value')).toHaveAttribute('value', '18720');
  await expect.poll(() => sent(page)).toEqual(expect.arrayContaining(DEBT));
});

test('an unreadable field makes the element invalid', async ({ host }) => {
  const { page } = host;
  await page.goto(`${host.url}element.html`);
  const debt = element(page, 'bad-debt');
  await isReady(debt);
  const isInvalid = () => debt.evaluate((element) => element.matches(':invalid'));
  expect(await isInvalid()).toBe(false);
  await debt.locator('[name=loss]').fill('much');
  await debt.locator('[name=loss]').blur();
  await expect.poll(isInvalid).toBe(true);
  // The form is not submitted, and the field is scrolled into view.
  await page.getByRole('button', { name: 'Send' }).click();
  expect(page.url()).toBe(`${host.url}element.html`);
  expect(await debt.evaluate((element) => element.validity.badInput)).toBe(true);
  await debt.locator('[name=loss]').fill('600');
  await debt.locator('[name=loss]').blur();
  await expect.poll(isInvalid).toBe(false);
});

test('values can be set and read', async ({ host }) => {
  const { page } = host;
  await page.goto(`${host.url}element.html`);
  const debt = element(page, 'bad-debt');
  await isReady(debt);
  const heard = await listen(debt, 'abacus-change', 'abacus-problem', 'input', 'change');

  expect(await debt.evaluate((element) => element.set({ loss: '1400' }))).toMatchObject({ ok: true });
  await expect.poll(() => debt.evaluate(({ results }) => results.extra_sales)).toBe('40000');
  expect(await debt.evaluate(({ values }) => values.loss)).toBe('1400');
  // Attributes keep the host's values.
  await expect(debt).toHaveAttribute('loss', '700');
  await expect.poll(() => debt.evaluate(({ link }) => link)).toContain('/bad-debt/?lang=en#loss=1400&margin=0.035');
  expect(await debt.evaluate(({ sentence }) => sentence)).toContain('40,000');
  await expect.poll(async () => (await heard()).map(({ type }) => type)).toEqual(['abacus-change']);

  // Changing an attribute sets a value.
  await debt.evaluate((element) => element.setAttribute('loss', '2800'));
  await expect(result(debt, 'extra_sales')).toHaveText('80,000');
  await debt.evaluate((element) => element.undo());
  await expect(result(debt, 'extra_sales')).toHaveText('40,000');

  expect(await debt.evaluate((element) => element.set({ loss: 'much' }))).toMatchObject({ ok: false });
  const problems = async () => (await heard()).filter(({ type }) => type === 'abacus-problem').map(({ detail }) => detail);
  await expect.poll(problems).toMatchObject([{ key: 'loss', code: 'unreadable' }]);
  await expect(result(debt, 'extra_sales')).toHaveText('40,000');

  await debt.evaluate((element) => element.solve('loss', 'extra_sales', 10000));
  await expect.poll(() => debt.evaluate(({ values }) => values.loss)).toBe('350');

  await debt.evaluate((element) => element.set({ loss: 700 }));
  await expect(result(debt, 'extra_sales')).toHaveText('20,000');
  await debt.locator('[name=loss]').fill('7000');
  await debt.locator('[name=loss]').blur();
  await expect.poll(async () => (await heard()).map(({ type }) => type).slice(-3)).toEqual(['abacus-change', 'input', 'change']);
  const events = await heard();
  expect(events.at(-3).detail).toMatchObject({ by: 'user', inputs: { loss: '7000' }, outputs: { extra_sales: '200000' } });
  expect(events.every(({ composed }) => composed)).toBe(true);
});

test('an element can be read-only, locked, arranged and coloured', async ({ host }) => {
  const { page } = host;
  await page.goto(`${host.url}element.html`);
  const debt = element(page, 'bad-debt');
  await isReady(debt);
  const loss = debt.locator('[name=loss]');
  await expect(loss).toBeEditable();
  await debt.evaluate((element) => element.toggleAttribute('readonly', true));
  await expect(loss).not.toBeEditable();
  await debt.evaluate((element) => element.toggleAttribute('readonly', false));
  await expect(loss).toBeEditable();
  await debt.evaluate((element) => element.toggleAttribute('disabled', true));
  await expect(loss).not.toBeEditable();
  await debt.evaluate((element) => element.toggleAttribute('disabled', false));
  await expect(loss).toBeEditable();
  await debt.evaluate((element) => element.setAttribute('lock', 'margin'));
  await expect(debt.locator('[name=margin]')).not.toBeEditable();
  await expect(loss).toBeEditable();
  await debt.evaluate((element) => element.setAttribute('hide', 'margin'));
  await expect(debt.locator('[name=margin]')).toHaveCount(0);
  await debt.evaluate((element) => element.setAttribute('parts', 'result'));
  await expect(loss).toHaveCount(0);
  await expect(result(debt, 'extra_sales')).toHaveText('20,000');
  await debt.evaluate((element) => element.setAttribute('lang', 'zh-CN'));
  await expect(debt.locator('.result__label')).toHaveText('额外销售额');

  const ground = () => debt.locator('.abacus__app').evaluate((app) => getComputedStyle(app).backgroundColor);
  await debt.evaluate((element) => element.setAttribute('ground', '102030'));
  await expect.poll(ground).toBe('rgb(16, 32, 48)');
  // A custom property in the host's style sheet, and a part by name.
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('sales-abacus { --abacus-ground: #fff } sales-abacus::part(headline) { outline: 3px solid red }');
    document.adoptedStyleSheets = [sheet];
  });
  await expect.poll(ground).toBe('rgb(255, 255, 255)');
  await expect(debt.locator('.result__headline')).toHaveCSS('outline-style', 'solid');
});

test('six elements load one wasm, when the first is nearly visible', async ({ host }) => {
  const { page } = host;
  const loaded = [];
  page.on('request', (request) => loaded.push(new URL(request.url()).pathname));
  const wasm = () => loaded.filter((path) => path.includes('calculators_bg'));
  await page.setViewportSize({ width: 800, height: 600 });
  await page.addInitScript(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('h1 { margin-bottom: 3000px }');
    document.adoptedStyleSheets = [sheet];
  });
  await page.goto(`${host.url}six-elements.html`);
  await page.waitForFunction(() => customElements.get('sales-abacus'));
  await page.evaluate(() => new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted))));
  expect(wasm()).toEqual([]);
  await element(page, 'bad-debt').first().scrollIntoViewIfNeeded();
  for (const one of await page.locator('sales-abacus').all()) {
    await one.scrollIntoViewIfNeeded();
    await isReady(one);
  }
  expect(wasm()).toHaveLength(1);
  // Each file is fetched once.
  const chunks = loaded.filter((path) => path.endsWith('.wasm'));
  expect(chunks.length).toBe(new Set(chunks).size);
  await expect(result(element(page, 'bad-debt').nth(1), 'extra_sales')).toHaveText('30,000');
  await expect(element(page, 'receivables').locator('.table')).toBeVisible();
  await expect(element(page, 'clv').locator('.picture')).toBeVisible();
  // The host's title replaces ours.
  await expect(page.getByRole('heading', { name: 'How long they let us wait' })).toBeVisible();
  await expect(element(page, 'dso').locator('.widget__title')).toHaveCount(0);
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
});

test('if a policy refuses WebAssembly the element uses a frame', async ({ host, expected }) => {
  expected.push(/violate|policy violated: script-src by wasm-eval/);
  const { page } = host;
  await page.addInitScript(() => addEventListener('abacus-ready', ({ detail }) => (window.via = detail.via)));
  await page.goto(`${host.url}element-refused.html`);
  const debt = element(page, 'bad-debt');
  await isReady(debt);
  expect(await page.evaluate(() => window.via)).toBe('frame');
  const frame = debt.locator('iframe').contentFrame();
  await expect(frame.locator('output[name="extra_sales"] data')).toHaveText('35,000');
  await expect.poll(() => sent(page)).toEqual(expect.arrayContaining(['debt=35000', 'debt.loss=700']));
  await frame.locator('[name=loss]').fill('70');
  await expect.poll(() => sent(page)).toEqual(expect.arrayContaining(['debt=3500', 'debt.loss=70']));
  const isInvalid = () => debt.evaluate((element) => element.matches(':invalid'));
  for (const [typed, invalid] of [['abc', true], ['80', false], ['-5', true], ['90', false]]) {
    await frame.locator('[name=loss]').fill(typed);
    await frame.locator('[name=loss]').blur();
    await expect.poll(isInvalid, typed).toBe(invalid);
  }
  await expect(debt.getByRole('link')).toBeHidden();
  await expect(debt.locator('iframe')).toHaveAttribute('title', 'What a bad debt of 700 costs');
  expect(await axe(page)).toEqual([]);
});

test('the fallback content stays if nothing loads', async ({ host, expected }) => {
  expected.push(/violate|policy violated|request failed/);
  const { page } = host;
  await page.addInitScript(() => addEventListener('abacus-failed', ({ detail }) => (window.failed = detail.code)));
  await page.goto(`${host.url}element-blocked.html`);
  await expect.poll(() => page.evaluate(() => window.failed)).toBe('blocked');
  await expect(page.getByRole('link', { name: 'What a bad debt of 700 costs' })).toBeVisible();
  expect(await axe(page)).toEqual([]);
  expect(await element(page, 'bad-debt').evaluate((element) => element.ready.catch(({ message }) => message))).toBe('sales-abacus: blocked');
});

test('a yew host and the element keep their events apart', async ({ page }) => {
  await page.goto('?lang=en');
  const before = await page.locator('#content').innerHTML();
  // Inside the rendered content, with listeners on the path.
  await page.evaluate(() => {
    const element = document.createElement('sales-abacus');
    for (const [name, value] of [['tool', 'bad-debt'], ['loss', '700'], ['lang', 'en']]) element.setAttribute(name, value);
    document.querySelector('#menu').append(element);
    document.querySelector('#menu').showPopover();
    return import(new URL('element.js', location).href);
  });
  const debt = element(page, 'bad-debt');
  await page.waitForFunction(() => customElements.get('sales-abacus'));
  await isReady(debt);
  const numbers = await debt.evaluate((element) => {
    const numbers = [element.shadowRoot.querySelector('.abacus__app').__yew_subtree_id];
    for (let around = element; around; around = around.parentElement) numbers.push(around.__yew_subtree_id);
    return numbers.filter(Boolean);
  });
  expect(numbers.length).toBeGreaterThan(1);
  expect(numbers.slice(1)).not.toContain(numbers[0]);
  await debt.locator('[name=loss]').fill('1400');
  await expect(result(debt, 'extra_sales')).toHaveText('70,000');
  expect(await page.locator('#content').innerHTML()).toBe(before);
  await page.locator('#menu').getByRole('button', { name: '中文' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  await expect(result(debt, 'extra_sales')).toHaveText('70,000');
});

for (const [why, code, stop] of [
  ['a chunk that does not come', 'no-wasm', async (page) => page.route(/split_inside/, (route) => route.abort())],
  [
    'a program that has stopped',
    'stopped',
    async (page) =>
      page.addInitScript(() =>
        addEventListener('abacus-ready', () => {
          const error = Object.assign(new WebAssembly.RuntimeError('unreachable'), { stack: 'at calculators_bg.wasm' });
          setTimeout(() => dispatchEvent(new ErrorEvent('error', { error })));
        }, { once: true }),
      ),
  ],
]) {
  test(`${why} leaves the fallback content`, async ({ host, expected }) => {
    expected.push(/request failed: .*split_inside/, /Failed to load resource|Failed to fetch/);
    const { page } = host;
    await stop(page);
    await page.addInitScript(() => addEventListener('abacus-failed', ({ detail }) => (window.failed = detail.code)));
    await page.goto(`${host.url}element.html`);
    await expect.poll(() => page.evaluate(() => window.failed)).toBe(code);
    await expect(page.getByRole('link', { name: 'What a bad debt of 700 costs' })).toBeVisible();
    await expect(element(page, 'bad-debt').locator('output')).toHaveCount(0);
    // Nothing of it is submitted.
    expect((await sent(page)).filter((entry) => entry.startsWith('debt'))).toEqual([]);
  });
}

test('an unknown tool is reported by name', async ({ host, expected }) => {
  expected.push(/no calculator has the name “bad-dept”/);
  const { page } = host;
  await page.addInitScript(() => addEventListener('abacus-failed', ({ detail }) => (window.failed = detail.code)));
  await page.goto(`${host.url}element.html`);
  await isReady(element(page, 'bad-debt'));
  const told = page.waitForEvent('console', (message) => message.text().includes('bad-dept'));
  await element(page, 'bad-debt').evaluate((element) => element.setAttribute('tool', 'bad-dept'));
  await told;
  await expect.poll(() => page.evaluate(() => window.failed)).toBe('unknown-tool');
});

test('a moved element keeps running; a removed one cleans up', async ({ host }) => {
  const { page } = host;
  await page.goto(`${host.url}element.html`);
  const debt = element(page, 'bad-debt');
  await isReady(debt);
  await debt.locator('[name=loss]').fill('1400');
  await expect(result(debt, 'extra_sales')).toHaveText('40,000');
  await debt.evaluate((element) => element.form.append(element));
  await expect(result(debt, 'extra_sales')).toHaveText('40,000');
  await debt.evaluate(async (element) => {
    window.taken = element;
    element.remove();
    await new Promise((later) => setTimeout(later));
  });
  expect(await page.evaluate(() => window.taken.shadowRoot.querySelector('.abacus'))).toBe(null);
  await page.evaluate(() => document.querySelector('form').prepend(window.taken));
  await isReady(debt);
  await expect(result(debt, 'extra_sales')).toHaveText('40,000');
});

for (const [index, path] of some([...['element.html', 'six-elements.html'].entries()], 0)) {
  test(`axe finds nothing in ${path}`, async ({ host }) => {
    const { page } = host;
    await page.goto(host.url + path);
    for (const one of await page.locator('sales-abacus').all()) {
      await one.scrollIntoViewIfNeeded();
      await isReady(one);
    }
    expect(await axe(page)).toEqual([]);
    for (const width of index === 0 ? [300, 390, 1280] : [390]) {
      await page.setViewportSize({ width, height: 844 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
  });
}

// The shipped files, each checked in one calculator's page.
for (const [index, { path, calculator }] of catalogue.filter(({ path, calculator }) => calculator && path.startsWith('embed/')).entries()) {
  if (!inTurn(index, 0, 8)) continue;
  test(`/vectors/${calculator.id}.json has the results of /${path}`, async ({ page, request }) => {
    const response = await request.get(`vectors/${calculator.id}.json`);
    const { version, tool, cases } = await response.json();
    expect({ version, tool }).toEqual({ version: 1, tool: calculator.id });
    expect(cases.length).toBeGreaterThan(200);
    expect(JSON.parse(readFileSync(staged(`/vectors/${tool}.json`), 'utf8')).cases).toEqual(cases);
    await page.goto(`${path}?lang=en`);
    const headline = page.locator('.result__headline output');
    const key = await headline.getAttribute('name');
    const { inputs, outputs } = cases.findLast(({ outputs }) => key in outputs);
    const fragment = Object.entries(inputs).map(([key, value]) => `${key}=${value}`);
    await page.evaluate((fragment) => (location.hash = fragment), fragment.join('&'));
    await expect(headline.locator('data')).toHaveAttribute('value', outputs[key]);
  });
}
