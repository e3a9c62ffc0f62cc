// What a customer sees, and that there is no way out of it by mistake.

import { axe, expect, test } from './support.js';

const field = (page, key) => page.locator(`input[name="${key}"]`);
const show = (page) => page.getByRole('button', { name: 'Show', exact: true });
const lock = (page) => page.getByRole('button', { name: 'Hold to leave' });
const own = async (page) => [await page.locator('body').ariaSnapshot(), await page.title(), page.url()].join('\n');

test('a debt is shown against the usual margins, never one’s own', async ({ page }) => {
  await page.goto('bad-debt/?lang=en#loss=1000&margin=0.137&premium=77');
  await show(page).click();
  await expect(page.locator('.against data')).toHaveText(['$50,000', '$33,333', '$25,000', '$20,000', '$16,667']);
  await expect(page.locator('.result__sentence')).toContainText('Losing $1,000 takes $50,000');
  await expect(field(page, 'loss')).toHaveValue('1,000');
  for (const hidden of ['13.7', '0.137', '77']) expect(await own(page), hidden).not.toContain(hidden);
  await expect(page.locator('main.customer a, nav, header a')).toHaveCount(0);
  expect(await axe(page)).toEqual([]);
  await field(page, 'loss').fill('2000');
  await expect(page.locator('.against data').first()).toHaveText('$100,000');
  // A reload stays on the card, and so does going back, which asks.
  await expect.poll(() => page.url()).toContain('loss=2000');
  await page.reload();
  await expect(page.locator('.against data').first()).toHaveText('$100,000');
  await page.goBack();
  await expect(page.locator('.confirm')).toBeVisible();
  await expect(page.locator('.against data').first()).toHaveText('$100,000');
  for (const hidden of ['13.7', '0.137']) expect(await own(page), hidden).not.toContain(hidden);
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.locator('.confirm')).toHaveCount(0);
  await page.keyboard.press('Alt+c');
  await page.locator('.confirm').getByRole('button', { name: 'Leave customer view' }).click();
  await expect(field(page, 'margin')).toHaveValue('13.7');
  await expect(field(page, 'loss')).toHaveValue('2,000');
});

test('the card begins at its top, wherever the page was scrolled to', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('clv/?lang=en');
  await show(page).focus();
  await page.evaluate(() => scrollTo(0, 700));
  await page.keyboard.press('Alt+c');
  await expect(page.locator('main.customer h1')).toBeInViewport();
  await expect(page.locator('.customer__top')).toBeFocused();
  expect(await page.evaluate(() => scrollY)).toBeLessThan(100);
});

test('the lock opens only when it is held', async ({ page }) => {
  await page.goto('clv/?lang=en#margin=0.35');
  await page.clock.install();
  await show(page).click();
  await lock(page).scrollIntoViewIfNeeded();
  const { x, y, width, height } = await lock(page).boundingBox();
  await page.mouse.move(x + width / 2, y + height / 2);
  await page.mouse.down();
  await page.clock.runFor(600);
  await page.mouse.up();
  await page.clock.runFor(1_000);
  await expect(page.locator('main.customer')).toBeVisible();
  await page.getByRole('button', { name: 'Cancel' }).click();
  const again = await lock(page).boundingBox();
  await page.mouse.move(again.x + again.width / 2, again.y + again.height / 2);
  await page.mouse.down();
  await page.clock.runFor(1_100);
  await expect(page.locator('main.customer')).toHaveCount(0);
  await expect(field(page, 'margin')).toHaveValue('35');
  await page.mouse.up();
  await expect(show(page)).toBeFocused();
});

test('the screen stays on while a customer looks on, and no longer', async ({ page }) => {
  await page.addInitScript(() => {
    window.locks = [];
    Object.defineProperty(navigator, 'wakeLock', {
      value: {
        request: async (kind) => {
          window.locks.push(kind);
          return { release: async () => window.locks.splice(window.locks.indexOf(kind), 1) };
        },
      },
    });
  });
  const locks = () => page.evaluate(() => window.locks);
  await page.goto('clv/?lang=en');
  expect(await locks()).toEqual([]);
  await show(page).click();
  await expect.poll(locks).toEqual(['screen']);
  await page.keyboard.press('Alt+c');
  await page.locator('.confirm').getByRole('button', { name: 'Leave customer view' }).click();
  await expect.poll(locks).toEqual([]);
});

test('where nothing is for a customer the button says why', async ({ page }) => {
  await page.goto('dso/?lang=en');
  await expect(show(page)).toHaveAttribute('aria-disabled', 'true');
  await expect(page.locator('#why-not')).toContainText('your own');
  // It can be pressed, and does nothing.
  await show(page).click({ force: true });
  await page.keyboard.press('Alt+c');
  await expect(page.locator('main.customer')).toHaveCount(0);
});
