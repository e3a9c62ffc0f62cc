// A lesson: keys, guesses, a reload.

import { assert, test } from './support.js';

const PAGE_DOWN = '\uE00F';
const PAGE_UP = '\uE00E';
const ENTER = '\uE007';

test('a lesson follows a clicker and survives a reload', async ({ browser, open }) => {
  await open('class/?lang=en#earned');
  await browser.says('.stage__place', '1 / 14');
  // Two lines, then the question.
  for (let presses = 0; presses < 3; presses += 1) await browser.keys(PAGE_DOWN);
  await browser.says('.stage__place', '2 / 14');
  await browser.keys('g', '9', 'k', ENTER, 'g');
  await browser.waitFor('a guess', () => document.querySelectorAll('.guesses__mark').length === 1);
  for (let presses = 0; presses < 3; presses += 1) await browser.keys(PAGE_DOWN);
  await browser.says('.stage__result', /25,000/);
  await browser.says('.guesses__nearest', /9,000/);
  await browser.reload();
  await browser.says('.stage__place', '4 / 14');
  await browser.says('.guesses__nearest', /9,000/);
  await browser.keys(PAGE_UP);
  await browser.says('.stage__place', '3 / 14');
  assert.equal(await browser.evaluate(() => document.querySelector('.stage__result')), null);
  await browser.keys('b');
  await browser.shown('.stage__off--black');
});
