// A page that cannot start says why and shows no figures: as a page, in a frame and with values in the link.

import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { headersOf } from '../../headers.js';
import { dist, inTurn, some } from './site.js';
import { TYPES, serveStatic } from './static-server.js';
import { axeInBoth, expect, test as base } from './support.js';

const VALUES = '?lang=en#loss=600&margin=0.03';
const APP = 'The app has stopped';

// Runs in each document: records whether the example, which is wrong for a link with values, was ever visible.
const watch = () => {
  window.seen = 0;
  const look = () => {
    const figures = [...document.querySelectorAll('output')];
    if (figures.some((figure) => figure.checkVisibility?.() ?? figure.offsetParent)) window.seen += 1;
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
};

// A message must appear within three seconds of the failure. A machine may be slow, so this does not use real time:
// timers of three seconds or more never fire, and shorter waits are added up.
const hurry = () => {
  window.waited = 0;
  const later = window.setTimeout;
  window.setTimeout = (then, after = 0, ...more) => {
    if (after >= 3_000) return 0;
    return later(() => ((window.waited += after), then(...more)), after);
  };
};

const test = base.extend({
  site: async ({ origins, context }, use) => {
    await context.addInitScript(watch);
    const site = await serveStatic(dist, '/tools/');
    origins.add(site.origin);
    await use(site);
    await site.disconnect();
  },
  // Opens a page of another origin that frames this address, and records the frame's messages.
  host: async ({ origins }, use, info) => {
    const folder = info.outputPath('');
    const server = await serveStatic(folder);
    server.headersOf = () => ({});
    origins.add(server.origin);
    const show = async (page, address, attributes = '') => {
      const script = "addEventListener('message', ({ data }) => (window.said ??= []).push(data))";
      const frame = `<iframe title="a" width="390" height="700" ${attributes} src="${address}"></iframe>`;
      writeFileSync(resolve(folder, 'index.html'), `<!doctype html><title>a</title><script>${script}</script>${frame}`);
      await page.goto(server.url);
      return page.frameLocator('iframe');
    };
    await use({ show, said: (page) => page.evaluate(() => window.said ?? []) });
    await server.disconnect();
  },
});

const without = (isMissing) => (site) => (site.fileOf = (file) => (isMissing(basename(file)) ? undefined : file));

const ownless = (left) => (path) => Object.fromEntries(Object.entries(headersOf(path)).filter(([name]) => name !== left));

const policy = (change) => (site) =>
  (site.headersOf = (path) => {
    const { 'Content-Security-Policy': policy, ...headers } = headersOf(path);
    const changed = change(policy);
    expect(changed).not.toBe(policy);
    return { ...headers, 'Content-Security-Policy': changed };
  });

// A module with newer syntax instead of ours.
const unreadable = (site, folder) => {
  const file = resolve(folder, 'later.js');
  writeFileSync(file, 'const a = 1;\na |> b;\n');
  site.fileOf = (asked) => (/^calculators-.*\.js$/.test(basename(asked)) ? file : asked);
};

const FAILURES = {
  'all scripts gone after a release': [without((file) => /-.{8}\.js$/.test(file)), 'did not load', 'no-wasm'],
  'scripts of a wrong type': [
    (site) => {
      site.types = { ...TYPES, '.js': 'text/plain' };
      site.headersOf = ownless('X-Content-Type-Options');
    },
    'did not load',
    'no-wasm',
  ],
  'no style sheet': [without((file) => /\.css$/.test(file)), 'did not load', 'no-wasm'],
  'no wasm': [without((file) => /_bg.*\.wasm$/.test(file)), 'did not load', 'no-wasm'],
  'a chunk missing': [without((file) => /split_bad_debt.*\.wasm$/.test(file)), 'did not load', 'no-wasm'],
  'a page instead of each missing file': [
    (site) => (site.fileOf = (file) => (/_bg.*\.wasm$/.test(file) ? resolve(dist, 'index.html') : file)),
    'did not load',
    'no-wasm',
  ],
  'a policy without wasm': [policy((text) => text.replace(" 'wasm-unsafe-eval'", '')), 'security policy', 'blocked'],
  'a policy without requests': [policy((text) => text.replace("connect-src 'self'; ", '')), 'security policy', 'blocked'],
  'a policy without sheets': [policy((text) => text.replace("style-src 'self'; ", '')), 'security policy', 'blocked'],
  'a module that the browser cannot read': [unreadable, 'too old', 'no-wasm'],
};

// A browser without some feature.
const LACKS = {
  modules: () => delete HTMLScriptElement.prototype.noModule,
  WebAssembly: () => delete window.WebAssembly,
};

// The browser's message for all of them.
const complaints = [/^console: /, /^request failed: /, /^status 404: /, /^error: /];

const told = async (place, sentence) => {
  const rescue = place.locator('#rescue');
  await expect(rescue).toContainText(sentence);
  await expect(rescue).toContainText('This page could not start');
  await expect(rescue).toContainText('本页打不开');
  await expect(rescue.getByRole('button', { name: 'Reload' })).toBeVisible();
  await expect(place.locator('output, data')).toHaveCount(0);
  expect(await rescue.evaluate(() => document.body.children.length)).toBe(1);
  expect(await rescue.evaluate(() => window.waited ?? 0)).toBeLessThan(3_000);
};

const seen = (place) => place.locator('html').evaluate(() => window.seen);

for (const [index, [name, [breakIt, sentence, code]]] of Object.entries(FAILURES).entries()) {
  const isIn = (turn) => inTurn(index, turn, 4);

  test.describe(name, () => {
    test.beforeEach(async ({ context, site, expected }, info) => {
      expected.push(...complaints);
      await context.addInitScript(hurry);
      breakIt(site, info.outputPath(''));
    });

    if (isIn(0)) test('in a page', async ({ page, site }) => {
      await page.goto(`${site.url}bad-debt/`);
      await told(page, sentence);
    });

    if (isIn(1)) test('in a page with values in its link', async ({ page, site }) => {
      await page.goto(`${site.url}bad-debt/${VALUES}`);
      await told(page, sentence);
      expect(await seen(page)).toBe(0);
    });

    if (isIn(2)) test('in a frame with values in its link', async ({ page, site, host }) => {
      const frame = await host.show(page, `${site.url}embed/bad-debt/${VALUES.replace('#', '&id=one#')}`);
      await told(frame, sentence);
      expect(await seen(frame)).toBe(0);
      expect(await host.said(page)).toEqual([
        { source: 'sales-abacus', version: 1, type: 'failed', tool: 'bad-debt', code, id: 'one' },
      ]);
    });
  });
}

for (const [turn, [what, lack]] of Object.entries(LACKS).entries()) {
  test(`a browser without ${what}, in a frame`, async ({ context, page, site, host, expected }) => {
    expected.push(...complaints);
    await context.addInitScript(hurry);
    await page.addInitScript(lack);
    const frame = await host.show(page, `${site.url}embed/bad-debt/${VALUES.replace('#', '&id=one#')}`);
    await told(frame, 'too old');
    expect(await seen(frame)).toBe(0);
    expect(await host.said(page)).toEqual([
      { source: 'sales-abacus', version: 1, type: 'failed', tool: 'bad-debt', code: 'no-wasm', id: 'one' },
    ]);
  });

  for (const path of some(['bad-debt/', `bad-debt/${VALUES}`, 'deals/', ''], turn, 4)) {
    test(`a browser without ${what}, /${path}`, async ({ page, site, expected }) => {
      expected.push(...complaints);
      await page.addInitScript(lack);
      await page.goto(site.url + path);
      await told(page, 'too old');
      if (path.includes('#')) expect(await seen(page)).toBe(0);
    });
  }
}

// An unsplit site has no chunks.
if (readdirSync(resolve(dist, 'assets')).some((file) => file.includes('split_'))) {
  test.describe('without the chunk that arranges a calculator', () => {
    test.beforeEach(async ({ context, site, expected }) => {
      expected.push(...complaints);
      await context.addInitScript(hurry);
      without((file) => /split_frame.*\.wasm$/.test(file))(site);
    });

    test('in a frame', async ({ page, site, host }) => {
      const frame = await host.show(page, `${site.url}embed/bad-debt/${VALUES.replace('#', '&parts=result#')}`);
      await told(frame, 'did not load');
      expect(await seen(frame)).toBe(0);
      expect(await host.said(page)).toEqual([{ source: 'sales-abacus', version: 1, type: 'failed', tool: 'bad-debt', code: 'no-wasm' }]);
    });

    test('in a page with covered results', async ({ page, site }) => {
      await page.goto(`${site.url}bad-debt/${VALUES.replace('#', '&guess=1#')}`);
      await told(page, 'did not load');
      expect(await seen(page)).toBe(0);
    });

    test('is reported at once, even while other files load', async ({ context, page, site, host }) => {
      let release;
      const held = new Promise((free) => (release = free));
      await context.route(/split_(working|talk)/, async (route) => (await held, route.continue().catch(() => {})));
      const frame = await host.show(page, `${site.url}embed/bad-debt/${VALUES.replace('#', '&accent=005ea5#')}`);
      await told(frame, 'did not load');
      expect((await host.said(page)).map(({ type, code }) => [type, code])).toEqual([['failed', 'no-wasm']]);
      release();
    });
  });
}

test.describe('a frame without an origin', () => {
  const address = (site) => `${site.url}embed/bad-debt/${VALUES}`;

  test('works', async ({ page, site, host }) => {
    const frame = await host.show(page, address(site), 'sandbox="allow-scripts"');
    await expect(frame.locator('output[name=extra_sales] data')).toHaveAttribute('value', '20000');
    for (const { type } of await host.said(page)) expect(['ready', 'resize']).toContain(type);
  });

  test('says which headers the host must send', async ({ page, site, host, expected }) => {
    expected.push(...complaints);
    site.headersOf = ownless('Access-Control-Allow-Origin');
    const frame = await host.show(page, address(site), 'sandbox="allow-scripts"');
    await told(frame, 'Access-Control-Allow-Origin');
    expect(await seen(frame)).toBe(0);
    expect(await host.said(page)).toMatchObject([{ type: 'failed', tool: 'bad-debt', code: 'blocked' }]);
  });
});

for (const path of some(['bad-debt/index.html', `bad-debt/index.html${VALUES}`, 'index.html', 'deals/index.html'], 1)) {
  test(`opened as a file, ${path}`, async ({ page, context, expected, origins }) => {
    expected.push(...complaints);
    origins.add('null');
    await context.addInitScript(watch);
    await page.goto(`file://${resolve(dist)}/${path}`);
    await told(page, 'has to come from a website');
    if (path.includes('#')) expect(await seen(page)).toBe(0);
  });
}

test.describe('without the start script', () => {
  test.beforeEach(({ expected }) => expected.push(...complaints));

  test('the app alone works', async ({ context, site }) => {
    without((file) => file === 'start.js')(site);
    const page = await context.newPage();
    await page.goto(`${site.url}bad-debt/${VALUES}`);
    await expect(page.locator('output[name=extra_sales] data')).toHaveAttribute('value', '20000');
  });

  for (const [turn, [name, breakIt]] of Object.entries({
    'scripts gone': without((file) => /\.js$/.test(file)),
    'scripts and sheets gone': without((file) => /\.(js|css)$/.test(file)),
    'scripts of a type that the browser may not guess': (site) => (site.types = { ...TYPES, '.js': 'text/plain' }),
    'a policy without scripts': policy((text) => text.replace(/script-src [^;]*; /, '')),
  }).entries()) {
    for (const path of some(['bad-debt/', 'embed/bad-debt/', 'deals/', ''], turn, 4)) {
      test(`${name}, /${path}`, async ({ context, site, host }) => {
        breakIt(site);
        const page = await context.newPage();
        await page.goto(`${site.url}${path}${VALUES}`);
        const note = (place) => place.locator('.boot--without-scripts');
        await expect(note(page)).toBeVisible();
        await expect(note(page)).toContainText('网站没有把脚本正确地发过来');
        await expect(note(page)).toContainText('did not deliver its scripts properly');
        await expect(note(page).getByRole('link', { name: 'Reload' })).toBeVisible();
        expect(await seen(page)).toBe(0);
        if (!path.startsWith('embed/')) return;
        const frame = await host.show(page, `${site.url}${path}${VALUES}`, 'sandbox="allow-scripts"');
        await expect(note(frame)).toBeVisible();
        expect(await seen(frame)).toBe(0);
      });
    }
  }
});

test('a slow start is reported as slow, and continues', async ({ context, site }) => {
  for (const path of ['bad-debt/', `bad-debt/${VALUES}`, `deals/?lang=en`]) {
    const page = await context.newPage();
    await page.clock.install();
    let release;
    const held = new Promise((free) => (release = free));
    await page.route('**/*.wasm', async (route) => (await held, route.continue()));
    await page.goto(site.url + path, { waitUntil: 'domcontentloaded' });
    await expect(page.locator('h1, .boot').first()).toBeAttached();
    await page.clock.fastForward(9_000);
    await expect(page.locator('#slow')).toHaveCount(0);
    await page.clock.fastForward(1_500);
    await expect(page.locator('#slow')).toContainText('打开得慢');
    await expect(page.locator('#slow')).toContainText('Slow to open');
    await expect(page.locator('#slow')).toBeInViewport();
    release();
    await expect(page.locator('#slow')).toHaveCount(0);
    await expect(page.locator('h1')).toBeVisible();
    await page.close();
  }
});

test('old browsers can parse the start script', () => {
  const script = readFileSync(resolve(dist, 'start.js'), 'utf8');
  expect(script).not.toMatch(/\?\.[a-z[(]|\?\?|\basync\b|\bimport\b|\bexport\b|\*\*|catch *\{|:is\(/i);
});

test('failing third-party scripts do not stop the page', async ({ page, site, expected }) => {
  expected.push(/elsewhere/, /^console: .*404/, /^error: /);
  await page.addInitScript(() =>
    addEventListener('readystatechange', () => {
      document.head.append(Object.assign(document.createElement('link'), { rel: 'stylesheet', href: '/elsewhere.css' }));
      throw new Error('not ours');
    }, { capture: true, once: true }),
  );
  await page.goto(`${site.url}bad-debt/${VALUES}`);
  await expect(page.locator('output[name=extra_sales] data')).toHaveAttribute('value', '20000');
});

test('a page that failed to start exports the stored data', async ({ page, site, expected }) => {
  expected.push(...complaints);
  // Otherwise they would come from the browser's cache.
  site.headersOf = ownless('Cache-Control');
  await page.goto(`${site.url}deals/`);
  await page.evaluate(() => localStorage.setItem('sales-abacus:deal:1', 'ours'));
  without((file) => /\.(css|wasm)$/.test(file) || /-.{8}\.js$/.test(file))(site);
  await page.goto(`${site.url}deals/`);
  await told(page, 'did not load');
  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save stored data' }).click();
  expect((await waiting).suggestedFilename()).toBe('sales-abacus-raw.json');
  await expect(page.locator('#rescue button').last()).toHaveCSS('min-height', '44px');
  await page.setViewportSize({ width: 320, height: 600 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  expect(await axeInBoth(page)).toEqual([]);
  await expect(page.locator('#rescue')).not.toContainText(APP);
});
