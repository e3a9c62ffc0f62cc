// Pre-rendering: home and the calculators' pages with the slide's example, and never the wrong page.

import { all, dist, some } from './site.js';
import { axe, catalogue, expect, recordPrerenderedVisibility, test } from './support.js';
import { serveStatic } from './static-server.js';

const shippedPages = catalogue.filter(({ bundle }) => bundle !== 'book').map(({ path }) => path);
// A widget is rendered by its page's parts: two of them suffice.
const isFirst = (path) => all || !path.startsWith('embed/') || ['embed/bad-debt/', 'embed/clv/'].includes(path);
const prerendered = catalogue.filter(({ bundle, path }) => bundle === 'calculators' && isFirst(path)).map(({ path }) => path);
const KEY = 'sales-abacus:lang';

const figure = (page) => page.locator('output[name="value"] data');
const shipped = (page) => page.locator('.prerendered');

const isShown = (page) => page.evaluate(() => window.isShown);

// Runs in the page: records, frame by frame, what a visitor sees.
const watch = () => {
  window.seen = { shipped: 0, nothing: 0 };
  const look = () => {
    const page = document.querySelector('.prerendered');
    if (page?.checkVisibility()) window.seen.shipped += 1;
    else if (window.seen.shipped > 0 && !document.querySelector('#app h1')) window.seen.nothing += 1;
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
};

// A page whose wasm is held back until `arrive` is called.
const slow = async (context) => {
  const page = await context.newPage();
  let release;
  const held = new Promise((resolve) => (release = resolve));
  await page.addInitScript(watch);
  await page.route('**/*.wasm', async (route) => {
    await held;
    await route.continue();
  });
  const open = (url) => page.goto(url, { waitUntil: 'domcontentloaded' });
  const arrive = async () => {
    release();
    await expect(page.locator('#app > .boot')).toHaveCount(0);
  };
  const frames = (count) =>
    page.evaluate(async (count) => {
      for (let frame = 0; frame < count; frame += 1) await new Promise(requestAnimationFrame);
    }, count);
  return { page, open, arrive, frames, seen: () => page.evaluate(() => window.seen) };
};

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  for (const path of ['clv/', 'embed/clv/']) {
    test(`/${path} shows the example with formula and working`, async ({ context, expected }) => {
      // A browser with scripts disabled reports each preload.
      expected.push(/^request failed: \S+\.js csp$/);
      const page = await context.newPage();
      await page.goto(path);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('客户终生价值');
      await expect(figure(page)).toHaveText('56,160');
      await expect(figure(page)).toBeVisible();
      for (const text of ['36', '1,872', '56,160']) {
        await expect(page.locator('.working__figures', { hasText: text }).first()).toBeVisible();
      }
      await expect(page.locator('.working__formula').first()).toBeVisible();
      await expect(page.locator('.noscript')).toContainText('需要启用 JavaScript');
      await expect(page.locator('.noscript')).toBeVisible();
      await expect(page.locator('.boot').filter({ visible: true })).toHaveCount(0);
      await expect(page.locator(':is(input, button, select):enabled').filter({ visible: true })).toHaveCount(0);
      if (path === 'embed/clv/') return;
      await page.locator('.conventions summary').click();
      await expect(page.locator('.conventions li').first()).toBeVisible();
      await page.getByRole('link', { name: '商机本' }).click();
      await expect(page).toHaveURL(/\/deals\/$/);
      await expect(page.locator('.noscript')).toBeVisible();
      await expect(page.locator('.boot').filter({ visible: true })).toHaveCount(0);
    });
  }
});

test('all pages but the deal book are pre-rendered', async ({ request }) => {
  expect(shippedPages).toEqual(expect.arrayContaining(['', 'clv/', 'embed/clv/']));
  for (const { path } of catalogue) {
    const html = await (await request.get(path)).text();
    expect(html.includes('class="prerendered" hidden'), path).toBe(shippedPages.includes(path));
    // Nothing of the stubs that it is rendered with.
    expect(html, path).not.toContain('example.org');
  }
});

for (const path of some(prerendered, 0, 12)) {
  test(`/${path} is inert and does not shift`, async ({ context }) => {
    const { page, open, arrive, frames, seen } = await slow(context);
    await page.setViewportSize({ width: 390, height: 844 });
    await open(path);
    await expect(page.locator('h1')).toBeVisible();
    await expect(page.locator('.result__headline data')).toBeVisible();
    await expect(page.locator('.boot')).toBeHidden();

    // Scrollable elements can be focused; interactive ones cannot, neither by keyboard nor by script.
    for (let presses = 0; presses < 5; presses += 1) {
      await page.keyboard.press('Tab');
      await expect(page.locator(':is(a, button, input, select, summary):focus')).toHaveCount(0);
    }
    const focusable = await page.locator('#app :is(a, button, input, select, summary)').evaluateAll((elements) =>
      elements.filter((element) => (element.focus(), document.activeElement === element)).map(({ outerHTML }) => outerHTML));
    expect(focusable).toEqual([]);
    expect(await axe(page)).toEqual([]);

    await page.evaluate(() => scrollTo(0, 300));
    const places = () =>
      page.evaluate(() => [
        scrollY,
        // Without lazily loaded parts, and the footer below them.
        ...[...document.querySelectorAll('#app :is(.header, .calculator__header, .tool, .widget) :is(h1, a, output, input:not(.ends__input), math, button, summary)')].flatMap((element) => {
          const { x, y, width, height } = element.getBoundingClientRect();
          // Hidden elements, such as professional results, have no size.
          return width > 0 ? [[element.className, x, y, width, height].join(' ')] : [];
        }),
      ]);
    const before = await places();
    await arrive();
    await frames(2);
    expect(await places()).toEqual(before);
    expect((await seen()).nothing).toBe(0);

    expect(await page.locator('[inert], form input:disabled').count()).toBe(0);
    const result = page.locator('.result__headline data');
    const example = await result.textContent();
    // One of them is in the headline.
    for (const one of await page.locator('form input[inputmode]').filter({ visible: true }).all()) await one.fill('7');
    await expect(result).not.toHaveText(example);
  });
}

test('the form of a pre-rendered page works', async ({ page }) => {
  await page.goto('clv/');
  await page.locator('input[name="years"]').fill('10');
  await expect(figure(page)).toHaveText('18,720');
});

for (const [turn, [query, text]] of [['#years=10', '18,720'], ['?lang=en', '56,160'], ['?lang=en#years=10', '18,720']].entries()) {
  for (const path of some(['clv/', 'embed/clv/'], turn)) {
    test(`/${path}${query} never shows the pre-rendered page`, async ({ context }) => {
      const { page, open, arrive, frames, seen } = await slow(context);
      await open(path + query);
      await expect(shipped(page)).toBeHidden();
      await expect(page.locator('.boot')).toBeVisible();
      await arrive();
      await expect(figure(page)).toHaveText(text);
      await frames(2);
      expect((await seen()).shipped).toBe(0);
    });
  }
}

// The start script must choose the language as the app does.
for (const [turn, locale] of ['zh-CN', 'zh-TW', 'en-GB', 'fr-FR'].entries()) {
  test.describe(`in a browser with language ${locale}`, () => {
    test.use({ locale });

    for (const saved of some(['', 'zh-CN', 'en', 'garbage'], turn, 4)) {
      test(`the page matches the reader, with ${saved || 'nothing'} saved`, async ({ page }) => {
        await page.addInitScript(recordPrerenderedVisibility);
        await page.goto('');
        await page.evaluate(([key, saved]) => saved && localStorage.setItem(key, saved), [KEY, saved]);
        for (const query of ['', '?lang=zh-CN', '?lang=EN_us', '?lang=tlh', '?lang=']) {
          // A widget reads no storage, so testing with and without content is enough.
          for (const path of saved === '' || saved === 'en' ? ['clv/', 'embed/clv/'] : ['clv/']) {
            await page.goto(path + query);
            expect(await isShown(page), path + query).toBe((await page.locator('h1').textContent()) === '客户终生价值');
          }
        }
      });
    }
  });
}

for (const [key, own] of some([
  ['sales-abacus:currency', true],
  ['sales-abacus:scenario:one', true],
  ['sales-abacus:deal:one', false],
  ['sales-abacus:last:clv', false],
  ['sales-abacus:usual', false],
  ['another-app', false],
], 0)) {
  test(`with ${key} the page is ${own ? 'not ' : ''}shown early`, async ({ page }) => {
    await page.addInitScript(recordPrerenderedVisibility);
    await page.goto('clv/');
    expect(await isShown(page)).toBe(true);
    await page.evaluate((key) => localStorage.setItem(key, 'EUR'), key);
    await page.reload();
    expect(await isShown(page)).toBe(!own);
    await page.goto('embed/clv/');
    expect(await isShown(page)).toBe(true);
  });
}

test('space is reserved for the link to the last values', async ({ context }) => {
  const { page, open, arrive, frames } = await slow(context);
  await page.setViewportSize({ width: 390, height: 844 });
  await open('clv/');
  await page.evaluate(() => localStorage.setItem('sales-abacus:last:clv', 'spend=12&years=10&weeks=50&visits=3'));
  await open('clv/');
  await expect(figure(page)).toBeVisible();
  const place = () => page.locator('#app .tool').evaluate((tool) => tool.getBoundingClientRect().top);
  const before = await place();
  await arrive();
  await expect(page.locator('.own__chip')).toBeVisible();
  await frames(2);
  expect(await place()).toBe(before);
  // Home shows such a link beside its calculator, and so is not shown early.
  await open('');
  await expect(shipped(page)).toBeHidden();
});

test('space is reserved for the usual figures', async ({ context }) => {
  const { page, open, arrive, frames } = await slow(context);
  await open('bad-debt/');
  await page.evaluate(() => localStorage.setItem('sales-abacus:usual', 'net_margin=0.05'));
  await open('bad-debt/');
  await expect(page.locator('.result__headline data')).toBeVisible();
  const place = () => page.locator('#app .tool__picture').evaluate((picture) => picture.getBoundingClientRect().top);
  const before = await place();
  await arrive();
  await expect(page.locator('.own--usual .own__chip')).toBeVisible();
  await frames(2);
  expect(await place()).toBe(before);
  // No space is reserved if none of them is used.
  await open('status-quo/');
  await expect(page.locator('html')).not.toHaveClass(/has-usual/);
});

test('own figures do not flash up in customer view', async ({ page }) => {
  await page.addInitScript(recordPrerenderedVisibility);
  await page.goto('clv/');
  await page.getByRole('button', { name: '给客户看' }).click();
  await expect.poll(() => page.evaluate(() => history.state)).not.toBeNull();
  await page.reload();
  expect(await isShown(page)).toBe(false);
});

test('before the app starts a widget reads no storage', async ({ context }) => {
  await context.addInitScript(() => {
    window.reads = 0;
    const { get } = Object.getOwnPropertyDescriptor(window, 'localStorage');
    Object.defineProperty(window, 'localStorage', {
      get() {
        window.reads += 1;
        return get.call(window);
      },
    });
  });
  for (const [path, reads] of [['embed/clv/', 0], ['clv/', 1]]) {
    const { page, open, arrive } = await slow(context);
    await open(path);
    expect(await page.evaluate(() => window.reads), path).toBe(reads);
    await arrive();
  }
});

test('the pre-rendered page is shown without storage, too', async ({ context }) => {
  await context.addInitScript(() =>
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('denied', 'SecurityError');
      },
    }),
  );
  const { page, open, arrive } = await slow(context);
  await open('clv/');
  await expect(figure(page)).toBeVisible();
  await arrive();
});

test('pre-rendered pages work below a sub-path', async ({ context, origins }) => {
  const site = await serveStatic(dist, '/some/where/');
  origins.add(site.origin);
  const { page, open, arrive } = await slow(context);
  await open(`${site.url}embed/clv/`);
  await expect(figure(page)).toBeVisible();
  await open(`${site.url}clv/#years=10`);
  await expect(shipped(page)).toBeHidden();
  await arrive();
  await expect(figure(page)).toHaveText('18,720');
  site.close();
});
