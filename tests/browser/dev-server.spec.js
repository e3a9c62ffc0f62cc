// What `cargo xtask serve` shows: the policy holds under the development server too, and a page that was
// staged anew reloads by itself.

import { utimesSync } from 'node:fs';
import { headersOf } from '../../headers.js';
import { staged } from './site.js';
import { expect, test } from './support.js';

// One after the other: a reload reaches every open page of the server.
test.describe.configure({ mode: 'serial' });

for (const path of ['', 'clv/']) {
  test(`/${path} runs under the policy`, async ({ page }) => {
    const response = await page.goto(path);
    // The development site is never cached.
    const { 'Cache-Control': _, ...headers } = headersOf(`/${path}`);
    const lowered = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]);
    expect(response.headers()).toMatchObject(Object.fromEntries(lowered));
    await expect(page.locator('h1')).toBeVisible();
  });
}

test.describe('what is being developed', () => {
  test.use({ serviceWorkers: 'allow' });

  test('is never taken from a cache', async ({ page }) => {
    await page.goto('');
    await page.evaluate(() => new Promise(document.getElementById('app').idle));
    await page.waitForLoadState('networkidle');
    expect(await page.evaluate(() => typeof document.getElementById('app').offline)).toBe('undefined');
    expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
  });
});

test('a page that was staged anew reloads', async ({ page }) => {
  await page.goto('');
  await expect(page.locator('h1')).toBeVisible();
  await page.evaluate(() => (window.before = true));
  const now = new Date();
  utimesSync(staged('.staged'), now, now);
  await page.waitForFunction(() => !window.before);
  await expect(page.locator('h1')).toBeVisible();
});
