// Every page opens, and fits a phone.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { some } from '../browser/site.js';
import { calculators, catalogue } from './host.js';
import { PHONE, assert, engine, result, test } from './support.js';

const place = ['firefox', 'webkit'].indexOf(engine);

for (const [at, locale] of ['zh-CN', 'en'].entries()) {
  test(`pages open in ${locale}`, async ({ browser, open }) => {
    for (const { path, title } of some(catalogue, 2 * at + place, 4)) {
      await open(`${path}?lang=${locale}`);
      await browser.waitFor(
        `${path} is called ${title[locale]}`,
        (title, locale) => document.title === title && document.documentElement.lang === locale,
        title[locale],
        locale,
      );
      assert.deepEqual(await browser.evaluate(() => window.complaints), [], path);
    }
  });
}

test('a worked case of every calculator opens from its link', async ({ browser, open }) => {
  for (const { path, calculator } of some(calculators, 1, 4)) {
    const { fragment, results } = calculator.cases.at(-1);
    await open(`${path}#${fragment}`);
    for (const [key, value] of Object.entries(results)) await result(browser, key, value);
  }
});

test(
  'no page is wider than a phone, whatever its fields contain',
  async ({ browser, open }) => {
    for (const { path } of some(catalogue, 2, 4)) {
      await open(`${path}?lang=en`);
      await browser.evaluate(() => {
        for (const input of document.querySelectorAll('.field input[inputmode=decimal]:not([readonly])')) {
          input.value = '999999';
          input.dispatchEvent(new Event('input', { bubbles: true }));
        }
      });
      const [width, room] = await browser.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
      assert.equal(width, room, path);
    }
  },
  { size: PHONE },
);

test('the language is chosen in the menu and remembered', async ({ browser, open }) => {
  await open('clv/?lang=en');
  await browser.click('.menu__button');
  await browser.click('.menu__choice[lang=zh-CN]');
  await browser.says('h1', '客户终生价值');
  await open('bad-debt/');
  await browser.says('h1', /坏账/);
});

test('dark colours are chosen in the menu and remembered', async ({ browser, open }) => {
  await open('bad-debt/?lang=en');
  const paper = () => browser.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const light = await paper();
  await browser.click('.menu__button');
  await browser.press('Dark', '.menu');
  await browser.waitFor('another paper', (light) => getComputedStyle(document.documentElement).backgroundColor !== light, light);
  const dark = await paper();
  await browser.reload();
  assert.equal(await paper(), dark);
});

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

for (const path of ['', 'bad-debt/', 'deals/?demo=1']) {
  test(`axe finds nothing on /${path}`, async ({ browser, open }) => {
    await open(`${path}${path.includes('?') ? '&' : '?'}lang=en`);
    await browser.driver.send('script', { script: `${AXE}; arguments[0]({ value: null })`, args: [] });
    const found = await browser.evaluate(async () => {
      const { violations } = await window.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] });
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target)}`);
    });
    assert.deepEqual(found, []);
  });
}
