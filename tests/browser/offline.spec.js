// The site offline, and across versions. Each test has a host of its own, below the root, which it disconnects or
// replaces, or whose worker it removes.

import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { notes } from '../../xtask/offline.mjs';
import { PREFIX, download, field, status, stored } from './deal-book.js';
import { LESSONS, toTheEnd } from './lesson.js';
import { nextVersion, release } from './release.js';
import { dist, SOAK, some } from './site.js';
import { serveStatic } from './static-server.js';
import { axeInBoth, expect, recordPrerenderedVisibility, locales, test as base } from './support.js';

const FOOT = {
  'zh-CN': {
    ready: '离线可用 ✓',
    insecure: '网址不是 https',
    unsupported: '浏览器不让本应用存到设备上',
    failed: '没能全部存到这台设备上',
    off: '本站目前不提供离线使用',
    newer: '有新版本',
    note: '新功能甲',
    update: '现在更新',
    unfinished: '这一页还有没做完',
    hint: '可以装到桌面或主屏幕',
    install: '安装',
    enough: '知道了',
  },
  en: {
    ready: 'Works offline ✓',
    insecure: 'not https',
    unsupported: 'does not let the app be saved',
    failed: 'Not all of the app could be saved',
    off: 'does not offer offline use',
    newer: 'There is a new version',
    note: 'New feature A',
    update: 'Update now',
    unfinished: 'Something on this page is unfinished',
    hint: 'You can install the app',
    install: 'Install',
    enough: 'Dismiss',
  },
};
const words = FOOT.en;

const test = base.extend({
  // A folder for the duration of the test.
  temporary: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'abacus-offline-'));
    await use(folder);
    rmSync(folder, { recursive: true });
  },
  host: async ({ origins, expected }, use) => {
    const host = await serveStatic(dist, '/some/where/');
    origins.add(host.origin);
    // The browser checks for a new worker with every page, and fails while there is no host.
    expected.push(/sw\.js/);
    await use(host);
    await host.disconnect();
  },
  // A folder with the next version.
  next: async ({ temporary }, use) => {
    const folder = join(temporary, 'next');
    await nextVersion(dist, folder);
    await use(folder);
  },
});

test.use({ serviceWorkers: 'allow', locale: 'en' });

const foot = (page) => page.locator('.footer__offline');
const update = (page) => foot(page).getByRole('button', { name: words.update });

const open = async (page, host, address = '', said = words.ready) => {
  await page.goto(host.url + address);
  await expect(foot(page)).toContainText(said);
};

// What happens automatically with the next page, or within the hour.
const lookForUpdates = (page) =>
  page.evaluate(async () => void (await (await navigator.serviceWorker.getRegistration()).update()));

const caches = (page) => page.evaluate(() => window.caches.keys());
const workers = (page) => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length);
const value = (page, key) => page.locator(`output[name=${key}] data`).getAttribute('value');

test('a lesson runs offline', async ({ page, host }) => {
  await open(page, host, 'class/?lang=en');
  await host.disconnect();
  await page.goto(`${host.url}class/?lang=en`);
  await page.getByRole('link', { name: 'Start “Did you really earn it?”' }).click();
  const place = page.locator('.stage__place');
  await expect(place).toHaveText('1 / 14');
  for (let presses = 0; presses < 60; presses += 1) await page.keyboard.press('PageDown');
  await expect(place).toHaveText('14 / 14');
  for (let presses = 0; presses < 60; presses += 1) await page.keyboard.press('PageUp');
  await expect(place).toHaveText('1 / 14');
  // For each of the others its calculators, the demo deal and its code are cached, too.
  for (const lesson of some(LESSONS, 1, 5)) {
    await page.goto(`${host.url}class/?lang=en&of=${lesson}#${lesson}`);
    const seen = await toTheEnd(page, 'PageDown', async () => page.locator('main').innerHTML());
    expect(seen.length, lesson).toBeGreaterThan(10);
    expect(seen.join(), lesson).not.toMatch(/class="later|Try again/);
  }
});

test('open, calculate, log a meeting, export and reload offline', async ({ page, host }) => {
  await open(page, host);
  await host.disconnect();

  // Pages that were never opened before, with every kind of query and fragment.
  await open(page, host, 'bad-debt/?lang=en&utm_source=mail#loss=700&margin=0.03');
  expect(Number(await value(page, 'extra_sales'))).toBeCloseTo(23333.33, 1);
  await page.locator('#margin').fill('5%');
  await expect.poll(() => value(page, 'extra_sales')).toBe('14000');
  await expect(page).toHaveURL(/margin=0\.05/);
  const workbook = page.waitForEvent('download');
  await page.locator('.bar').getByRole('button', { name: 'Share' }).click();
  await page.locator('.share').getByRole('button', { name: 'Download Excel', exact: true }).click();
  expect(readFileSync(await (await workbook).path()).subarray(0, 2).toString()).toBe('PK');

  await open(page, host, 'deals/');
  await page.getByRole('button', { name: 'New deal' }).click();
  await field(page, 'customer').fill('North Mill');
  await page.getByRole('link', { name: 'Log a meeting' }).first().click();
  await page.locator('[name^="log."][name$=".outcome"][value=continuation]').check({ force: true });
  await page.getByRole('button', { name: 'Done' }).click();
  await page.locator('.talk-told').getByRole('link', { name: 'Back to this deal' }).click();
  await expect(status(page)).toHaveText('Saved');
  const address = page.url();
  await page.goto(`${host.url}deals/?lang=en#view=files`);
  const backup = JSON.parse(await download(page, page.getByRole('button', { name: 'Full backup (JSON)' })));
  expect(backup.deals).toMatchObject([{ customer: 'North Mill', log: [{ outcome: 'continuation' }] }]);
  await page.goto('about:blank');
  await page.goto(address);
  await page.reload();
  await expect(field(page, 'customer')).toHaveValue('North Mill');
  await expect(page.locator('.contact')).toHaveCount(1);

  await open(page, host, 'deals/?demo=1');
  await expect(page.locator('.deal-list, .deals').first()).toBeVisible();
  await open(page, host, 'clv/?lang=zh-CN#spend=10&visits=4&weeks=50&years=30', FOOT['zh-CN'].ready);
  expect(await value(page, 'value')).toBe('60000');
  // Addresses that a host would redirect, and a page by its file name.
  await open(page, host, 'clv?lang=en#spend=20&visits=4&weeks=50&years=30');
  await expect(page).toHaveURL(`${host.url}clv/?lang=en#spend=20&visits=4&weeks=50&years=30`);
  expect(await value(page, 'value')).toBe('120000');
  await open(page, host, 'clv/index.html?lang=en');
  await page.goto(`${host.url}embed/bad-debt/?lang=en&guess=1&host=https%3A%2F%2Fexample.org#loss=700`);
  await expect(page.locator('.widget .cover')).toBeVisible();
});

test('offline caching does not start before the page has loaded', async ({ page, host }) => {
  const asked = [];
  page.on('request', (request) => asked.push(request.url()));
  await open(page, host, 'clv/');
  const [extras, script] = [/calculators(-split_extras|_bg)/, /\/page-[\w-]{8}\.js$/].map((file) =>
    asked.findIndex((url) => file.test(url)),
  );
  expect(extras).toBeGreaterThan(-1);
  expect(script).toBeGreaterThan(extras);
  const loaded = () => performance.getEntriesByType('navigation')[0].loadEventEnd;
  const started = () => performance.getEntriesByType('resource').find(({ name }) => /\/page-[\w-]{8}\.js$/.test(name)).startTime;
  expect(await page.evaluate(started)).toBeGreaterThan(await page.evaluate(loaded));
});

test('an update waits for unfinished input, and loses nothing', async ({ page, host, next }) => {
  await open(page, host, 'bad-debt/?lang=en');
  await page.locator('#loss').fill('700');
  await page.locator('#scenario-name').fill('Half a name');
  host.folder = next;
  await lookForUpdates(page);
  await expect(foot(page)).toContainText(words.newer);
  await expect(foot(page)).toContainText(words.note);
  expect(await axeInBoth(page, '.footer')).toEqual([]);

  // Its files are still those of its own version, which the host no longer has.
  expect(await release(page)).toBe(1);
  const workbook = page.waitForEvent('download');
  await page.locator('.bar').getByRole('button', { name: 'Share' }).click();
  await page.locator('.share').getByRole('button', { name: 'Download Excel', exact: true }).click();
  expect(readFileSync(await (await workbook).path()).subarray(0, 2).toString()).toBe('PK');

  await update(page).click();
  await expect(foot(page).getByRole('alert')).toContainText(words.unfinished);
  await expect(page.locator('#scenario-name')).toHaveValue('Half a name');
  await page.locator('#scenario-name').fill('');
  await page.locator('#margin').fill('abc');
  await update(page).click();
  await expect(foot(page).getByRole('alert')).toContainText(words.unfinished);
  await page.locator('#margin').fill('5%');
  await expect(page).toHaveURL(/margin=0\.05/);

  await Promise.all([page.waitForEvent('load'), update(page).click()]);
  await expect(foot(page)).toContainText(words.ready);
  expect(await release(page)).toBe(2);
  await expect(page.locator('#loss')).toHaveValue('700');
  expect(await value(page, 'extra_sales')).toBe('14000');
  await expect.poll(async () => (await caches(page)).length).toBe(1);
});

test('a deal that cannot be stored is not reloaded away', async ({ page, host, next }) => {
  await open(page, host, 'deals/?lang=en');
  await page.getByRole('button', { name: 'New deal' }).click();
  await page.evaluate(() => {
    const setItem = Storage.prototype.setItem;
    window.heal = () => (Storage.prototype.setItem = setItem);
    Storage.prototype.setItem = () => {
      throw new DOMException('provoked', 'QuotaExceededError');
    };
  });
  await field(page, 'customer').fill('North Mill');
  await expect(page.locator('.not-saved')).toBeVisible();
  host.folder = next;
  await lookForUpdates(page);
  await update(page).click();
  await expect(foot(page).getByRole('alert')).toContainText(words.unfinished);
  await page.evaluate(() => window.heal());
  await page.locator('.not-saved').getByRole('button', { name: 'Try again' }).click();
  await expect(status(page)).toHaveText('Saved');
  await Promise.all([page.waitForEvent('load'), update(page).click()]);
  await expect(field(page, 'customer')).toHaveValue('North Mill');
  expect(await release(page)).toBe(2);
});

test('an open page finds an update and keeps an open question', SOAK, async ({ page, host, next }) => {
  await page.clock.install();
  await open(page, host, 'deals/?lang=en');
  await page.getByRole('button', { name: 'New deal' }).click();
  await field(page, 'customer').fill('North Mill');
  await expect(status(page)).toHaveText('Saved');
  await page.goto(`${host.url}deals/?lang=en#view=files`);
  host.folder = next;
  await page.clock.fastForward('01:01:00');
  await expect(foot(page)).toContainText(words.newer);
  await page.locator('.confirm-ask').last().click();
  await update(page).click();
  await expect(foot(page).getByRole('alert')).toContainText(words.unfinished);
  await page.locator('.confirm').getByRole('button', { name: 'Cancel' }).click();
  await Promise.all([page.waitForEvent('load'), update(page).click()]);
  await expect(foot(page)).toContainText(words.ready);
  expect(await release(page)).toBe(2);
  expect(await page.evaluate((prefix) => Object.keys(localStorage).filter((key) => key.startsWith(prefix)).length, PREFIX)).toBe(1);
});

test('the next start has the new version, and an open tab keeps its own', async ({ page, host, next, context }) => {
  await open(page, host, 'bad-debt/?lang=en');
  host.folder = next;
  await lookForUpdates(page);
  await expect(foot(page)).toContainText(words.newer);
  await host.disconnect();

  const started = await context.newPage();
  await started.goto(`${host.url}bad-debt/?lang=en`);
  await expect(foot(started)).toContainText(words.ready);
  expect(await release(started)).toBe(2);
  expect(await caches(started)).toHaveLength(2);
  const workbook = page.waitForEvent('download');
  await page.locator('.bar').getByRole('button', { name: 'Share' }).click();
  await page.locator('.share').getByRole('button', { name: 'Download Excel', exact: true }).click();
  await workbook;

  // The cache of a version is removed with its last page.
  await page.close();
  await started.reload();
  await expect(foot(started)).toContainText(words.ready);
  await expect.poll(async () => (await caches(started)).length).toBe(1);
  expect(await release(started)).toBe(2);
});

test('a version with a file of another build is rejected', SOAK, async ({ page, host, next, temporary }) => {
  const mixed = join(temporary, 'mixed');
  cpSync(dist, mixed, { recursive: true });
  cpSync(join(next, 'clv/index.html'), join(mixed, 'clv/index.html'));
  host.folder = mixed;
  await open(page, host, 'bad-debt/?lang=en', words.failed);
  expect(await workers(page)).toBe(0);
  // On the next visit the release is complete.
  host.folder = next;
  await open(page, host, 'bad-debt/?lang=en');
  await host.disconnect();
  await open(page, host, 'clv/?lang=en');
  expect(await release(page)).toBe(2);
});

test('offline use is only promised if it works', async ({ page, host, expected }) => {
  expected.push(/sheet.*ERR_CONNECTION_REFUSED/);
  await open(page, host, 'bad-debt/?lang=en');
  // Another app on the origin deletes all caches.
  const empty = () =>
    page.evaluate(async () => {
      for (const name of await window.caches.keys()) {
        const cache = await window.caches.open(name);
        for (const request of await cache.keys()) if (request.url.includes('sheet')) await cache.delete(request);
      }
    });
  await empty();
  await open(page, host, 'clv/?lang=en');
  await empty();
  await host.disconnect();
  await open(page, host, 'clv/?lang=en', words.failed);
  await expect(foot(page)).not.toContainText('✓');
  await host.connect();
  await open(page, host, 'bad-debt/?lang=en');
  await host.disconnect();
  const workbook = page.waitForEvent('download');
  await page.locator('.bar').getByRole('button', { name: 'Share' }).click();
  await page.locator('.share').getByRole('button', { name: 'Download Excel', exact: true }).click();
  await workbook;
});

test('the site still works if all caches are gone', SOAK, async ({ page, host, next }) => {
  await open(page, host, 'bad-debt/?lang=en');
  await page.evaluate(async () => {
    for (const name of await window.caches.keys()) await window.caches.delete(name);
  });
  host.folder = next;
  await open(page, host, 'clv/?lang=en');
  expect(await release(page)).toBe(2);
});

// Replaces the worker by the kill switch.
const withdraw = (host, temporary) => {
  const without = join(temporary, 'without');
  cpSync(dist, without, { recursive: true });
  cpSync(join(without, 'kill-switch/sw.js'), join(without, 'sw.js'));
  host.folder = without;
};

const expectWithdrawn = async (page, host) => {
  // Chromium waits up to a minute for a worker that just received a request.
  await expect(foot(page)).toContainText(words.off, { timeout: 120_000 });
  await expect.poll(() => workers(page)).toBe(0);
  expect(await caches(page)).toEqual(['of another app']);
  // The next visit comes from the host again.
  const response = await page.goto(`${host.url}bad-debt/?lang=en#loss=700&margin=0.05`);
  expect(response.fromServiceWorker()).toBe(false);
  expect(await value(page, 'extra_sales')).toBe('14000');
  await expect(foot(page)).toContainText(words.off);
  await expect(foot(page)).not.toContainText('✓');
  await expect.poll(() => workers(page)).toBe(0);
};

test('the kill switch removes the worker and its caches', async ({ page, host, temporary }) => {
  await open(page, host, 'bad-debt/?lang=en');
  await page.evaluate(() => window.caches.open('of another app'));
  expect([await workers(page), (await caches(page)).length]).toEqual([1, 2]);
  withdraw(host, temporary);
  await page.goto(`${host.url}clv/?lang=en`);
  await lookForUpdates(page);
  await expectWithdrawn(page, host);
});

// The browser checks for a new worker with every page, and may be done before the page asks.
const foundBefore = (page, ms) =>
  page.addInitScript((ms) => {
    const { serviceWorker } = navigator;
    const register = serviceWorker.register.bind(serviceWorker);
    serviceWorker.register = async (...which) => {
      await (await serviceWorker.getRegistration())?.update();
      await new Promise((later) => setTimeout(later, ms));
      return register(...which);
    };
  }, ms);

for (const [what, ms] of [['is waiting', 0], ['has ended itself', 3000]]) {
  test(`a kill switch that ${what} before the page asks is reported`, SOAK, async ({ page, host, temporary }) => {
    await open(page, host, 'bad-debt/?lang=en');
    await page.evaluate(() => window.caches.open('of another app'));
    withdraw(host, temporary);
    await foundBefore(page, ms);
    await page.goto(`${host.url}clv/?lang=en`);
    await expectWithdrawn(page, host);
  });
}

test('a version already waiting when the page asks is reported', SOAK, async ({ page, host, next }) => {
  await open(page, host, 'bad-debt/?lang=en');
  host.folder = next;
  await foundBefore(page, 0);
  await page.goto(`${host.url}clv/?lang=en`);
  await expect(foot(page)).toContainText(words.newer);
  await expect(foot(page)).toContainText(words.note);
});

test('a widget stores nothing on the device', async ({ page, host }) => {
  const asked = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(`${host.url}embed/bad-debt/?lang=en`);
  await expect(page.locator('.widget output[name=extra_sales]')).toBeVisible();
  await page.evaluate(() => new Promise(document.getElementById('app').idle));
  await page.waitForLoadState('networkidle');
  expect(await workers(page)).toBe(0);
  expect(asked.filter((url) => /sw\.js|\/page-|split_offline/.test(url))).toEqual([]);
});

test('without https the footer says so, and the rest works', async ({ host, temporary }) => {
  // A non-loopback host name, as in an intranet.
  const args = ['--no-sandbox', '--disable-gpu', '--host-resolver-rules=MAP intranet.test 127.0.0.1'];
  const options = { executablePath: process.env.ABACUS_BROWSER, args, locale: 'en' };
  const context = await chromium.launchPersistentContext(join(temporary, 'profile'), options);
  const page = await context.newPage();
  await page.goto(`${host.url.replace('127.0.0.1', 'intranet.test')}bad-debt/?lang=en#loss=700&margin=0.05`);
  expect(await page.evaluate(() => isSecureContext)).toBe(false);
  await expect(foot(page)).toContainText(words.insecure);
  await expect(foot(page)).not.toContainText('✓');
  expect(await value(page, 'extra_sales')).toBe('14000');
  await context.close();
});

for (const [browser, make] of [
  ['has no workers', () => delete Navigator.prototype.serviceWorker],
  [
    'refuses workers, as in a private window',
    () => (ServiceWorkerContainer.prototype.register = () => Promise.reject(new DOMException('provoked', 'SecurityError'))),
  ],
]) {
  test(`a browser that ${browser} gets a message`, async ({ page, host }) => {
    await page.addInitScript(make);
    for (const locale of locales) await open(page, host, `?lang=${locale}`, FOOT[locale].unsupported);
    await expect(foot(page)).not.toContainText('✓');
  });
}

test('the Trusted Types policy allows the worker', async ({ page, host }) => {
  expect(host.headersOf('/bad-debt/')['Content-Security-Policy']).toContain("require-trusted-types-for 'script'");
  await open(page, host, 'bad-debt/?lang=en');
  expect(await workers(page)).toBe(1);
});

test('the browser considers the app installable', async ({ page, host }) => {
  await open(page, host);
  const session = await page.context().newCDPSession(page);
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
  // The tests run in such a window.
  expect(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito')).toEqual([]);

  const manifest = await (await page.request.get(`${host.url}manifest.webmanifest`)).json();
  const sizeOf = async (address) => {
    const png = await (await page.request.get(new URL(address, host.url).href)).body();
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    return [16, 20].map((at) => png.readUInt32BE(at)).join('x');
  };
  const drawn = manifest.icons.filter(({ type }) => type === 'image/png');
  expect(drawn.map(({ sizes, purpose = 'any' }) => `${sizes} ${purpose}`)).toEqual(['192x192 any', '512x512 any', '512x512 maskable']);
  for (const { src, sizes } of drawn) expect(await sizeOf(src)).toBe(sizes);
  expect(await sizeOf(await page.locator('link[rel=apple-touch-icon]').getAttribute('href'))).toBe('180x180');
});

for (const locale of some(locales, 1)) {
  test(`installing is offered on the second visit, ${locale}`, SOAK, async ({ page, host }) => {
    const said = FOOT[locale];
    await page.clock.install();
    // Chromium's behaviour outside private windows.
    await page.addInitScript(() => {
      addEventListener('load', () => dispatchEvent(Object.assign(new Event('beforeinstallprompt'), { prompt: () => (window.asked = true) })));
    });
    await open(page, host, `?lang=${locale}`, said.ready);
    await open(page, host, `clv/?lang=${locale}`, said.ready);
    await expect(foot(page)).not.toContainText(said.hint);
    await page.clock.fastForward('31:00');
    await open(page, host, `?lang=${locale}`, said.hint);
    expect(await axeInBoth(page, '.footer')).toEqual([]);
    await foot(page).getByRole('button', { name: said.install }).click();
    expect(await page.evaluate(() => window.asked)).toBe(true);
    await expect(foot(page)).not.toContainText(said.hint);
    await page.reload();
    await foot(page).getByRole('button', { name: said.enough }).click();
    await expect(page.locator('.offline')).toBeFocused();
    expect(await stored(page, 'sales-abacus:visits')).toBe('enough');
    await page.clock.fastForward('31:00');
    await open(page, host, `?lang=${locale}`, said.ready);
    await expect(foot(page)).not.toContainText(said.hint);
  });
}

test('a second visit still shows the example at once', async ({ page, host }) => {
  await page.addInitScript(() => localStorage.setItem('sales-abacus:visits', '2 29400000'));
  await page.addInitScript(recordPrerenderedVisibility);
  await page.goto(`${host.url}clv/?lang=zh-CN`);
  expect(await page.evaluate(() => window.isShown)).toBe(true);
});

test('every file of the site except the worker is cached', async ({ page, host }) => {
  await open(page, host);
  const kept = await page.evaluate(async () => {
    const [name] = await window.caches.keys();
    return (await (await window.caches.open(name)).keys()).map(({ url }) => url);
  });
  const paths = kept.map((url) => new URL(url).pathname.slice('/some/where/'.length).replace(/(^|\/)$/, '$1index.html'));
  for (const path of paths) expect(existsSync(join(dist, path)), path).toBe(true);
  for (const path of ['index.html', 'deals/index.html', 'embed/clv/index.html', 'manifest.webmanifest', 'start.js']) {
    expect(paths).toContain(path);
  }
  expect(paths.filter((path) => /sheet_bg-[\w-]{8}\.wasm$/.test(path))).toHaveLength(1);
  expect(paths.filter((path) => /sw\.js$/.test(path))).toEqual([]);
});

test('a version’s notes are the newest release’s “In short”', () => {
  const release = (lines) => `# Changelog\n\n## Unreleased\n\n${lines}\n### Added\n\n- Much.\n\n## 1\n\n### In short\n\n- 旧 / Old\n`;
  expect(notes(release('### In short\n\n- 甲 / One\n- 乙 / Two\n'))).toEqual([['甲', 'One'], ['乙', 'Two']]);
  expect(() => notes(release(''))).toThrow('In short');
  expect(() => notes(release('### In short\n\n- Only English\n'))).toThrow('Only English');
  expect(notes(readFileSync('CHANGELOG.md', 'utf8')).length).toBeLessThanOrEqual(3);
});
