// The element in a page in React: the component of docs/EMBEDDING.md and the one of the builder, bundled as a host would.

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { build } from 'vite';
import { serveHost } from './host-pages.js';
import { axe, expect, test as base } from './support.js';

const root = resolve('examples/host/react');

// A page below examples/host/react/ as Vite makes it, by name. What `sources` holds stands in place of files.
const bundled = async (sources = {}) => {
  const instead = { name: 'instead', enforce: 'pre', load: (id) => sources[id.slice(root.length + 1)] ?? null };
  const { output } = await build({
    root,
    configFile: false,
    logLevel: 'error',
    base: './',
    plugins: [instead],
    build: { write: false, modulePreload: false, rolldownOptions: { external: /^https:/ } },
  });
  return Object.fromEntries(output.map(({ fileName, code, source }) => [`react/${fileName}`, code ?? source]));
};

const test = base.extend({
  open: async ({ context, baseURL, origins }, use) => {
    const hosts = [];
    await use(async (sources) => {
      const host = await serveHost(baseURL, await bundled(sources));
      hosts.push(host);
      origins.add(host.origin);
      const page = await context.newPage();
      await page.goto(`${host.url}react/index.html`);
      return page;
    });
    hosts.forEach((host) => host.close());
  },
});

const calculator = (page) => page.locator('sales-abacus');
const field = (page) => calculator(page).locator('[name=loss]');
const result = (page) => calculator(page).locator('output[name=extra_sales] data');
const unpaid = (page) => page.getByLabel('Unpaid invoices');
const needed = (page) => page.locator('output[name=needed]');

test('a page in React holds the values: they go in, and changes come out', async ({ open }) => {
  const page = await open();
  await expect(result(page)).toHaveText('35,000');
  await expect(needed(page)).toHaveText('35000');
  expect(await axe(page)).toEqual([]);

  await unpaid(page).fill('1000');
  await expect(result(page)).toHaveText('50,000');
  await expect(field(page)).toHaveValue(/^1,?000$/);
  await expect(needed(page)).toHaveText('50000');

  await field(page).fill('350');
  await field(page).blur();
  await expect(unpaid(page)).toHaveValue('350');
  await expect(needed(page)).toHaveText('17500');
  await expect(calculator(page)).toHaveAttribute('loss', '350');

  // What cannot be read is in the page's own field alone, and nothing of it is lost.
  await unpaid(page).fill('much');
  await expect(result(page)).toHaveText('17,500');
  await expect(unpaid(page)).toHaveValue('much');
  await unpaid(page).fill('400');
  await expect(result(page)).toHaveText('20,000');
});

test('typed quickly, the last value of the page counts', async ({ open }) => {
  const page = await open();
  await expect(result(page)).toHaveText('35,000');
  await unpaid(page).fill('');
  await unpaid(page).pressSequentially('123456');
  await expect(result(page)).toHaveText('6,172,800');
  await expect(unpaid(page)).toHaveValue('123456');
  await field(page).fill('');
  await field(page).pressSequentially('654321');
  await field(page).blur();
  await expect(unpaid(page)).toHaveValue('654321');
  await expect(field(page)).toHaveValue(/^654,?321$/);
});

test('React takes the calculator away and puts it back', async ({ open }) => {
  const page = await open();
  await expect(result(page)).toHaveText('35,000');
  await field(page).fill('500');
  await field(page).blur();
  await expect(unpaid(page)).toHaveValue('500');
  await page.getByRole('button', { name: 'Hide the calculator' }).click();
  await expect(calculator(page)).toHaveCount(0);
  await unpaid(page).fill('900');
  await page.getByRole('button', { name: 'Show the calculator' }).click();
  await expect(result(page)).toHaveText('45,000');
  await expect(needed(page)).toHaveText('45000');
});

test('the component in the documentation is the one of the page', () => {
  const [, documented] = readFileSync('docs/EMBEDDING.md', 'utf8').match(/```jsx\n([^]*?)```/);
  expect(documented).toBe(readFileSync(resolve(root, 'BadDebt.jsx'), 'utf8'));
});

test('the component that the builder writes runs', async ({ open, page }) => {
  await page.goto('embed/?lang=en#tool=bad-debt&loss=800');
  await expect(page.locator('.codes__code--waiting')).toHaveCount(0);
  const code = await page.locator('[data-kind=react]').textContent();
  expect(code).toContain('export function BadDebt()');
  const host = await open({ 'BadDebt.jsx': code });
  await expect(result(host)).toHaveText('40,000');
});
