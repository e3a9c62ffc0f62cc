// The effort to show a figure: the length of pages, what is in one view, and the number of taps.

import { SOAK, some } from './site.js';
import { catalogue, expect, locales, test } from './support.js';

const tools = catalogue.filter(({ bundle, path }) => bundle === 'calculators' && !path.startsWith('embed/')).map(({ path }) => path);
const field = (page, key) => page.locator(`input[name="${key}"]`);
const figures = (page) => page.locator('.tool__form .field:not(.ends) > .field__box > input[inputmode]').filter({ visible: true });

// The largest amount, which most other fields refuse; the largest count; and a value that leaves no result.
const LARGEST = ['999999999999999', '999999999', '0'];

// Fields that cut their figure, and labels that their box overlaps.
const cutIn = (page) =>
  page.locator('.tool__form .field').evaluateAll((fields) =>
    fields.filter((field) => field.checkVisibility()).flatMap((field) => {
      const [input, label] = ['input[inputmode]', '.field__label'].map((part) => field.querySelector(part));
      return [input, label].filter((part) => part && part.scrollWidth > part.clientWidth).map(() => input?.name);
    }),
  );

// Whether the result is uncut in the line of a collapsed working.
const isWhole = (line) => {
  const [room, result] = [line, line.lastElementChild].map((element) => element.getBoundingClientRect());
  return result.width > 0 && result.left >= room.left && result.right <= room.right + 1 && result.bottom <= room.bottom + 1;
};

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  for (const path of some(tools, 0, 14)) {
    test(`/${path} is at most two screens long`, async ({ page }) => {
      for (const locale of locales) {
        await page.goto('about:blank');
        await page.goto(`${path}?lang=${locale}`);
        const height = () => page.evaluate(() => document.documentElement.scrollHeight);
        expect(await height(), locale).toBeLessThanOrEqual(1_700);
        for (const figure of LARGEST) {
          for (const input of await figures(page).all()) await input.fill(figure);
          await page.locator('h1').click();
          expect(await height(), `${figure}, ${locale}`).toBeLessThanOrEqual(1_700);
          expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
          for (const line of await page.locator('.tool__in-short').all()) {
            expect(await line.evaluate(isWhole), `${figure}, ${locale}`).toBe(true);
          }
        }
      }
    });
  }

  test('example figures are not cut; collapsed workings show results', SOAK, async ({ page }) => {
    for (const path of tools) {
      for (const locale of locales) {
        await page.goto(`${path}?lang=${locale}`);
        expect(await cutIn(page), `${path} ${locale}`).toEqual([]);
        expect(await page.locator('.tool__in-short').evaluate(isWhole), `${path} ${locale}`).toBe(true);
      }
    }
  });

  test('the longest figures fit beside their labels', async ({ page }) => {
    for (const address of [
      'activity/?lang=en#demos=123456789.123456&proposals=100000000',
      'slow-collection/?lang=en#days=123456.123456&sales=999999999999999.123456',
      'slow-collection/?lang=zh-CN#sales=123456789012345.12',
    ]) {
      await page.goto(address);
      await expect(page.locator('.field__input--long').first()).toBeVisible();
      expect(await cutIn(page), address).toEqual([]);
    }
  });

  test('the working is in sentences, and a tap shows formulas', async ({ page }) => {
    await page.goto('bad-debt/?lang=en');
    await page.locator('.tool__unfold').tap();
    const said = page.locator('.working__said').first();
    await expect(page.locator('.working__said', { hasText: 'Loss\u{a0}$500 divided by Net margin\u{a0}2% is $25,000.' })).toBeVisible();
    await expect(page.locator('.working__formula').first()).toBeHidden();
    // Term and field highlight each other.
    await field(page, 'margin').tap();
    await expect(page.locator('.working__said .term--active').first()).toHaveText(/Net margin/);
    await page.locator('.working__said .term', { hasText: 'Loss' }).first().dispatchEvent('mouseover');
    await expect(page.locator('.field--active:has([name="loss"])')).toBeVisible();
    await field(page, 'loss').fill('700');
    await expect(said).toContainText('$35,000');
    await page.getByLabel('Show formulas').tap();
    await expect(page.locator('.working__formula').first()).toBeVisible();
    await expect(page.locator('.working__figures').first()).toBeVisible();
    await expect(said).toBeHidden();
    // If fractions fit they need no tap.
    await page.getByLabel('Show formulas').uncheck();
    await page.setViewportSize({ width: 480, height: 844 });
    await expect(page.locator('.working__formula').first()).toBeVisible();
    await expect(page.getByLabel('Show formulas')).toBeHidden();
  });

  test('four customer figures, shown and shared, in 16 gestures', async ({ page }) => {
    await page.addInitScript(() => { navigator.share = async (shared) => { window.shared = shared; }; });
    await page.goto('?lang=zh-CN');
    let gestures = 0;
    const count = async (gesture) => { gestures += 1; await gesture; };
    // A target out of view takes a flick first.
    const tap = async (locator) => {
      const isSeen = await locator.evaluate((element) => {
        const { top, bottom } = element.getBoundingClientRect();
        return top >= 0 && bottom <= innerHeight;
      });
      if (!isSeen) await count(locator.scrollIntoViewIfNeeded());
      await count(locator.tap());
    };
    await tap(page.getByRole('link', { name: /客户终生价值/ }));
    await expect(page.locator('h1')).toHaveText('客户终生价值');
    const typed = [['spend', '12'], ['visits', '3'], ['weeks', '50'], ['years', '10']];
    await tap(field(page, typed[0][0]));
    for (const [key, value] of typed) {
      await expect(field(page, key)).toBeFocused();
      // Each key counts, including the one that moves to the next figure and closes the keyboard after the last.
      for (const key of value) await count(page.keyboard.press(key));
      await count(page.keyboard.press('Enter'));
    }
    await expect(page.locator('output[name="value"] data')).toHaveAttribute('value', '18000');
    await tap(page.getByRole('button', { name: '给客户看' }));
    await expect(page.locator('main.customer .result__headline data')).toHaveAttribute('value', '18000');
    await tap(page.getByRole('button', { name: '分享…', exact: true }));
    await expect.poll(() => page.evaluate(() => window.shared?.url)).toContain('#spend=12&visits=3&weeks=50&years=10');
    expect(gestures).toBeLessThanOrEqual(16);
    test.info().annotations.push({ type: 'gestures', description: String(gestures) });
  });
});

test('a phone in landscape has the curve beside the form', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('bad-debt/?lang=en');
  await page.getByRole('button', { name: 'Keep' }).click();
  await page.locator('#scenario-name').fill('Half a name');
  await expect(page.locator('.chart')).toHaveCount(0);
  await page.setViewportSize({ width: 844, height: 390 });
  await expect(page.locator('.chart__picture')).toBeVisible();
  await page.setViewportSize({ width: 390, height: 844 });
  await expect(page.locator('.chart')).toBeHidden();
  await expect(page.locator('#scenario-name')).toBeVisible();
  await expect(page.locator('#scenario-name')).toHaveValue('Half a name');
});

test.describe('on a desktop', () => {
  test.use({ viewport: { width: 1280, height: 720 } });

  for (const path of some(tools, 1, 14)) {
    test(`slider, result and curve of /${path} are in one view`, async ({ page }) => {
      for (const locale of locales) {
        await page.goto('about:blank');
        await page.goto(`${path}?lang=${locale}`);
        for (const part of ['.field__slider', '.result__headline', '.chart__picture']) {
          await expect(page.locator(part).first(), `${part}, ${locale}`).toBeInViewport({ ratio: 1 });
        }
      }
    });
  }
});
