// Own figures: the last values of each calculator, the shared usual figures, and a reload right after a key press.

import { some } from './site.js';
import { axeInBoth, catalogue, expect, locales, openMenu, test } from './support.js';

const WORDS = {
  'zh-CN': { last: '接着上次', forget: '忘掉上次的数字', again: '接着上次算', use: '填入常用数字', keep: '记为常用数字', reset: '恢复例子' },
  en: {
    last: 'Your last values',
    forget: 'Forget your last values',
    again: 'Continue with your figures',
    use: 'Use your usual figures',
    keep: 'Keep as your usual figure',
    reset: 'Back to example',
  },
};
const EN = WORDS.en;

const tools = catalogue.filter(({ bundle, path }) => bundle === 'calculators' && !path.startsWith('embed/')).map(({ path }) => path);

const field = (page, key) => page.locator(`[name="${key}"]`);
const chip = (page, words = EN) => page.getByRole('link', { name: words.last });
const button = (page, name) => page.getByRole('button', { name });
const first = (page) => page.locator('form input[inputmode]').first();
const fragment = (page) => new URL(page.url()).hash;
const stored = (page, key) => page.evaluate((key) => localStorage.getItem(`sales-abacus:${key}`), key);
const keys = (page) => page.evaluate(() => Object.keys(localStorage).sort());
const put = (page, key, text) => page.evaluate(([key, text]) => localStorage.setItem(`sales-abacus:${key}`, text), [key, text]);

for (const path of some(tools, 3, 14)) {
  test(`/${path} keeps its last values, and home leads to them`, async ({ page }) => {
    const id = path.slice(0, -1);
    await page.goto(`${path}?lang=en`);
    await first(page).fill('7');
    await expect.poll(() => stored(page, `last:${id}`)).toMatch(/=(0\.0)?7$/);
    const own = await stored(page, `last:${id}`);
    expect(fragment(page)).toBe(`#${own}`);

    // Without a fragment the page shows the example, with a link back.
    await page.goto(`${path}?lang=en`);
    await expect(first(page)).not.toHaveValue('7');
    await expect(chip(page)).toBeVisible();
    await page.goto('?lang=en');
    const again = page.getByRole('link', { name: EN.again });
    await expect(again).toHaveCount(1);
    await again.click();
    await expect(first(page)).toHaveValue('7');
    expect(fragment(page)).toBe(`#${own}`);

    await page.goto('about:blank');
    await page.goto(`${path}?lang=en`);
    await chip(page).click();
    await expect(first(page)).toHaveValue('7');
    await button(page, EN.forget).click();
    await expect(page.locator('.own--last')).toContainText('forgotten');
    await expect(page.locator('.own--last')).toBeFocused();
    expect(await stored(page, `last:${id}`)).toBe(null);
    await page.goto('?lang=en');
    await expect(again).toHaveCount(0);
  });
}

for (const locale of some(locales, 0)) {
  test(`own figures are labelled and valid markup, in ${locale}`, async ({ page }) => {
    const words = WORDS[locale];
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(`bad-debt/?lang=${locale}`);
    await put(page, 'last:bad-debt', 'loss=123456789&margin=0.03&margin_kind=gross&premium=20');
    await put(page, 'usual', 'gross_margin=0.3&net_margin=0.05');
    await page.reload();
    await expect(chip(page, words)).toContainText('123,456,789');
    await expect(page.locator('.own__readings')).toContainText('25,000');
    await expect(page.locator('.own__readings')).toContainText('1,666.67');
    await expect(button(page, words.use)).toContainText('5%');
    const { height } = await chip(page, words).boundingBox();
    expect(height).toBeGreaterThanOrEqual(44);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    expect(await axeInBoth(page)).toEqual([]);
    await page.goto(`?lang=${locale}`);
    await expect(page.getByRole('link', { name: words.again })).toBeVisible();
    expect(await axeInBoth(page)).toEqual([]);
  });
}

for (const width of some([320, 390], 0)) {
  test(`the longest figure fits the chip at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 844 });
    for (const locale of locales) {
      await page.goto('about:blank');
      await page.goto(`bad-debt/?lang=${locale}`);
      await put(page, 'last:bad-debt', 'loss=999999999999999');
      await page.reload();
      const figure = chip(page, WORDS[locale]).locator('.own__figure').last();
      await expect(figure).toContainText('999,999,999,999,999');
      await expect(figure).toBeInViewport({ ratio: 1 });
      const isWhole = (figure) => {
        const [own, around] = [figure.getBoundingClientRect(), figure.parentElement.getBoundingClientRect()];
        return figure.scrollWidth <= figure.clientWidth && own.bottom <= around.bottom && own.right <= around.right;
      };
      expect(await figure.evaluate(isWhole), locale).toBe(true);
      const { height } = await chip(page, WORDS[locale]).boundingBox();
      expect(height).toBe(44);
    }
  });
}

test('keys that a link leaves out have the example’s values', async ({ page }) => {
  await page.goto('bad-debt/?lang=en');
  await put(page, 'last:bad-debt', 'loss=700&margin=0.03');
  await put(page, 'usual', 'net_margin=0.07');
  await page.goto('about:blank');
  await page.goto('bad-debt/?lang=en#loss=900');
  await expect(field(page, 'loss')).toHaveValue('900');
  await expect(field(page, 'margin')).toHaveValue('2');
  await expect(chip(page)).toHaveCount(0);
  // A merely opened link does not become own figures, not even on leaving.
  await page.goto('?lang=en');
  expect(await stored(page, 'last:bad-debt')).toBe('loss=700&margin=0.03');
});

test('the menu leads from a link to the last values', async ({ page }) => {
  await page.goto('bad-debt/?lang=en');
  await page.locator('input[name="loss"]').fill('700');
  await expect.poll(() => page.evaluate(() => localStorage.getItem('sales-abacus:last:bad-debt'))).toBe('loss=700');
  await page.goto('about:blank');
  await page.goto('bad-debt/?lang=en#margin=0.05');
  await openMenu(page);
  await page.locator('.menu').getByRole('button', { name: 'Your last values' }).click();
  await expect(page.locator('.menu')).toBeHidden();
  await expect(page.locator('input[name="loss"]')).toHaveValue('700');
  await expect(page.locator('input[name="margin"]')).toHaveValue('2');
  await expect.poll(() => new URL(page.url()).hash).toBe('#loss=700');
});

test('leaving before the debounce stores values; examples do not', async ({ page }) => {
  await page.goto('bad-debt/?lang=en');
  await field(page, 'loss').fill('700');
  await page.goto('?lang=en');
  expect(await stored(page, 'last:bad-debt')).toBe('loss=700');
  await page.goto('bad-debt/?lang=en#loss=800');
  await button(page, EN.reset).click();
  await expect(field(page, 'loss')).toHaveValue('500');
  await expect(chip(page)).toContainText('700');
  await page.goto('?lang=en');
  expect(await stored(page, 'last:bad-debt')).toBe('loss=700');
});

test('going back to home shows what was stored meanwhile', async ({ page }) => {
  await page.goto('?lang=en');
  await expect(page.getByRole('link', { name: EN.again })).toHaveCount(0);
  await page.locator('a[href="./bad-debt/"], a[href^="./bad-debt/?"]').first().click();
  await field(page, 'loss').fill('700');
  await expect.poll(() => stored(page, 'last:bad-debt')).toBe('loss=700');
  await page.goBack();
  const again = page.getByRole('link', { name: EN.again });
  await expect(again).toHaveCount(1);
  // The browser may restore the page from the back/forward cache.
  await put(page, 'last:clv', 'spend=12');
  await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
  await expect(again).toHaveCount(2);
});

test('usual figures are stored and filled in on request', async ({ page }) => {
  await page.goto('receivables/?lang=en');
  await field(page, 'margin').fill('12');
  await expect(button(page, EN.keep)).toContainText('net margin 12%');
  await field(page, 'rate').fill('8');
  expect(await stored(page, 'usual')).toBe(null);
  await button(page, EN.keep).click();
  expect(await stored(page, 'usual')).toBe('net_margin=0.12&rate=0.08');
  await expect(button(page, EN.keep)).toHaveCount(0);
  await expect(page.locator('.own--usual')).toContainText('Saved for');
  // Outdated figures are not shown, and can be stored again.
  await field(page, 'margin').fill('13');
  await expect(page.locator('.own--usual')).not.toContainText('Saved for');
  await button(page, EN.keep).click();
  await expect(button(page, EN.keep)).toHaveCount(0);
  await field(page, 'margin').fill('12');
  await button(page, EN.keep).click();
  expect(await stored(page, 'usual')).toBe('rate=0.08&net_margin=0.12');

  await page.goto('bad-debt/?lang=en');
  await expect(field(page, 'margin')).toHaveValue('2');
  await button(page, EN.use).click();
  await expect(field(page, 'margin')).toHaveValue('12');
  await expect(button(page, EN.use)).toHaveCount(0);
  await expect(page.locator('.own--usual')).toBeFocused();
  await button(page, 'Undo').click();
  await expect(field(page, 'margin')).toHaveValue('2');

  // Bad debt accepts a gross margin, too, and then shows both.
  await page.getByText('More detail', { exact: true }).click();
  await field(page, 'margin_kind').selectOption('gross');
  await field(page, 'margin').fill('30');
  await expect(page.locator('.own__readings')).toHaveText(
    'Extra sales: $4,166.67 at a net margin of 12%; $1,666.67 at a gross margin of 30%.',
  );
  await button(page, EN.keep).click();
  expect(await stored(page, 'usual')).toBe('rate=0.08&net_margin=0.12&gross_margin=0.3');
  await page.getByRole('button', { name: 'Forget your usual figures' }).click();
  expect(await stored(page, 'usual')).toBe(null);
  await expect(page.locator('.own__readings')).toHaveCount(0);
});

test('unreadable values are kept byte for byte and not offered', async ({ page }) => {
  await page.goto('bad-debt/?lang=en');
  await put(page, 'last:bad-debt', 'loss=700&colour=red');
  await put(page, 'last:clv', '{"spend":9}');
  await page.goto('bad-debt/?lang=en');
  await expect(page.locator('.own--last')).toContainText('cannot be read');
  await expect(chip(page)).toHaveCount(0);
  await field(page, 'loss').fill('800');
  await expect.poll(() => fragment(page)).toBe('#loss=800');
  await page.goto('?lang=en');
  expect(await stored(page, 'last:bad-debt')).toBe('loss=700&colour=red');
  await expect(page.locator('.tools__own[href*="clv"]')).toHaveCount(0);
  await page.goto('bad-debt/?lang=en');
  await button(page, EN.forget).click();
  await field(page, 'loss').fill('900');
  await expect.poll(() => stored(page, 'last:bad-debt')).toBe('loss=900');
});

test('a widget neither reads nor writes them', async ({ page }) => {
  await page.goto('embed/bad-debt/?lang=en');
  await put(page, 'last:bad-debt', 'loss=700');
  await put(page, 'usual', 'net_margin=0.07&gross_margin=0.3');
  const before = await keys(page);
  await page.reload();
  await field(page, 'loss').fill('800');
  await expect.poll(() => fragment(page)).toBe('#loss=800');
  await expect(page.locator('.own, .own__readings')).toHaveCount(0);
  await page.goto('about:blank');
  await page.goto('embed/bad-debt/?lang=en');
  expect(await keys(page)).toEqual(before);
  expect(await stored(page, 'last:bad-debt')).toBe('loss=700');
  expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
});

test('the customer’s card neither shows nor changes them', async ({ page }) => {
  await page.goto('bad-debt/?lang=en');
  await put(page, 'last:bad-debt', 'loss=700&margin=0.137');
  await put(page, 'usual', 'net_margin=0.123&gross_margin=0.345');
  await page.goto('about:blank');
  await page.goto('bad-debt/?lang=en#loss=600');
  await page.getByRole('button', { name: 'Show', exact: true }).click();
  await expect(page.locator('main.customer')).toBeVisible();
  for (const own of ['13.7', '12.3', '34.5']) expect(await page.content(), own).not.toContain(own);
  await field(page, 'loss').fill('2000');
  await expect.poll(() => fragment(page)).toContain('loss=2000');
  await page.keyboard.press('Alt+c');
  await page.locator('.confirm').getByRole('button', { name: 'Leave customer view' }).click();
  await expect(field(page, 'loss')).toHaveValue('2,000');
  // The page is visible again, and would have stored supposed changes by the user.
  await expect(page.locator('.own--usual')).toBeVisible();
  await page.goto('?lang=en');
  expect(await stored(page, 'last:bad-debt')).toBe('loss=700&margin=0.137');
});

test('if storing fails nothing is called stored', async ({ page }) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await page.goto('receivables/?lang=en');
  await field(page, 'margin').fill('12');
  await expect.poll(() => fragment(page)).toBe('#margin=0.12');
  await button(page, EN.keep).click();
  await expect(page.locator('.own--usual')).toContainText('could not be stored');
  await expect(button(page, EN.keep)).toBeVisible();
  await page.goto('receivables/?lang=en');
  await expect(chip(page)).toHaveCount(0);
});

test('without storage the page works without own figures', async ({ page }) => {
  await page.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage']) {
      Object.defineProperty(window, name, {
        get() {
          throw new DOMException('denied', 'SecurityError');
        },
      });
    }
  });
  await page.goto('bad-debt/?lang=en');
  await field(page, 'loss').fill('700');
  await expect.poll(() => fragment(page)).toBe('#loss=700');
  await expect(page.locator('.own :is(a, button)')).toHaveCount(0);
  await page.reload();
  await expect(field(page, 'loss')).toHaveValue('700');
});

test.describe('a reload right after a key', () => {
  const reload = (page) => Promise.all([page.waitForEvent('load'), page.evaluate(() => location.reload())]);

  for (const from of ['', '#loss=600&margin=0.04']) {
    test(`opens with it, from ${from || 'the example'}`, async ({ page }) => {
      await page.goto(`bad-debt/?lang=en${from}`);
      for (const loss of ['700', '800']) {
        await field(page, 'loss').fill(loss);
        await page.reload();
        await expect(field(page, 'loss')).toHaveValue(loss);
        await expect(field(page, 'margin')).toHaveValue(from ? '4' : '2');
        expect(fragment(page)).toContain(`loss=${loss}`);
        expect(await page.evaluate(() => sessionStorage.getItem('sales-abacus:left'))).toBe(null);
      }
      // As requested by a script.
      await field(page, 'loss').fill('900');
      await reload(page);
      await expect(field(page, 'loss')).toHaveValue('900');
    });
  }

  test('opens with it, however slowly the page loads', async ({ page }) => {
    await page.goto('bad-debt/?lang=en#loss=600');
    let release;
    const held = new Promise((resolve) => (release = resolve));
    await page.route((url) => url.pathname.endsWith('/bad-debt/'), async (route) => {
      await held;
      await route.continue();
    });
    await field(page, 'loss').fill('700');
    const loaded = page.waitForEvent('load');
    await page.evaluate(() => void setTimeout(() => location.reload()));
    // Meanwhile the debounce ends, and the address changes.
    await expect.poll(() => fragment(page)).toBe('#loss=700');
    release();
    await loaded;
    await expect(field(page, 'loss')).toHaveValue('700');
  });

  test('opens with it, even if the address is written before events', async ({ page }) => {
    // Before all listeners of the page.
    await page.addInitScript(() =>
      addEventListener('beforeunload', () => history.replaceState(null, '', location.href.replace('loss=600', 'loss=700')), { capture: true }));
    await page.goto('bad-debt/?lang=en#loss=600');
    await page.reload();
    await expect(field(page, 'loss')).toHaveValue('700');
    expect(fragment(page)).toBe('#loss=700');
  });

  test('is not taken for a link opened anew', async ({ page }) => {
    await page.goto('bad-debt/?lang=en#loss=600');
    await field(page, 'loss').fill('700');
    await page.goto('about:blank');
    await page.goto('bad-debt/?lang=en#loss=600');
    await expect(field(page, 'loss')).toHaveValue('600');
    // Nor is a reload of that.
    await page.reload();
    await expect(field(page, 'loss')).toHaveValue('600');
  });

  test('affects only its own tab', async ({ page, context }) => {
    await page.goto('bad-debt/?lang=en#loss=600');
    await field(page, 'loss').fill('700');
    await page.goto('about:blank');
    const other = await context.newPage();
    await other.goto('bad-debt/?lang=en#loss=600');
    await other.reload();
    await expect(field(other, 'loss')).toHaveValue('600');
  });

  test('stays on the customer’s card', async ({ page }) => {
    await page.goto('bad-debt/?lang=en#loss=600&margin=0.137');
    await page.getByRole('button', { name: 'Show', exact: true }).click();
    await field(page, 'loss').fill('2000');
    await page.reload();
    await expect(page.locator('main.customer')).toBeVisible();
    await expect(field(page, 'loss')).toHaveValue('2,000');
    expect(page.url()).not.toContain('0.137');
    await page.keyboard.press('Alt+c');
    await page.locator('.confirm').getByRole('button', { name: 'Leave customer view' }).click();
    await expect(field(page, 'margin')).toHaveValue('13.7');
  });
});
