// One file with all pages, opened from an empty folder.

import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { site, target } from '../browser/site.js';
import { fragment, result, settled, test } from './support.js';

// The address of the file alone in a folder, for the duration of `work`.
const alone = async (name, work) => {
  const folder = mkdtempSync(join(tmpdir(), 'abacus-single-'));
  try {
    copyFileSync(resolve(target, 'single', site, name), join(folder, name));
    await work(pathToFileURL(join(folder, name)).href);
  } finally {
    rmSync(folder, { recursive: true });
  }
};

test('a single file opens, navigates and keeps its address', async ({ browser }) => {
  await alone('sales-abacus.html', async (file) => {
    await browser.navigate(`${file}#/clv?lang=en&spend=9&visits=4&weeks=52&years=30`);
    await settled(browser);
    await result(browser, 'value', '56160');
    await browser.fill('input[name="years"]', '10');
    await result(browser, 'value', '18720');
    await fragment(browser, '#/clv?lang=en&years=10');
    await browser.reload();
    await settled(browser);
    await result(browser, 'value', '18720');
    await browser.press('Calculators', 'nav');
    await browser.says('h1', 'Figures you can show a customer');
    await browser.back();
    await result(browser, 'value', '18720');
  });
});

test('a single file keeps deals over a reload', async ({ browser }) => {
  await alone('sales-abacus-full.html', async (file) => {
    await browser.navigate(`${file}#/deals?lang=en`);
    await settled(browser);
    await browser.press('New deal');
    await browser.fill('[name="customer"]', 'ACME');
    await browser.says('.save-status__word', 'Saved');
    await browser.reload();
    await settled(browser);
    await browser.waitFor('the deal', () => document.querySelector('[name="customer"]')?.value === 'ACME');
  });
});
