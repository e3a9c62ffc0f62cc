// A calculator in other people's pages: its height, its messages, and when it sends none.

import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { serveHost } from './host-pages.js';
import { dist } from './site.js';
import { serveStatic } from './static-server.js';
import { axe, expect, test as base } from './support.js';

const WIDTHS = [300, 320, 390, 480, 600, 800, 1200];

const test = base.extend({
  // The site, cacheable, on an origin of its own.
  site: async ({ origins }, use) => {
    const site = await serveStatic(dist, '/tools/');
    const { headersOf } = site;
    site.headersOf = (path) => ({ ...headersOf(path), 'Cache-Control': 'public, max-age=3600' });
    origins.add(site.origin);
    await use(site);
    site.close();
  },
  // Opens a host page, which the test may supply.
  openHost: async ({ context, origins, site }, use) => {
    const hosts = [];
    await use(async (name, text, before = async () => {}) => {
      const host = await serveHost(site.url, text === undefined ? {} : { [name]: text });
      origins.add(host.origin);
      hosts.push(host);
      const page = await context.newPage();
      await before(page);
      await page.goto(host.url + name);
      return Object.assign(page, { host });
    });
    hosts.forEach((host) => host.close());
  },
});

const html = (body, head = '') => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Host</title>
<meta name="viewport" content="width=device-width, initial-scale=1">${head}</head><body><h1>Host</h1>${body}</body></html>`;
const SCRIPT = '<script src="https://abacus.example/embed.js" defer></script>';

// Waits for every frame: each loads when it is near the viewport.
const ready = (page) =>
  page.evaluate(async () => {
    for (const handle of window.SalesAbacus.all()) {
      handle.element.scrollIntoView();
      await handle.ready;
    }
    scrollTo(0, 0);
  });

// By how much a frame's page is higher and wider than the frame.
const overflow = (frame) =>
  frame.evaluate(() => {
    const { scrollHeight, clientHeight, scrollWidth, clientWidth } = document.documentElement;
    return [scrollHeight - clientHeight, scrollWidth - clientWidth];
  });

// A browser throttles off-screen frames, so each is checked while visible.
const settled = async (page, count) => {
  for (const frame of await page.locator('iframe').all()) {
    await frame.scrollIntoViewIfNeeded();
    const { height } = await frame.boundingBox();
    await expect.poll(async () => {
      const inside = await (await frame.elementHandle()).contentFrame();
      return overflow(inside);
    }, `${await frame.getAttribute('src')} at ${height}`).toEqual([0, 0]);
  }
  await expect(page.locator('iframe')).toHaveCount(count);
};

// Only frames of this origin send anything.
const listening = `<script>
  window.heard = [];
  addEventListener('message', ({ data, origin }) => window.heard.push({ ...data, origin }));
</script>`;
const heard = (page, type) => page.evaluate((type) => window.heard.filter((message) => message.type === type), type);

test('six different calculators fit, and fetch everything once', async ({ openHost, site }) => {
  const page = await openHost('six.html');
  await ready(page);
  for (const width of WIDTHS) {
    await page.setViewportSize({ width: width + 16, height: 800 });
    await settled(page, 6);
  }
  const times = (part) => site.asked.filter((path) => path.includes(part) && path.endsWith('.wasm')).length;
  for (const part of ['calculators_bg', 'split_bad_debt', 'split_clv', 'split_dso', 'split_frame']) {
    expect(times(part), part).toBe(1);
  }
});

test('six equal calculators are independent and share downloads', async ({ openHost, site }) => {
  const page = await openHost('same.html');
  await ready(page);
  await settled(page, 6);
  const values = await page.evaluate(async () =>
    Promise.all(window.SalesAbacus.all().map(async (handle) => (await handle.values()).outputs.extra_sales)));
  expect(values.map((value) => Math.round(value))).toEqual([50_000, 25_000, 16_667, 12_500, 10_000, 8_333]);
  for (const part of ['calculators_bg', 'split_bad_debt', 'split_frame']) {
    expect(site.asked.filter((path) => path.includes(part)), part).toHaveLength(1);
  }
});

test('a frame under a strict policy causes no layout shift', async ({ openHost }) => {
  const watch = (page) => page.addInitScript(() => {
    window.shift = 0;
    new PerformanceObserver((list) => {
      for (const { value } of list.getEntries()) window.shift += value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  const page = await openHost('strict.html', undefined, watch);
  await ready(page);
  await settled(page, 1);
  expect(await page.evaluate(() => window.shift)).toBeLessThanOrEqual(0.02);
  expect(await page.evaluate(() => window.SalesAbacus.all().length)).toBe(1);
  await expect(page.locator('a.sales-abacus')).toHaveCount(2);
  await expect(page.locator('iframe#debt')).toHaveAttribute('title', 'What must be sold to cover a bad debt');
  const answer = await page.evaluate(() => window.SalesAbacus.get('debt').values());
  expect(answer.outputs.extra_sales).toBe('35000');
  expect(await axe(page)).toEqual([]);
});

test('with data-heights there is no layout shift', async ({ openHost }) => {
  for (const width of [320, 800]) {
    const link = (heights) => html(`<a class="sales-abacus" id="one" data-heights="${heights}"
      href="https://abacus.example/bad-debt/?lang=en">Bad debt</a><script src="https://abacus.example/embed.js"></script><p>What follows</p>`);
    const size = (page) => page.setViewportSize({ width: width + 16, height: 800 });
    const measured = await openHost('measured.html', link('320:900'), size);
    await ready(measured);
    await settled(measured, 1);
    const height = await measured.locator('iframe').evaluate((frame) => frame.clientHeight);
    await measured.close();
    const page = await openHost('written.html', link(`${width}:${height}`), async (page) => {
      await size(page);
      await page.addInitScript(() => {
        window.shift = 0;
        new PerformanceObserver((list) => {
          for (const { value } of list.getEntries()) window.shift += value;
        }).observe({ type: 'layout-shift', buffered: true });
      });
    });
    await ready(page);
    await settled(page, 1);
    expect(await page.evaluate(() => window.shift)).toBeLessThanOrEqual(0.02);
  }
});

test('the snippet of the README has no scroll bar inside', async ({ openHost, site }) => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
  const snippet = /<iframe src="https:\/\/…\/(.*<\/iframe>)/.exec(readme)[1];
  const page = await openHost('readme.html', html(`<iframe src="https://abacus.example/${snippet}`));
  const frame = page.frameLocator('iframe');
  await expect(frame.locator('output[name=extra_sales] data')).toHaveAttribute('value', '35000');
  for (const width of WIDTHS) {
    await page.setViewportSize({ width: width + 16, height: 800 });
    await settled(page, 1);
  }
});

test('before hello a frame sends no values', async ({ openHost }) => {
  const page = await openHost('silent.html', html('<iframe src="https://abacus.example/embed/bad-debt/?lang=en#loss=700" width="400" height="300"></iframe>', listening));
  await expect.poll(async () => (await heard(page, 'ready')).length).toBe(1);
  await page.frameLocator('iframe').locator('[name=loss]').fill('800');
  await expect(page.frameLocator('iframe').locator('output[name=extra_sales] data')).toHaveAttribute('value', '40000');
  await page.locator('iframe').evaluate((frame) => (frame.style.width = '320px'));
  await expect.poll(async () => (await heard(page, 'resize')).length).toBeGreaterThan(0);
  const all = await page.evaluate(() => JSON.stringify(window.heard));
  for (const value of ['700', '35000', '800', '40000']) expect(all).not.toContain(`"${value}"`);
  expect(await page.evaluate(() => [...new Set(window.heard.map(({ type }) => type))].sort())).toEqual(['ready', 'resize']);
});

test('only the named host learns values', async ({ openHost, site }) => {
  const named = '<iframe id="tool" src="https://abacus.example/embed/bad-debt/?lang=en&host=https://intranet.example" width="400" height="300"></iframe>';
  const page = await openHost('other.html', html(named + '<iframe id="beside" srcdoc="<p>beside</p>"></iframe>', listening));
  await expect.poll(async () => (await heard(page, 'ready')).length).toBe(1);
  const say = (message, from) => page.evaluate(([message, from]) => {
    const source = from ? document.getElementById(from).contentWindow : window;
    source.eval(`(to) => to.postMessage(${JSON.stringify(message)}, '*')`)(document.getElementById('tool').contentWindow);
  }, [{ source: 'sales-abacus', version: 1, ...message }, from]);
  for (const from of [undefined, 'beside']) {
    await say({ type: 'hello' }, from);
    await say({ type: 'set', inputs: { loss: '999' } }, from);
    await say({ type: 'get', nonce: 'n' }, from);
  }
  const field = page.frameLocator('#tool').locator('[name=loss]');
  await expect(field).toHaveValue('500');
  await field.fill('600');
  await expect(page.frameLocator('#tool').locator('output[name=extra_sales] data')).toHaveAttribute('value', '30000');
  expect(await page.evaluate(() => window.heard.filter(({ inputs, outputs, to }) => inputs || outputs || to))).toEqual([]);
});

test('a host can set, get, solve, arrange and theme', async ({ openHost }) => {
  const page = await openHost('talk.html', html('<a class="sales-abacus" id="one" href="https://abacus.example/bad-debt/?lang=en&id=one">Bad debt</a>', SCRIPT));
  await ready(page);
  const frame = page.frameLocator('iframe');
  const data = frame.locator('output[name=extra_sales] data');
  const ask = (call) => page.evaluate(call);
  await page.evaluate(() => {
    window.changes = [];
    document.addEventListener('abacus-change', ({ detail }) => window.changes.push(detail));
  });
  expect((await ask(() => window.SalesAbacus.get('one').set({ loss: 600, margin: '3%' }))).ok).toBe(true);
  await expect(data).toHaveAttribute('value', '20000');
  await expect.poll(() => page.evaluate(() => window.changes.at(-1)?.by)).toBe('host');
  const refused = await ask(() => window.SalesAbacus.get('one').set({ loss: 1, margin: 7 }));
  expect([refused.ok, refused.problems[0].code, refused.problems[0].key]).toEqual([false, 'out-of-bounds', 'margin']);
  await expect(data).toHaveAttribute('value', '20000');
  await ask(() => window.SalesAbacus.get('one').undo());
  await expect(data).toHaveAttribute('value', '25000');
  expect((await ask(() => window.SalesAbacus.get('one').solve('margin', 'extra_sales', 10000))).ok).toBe(true);
  await expect(frame.locator('[name=margin]')).toHaveValue('5');
  await ask(() => window.SalesAbacus.get('one').reset());
  const { link, sentence } = await ask(() => window.SalesAbacus.get('one').values());
  expect(new URL(link).pathname).toBe('/tools/bad-debt/');
  expect(sentence).toContain('25,000');
  await frame.locator('[name=loss]').fill('700');
  await expect.poll(() => page.evaluate(() => [window.changes.at(-1).by, window.changes.at(-1).inputs.loss])).toEqual(['user', '700']);

  await ask(() => window.SalesAbacus.get('one').show({ parts: ['inputs', 'result'], lock: ['margin'] }));
  await expect(frame.locator('[name=margin]')).toHaveAttribute('readonly');
  await expect(frame.locator('.tool__working')).toBeHidden();
  await ask(() => window.SalesAbacus.get('one').lang('zh-CN'));
  await expect(frame.locator('html')).toHaveAttribute('lang', 'zh-CN');
  await ask(() => window.SalesAbacus.get('one').theme({ ground: '10202b', accent: 'ffb000' }));
  const ground = frame.locator('html').evaluate((root) => getComputedStyle(root).backgroundColor);
  expect(await ground).toBe('rgb(16, 32, 43)');
  await expect(frame.locator('html')).toHaveAttribute('data-theme', 'dark');
  await settled(page, 1);
  await ask(() => window.SalesAbacus.get('one').destroy());
  await expect(page.locator('iframe')).toHaveCount(0);
  await expect(page.locator('a#one')).toBeVisible();
});

// An unsplit site has no chunks.
const isSplit = readdirSync(join(dist, 'assets')).some((file) => file.includes('split_'));
const LINK = '<a class="sales-abacus" id="one" href="https://abacus.example/bad-debt/?lang=en">Bad debt</a>';

// Blocks a chunk in all pages of the test, until the returned function is called.
const withhold = async (context, name, answer = (route) => route.abort()) => {
  const isWithheld = (url) => url.pathname.includes(`split_${name}`);
  await context.route(isWithheld, answer);
  return () => context.unroute(isWithheld);
};

if (isSplit) {
  test('a solver that fails to load is reported, and retried', async ({ openHost, context, expected }) => {
    expected.push(/^request failed: .*split_solve/, /^console: .*(Failed to load resource|Failed to fetch|TypeError)/);
    const release = await withhold(context, 'solve');
    const page = await openHost('solve.html', html(LINK, SCRIPT));
    await ready(page);
    const solve = () => page.evaluate(() => window.SalesAbacus.get('one').solve('margin', 'extra_sales', 10000));
    for (const attempt of [1, 2]) {
      const { ok, problems } = await solve();
      expect({ ok, problems }, `attempt ${attempt}`).toMatchObject({ ok: false, problems: [{ key: 'margin', code: 'no-answer' }] });
      expect(problems[0].text).toContain('could not be loaded');
    }
    // It is missing from the frame, and everything else works.
    const frame = page.frameLocator('iframe');
    await expect(frame.locator('[name=margin]')).toHaveValue('2');
    await expect(frame.locator('output[name=extra_sales] data')).toHaveAttribute('value', '25000');
    expect((await page.evaluate(() => window.SalesAbacus.get('one').set({ loss: 600 }))).ok).toBe(true);
    await expect(frame.locator('output[name=extra_sales] data')).toHaveAttribute('value', '30000');
    await release();
    expect((await solve()).ok).toBe(true);
    await expect(frame.locator('[name=margin]')).toHaveValue('6');
  });

  test('a link that solves does not retry a failed load for ever', async ({ openHost, context, expected }) => {
    expected.push(/^request failed: .*split_solve/, /^console: .*(Failed to load resource|Failed to fetch|TypeError)/);
    let asked = 0;
    await withhold(context, 'solve', (route) => ((asked += 1), route.abort()));
    const page = await openHost('link.html', html('<iframe id="tool" title="Bad debt" src="https://abacus.example/embed/bad-debt/?lang=en#solve=margin&extra_sales=10000"></iframe>', listening));
    await expect(page.frameLocator('#tool').locator('output[name=extra_sales]')).toHaveText('…');
    await page.waitForLoadState('networkidle');
    expect(asked).toBe(1);
    await expect.poll(() => page.evaluate(() => window.heard.map(({ type, code }) => [type, code]).filter(([type]) => type !== 'resize'))).toEqual([['failed', 'no-wasm']]);
  });

  for (const [what, query, fragment, part] of [
    ['what solves', 'parts=result', '#solve=margin&extra_sales=10000', 'solve'],
    ['what draws', 'parts=picture', '', 'extras'],
  ]) {
    test(`a frame without fields offers a retry if ${what} fails to load`, async ({ openHost, context, expected }) => {
      expected.push(/^request failed: .*split_/, /^console: .*(Failed to load resource|Failed to fetch|TypeError)/);
      const release = await withhold(context, part);
      const page = await openHost('again.html', html(`<iframe id="tool" title="Bad debt" width="600" height="900" src="https://abacus.example/embed/bad-debt/?lang=en&${query}${fragment}"></iframe>`, listening));
      const frame = page.frameLocator('#tool');
      await expect(frame.locator('.later--failed')).toBeVisible();
      if (part === 'solve') await expect.poll(async () => (await heard(page, 'failed')).map(({ code }) => code)).toEqual(['no-wasm']);
      await release();
      await frame.locator('.later--failed').getByRole('button').click();
      await expect(frame.locator(part === 'solve' ? 'output[name=extra_sales] data' : '.picture').first()).toBeVisible();
      await expect(frame.locator('.later')).toHaveCount(0);
      // The part that had failed has loaded.
      if (part === 'solve') await expect.poll(async () => (await heard(page, 'ready')).length).toBe(1);
    });
  }

  test('a frame without a host does not load the talk chunk', async ({ openHost, site }) => {
    const page = await openHost('plain.html');
    await expect(page.frameLocator('iframe').locator('output[name=extra_sales] data')).toHaveAttribute('value', '35000');
    await page.evaluate(() => window.frames[0].postMessage({ source: 'another-script', type: 'hello' }, '*'));
    await page.waitForLoadState('networkidle');
    expect(site.asked.filter((path) => path.includes('split_talk'))).toEqual([]);
    expect(site.asked.filter((path) => path.includes('split_frame'))).toHaveLength(1);
  });

  test('early messages are queued and executed in order', async ({ openHost, context }) => {
    let arrive;
    const held = new Promise((resolve) => (arrive = resolve));
    await withhold(context, 'talk', async (route) => {
      await held;
      await route.continue();
    });
    const page = await openHost('early.html', html('<iframe id="tool" title="Bad debt" src="https://abacus.example/embed/bad-debt/?lang=en"></iframe>', listening));
    await expect.poll(() => heard(page, 'ready')).toHaveLength(1);
    await page.evaluate(() => {
      const say = (more) => document.querySelector('#tool').contentWindow.postMessage({ source: 'sales-abacus', version: 1, ...more }, '*');
      say({ type: 'hello' });
      for (const loss of ['100', '200', '600']) say({ type: 'set', inputs: { loss }, nonce: loss });
      say({ type: 'undo', nonce: 'undo' });
    });
    arrive();
    await expect.poll(() => heard(page, 'reply')).toHaveLength(4);
    expect((await heard(page, 'reply')).map(({ to, ok }) => [to, ok])).toEqual([['100', true], ['200', true], ['600', true], ['undo', true]]);
    await expect(page.frameLocator('#tool').locator('output[name=extra_sales] data')).toHaveAttribute('value', '10000');
  });

  test('if the talk chunk fails to load, the next hello retries', async ({ openHost, context, expected }) => {
    expected.push(/^request failed: .*split_talk/, /^console: .*(Failed to load resource|Failed to fetch|TypeError)/);
    const release = await withhold(context, 'talk');
    const page = await openHost('deaf.html', html('<iframe id="tool" title="Bad debt" src="https://abacus.example/embed/bad-debt/?lang=en"></iframe>', listening));
    const hello = () => page.evaluate(() => document.querySelector('#tool').contentWindow.postMessage({ source: 'sales-abacus', version: 1, type: 'hello' }, '*'));
    await expect.poll(() => heard(page, 'ready')).toHaveLength(1);
    const failed = context.waitForEvent('requestfailed');
    await hello();
    await failed;
    await page.frameLocator('#tool').locator('[name=loss]').fill('600');
    await expect(page.frameLocator('#tool').locator('output[name=extra_sales] data')).toHaveAttribute('value', '30000');
    await release();
    await hello();
    await expect.poll(async () => (await heard(page, 'ready')).at(-1).outputs?.extra_sales).toBe('30000');
  });
}

test('a frame can request picture, table, chart and conventions', async ({ openHost }) => {
  const page = await openHost('all.html', html('<a class="sales-abacus" href="https://abacus.example/bad-debt/?lang=en&parts=title,inputs,result,picture,table,chart,conventions">Bad debt</a>', SCRIPT));
  await ready(page);
  const frame = page.frameLocator('iframe');
  for (const part of ['.picture', 'table.table', '.chart', '.conventions']) await expect(frame.locator(part).first()).toBeVisible();
  await page.setViewportSize({ width: 320, height: 800 });
  await settled(page, 1);
});

test('an empty column takes no space', async ({ page, site }) => {
  await page.setViewportSize({ width: 1200, height: 800 });
  const sides = (selector) => page.locator(selector).first().evaluate((it) => {
    const { left, right } = it.getBoundingClientRect();
    return [left, right];
  });
  for (const [parts, shown] of [['title,result', '.tool__result'], ['title,inputs', '.tool__side']]) {
    await page.goto(`${site.url}embed/bad-debt/?lang=en&parts=${parts}`);
    await expect(page.locator(shown)).toBeVisible();
    expect(await sides(shown), parts).toEqual(await sides('.widget__title'));
  }
});

test('a row header is one line', async ({ page, site }) => {
  for (const [tool, width] of [['bad-debt', 320], ['receivables', 320], ['clv', 480]]) {
    await page.setViewportSize({ width, height: 800 });
    await page.goto(`${site.url}embed/${tool}/?lang=en&parts=table`);
    await expect(page.locator('tbody th').first()).toBeVisible();
    // A range around the text has a rectangle for each line.
    const lines = await page.locator('tbody th').evaluateAll((heads) => heads.map((head) => {
      const range = document.createRange();
      range.selectNodeContents(head.firstChild);
      return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size;
    }));
    expect(Math.max(...lines), `${tool} at ${width}`).toBe(1);
  }
});

test('a frame fits a dark page with a narrow column', async ({ openHost }) => {
  const page = await openHost('dark.html');
  await ready(page);
  await settled(page, 1);
  const frame = page.frames().find((frame) => frame.url().includes('/embed/'));
  expect(await axe(frame)).toEqual([]);
  expect(await frame.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)).toBe('rgb(16, 32, 43)');
});

test('an arranged frame never flashes another arrangement', async ({ page, site }) => {
  await page.addInitScript(() => {
    window.wrong = 0;
    const look = () => {
      if (document.querySelector('.prerendered')?.checkVisibility()) window.wrong += 1;
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  await page.goto(`${site.url}embed/bad-debt/?lang=zh-CN&parts=result`);
  await expect(page.locator('.result__headline data')).toBeVisible();
  expect(await page.evaluate(() => window.wrong)).toBe(0);
  await expect(page.locator('form')).toHaveCount(0);
});

for (const path of ['clv/', 'embed/clv/']) {
  test(`/${path}?guess=1 covers the results until there is a guess`, async ({ page }) => {
    await page.goto(`${path}?lang=en&guess=1`);
    await expect(page.locator('.cover')).toBeVisible();
    await expect(page.locator('body')).not.toContainText('56,160');
    expect(await axe(page)).toEqual([]);
    await page.locator('#guess').fill('a lot');
    await page.getByRole('button', { name: 'Compare' }).click();
    await expect(page.locator('#guess-error')).toBeVisible();
    await page.locator('#guess').fill('20000');
    await page.locator('#guess').press('Enter');
    await expect(page.locator('output[name=value] data')).toHaveText('56,160');
    await expect(page.locator('.cover__guessed')).toContainText('20,000');
    await page.goto('about:blank');
    await page.goto(`${path}?lang=en&guess=1`);
    await page.getByRole('button', { name: 'Show the result' }).click();
    await expect(page.locator('output[name=value] data')).toHaveText('56,160');
    await expect(page.locator('.tool__working')).toBeVisible();
  });
}

test('a guess belongs to the inputs it was made for', async ({ page }) => {
  await page.goto('bad-debt/?lang=en&guess=1');
  await page.locator('#guess').fill('1000');
  await page.getByRole('button', { name: 'Compare' }).click();
  await expect(page.locator('.cover__guessed')).toContainText('1,000');
  await page.locator('input[name="loss"]').fill('3000');
  await expect(page.locator('output[name="extra_sales"] data')).toHaveText('150,000');
  await expect(page.locator('.cover__guessed')).toHaveCount(0);
  // Restoring the inputs of the guess restores it.
  await page.locator('input[name="loss"]').fill('500');
  await expect(page.locator('.cover__guessed')).toContainText('25,000');
  await page.locator('input[name="loss"]').fill('3000');
  await page.getByRole('button', { name: 'Guess again' }).click();
  await expect(page.locator('.cover')).toBeVisible();
  await expect(page.locator('#guess')).toHaveValue('');
  await expect(page.locator('body')).not.toContainText('150,000');
  // The question is the next tab stop.
  await page.keyboard.press('Tab');
  await expect(page.locator('#guess')).toBeFocused();
  await page.keyboard.type('100000');
  await page.keyboard.press('Enter');
  await expect(page.locator('.cover__guessed')).toContainText('100,000');
  await expect(page.locator('.cover__guessed')).toContainText('150,000');
});

test('a guess is typed like any amount', async ({ page }) => {
  await page.goto('bad-debt/?lang=zh-CN&guess=1');
  await expect(page.locator('.cover .field__unit')).toHaveText('元');
  await page.getByRole('button', { name: '对答案' }).click();
  await expect(page.locator('#guess-error')).toContainText('例如 5,000');
  await page.locator('#guess').click();
  await page.keyboard.type('1.2');
  await page.getByRole('button', { name: '万', exact: true }).click();
  await expect(page.locator('#guess')).toBeFocused();
  await expect(page.locator('#guess')).toHaveValue('1.2万');
  await page.keyboard.press('Enter');
  await expect(page.locator('.cover__guessed')).toContainText('12,000');
});

test('embed.js may run twice, and finds links added later', async ({ openHost }) => {
  const page = await openHost('twice.html', html('<div id="later"></div>', SCRIPT + SCRIPT));
  await page.evaluate((href) => {
    const link = Object.assign(document.createElement('a'), { href, className: 'sales-abacus', id: 'new', textContent: 'DSO' });
    document.getElementById('later').append(link);
  }, await page.evaluate(() => document.querySelector('script').src.replace('embed.js', 'dso/?lang=en')));
  await expect(page.locator('iframe#new')).toHaveCount(1);
  await ready(page);
  await settled(page, 1);
});
