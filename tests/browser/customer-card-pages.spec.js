// The leaves of a customer's card: figure with picture and form, working, table with chart.

import { some } from './site.js';
import { axeInBoth, expect, test } from './support.js';

const leaf = (page, name) => page.locator('.customer__leaves').getByRole('button', { name });
const show = (page) => page.getByRole('button', { name: 'Show', exact: true });
const scrolled = (page) => page.locator('.customer__card > .tool').evaluate((tool) => tool.scrollLeft / tool.clientWidth);

for (const [name, width, height] of some([['phone', 390, 844], ['desk', 1280, 720]], 0)) {
  test(`one button leads to each leaf and back, at a ${name}`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.goto('clv/?lang=en#margin=0.35');
    await show(page).click();
    const places = await page.evaluate(() =>
      ['.result__headline', '.result__sentence', '.picture', 'input[name="spend"]'].map((part) => {
        const { left, top, right } = document.querySelector(`main.customer ${part}`).getBoundingClientRect();
        return { left, top, right };
      }));
    // The whole first leaf in one column, from the figure down to the form.
    for (const { left, right } of places) {
      expect(left).toBeGreaterThanOrEqual(0);
      expect(right).toBeLessThanOrEqual(width);
    }
    expect(places.map(({ top }) => top)).toEqual(places.map(({ top }) => top).toSorted((one, other) => one - other));
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);

    await leaf(page, 'What if').click();
    await expect.poll(() => scrolled(page)).toBeGreaterThan(1.5);
    await expect(page.locator('.customer__what-if .table')).toBeInViewport();
    // A customer may see revenue, and nothing that depends on the margin.
    await expect(page.locator('.customer__what-if')).toContainText('56,160');
    await expect(page.locator('.customer__what-if')).not.toContainText('19,656');
    expect(await axeInBoth(page)).toEqual([]);
    await leaf(page, 'Formula and working').click();
    await expect.poll(() => scrolled(page)).toBeLessThan(1.5);
    await expect(page.locator('.customer .working').first()).toBeInViewport();
    await leaf(page, 'Result').click();
    await expect.poll(() => scrolled(page)).toBeLessThan(0.1);
    await expect(page.locator('.customer .result__headline')).toBeInViewport();
  });
}

test('arrow keys turn the leaves, and leave fields and sliders alone', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('clv/?lang=en#margin=0.35');
  await show(page).click();
  // The card has the initial focus.
  for (const [key, place] of [['ArrowLeft', 0], ['ArrowRight', 1], ['ArrowRight', 2], ['ArrowRight', 2], ['ArrowLeft', 1], ['ArrowLeft', 0]]) {
    await page.keyboard.press(key);
    await expect.poll(async () => Math.round(await scrolled(page))).toBe(place);
  }
  await page.locator('input[name="spend"]').focus();
  await page.keyboard.press('ArrowRight');
  await page.getByRole('slider').first().press('ArrowRight');
  await expect(page.locator('input[name="spend"]')).not.toHaveValue('9');
  expect(Math.round(await scrolled(page))).toBe(0);
});

test('a case of the table becomes the customer’s', async ({ page }) => {
  await page.goto('delivered-value/?lang=en');
  await show(page).click();
  await leaf(page, 'What if').click();
  await page.locator('.customer__what-if .table tbody tr:first-child td:last-child').click();
  await expect(page.locator('.customer__what-if .table__current')).toBeVisible();
  await expect(page.locator('.customer .result__headline data')).not.toHaveText('10');
});

test('holding an answer does not count as holding the lock', async ({ page }) => {
  await page.goto('clv/?lang=en');
  await page.clock.install();
  await show(page).click();
  await page.getByRole('button', { name: 'Hold to leave' }).click();
  const cancel = page.getByRole('button', { name: 'Cancel' });
  await cancel.scrollIntoViewIfNeeded();
  const { x, y, width, height } = await cancel.boundingBox();
  await page.mouse.move(x + width / 2, y + height / 2);
  await page.mouse.down();
  await page.clock.runFor(1_500);
  await expect(page.locator('main.customer')).toBeVisible();
  await page.mouse.up();
  await expect(page.locator('.confirm')).toHaveCount(0);
  await expect(page.locator('main.customer')).toBeVisible();
});

test('the whole table is readable on a phone', async ({ page }) => {
  for (const [width, locale] of [[390, 'zh-CN'], [320, 'en']]) {
    await page.setViewportSize({ width, height: 844 });
    await page.goto('about:blank');
    await page.goto(`clv/?lang=${locale}`);
    await page.keyboard.press('Alt+c');
    await page.locator('.customer__leaves').getByRole('button').last().click();
    const caption = page.locator('.customer__what-if .table__caption');
    await expect(caption).toBeInViewport();
    // It is outside the scrolling part, and ends with the leaf.
    expect(await caption.evaluate((caption) => caption.closest('.what-if__scroll'))).toBe(null);
    // The leaf scrolls smoothly into place.
    await expect.poll(async () => {
      const { x, width: wide } = await caption.boundingBox();
      return x >= 0 && x + wide <= width;
    }).toBe(true);
    await expect(page.getByRole('grid')).toHaveAccessibleName(await caption.textContent());
  }
});
