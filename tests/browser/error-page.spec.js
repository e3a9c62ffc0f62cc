// When the app crashes, an error page says so, reloads, and exports the data.

import { readFileSync } from 'node:fs';
import { axeInBoth, expect, test } from './support.js';

const trap = (page) =>
  page.evaluate(() =>
    dispatchEvent(new ErrorEvent('error', { error: new WebAssembly.RuntimeError('unreachable') })),
  );

test('an app that fails to load is reported', async ({ page, expected }) => {
  expected.push(/.*/);
  await page.route('**/*.wasm', (route) => route.abort());
  await page.goto('clv/');
  await expect(page.locator('h1')).toContainText('This page could not start');
  await expect(page.getByRole('button')).toHaveCount(1);
  await page.unroute('**/*.wasm');
  await page.getByRole('button', { name: 'Reload' }).click();
  await expect(page.locator('#rescue')).toHaveCount(0);
  await expect(page.locator('h1')).toBeVisible();
});

test('after a panic the stored data can be saved byte for byte', async ({ page }) => {
  await page.goto('');
  await expect(page.locator('h1')).toBeVisible();
  await page.evaluate(() => {
    localStorage.setItem('sales-abacus:deal:1', '{"broken": ');
    localStorage.setItem('another-app', 'not ours');
  });
  await trap(page);
  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save stored data' }).click();
  const download = await waiting;
  const file = JSON.parse(readFileSync(await download.path(), 'utf8'));
  expect(file).toMatchObject({ format: 'sales-abacus-raw', version: 1 });
  expect(file.entries['sales-abacus:deal:1']).toBe('{"broken": ');
  expect(file.entries).not.toHaveProperty('another-app');
  await page.evaluate(() => localStorage.setItem('sales-abacus:deal:1', 'overwritten'));
  expect(await page.evaluate(() => localStorage.getItem('sales-abacus:deal:1'))).toBe('{"broken": ');
});

test('a stopped app loads nothing more', async ({ page }) => {
  await page.addInitScript(() => {
    window.requestIdleCallback = (then) => { window.whenIdle = then; };
  });
  await page.goto('');
  await expect.poll(() => page.evaluate(() => typeof window.whenIdle)).toBe('function');
  await trap(page);
  const asked = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.evaluate(async () => {
    window.whenIdle();
    await new Promise((later) => setTimeout(later, 200));
  });
  expect(asked).toEqual([]);
});

test('the values of other apps are not even read', async ({ page }) => {
  await page.goto('');
  await expect(page.locator('h1')).toBeVisible();
  await page.evaluate(() => {
    localStorage.setItem('sales-abacus:deal:1', 'ours');
    localStorage.setItem('another-app', 'not ours');
    const real = localStorage;
    window.read = [];
    const watched = new Proxy(real, {
      get(_, key) {
        if (key === 'getItem') return (asked) => (window.read.push(asked), real.getItem(asked));
        if (typeof key === 'string' && Object.hasOwn(real, key)) window.read.push(key);
        const value = Reflect.get(real, key);
        return typeof value === 'function' ? value.bind(real) : value;
      },
    });
    Object.defineProperty(window, 'localStorage', { get: () => watched });
  });
  await trap(page);
  await expect(page.getByRole('button', { name: 'Save stored data' })).toBeVisible();
  expect(await page.evaluate(() => window.read)).toContain('sales-abacus:deal:1');
  expect(await page.evaluate(() => window.read)).not.toContain('another-app');
});

test(`axe finds nothing on the error page`, async ({ page }) => {
  await page.goto('');
  await expect(page.locator('h1')).toBeVisible();
  await page.evaluate(() => localStorage.setItem('sales-abacus:deal:1', 'ours'));
  await trap(page);
  await expect(page.getByRole('button', { name: 'Save stored data' })).toBeVisible();
  expect(await axeInBoth(page)).toEqual([]);
});
