// What a customer sees, and that it cannot be left by mistake.

import { some } from './site.js';
import { axe, expect, test } from './support.js';

const field = (page, key) => page.locator(`input[name="${key}"]`);
const show = (page) => page.getByRole('button', { name: 'Show', exact: true });
const lock = (page) => page.getByRole('button', { name: 'Hold to leave' });
// Without the origin, whose port may be any number.
const own = async (page) => {
  const { pathname, search, hash } = new URL(page.url());
  return [await page.locator('body').ariaSnapshot(), await page.title(), pathname + search + hash].join('\n');
};

test('a card whose input cannot be read does not look valid', async ({ page }) => {
  await page.goto('bad-debt/?lang=en#loss=1000');
  await show(page).click();
  await field(page, 'loss').fill('12,5');
  await field(page, 'loss').blur();
  await expect(page.locator('.against ~ .result__stale')).toContainText('from before');
  const line = (place) => place.evaluate((figure) => getComputedStyle(figure).textDecorationLine);
  expect(await line(page.locator('.against data').first())).toBe('line-through');
  expect(await axe(page)).toEqual([]);
  await field(page, 'loss').fill('2000');
  await expect(page.locator('.against ~ .result__stale')).toBeEmpty();
  expect(await line(page.locator('.against data').first())).toBe('none');
});

test('a debt is shown at the usual margins, never the user’s own', async ({ page }) => {
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

test('a private figure is shown to one customer, after asking', async ({ page }) => {
  const ask = page.getByRole('button', { name: 'Show with one figure of your own…' });
  await page.goto('bad-debt/?lang=en#loss=1000');
  await expect(page.locator('.bar')).toBeVisible();
  await expect(ask).toHaveCount(0);
  await page.goto('bad-debt/?lang=en#loss=1000&margin=0.137&premium=77');
  await page.reload();
  await ask.click();
  const sheet = page.locator('#allow');
  await expect(sheet.getByRole('listitem')).toHaveText(['Net margin 13.7%', /^Premium \$77/]);
  expect(await axe(page)).toEqual([]);
  const length = await page.evaluate(() => history.length);
  await sheet.getByRole('button', { name: 'Net margin 13.7%' }).click();
  await expect(page.locator('.customer__top')).toBeFocused();
  await expect(page.locator('.against__line--own')).toContainText('Our margin 13.7%');
  await expect(page.locator('.against__line--own data')).toHaveText('$7,299');
  await expect(page.locator('.against data').first()).toHaveText('$50,000');
  await expect(field(page, 'margin')).toHaveValue('13.7');
  // It is in neither address nor title, and the premium nowhere.
  const address = () => { const { pathname, search, hash } = new URL(page.url()); return pathname + search + hash; };
  await field(page, 'loss').fill('2000');
  await expect.poll(address).toContain('loss=2000');
  for (const hidden of ['0.137', '13.7', '77']) expect(`${address()} ${await page.title()}`, hidden).not.toContain(hidden);
  expect(await own(page)).not.toContain('77');
  expect(await page.evaluate(() => history.length)).toBeLessThanOrEqual(length + 1);
  // It is forgotten after a reload, and for the next customer.
  await page.reload();
  await expect(page.locator('.against data')).toHaveCount(5);
  await expect(field(page, 'margin')).toHaveCount(0);
  await page.keyboard.press('Alt+c');
  await page.locator('.confirm').getByRole('button', { name: 'Leave customer view' }).click();
  await show(page).click();
  await expect(page.locator('.against data')).toHaveCount(5);
  await expect(page.locator('.against__line--own')).toHaveCount(0);
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

test('the lock opens only when held', async ({ page }) => {
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
  // Not before release, or the newly shown element would be clicked.
  await expect(page.getByRole('button', { name: 'Let go to leave' })).toBeVisible();
  await page.mouse.up();
  await expect(page.locator('main.customer')).toHaveCount(0);
  await expect(field(page, 'margin')).toHaveValue('35');
  await expect(show(page)).toBeFocused();
});

test('moving off the lock cancels a hold', async ({ page }) => {
  await page.goto('clv/?lang=en');
  await page.clock.install();
  await show(page).click();
  const { x, y, width, height } = await lock(page).boundingBox();
  await page.mouse.move(x + width / 2, y + height / 2);
  await page.mouse.down();
  await page.clock.runFor(1_100);
  await page.mouse.move(x, y - 200);
  await expect(lock(page)).toBeVisible();
  await page.mouse.up();
  await expect(page.locator('main.customer')).toBeVisible();
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('lifting the finger from the lock touches nothing else', async ({ page }) => {
    await page.goto('clv/?lang=en#margin=0.35');
    await page.clock.install();
    await show(page).click();
    const { x, y, width, height } = await lock(page).boundingBox();
    const session = await page.context().newCDPSession(page);
    const touch = (type, touchPoints) => session.send('Input.dispatchTouchEvent', { type, touchPoints });
    await touch('touchStart', [{ x: x + width / 2, y: y + height / 2 }]);
    await page.clock.runFor(1_100);
    await expect(page.getByRole('button', { name: 'Let go to leave' })).toBeVisible();
    await page.evaluate(() => {
      window.clicks = 0;
      addEventListener('click', () => (window.clicks += 1), { capture: true });
    });
    await touch('touchEnd', []);
    await expect(page.locator('main.customer')).toHaveCount(0);
    await expect(field(page, 'margin')).toHaveValue('35');
    // An element under the finger would get a tap before the next frames are painted.
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    await page.clock.runFor(1_000);
    expect(await page.evaluate(() => window.clicks)).toBe(0);
    await expect(page.locator('main.customer')).toHaveCount(0);
    await expect(show(page)).toBeFocused();
  });

  test('going back asks in a visible place', async ({ page }) => {
    await page.goto('clv/?lang=en');
    await show(page).click();
    await expect(lock(page)).toBeVisible();
    await page.goBack();
    await expect(page.locator('.confirm')).toBeInViewport({ ratio: 1 });
    await expect(page.getByRole('button', { name: 'Cancel' })).toBeFocused();
    await page.getByRole('button', { name: 'Cancel' }).tap();
    await expect(page.locator('main.customer')).toBeVisible();
  });
});

// The bottom bar is visible wherever the card is scrolled to, and covers nothing at its end.
for (const [width, height, size] of some([[390, 844, '100%'], [320, 568, '100%'], [844, 390, '100%'], [1280, 720, '100%'], [390, 844, '200%']], 4, 5)) {
  test(`QR code and lock are visible at ${width} × ${height}, ${size}`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    for (const tool of ['bad-debt', 'clv', 'activity']) {
      await page.goto('about:blank');
      await page.goto(`${tool}/?lang=en`);
      await page.evaluate((size) => document.documentElement.style.setProperty('font-size', size, 'important'), size);
      await page.keyboard.press('Alt+c');
      const strip = page.locator('.customer__strip');
      for (const name of ['QR code', 'Hold to leave']) {
        const button = strip.getByRole('button', { name });
        await expect(button).toBeInViewport({ ratio: 1 });
        const box = await button.boundingBox();
        expect(Math.min(box.width, box.height), name).toBeGreaterThanOrEqual(44);
      }
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
      const ends = () => page.evaluate(() => ['.share', '.customer__strip'].map((part) => document.querySelector(part).getBoundingClientRect()));
      const [share, under] = await ends();
      expect(share.bottom).toBeLessThanOrEqual(under.top);
      expect(under.bottom).toBeGreaterThan(height - 2);
      await strip.getByRole('button', { name: 'QR code' }).click();
      await expect(page.locator('dialog.qr svg')).toBeVisible();
      await page.locator('.qr__close').click();
    }
  });
}

test('picture, figure and sentence fit a phone’s first screen', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  for (const [tool, figure, picture] of [['clv', '.result__headline', '.picture'], ['bad-debt', '.against', '.against'], ['delivered-value', '.result__headline', '.picture']]) {
    await page.goto('about:blank');
    await page.goto(`${tool}/?lang=en`);
    await show(page).click();
    const edge = (await page.locator('.customer__strip').boundingBox()).y;
    for (const part of [figure, '.result__sentence', picture]) {
      const { y, height } = await page.locator(`main.customer ${part}`).first().boundingBox();
      expect(y, `${tool} ${part}`).toBeGreaterThanOrEqual(0);
      expect(y + height, `${tool} ${part}`).toBeLessThanOrEqual(edge);
    }
  }
});

test('the screen stays on only while the card is open', async ({ page }) => {
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

test('the button says why there is nothing to show a customer', async ({ page }) => {
  await page.goto('dso/?lang=en');
  await expect(show(page)).toHaveAttribute('aria-disabled', 'true');
  await expect(page.locator('#why-not')).toContainText('your own');
  // It can be pressed, and does nothing.
  await show(page).click({ force: true });
  await page.keyboard.press('Alt+c');
  await expect(page.locator('main.customer')).toHaveCount(0);
});
