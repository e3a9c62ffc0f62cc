// A large font size set in the browser. Unlike page zoom of text, it is known before layout: a viewport for two columns
// at the usual size has only one.

import config from '../../playwright.config.js';
import { layoutFaults } from './layout-checks.js';
import { some } from './site.js';
import { catalogue, expect, locales, test } from './support.js';

const { launchOptions } = config.use;
const args = [...launchOptions.args, '--blink-settings=defaultFontSize=32,defaultFixedFontSize=26'];
test.use({ launchOptions: { ...launchOptions, args } });

const pages = [...new Set(catalogue.map(({ path }) => path))].filter((path) => !path.startsWith('embed/'));
const views = ['today', 'funnel', 'portfolio', 'means', 'files', 'trash'].map((view) => `view=${view}`);
const deals = ['', ...views, 'demo1', 'demo2', 'log=', 'log=demo1'].map((place) => `deals/?demo=1#${place}`);

// With everything in a deal expanded.
const unfolded = (page) =>
  page.locator('main details:not([open]) > summary').evaluateAll((folded) => folded.forEach((summary) => summary.click()));

for (const [turn, [width, height]] of [[390, 844], [720, 1024], [1280, 720]].entries()) {
  test.describe(`at ${width} px`, () => {
    test.use({ viewport: { width, height } });

    for (const path of some([...pages, ...deals], turn, 24)) {
      test(`/${path} has room for twice the font size`, async ({ page }) => {
        const [before, fragment] = path.split('#');
        for (const locale of locales) {
          await page.goto('about:blank');
          await page.goto(`${before}${before.includes('?') ? '&' : '?'}lang=${locale}${fragment ? `#${fragment}` : ''}`);
          expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe('32px');
          expect(await layoutFaults(page), locale).toEqual([]);
          if (fragment === undefined) continue;
          await unfolded(page);
          expect(await layoutFaults(page), `${locale}, unfolded`).toEqual([]);
        }
      });
    }
  });
}

test('two columns appear only if the text fits', async ({ page }) => {
  const isBeside = () =>
    page.evaluate(() => {
      const [form, result] = ['.tool__form', '.result'].map((part) => document.querySelector(part).getBoundingClientRect());
      return form.right <= result.left;
    });
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto('bad-debt/?lang=en');
  expect(await isBeside()).toBe(false);
  await page.setViewportSize({ width: 1600, height: 900 });
  await expect.poll(isBeside).toBe(true);
});
