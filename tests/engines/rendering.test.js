// Rendering differences between engines that once made things too pale, cut off or misleading.

import { KEYS } from './browser.js';
import { assert, engine, test } from './support.js';

// The WCAG contrast ratio of two computed colours.
const contrast = (browser, selector, pseudo) =>
  browser.evaluate(
    (selector, pseudo) => {
      const element = document.querySelector(selector);
      const linear = (part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
      const luminance = (colour) => {
        const [red, green, blue] = colour.match(/[\d.]+/g).map((part) => linear(part / 255));
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
      };
      const { color, opacity } = getComputedStyle(element, pseudo);
      const [darker, lighter] = [color, getComputedStyle(element).backgroundColor].map(luminance).sort((one, other) => one - other);
      return opacity === '1' ? (lighter + 0.05) / (darker + 0.05) : 0;
    },
    selector,
    pseudo,
  );

test('the search placeholder is legible', async ({ browser, open }) => {
  await open('deals/?demo=1&lang=en');
  assert.ok((await contrast(browser, '#search', '::placeholder')) >= 4.5);
});

const newDeal = async (browser) => {
  await browser.press('New deal');
  await browser.waitFor('the field for the customer', () => document.activeElement.name === 'customer');
  await browser.evaluate(() => document.querySelectorAll('details.deal-section').forEach((section) => (section.open = true)));
};

test('an empty date field sets the background WebKit relies on', async ({ browser, open }) => {
  await open('deals/?lang=en');
  await newDeal(browser);
  const grounds = await browser.evaluate(() => [...document.querySelectorAll('input[type=date]')].map((day) => getComputedStyle(day).backgroundColor));
  assert.ok(grounds.length >= 2);
  assert.deepEqual(grounds.filter((ground) => /transparent|, 0\)/.test(ground)), []);
});

test('a box is as high as its text', async ({ browser, open }) => {
  await open('deals/?lang=en');
  await newDeal(browser);
  const box = 'textarea[name="next_step.action"]';
  await browser.fill(box, ['one', 'two', 'three', 'four', 'five', 'six', 'seven'].join(KEYS.enter));
  await browser.waitFor(
    'all lines are seen',
    (box) => {
      const { value, scrollHeight, clientHeight } = document.querySelector(box);
      return value.split('\n').length === 7 && scrollHeight <= clientHeight;
    },
    box,
  );
});

test('a clicked cell has no preview ring', async ({ browser, open }) => {
  await open('bad-debt/?lang=en');
  await browser.click('[data-place="1 4"]');
  await browser.waitFor('it is the current one', () => document.querySelector('[data-place="1 4"]').getAttribute('aria-current') === 'true');
  assert.notEqual(await browser.evaluate(() => getComputedStyle(document.querySelector('[data-place="1 4"]')).outlineStyle), 'dashed');
});

test('the thumb of a slider is visible', async ({ browser, open }) => {
  await open('bad-debt/?lang=en');
  // Elsewhere the native control uses the text colour.
  const own = await browser.evaluate(() => getComputedStyle(document.querySelector('.field__slider')).appearance);
  assert.equal(own, engine === 'webkit' ? 'none' : 'auto');
});
