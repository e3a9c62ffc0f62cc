// The base of every browser test: a `test` that fails on any browser error or warning.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test as base } from '@playwright/test';
import { staged } from './site.js';

export { expect };

export const locales = ['zh-CN', 'en'];

// Every page as staged: [{ path, title: { 'zh-CN', en }, description: { … } }].
export const catalogue = JSON.parse(readFileSync(staged('/pages.json'), 'utf8'));

// Addresses below the root: '', 'clv/', 'embed/clv/', …
export const pages = catalogue.map(({ path }) => path);

// Chromium's message for a request aborted because its page was left.
const LEFT = 'net::ERR_ABORTED';

const reportViolations = () =>
  addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile, lineNumber }) =>
    console.error(`policy violated: ${violatedDirective} by ${blockedURI} in ${sourceFile}:${lineNumber}`),
  );

// Waits until the app, or its error page, has replaced the pre-rendered page and the note, and the lazy parts have
// loaded.
const settled = async (page) => {
  await page.locator('#app > .boot').waitFor({ state: 'detached' });
  await expect(page.locator('#app .later[aria-busy]')).toHaveCount(0);
};

// Opens the page's menu, which contains language, appearance and number format.
export const openMenu = (page) => page.locator('.menu__button').click();

// On a phone, table and scenarios are initially collapsed.
export const unfoldSections = async (page) => {
  for (const section of ['.what-if', '.scenarios']) {
    const folded = page.locator(`${section} > details:not([open]) > summary`);
    if ((await folded.count()) > 0) await folded.click();
  }
};

export const test = base.extend({
  // `page` waits for the app. A test of the page before that opens another with `context.newPage()`.
  page: async ({ page }, use) => {
    for (const method of ['goto', 'reload']) {
      const navigate = page[method].bind(page);
      page[method] = async (...args) => {
        const response = await navigate(...args);
        await settled(page);
        return response;
      };
    }
    await use(page);
  },

  // Origins that a test may load from. A test that starts another server adds it.
  origins: async ({ baseURL }, use) => use(new Set([new URL(baseURL).origin])),

  // Patterns of errors that a test provokes on purpose.
  expected: async ({}, use) => use([]),

  complaints: [
    async ({ context, origins, expected }, use) => {
      const complaints = [];
      const complain = (complaint) => complaints.push(complaint);
      await context.addInitScript(reportViolations);
      context.on('weberror', (error) => complain(`error: ${error.error().stack}`));
      context.on('console', (message) => {
        if (message.type() === 'error') complain(`console: ${message.text()}`);
      });
      context.on('request', (request) => {
        if (!origins.has(new URL(request.url()).origin)) complain(`another origin: ${request.url()}`);
      });
      context.on('requestfailed', (request) => {
        const reason = request.failure()?.errorText;
        if (reason !== LEFT) complain(`request failed: ${request.url()} ${reason}`);
      });
      context.on('response', (response) => {
        if (response.status() >= 400) complain(`status ${response.status()}: ${response.url()}`);
      });
      await use(complaints);
      const unexpected = complaints.filter((complaint) => !expected.some((pattern) => pattern.test(complaint)));
      expect(unexpected, 'what the browser complained of').toEqual([]);
    },
    { auto: true },
  ],
});

// Runs in a page: stores in `isShown` whether the pre-rendered page is visible once fully parsed, before the app
// replaces it.
export const recordPrerenderedVisibility = () =>
  document.addEventListener('readystatechange', () =>
    // After other listeners for the same event.
    queueMicrotask(() => (window.isShown ??= document.querySelector('.prerendered')?.hidden === false)),
  );

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const STANDARD = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

// The violations that axe finds, one line for each place; tests expect `[]`. Evaluated rather than added as a script
// element, which the policy would refuse.
export const axe = (page, context = undefined) => found(page, context, { type: 'tag', values: STANDARD });

// The same in light and dark colours, where only the contrast can differ.
export const axeInBoth = async (page, context = undefined) => {
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  const dark = await found(page, context, { type: 'rule', values: ['color-contrast', 'link-in-text-block'] });
  await page.emulateMedia({ colorScheme: 'light' });
  return [...dark.map((line) => `dark: ${line}`), ...(await axe(page, context))];
};

const found = async (page, context, runOnly) => {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource);
  const run = ({ context, runOnly }) => window.axe.run(context ?? document, { runOnly });
  const { violations } = await page.evaluate(run, { context, runOnly });
  return violations.flatMap(({ id, help, nodes }) => nodes.map(({ target }) => `${id}: ${help} (${target.join(' ')})`));
};
