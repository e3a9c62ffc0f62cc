// Styling of an element by its host: every part and property in docs/EMBEDDING.md has its effect.

import { readFileSync } from 'node:fs';
import { serveHost } from './host-pages.js';
import { expect, test as base } from './support.js';

const documented = readFileSync('docs/EMBEDDING.md', 'utf8');
const parts = /The parts are `([^`]*)`/.exec(documented)[1].split(/\s+/);
const properties = [.../The properties are ([^;]*);/.exec(documented)[1].matchAll(/`(?:--abacus)?-([a-z]+)`/g)].map(([, name]) => name);

const ALL = 'title inputs sliders detail result figures sentence picture working table chart actions conventions link';

const test = base.extend({
  // A host page with an element that shows all parts, once they have loaded.
  debt: async ({ context, baseURL, origins }, use) => {
    const text = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Host</title>
<script type="module" src="https://abacus.example/element.js"></script></head><body><main><h1>Host</h1>
<sales-abacus tool="bad-debt" lang="en" parts="${ALL}"></sales-abacus></main></body></html>`;
    const host = await serveHost(baseURL, { 'host.html': text });
    origins.add(host.origin);
    const page = await context.newPage();
    await page.setViewportSize({ width: 1000, height: 900 });
    await page.goto(`${host.url}host.html`);
    const debt = page.locator('sales-abacus');
    await debt.evaluate((element) => element.ready);
    for (const late of ['.picture', '.chart', '.table']) await expect(debt.locator(late).first()).toBeVisible();
    await use(debt);
    host.close();
  },
});

// With only this style sheet in the host's page.
const styled = (debt, css) =>
  debt.evaluate((element, css) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    element.ownerDocument.adoptedStyleSheets = [sheet];
  }, css);

test('each part can be styled by its name', async ({ debt }) => {
  expect(parts.length).toBeGreaterThan(10);
  await styled(debt, parts.map((name, at) => `sales-abacus::part(${name}) { --part-${at}: found }`).join('\n'));
  const found = (at) =>
    debt.evaluate(
      (element, at) =>
        [...element.shadowRoot.querySelectorAll('[part]')].filter(
          (one) => getComputedStyle(one).getPropertyValue(`--part-${at}`) === 'found',
        ).length,
      at,
    );
  for (const [at, name] of parts.entries()) await expect.poll(() => found(at), name).toBeGreaterThan(0);
});

// The visible effect of each property.
const SEEN = {
  ink: ['#102030', '.abacus__app', 'color', 'rgb(16, 32, 48)'],
  ground: ['#fff8e0', '.abacus__app', 'backgroundColor', 'rgb(255, 248, 224)'],
  line: ['#405060', '.table tbody td', 'borderBottomColor', 'rgb(64, 80, 96)'],
  accent: ['#005ea5', '.table__current', 'color', 'rgb(0, 94, 165)'],
  focus: ['#7000c0', '.field__box:focus-within', 'outlineColor', 'rgb(112, 0, 192)'],
  radius: ['3px', '.field__box', 'borderTopLeftRadius', '3px'],
  gap: ['17px', '.result__others', 'columnGap', '17px'],
  font: ['"Some Host"', '.abacus__app', 'fontFamily', '"Some Host"'],
  size: ['21px', '.abacus__app', 'fontSize', '21px'],
};

test('each property has exactly its own effect', async ({ debt }) => {
  expect(properties.toSorted()).toEqual(Object.keys(SEEN).toSorted());
  await debt.locator('[name=loss]').focus();
  const look = async () => {
    const looks = Object.entries(SEEN).map(([name, [, selector, property]]) => [name, selector, property]);
    return debt.evaluate((element, looks) => {
      const of = ([name, selector, property]) => [name, getComputedStyle(element.shadowRoot.querySelector(selector))[property]];
      return Object.fromEntries(looks.map(of));
    }, looks);
  };
  const before = await look();
  for (const [name, [value, , , expected]] of Object.entries(SEEN)) {
    await styled(debt, `sales-abacus { --abacus-${name}: ${value} }`);
    await expect.poll(look, name).toEqual({ ...before, [name]: expected });
  }
});
