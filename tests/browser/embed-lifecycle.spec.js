// The end of reported states: an error, a removed calculator, and pending calls to it.

import { look, serveHost } from './host-pages.js';
import { expect, test as base } from './support.js';

const test = base.extend({
  // Opens a host page, which the test may supply.
  openHost: async ({ context, baseURL, origins }, use) => {
    const hosts = [];
    await use(async (name, text) => {
      const host = await serveHost(baseURL, text === undefined ? {} : { [name]: text });
      hosts.push(host);
      origins.add(host.origin);
      const page = await context.newPage();
      await page.goto(host.url + name);
      await look(page);
      return page;
    });
    hosts.forEach((host) => host.close());
  },
});

const FRAME = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Host</title>
<script src="https://abacus.example/embed.js" defer></script></head><body><h1>Host</h1>
<a class="sales-abacus" id="one" href="https://abacus.example/bad-debt/?lang=en">Bad debt</a></body></html>`;

const debtOf = (page) => page.locator('sales-abacus[tool=bad-debt]');
const result = (debt) => debt.locator('output[name="extra_sales"] data');
const isReady = (debt) => debt.evaluate(async (element) => (await element.ready) === element);
const sent = (page) =>
  page.locator('form').first().evaluate((form) => [...new FormData(form)].map(([key, value]) => `${key}=${value}`));

test('a frame reports a fixed field even if no figure changed', async ({ openHost }) => {
  const page = await openHost('frame.html', FRAME);
  await page.evaluate(async () => {
    window.told = [];
    for (const type of ['abacus-change', 'abacus-problem']) {
      document.addEventListener(type, ({ detail }) => window.told.push(detail));
    }
    await window.SalesAbacus.get('one').ready;
  });
  const told = () => page.evaluate(() => window.told);
  const loss = page.frameLocator('iframe').locator('[name=loss]');
  await loss.fill('much');
  await loss.blur();
  await expect.poll(told).toMatchObject([{ type: 'problem', key: 'loss', code: 'unreadable', typed: true }]);
  await loss.fill('500');
  await expect.poll(told).toMatchObject([{ type: 'problem' }, { type: 'change', by: 'user', inputs: { loss: '500' } }]);
  expect((await told()).at(-1)).not.toHaveProperty('problems');
});

test('a fallback frame becomes valid again and keeps its values', async ({ openHost, expected }) => {
  expected.push(/violate|policy violated: script-src by wasm-eval/);
  const page = await openHost('element-refused.html');
  const debt = debtOf(page);
  await isReady(debt);
  const frame = debt.locator('iframe').contentFrame();
  const isInvalid = () => debt.evaluate((element) => element.matches(':invalid'));
  for (const [typed, invalid] of [['abc', true], ['700', false], ['-5', true], ['700', false]]) {
    await frame.locator('[name=loss]').fill(typed);
    await frame.locator('[name=loss]').blur();
    await expect.poll(isInvalid, typed).toBe(invalid);
  }
  // A frame that is moved is loaded anew.
  await frame.locator('[name=loss]').fill('1400');
  await expect.poll(() => sent(page)).toEqual(expect.arrayContaining(['debt=70000', 'debt.loss=1400']));
  await debt.evaluate((element) => element.form.append(element));
  await isReady(debt);
  await expect(frame.locator('output[name="extra_sales"] data')).toHaveText('70,000');
  await expect(frame.locator('[name=loss]')).toHaveValue(/^1,?400$/);
  expect(await sent(page)).toEqual(expect.arrayContaining(['debt=70000', 'debt.loss=1400']));
});

test('an element removed right after a key press keeps it', async ({ openHost }) => {
  const page = await openHost('element.html');
  const debt = debtOf(page);
  await isReady(debt);
  await debt.evaluate(async (element) => {
    const loss = element.shadowRoot.querySelector('[name=loss]');
    const type = (text) => {
      loss.value = text;
      loss.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    };
    const told = new Promise((heard) => element.addEventListener('abacus-change', heard, { once: true }));
    type('140');
    await told;
    // This one is not reported until a tenth of a second has passed.
    type('1400');
    const { parentNode } = element;
    element.remove();
    await new Promise((later) => setTimeout(later));
    parentNode.append(element);
  });
  await isReady(debt);
  await expect(result(debt)).toHaveText('40,000');
  await expect(debt.locator('[name=loss]')).toHaveValue(/^1,?400$/);
});

// The outcome of promises: `kept`, or the reason of the rejection.
const fates = (of, act) => of.evaluate(async (it, act) => {
  const handle = 'ready' in it ? it : window.SalesAbacus.get(it);
  const fate = (promise) => promise.then(() => 'kept', ({ message }) => message);
  const waiting = [handle.set({ loss: 600 }), handle.undo()].map(fate);
  if (act === 'destroy') handle.destroy();
  else it.remove();
  const before = await Promise.all(waiting);
  return [...before, ...(act === 'destroy' ? await Promise.all([handle.set({ loss: 700 }), handle.solve('loss', 'extra_sales', 1)].map(fate)) : [])];
}, act);

test('a destroyed element rejects calls and submits nothing', async ({ openHost }) => {
  const page = await openHost('element.html');
  const debt = debtOf(page);
  await isReady(debt);
  expect(await fates(debt, 'destroy')).toEqual(Array(4).fill('sales-abacus: destroyed'));
  expect(await debt.evaluate((element) => element.ready.catch(({ message }) => message))).toBe('sales-abacus: destroyed');
  await expect(debt.getByRole('link')).toBeVisible();
  expect((await sent(page)).filter((entry) => entry.startsWith('debt'))).toEqual([]);
  // For good.
  await debt.evaluate(async (element) => {
    const { parentNode } = element;
    element.remove();
    await new Promise((later) => setTimeout(later));
    parentNode.prepend(element);
    element.setAttribute('loss', '800');
    await new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)));
  });
  await expect(debt.locator('output')).toHaveCount(0);
  await expect(debt.getByRole('link')).toBeVisible();
});

test('changing the calculator rejects calls and renews ready', async ({ openHost }) => {
  const page = await openHost('element.html');
  const debt = debtOf(page);
  await isReady(debt);
  const [fate, days] = await debt.evaluate(async (element) => {
    const asked = element.set({ loss: 600 });
    // While the reply is pending.
    element.setAttribute('tool', 'dso');
    const fate = await asked.then(() => 'kept', ({ message }) => message);
    await element.ready;
    return [fate, element.results.dso];
  });
  expect([fate, days]).toEqual(['sales-abacus: replaced', '60']);
});

for (const act of ['destroy', 'remove']) {
  test(`calls to a frame are rejected once it is gone: ${act}`, async ({ openHost }) => {
    const page = await openHost('frame.html', FRAME);
    await page.evaluate(() => window.SalesAbacus.get('one').ready);
    const why = `Sales Abacus: ${act === 'destroy' ? 'destroyed' : 'removed'}`;
    expect(await fates(page.locator('iframe'), act)).toEqual(Array(act === 'destroy' ? 4 : 2).fill(why));
    expect(await page.evaluate(() => window.SalesAbacus.all().length)).toBe(0);
    await expect(page.locator('a#one')).toHaveCount(act === 'destroy' ? 1 : 0);
  });
}

test('a frame that is destroyed before it was ready is never ready', async ({ openHost }) => {
  const page = await openHost('frame.html', FRAME.replace('<a ', '<p style="height: 4000px"></p><a '));
  const fates = await page.evaluate(() => {
    const handle = window.SalesAbacus.get('one');
    const asked = [handle.ready, handle.values(), handle.set({ loss: 600 })];
    handle.destroy();
    return Promise.all(asked.map((promise) => promise.then(() => 'kept', ({ message }) => message)));
  });
  expect(fates).toEqual(Array(3).fill('Sales Abacus: destroyed'));
});
