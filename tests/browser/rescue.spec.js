// When the app cannot go on, a page is left that says so, reloads, and lets the data out.

import { readFileSync } from 'node:fs';
import { expect, test } from './support.js';

const trap = (page) =>
  page.evaluate(() =>
    dispatchEvent(new ErrorEvent('error', { error: new WebAssembly.RuntimeError('unreachable') })),
  );

test('an app that cannot be loaded says so', async ({ page, expected }) => {
  expected.push(/.*/);
  await page.route('**/*.wasm', (route) => route.abort());
  await page.goto('clv/');
  await expect(page.locator('h1')).toContainText('The app has stopped');
  await expect(page.getByRole('button')).toHaveCount(1);
  await page.unroute('**/*.wasm');
  await page.getByRole('button', { name: 'Reload' }).click();
  await expect(page.locator('#rescue')).toHaveCount(0);
  await expect(page.locator('h1')).toBeVisible();
});

test('after a panic the stored data can be saved, byte for byte, and nothing is written', async ({ page }) => {
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
