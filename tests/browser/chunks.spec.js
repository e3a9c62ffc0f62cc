// The lazily loaded parts of a page: each appears when loaded, without layout shift; if it fails to load there is a
// message and a retry.

import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { dist, inTurn, some } from './site.js';
import { catalogue, expect, test } from './support.js';

// An unsplit site has none.
const isSplit = readdirSync(resolve(dist, 'assets')).some((file) => file.includes('split_'));

const calculators = catalogue.filter(({ bundle }) => bundle === 'calculators').map(({ path }) => path);
const output = (page, key) => page.locator(`output[name="${key}"] data`);

const lost = [/^request failed: .*split_/, /^console: .*(Failed to load resource|Failed to fetch|TypeError)/];

// Blocks the chunks until the returned function is called.
const withhold = async (page, ...names) => {
  const isWithheld = (url) => names.some((name) => url.pathname.includes(`split_${name}`));
  await page.route(isWithheld, (route) => route.abort());
  return () => page.unroute(isWithheld);
};

if (isSplit) {
  for (const [name, path, place, shown] of [
    ['extras', 'clv/?lang=en', '.calculator', '.what-if'],
    ['due', '?lang=en', '.home', '.attention'],
    ['editor', 'deals/?lang=en&demo=1#demo1', '#content', '.deal__form'],
    ['views', 'deals/?lang=en&demo=1#view=funnel', '#content', '.funnel'],
    ['narrow', 'deals/?lang=en&demo=1#view=list&stage=trust', '#content', '#stage-filter'],
    ['upkeep', 'deals/?lang=en#view=files', '#content', '.files__title'],
  ]) {
    test(`/${path} reports that ${name} failed to load, and retries`, async ({ page, expected }) => {
      expected.push(...lost);
      const release = await withhold(page, name);
      await page.goto(path);
      const notice = page.locator(`${place} .later--failed`);
      await expect(notice).toContainText('could not be loaded');
      await expect(page.locator(shown)).toHaveCount(0);
      await release();
      await notice.getByRole('button', { name: 'Try again' }).click();
      await expect(page.locator(shown).first()).toBeVisible();
      await expect(notice).toHaveCount(0);
    });
  }

  test('a chunk is not shown without its style sheet, and is retried', async ({ page, expected }) => {
    expected.push(/^request failed: .*\/extras-/, ...lost);
    const isSheet = (url) => /\/extras-[^/]+\.css$/.test(url.pathname);
    await page.route(isSheet, (route) => route.abort());
    await page.goto('clv/?lang=en');
    await expect(page.locator('.later--failed')).toBeVisible();
    await page.unroute(isSheet);
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(page.locator('.what-if')).toBeVisible();
  });

  test('a calculator works without its lazily loaded parts', async ({ page, expected }) => {
    expected.push(...lost);
    await withhold(page, 'extras', 'working', 'problems', 'solve', 'detail');
    await page.goto('bad-debt/?lang=en');
    await page.locator('[name="margin"]').fill('4');
    await expect(output(page, 'extra_sales')).toHaveText('12,500');
    await expect.poll(() => new URL(page.url()).hash).toBe('#margin=0.04');
  });

  test('the pre-rendered working is hidden once the result differs', async ({ page }) => {
    let arrive;
    const held = new Promise((resolve) => (arrive = resolve));
    await page.route(/split_working/, async (route) => {
      await held;
      await route.continue();
    });
    await page.goto('bad-debt/');
    const place = () => page.locator('.what-if').evaluate((below) => below.getBoundingClientRect().top);
    await expect(page.locator('.what-if')).toBeVisible();
    await expect(page.locator('#working .working')).toBeVisible();
    await expect(page.locator('#working')).toContainText('25,000');
    const before = await place();
    await page.locator('[name="margin"]').fill('4');
    await expect(output(page, 'extra_sales')).toHaveText('12,500');
    await expect(page.locator('#working .working')).toBeHidden();
    expect(await place()).toBe(before);
    // Back to the example, and so its working.
    await page.locator('[name="margin"]').fill('2');
    await expect(page.locator('#working .working')).toBeVisible();
    await page.locator('[name="margin"]').fill('4');
    arrive();
    await expect(page.locator('#working .working')).toBeVisible();
    await expect(page.locator('#working .working')).toHaveCount(1);
    await expect(page.locator('#working')).toContainText('12,500');
  });

  test('a working that failed to load is reported and retried', async ({ page, expected }) => {
    expected.push(...lost);
    const release = await withhold(page, 'working');
    await page.goto('bad-debt/?lang=en#margin=0.04');
    await expect(output(page, 'extra_sales')).toHaveText('12,500');
    const notice = page.locator('#working .later--failed');
    await expect(notice).toContainText('could not be loaded');
    await release();
    await notice.getByRole('button', { name: 'Try again' }).click();
    await expect(page.locator('#working')).toContainText('12,500');
    await expect(notice).toHaveCount(0);
  });

  test('a bad field is marked at once, and explained once texts load', async ({ page, expected }) => {
    expected.push(...lost);
    const release = await withhold(page, 'problems');
    await page.goto('embed/bad-debt/?lang=en');
    const field = page.locator('[name="margin"]');
    const why = page.locator('#margin-error');
    await field.fill('five');
    await field.blur();
    await expect(field).toHaveAttribute('aria-invalid', 'true');
    await expect(why).toContainText('could not be loaded');
    await release();
    await field.fill('fiv');
    await field.blur();
    await expect(why).toHaveText(/^This is not a number/);
    await field.fill('4');
    await expect(why).toBeHidden();
    await expect(output(page, 'extra_sales')).toHaveText('12,500');
  });

  test('a partly used link is reported once the texts load', async ({ page, expected }) => {
    expected.push(...lost);
    const release = await withhold(page, 'problems');
    await page.goto('bad-debt/?lang=en#margin=0.04&margin=0.05&other=1');
    await expect(output(page, 'extra_sales')).toHaveText('12,500');
    const notice = page.locator('.calculator__top > [role="status"]');
    await expect(notice).toContainText('could not be loaded');
    await release();
    await notice.getByRole('button', { name: 'Try again' }).click();
    await expect(notice.locator('.notice__title')).toHaveText('Parts of the link were not used');
    await expect(notice.locator('li')).toHaveCount(2);
  });

  test('a link that solves shows no figure before it is solved', async ({ page, expected }) => {
    expected.push(...lost);
    const release = await withhold(page, 'solve');
    await page.goto('bad-debt/?lang=en#solve=margin&extra_sales=10000');
    await expect(page.locator('output[name="extra_sales"]')).toHaveText('…');
    await expect(output(page, 'extra_sales')).toHaveCount(0);
    await release();
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(output(page, 'extra_sales')).toHaveText('10,000');
    await expect(page.locator('[name="margin"]')).toHaveValue('5');
  });

  test('professional results and slider ranges report failed loads', async ({ page, expected }) => {
    expected.push(...lost);
    const release = await withhold(page, 'detail');
    await page.goto('embed/clv/?lang=en&parts=inputs,sliders,detail,result');
    await page.getByText('Slider ranges').click();
    const notice = page.locator('.fold .later--failed');
    await expect(notice).toBeVisible();
    await release();
    await notice.getByRole('button', { name: 'Try again' }).click();
    await expect(page.locator('.ends').first()).toBeVisible();
  });

  test('without the calculator’s chunk the page says it stopped', async ({ context, expected }) => {
    expected.push(...lost);
    const page = await context.newPage();
    await withhold(page, 'clv');
    await page.goto('clv/');
    await expect(page.locator('#rescue')).toBeVisible();
  });
}

// A widget has no automatically loaded parts: one width of it suffices.
const isShown = (path, turn) => inTurn(calculators.indexOf(path), turn, path.startsWith('embed/') ? 24 : 12);

// A book without a backup shows a reminder.
const seedDeals = (page) =>
  page.addInitScript(() => {
    for (let deal = 0; deal < 14; deal += 1) {
      const record = { schema: 2, revision: 1, id: `d${deal}`, customer: `Customer ${deal}` };
      localStorage.setItem(`sales-abacus:deal:d${deal}`, JSON.stringify(record));
    }
  });
const others = ['', 'class/', 'embed/', 'deals/', 'deals/?demo=1', 'deals/#view=today'];

for (const [turn, [name, viewport]] of Object.entries({ phone: { width: 390, height: 844 }, desk: { width: 1280, height: 720 } }).entries()) {
  for (const path of [...calculators.filter((path) => isShown(path, turn)), ...some(others, turn, 3)]) {
    test(`/${path} has no layout shift while its parts load, at a ${name}`, async ({ page }) => {
      await page.setViewportSize(viewport);
      if (path.startsWith('deals/')) await seedDeals(page);
      await page.addInitScript(() => {
        window.shift = 0;
        new PerformanceObserver((list) => {
          for (const { value } of list.getEntries()) window.shift += value;
        }).observe({ type: 'layout-shift', buffered: true });
      });
      await page.goto(path);
      await expect(page.locator('.later[aria-busy]')).toHaveCount(0);
      if (path === 'deals/') await expect(page.locator('.reminder--backup')).toBeVisible();
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
      expect(await page.evaluate(() => window.shift)).toBeLessThanOrEqual(0.02);
    });
  }
}
