// Framing: widgets may be framed by anybody, other pages by nobody. If a host sends no headers the page itself refuses.

import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { headersOf } from '../../headers.js';
import { dist, some } from './site.js';
import { serveStatic } from './static-server.js';
import { axe, catalogue, expect, test as base } from './support.js';

const refusing = catalogue.map(({ path }) => path).filter((path) => !/^embed\/./.test(path));

const test = base.extend({
  site: async ({ origins }, use) => {
    const site = await serveStatic(dist, '/tools/');
    origins.add(site.origin);
    await use(site);
    await site.disconnect();
  },
  // A page on another port that frames an address.
  show: async ({ origins, page }, use, info) => {
    const folder = info.outputPath('');
    const host = await serveStatic(folder);
    host.headersOf = () => ({});
    origins.add(host.origin);
    await use(async (address) => {
      const frame = `<iframe title="a" width="700" height="500" src="${address}"></iframe>`;
      writeFileSync(resolve(folder, 'index.html'), `<!doctype html><html lang="en"><title>a</title>${frame}`);
      await page.goto(host.url);
      return page.frameLocator('iframe');
    });
    await host.disconnect();
  },
});

const bare = (site) => (site.headersOf = () => ({}));

test('without headers a framed page shows only a link to a tab', async ({ page, site, show, context }) => {
  bare(site);
  await context.addInitScript(() => {
    window.seen = 0;
    const look = () => {
      window.seen += document.querySelector('button, output')?.checkVisibility() ? 1 : 0;
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  for (const path of [...some(refusing, 0, 5), 'deals/#view=files', 'deals/?demo=1']) {
    const frame = await show(site.url + path);
    const opened = frame.getByRole('link', { name: 'Open in a tab of its own' });
    await expect(opened, path).toBeVisible();
    await expect(opened).toContainText('在新标签页中打开');
    await expect(opened).toHaveAttribute('href', site.url + path);
    // Not once the app has loaded, either.
    await page.waitForLoadState('networkidle');
    const left = await opened.evaluate(() => [
      document.body.querySelectorAll('a, button, input, output').length,
      document.body.children.length,
      window.seen,
    ]);
    expect(left, path).toEqual([1, 1, 0]);
  }
  const [, frame] = page.frames();
  expect(await axe(frame)).toEqual([]);
  const waiting = context.waitForEvent('page');
  await page.frameLocator('iframe').getByRole('link').click();
  await expect((await waiting).locator('.deals, .deal-list, h1').first()).toBeVisible();
});

test('with headers the browser refuses to frame a page', async ({ page, site, show, expected }) => {
  expected.push(/frame-ancestors/, /^request failed: .*(BLOCKED_BY_RESPONSE|ERR_BLOCKED)/);
  for (const path of some(refusing, 1, 5)) {
    const refused = page.waitForEvent('console', (message) => message.text().includes('frame-ancestors'));
    await show(site.url + path);
    await refused;
    await expect(page.frameLocator('iframe').locator('#app'), path).toHaveCount(0);
  }
});

test('a widget is shown with headers and without', async ({ site, show }) => {
  for (const prepare of [() => {}, bare]) {
    prepare(site);
    const frame = await show(`${site.url}embed/bad-debt/?lang=en#loss=600&margin=0.03`);
    await expect(frame.locator('output[name=extra_sales] data')).toHaveAttribute('value', '20000');
  }
});

test('each page has the headers of its kind', () => {
  for (const { path } of catalogue) {
    const policy = headersOf(`/some/where/${path}`)['Content-Security-Policy'];
    const isBuilder = path === 'embed/';
    expect(policy.includes("frame-ancestors 'none'"), path).toBe(refusing.includes(path));
    expect(policy.includes('frame-src'), path).toBe(isBuilder);
  }
});
