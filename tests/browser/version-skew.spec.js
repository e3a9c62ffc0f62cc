// Scripts and frames of different ages: a host keeps its copy of embed.js for years, or a site its frames.
//
// The fixtures never change: `embed-1.js` is the first released script, `frame-0.html` represents frames without
// messages, `frame-1.html` the first with messages.

import { basename } from 'node:path';
import { headersOf } from '../../headers.js';
import { look, serveHost } from './host-pages.js';
import { dist } from './site.js';
import { serveStatic } from './static-server.js';
import { expect, test as base } from './support.js';

const fixture = (name) => new URL(`fixtures/${name}`, import.meta.url).pathname;

const test = base.extend({
  // Opens a host page with this body, beside a site in which `instead` replaces some files.
  openHost: async ({ context, origins }, use) => {
    const servers = [];
    await use(async (body, instead) => {
      const site = await serveStatic(dist, '/tools/');
      site.fileOf = (file) => instead(file) ?? file;
      // The old pages have scripts of their own, which today's policy would refuse.
      if (instead('embed/bad-debt/index.html')) {
        site.headersOf = (path) => ({ ...headersOf(path), 'Content-Security-Policy': '' });
      }
      const text = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Host</title>
<script src="https://abacus.example/embed.js" defer></script></head><body><h1>Host</h1>${body}</body></html>`;
      const host = await serveHost(site.url, { 'host.html': text });
      for (const server of [site, host]) origins.add(server.origin);
      servers.push(site, host);
      const page = await context.newPage();
      await page.goto(`${host.url}host.html`);
      await look(page);
      await page.evaluate(() => {
        window.told = [];
        for (const type of ['ready', 'change', 'problem']) {
          document.addEventListener(`abacus-${type}`, ({ detail }) => window.told.push(detail));
        }
      });
      return page;
    });
    servers.forEach((server) => server.close());
  },
});

const LINK = '<a class="sales-abacus" id="one" href="https://abacus.example/bad-debt/?lang=en#loss=700">Bad debt</a>';

const oldScript = (file) => (basename(file) === 'embed.js' ? fixture('embed-1.js') : undefined);
const frame = (name) => (file) => (file.endsWith('embed/bad-debt/index.html') ? fixture(name) : undefined);

const told = (page) => page.evaluate(() => window.told.map(({ type, by, key }) => [type, by ?? key].filter(Boolean).join(' ')));

test('the first embed.js works with today’s frame', async ({ openHost }) => {
  const page = await openHost(LINK, oldScript);
  await page.evaluate(() => window.SalesAbacus.get('one').ready);
  const one = page.frameLocator('iframe#one');
  const data = one.locator('output[name=extra_sales] data');
  const ask = (name, ...args) => page.evaluate(([name, args]) => window.SalesAbacus.get('one')[name](...args), [name, args]);
  await expect(data).toHaveAttribute('value', '35000');
  expect(await ask('values')).toMatchObject({ ok: true, inputs: { loss: '700' }, outputs: { extra_sales: '35000' } });
  expect(await ask('set', { loss: 600, margin: 0.03 })).toMatchObject({ ok: true });
  await expect(data).toHaveAttribute('value', '20000');
  expect(await ask('set', { margin: 7 })).toMatchObject({ ok: false, problems: [{ key: 'margin', code: 'out-of-bounds' }] });
  for (const [command, args, value] of [
    ['undo', [], '35000'],
    ['redo', [], '20000'],
    ['solve', ['margin', 'extra_sales', 10000], '10000'],
    ['reset', [], '25000'],
  ]) {
    expect(await ask(command, ...args), command).toMatchObject({ ok: true });
    await expect(data).toHaveAttribute('value', value);
  }
  expect(await ask('show', { parts: ['inputs', 'result'], lock: ['margin'] })).toMatchObject({ ok: true });
  await expect(one.locator('[name=margin]')).toHaveAttribute('readonly');
  expect(await ask('theme', { ground: '10202b' })).toMatchObject({ ok: true });
  await expect(one.locator('html')).toHaveAttribute('data-theme', 'dark');
  expect(await ask('lang', 'zh-CN')).toMatchObject({ ok: true });
  await expect(one.locator('html')).toHaveAttribute('lang', 'zh-CN');

  // It ignores unknown messages.
  await page.evaluate(() => (window.told.length = 0));
  await one.locator('[name=loss]').fill('x');
  await one.locator('[name=loss]').blur();
  await expect.poll(() => told(page)).toEqual(['problem loss']);
  await one.locator('[name=loss]').fill('500');
  await expect.poll(() => told(page)).toEqual(['problem loss', 'change user']);
  // It has the height of its page.
  const off = async () => {
    const [inner, outer] = await Promise.all([
      one.locator('html').evaluate((root) => root.getBoundingClientRect().height),
      page.locator('iframe#one').evaluate((frame) => frame.clientHeight),
    ]);
    return Math.abs(inner - outer);
  };
  await expect.poll(off).toBeLessThan(2);
  await page.evaluate(() => window.SalesAbacus.get('one').destroy());
  await expect(page.locator('a#one')).toBeVisible();
});

test('a frame older than messages keeps its height attribute', async ({ openHost }) => {
  const written = '<iframe id="two" title="Bad debt" src="https://abacus.example/embed/bad-debt/" width="100%" height="777"></iframe>';
  const page = await openHost(LINK.replace('<a ', '<a data-heights="320:555" ') + written, frame('frame-0.html'));
  for (const id of ['one', 'two']) await expect(page.frameLocator(`#${id}`).locator('output')).toBeVisible();
  const handles = () => page.evaluate(() => window.SalesAbacus.all().map(({ element }) => [element.id, element.clientHeight]));
  expect(await handles()).toEqual([['one', 555], ['two', 777]]);
  // Calls wait until they time out.
  const fates = await page.evaluate(async () => {
    const handle = window.SalesAbacus.get('one');
    const asked = [handle.ready, handle.set({ loss: 600 }), handle.values()];
    const settled = asked.map((promise) => promise.then(() => 'kept', ({ message }) => message));
    const first = await Promise.race([...settled, new Promise((late) => setTimeout(late, 500, 'waits'))]);
    handle.destroy();
    return [first, ...(await Promise.all(settled))];
  });
  expect(fates).toEqual(['waits', ...Array(3).fill('Sales Abacus: destroyed')]);
  expect(await told(page)).toEqual([]);
});

test('today’s embed.js works with the first talking frame', async ({ openHost }) => {
  const page = await openHost(LINK, frame('frame-1.html'));
  const { inputs, problems } = await page.evaluate(() => window.SalesAbacus.get('one').ready);
  expect([inputs.loss, problems]).toEqual(['500', undefined]);
  await expect.poll(() => page.locator('iframe#one').evaluate((frame) => frame.clientHeight)).toBe(321);
  const ask = (name, ...args) => page.evaluate(([name, args]) => window.SalesAbacus.get('one')[name](...args), [name, args]);
  expect(await ask('set', { loss: 600 })).toMatchObject({ ok: true });
  expect(await ask('set', { loss: 'much' })).toMatchObject({ ok: false, problems: [{ key: 'loss' }] });
  expect((await ask('values')).outputs.extra_sales).toBe('30000');
  const loss = page.frameLocator('#one').locator('[name=loss]');
  await loss.fill('700');
  await loss.blur();
  await expect.poll(async () => (await told(page)).slice(-3)).toEqual(['change host', 'problem loss', 'change user']);
  await page.evaluate(() => window.SalesAbacus.get('one').destroy());
  await expect(page.locator('a#one')).toBeVisible();
});
