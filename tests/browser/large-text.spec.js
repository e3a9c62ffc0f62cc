// Text at 200 %, as set by people who cannot read small text: nothing overlaps, nothing is cut, and no page is wider
// than the viewport.

import { PREFIX } from './deal-book.js';
import { brokenWords, layoutFaults } from './layout-checks.js';
import { inTurn, some } from './site.js';
import { catalogue, expect, locales, openMenu, test } from './support.js';

const tools = catalogue.filter(({ bundle, path }) => bundle === 'calculators' && !path.startsWith('embed/')).map(({ path }) => path);

const enlarge = () => {
  const root = document.documentElement;
  root?.style.setProperty('font-size', '200%', 'important');
  return root;
};

// Set before the page is rendered, like a browser setting.
const enlarged = (page) =>
  page.addInitScript(`{
    const enlarge = ${enlarge};
    if (!enlarge()) new MutationObserver((_, observer) => enlarge() && observer.disconnect()).observe(document, { childList: true });
  }`);

for (const [turn, [width, height]] of [[390, 844], [1280, 720]].entries()) {
  test.describe(`at ${width} px`, () => {
    test.use({ viewport: { width, height } });

    test.beforeEach(({ page }) => enlarged(page));

    for (const path of some(tools, turn, 14)) {
      test(`/${path} has room for text at 200 %`, async ({ page }) => {
        for (const locale of locales) {
          await page.goto('about:blank');
          await page.goto(`${path}?lang=${locale}`);
          expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe('32px');
          expect(await layoutFaults(page), locale).toEqual([]);
        }
      });
    }

    if (inTurn(turn, 0)) test('home, menu and card have room for text at 200 %', async ({ page }) => {
      for (const locale of locales) {
        await page.goto('about:blank');
        await page.goto(`?lang=${locale}`);
        expect(await layoutFaults(page), locale).toEqual([]);
        await page.goto(`bad-debt/?lang=${locale}`);
        await openMenu(page);
        expect(await layoutFaults(page, '.menu'), locale).toEqual([]);
        await page.keyboard.press('Escape');
        for (const tool of ['bad-debt', 'clv', 'activity']) {
          await page.goto('about:blank');
          await page.goto(`${tool}/?lang=${locale}`);
          await page.keyboard.press('Alt+c');
          await page.locator('main.customer .customer__lock').waitFor();
          expect(await layoutFaults(page), `${tool}, ${locale}`).toEqual([]);
        }
      }
    });
  });
}

test('the funnel is a table if its headers fit, else cards', async ({ page }) => {
  await page.setViewportSize({ width: 1000, height: 720 });
  await page.goto('deals/?lang=en&demo=1#view=funnel');
  const head = page.getByRole('columnheader', { name: 'Contact overdue' });
  const row = page.locator('.funnel__row').nth(1);
  expect((await head.boundingBox()).width).toBeGreaterThan(60);
  expect(await row.evaluate((row) => getComputedStyle(row).display)).toBe('table-row');
  await page.evaluate(enlarge);
  await expect.poll(() => row.evaluate((row) => getComputedStyle(row).display)).toBe('flex');
  expect(await layoutFaults(page)).toEqual([]);
});

// The largest amount that a deal may have, among the demo deals.
const LARGEST = { schema: 2, id: 'largest', revision: 1, customer: 'Northern Heavy Industries', title: 'Five-axis machining centre', amount: '999999999999999',
  stage: 'commitment', salesperson: 'Chen Chen', next_step: { action: 'Invite the chief engineer to a test cut', date: '2026-12-05' },
  assessment: { value: { order_size: 8, morale: 9 }, ground: 'rival', lead: 'behind' } };

for (const [turn, view] of ['', 'view=today', 'view=funnel', 'view=portfolio', 'view=means', 'log=largest&from=home'].entries()) {
  for (const locale of some(locales, turn)) {
    test(`the deal book breaks no word at 200 % on a phone, in ${locale} at ${view || 'the list'}`, async ({ page }) => {
      await page.setViewportSize({ width: 390, height: 844 });
      await enlarged(page);
      await page.addInitScript(([prefix, deal]) => location.protocol === 'about:' || localStorage.setItem(prefix + deal.id, JSON.stringify(deal)), [PREFIX, LARGEST]);
      for (const book of view.startsWith('log') ? [''] : ['', '&demo=1']) {
        await page.goto('about:blank');
        await page.goto(`deals/?lang=${locale}${book}#${view}`);
        await page.locator('main h1').waitFor();
        await page.waitForLoadState('networkidle');
        expect(await layoutFaults(page), view).toEqual([]);
        expect(await brokenWords(page), view).toEqual([]);
      }
    });
  }
}

test('Monday’s funnel is on one screen', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  for (const locale of locales) {
    await page.goto('about:blank');
    await page.goto(`deals/?lang=${locale}&demo=1#view=funnel`);
    await expect(page.locator('.funnel__row')).toHaveCount(9);
    await expect(page.locator('.funnel__rate')).toBeInViewport({ ratio: 1 });
    for (const button of await page.locator('.funnel__plan .button').all()) await expect(button).toBeInViewport({ ratio: 1 });
  }
  // On a phone a step takes less than a fifth of the viewport.
  await page.setViewportSize({ width: 390, height: 844 });
  for (const row of await page.locator('.funnel__row').nth(1).all()) expect((await row.boundingBox()).height).toBeLessThan(170);
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThan(2400);
});

for (const width of some([320, 390], 0)) {
  test(`no figure is broken at 200 % on ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 844 });
    await enlarged(page);
    for (const values of ['loss=700&margin=0.03', 'loss=999999999999999&margin=0.03', 'loss=500&margin=0.02']) {
      for (const [tool, stage] of [['bad-debt', 'page'], ['bad-debt', 'card'], ['clv', 'card']]) {
        await page.goto('about:blank');
        await page.goto(`${tool}/?lang=en#${tool === 'clv' ? values.replace('loss', 'spend') : values}`);
        if (stage === 'card') await page.keyboard.press('Alt+c');
        const figures = page.locator(stage === 'card' ? 'main.customer :is(.result .figure, .against dd) data' : '.result .figure data');
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
        await expect(figures.first()).toBeVisible();
        await expect.poll(() => figures.evaluateAll((figures) =>
          figures.filter((figure) => figure.getClientRects().length > 1 || figure.getBoundingClientRect().right > innerWidth).map((figure) => figure.textContent)), `${tool} ${stage} ${values}`).toEqual([]);
      }
    }
  });
}
