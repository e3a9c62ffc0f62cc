// Touch input: fields, sliders, pasted cells, a table that scrolls sideways.

import { some } from './site.js';
import { expect, test, unfoldSections } from './support.js';

const field = (page, key) => page.locator(`input[name="${key}"]`);
const output = (page, key) => page.locator(`output[name="${key}"]`);
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

test.describe('on a phone', () => {
  test.use(phone);

  // The browser's own gestures: a touch that moves down is a scroll, which cancels the pointer.
  const touch = async (page, points) => {
    const session = await page.context().newCDPSession(page);
    const send = (type, at) => session.send('Input.dispatchTouchEvent', { type, touchPoints: at ? [at] : [] });
    const [first, ...others] = points;
    await send('touchStart', first);
    for (const at of others) await send('touchMove', at);
    await send('touchEnd');
    await session.detach();
  };

  test('scrolling over a slider by touch changes nothing', async ({ page }) => {
    await page.goto('bad-debt/?lang=en');
    const slider = page.locator('input[data-slider="loss"]');
    await slider.scrollIntoViewIfNeeded();
    await page.evaluate(() => scrollBy(0, 100));
    const box = await slider.boundingBox();
    const [x, y] = [box.x + box.width * 0.8, box.y + box.height / 2];
    const before = await page.evaluate(() => scrollY);
    await touch(page, [0, 20, 60, 120, 180].map((up) => ({ x, y: y - up })));
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(before);
    await expect(slider).toHaveValue('500');
    await expect(field(page, 'loss')).toHaveValue('500');
    await expect(output(page, 'extra_sales').locator('data')).toHaveAttribute('value', '25000');
  });

  test('a tap on the track of a slider counts', async ({ page }) => {
    await page.goto('bad-debt/?lang=en');
    const slider = page.locator('input[data-slider="loss"]');
    await slider.scrollIntoViewIfNeeded();
    const box = await slider.boundingBox();
    await touch(page, [{ x: box.x + box.width / 2, y: box.y + box.height / 2 }]);
    await expect(field(page, 'loss')).not.toHaveValue('500');
  });

  test('dragging the bubble moves it sideways and scrolls upwards', async ({ page }) => {
    await page.goto('bad-debt/?lang=en#margin=0.04');
    await unfoldSections(page);
    const dot = page.locator('.chart__picture .chart__now');
    await dot.scrollIntoViewIfNeeded();
    await page.evaluate(() => scrollBy(0, 200));
    const at = async () => {
      const box = await dot.boundingBox();
      return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    };
    const before = await page.evaluate(() => scrollY);
    let { x, y } = await at();
    await touch(page, [0, 20, 60, 120, 180].map((up) => ({ x: x + up / 20, y: y - up })));
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(before);
    await expect(field(page, 'margin')).toHaveValue('4');

    ({ x, y } = await at());
    // Its position in the viewport: the page above it may grow or shrink with the figures.
    const top = async () => (await page.locator('.chart__picture').boundingBox()).y;
    const stood = await top();
    await touch(page, [0, 8, 20, 40, 60].map((right) => ({ x: x + right, y: y + right / 5 })));
    await expect(field(page, 'margin')).not.toHaveValue('4');
    const margin = Number(await field(page, 'margin').inputValue());
    expect(margin).toBeGreaterThan(4.5);
    expect(margin).toBeLessThan(6);
    await expect(field(page, 'loss')).toHaveValue('500');
    expect(Math.abs((await top()) - stood)).toBeLessThan(2);
    // A sideways move beside the bubble drags nothing.
    await touch(page, [0, 8, 20, 40, 60].map((left) => ({ x: x - 80 - left, y: y - 60 })));
    await expect(field(page, 'margin')).toHaveValue(String(margin));
  });

  test('a tap selects the figure and typing replaces it', async ({ page }) => {
    await page.goto('bad-debt/?lang=en');
    await field(page, 'loss').tap();
    await page.keyboard.type('7');
    await expect(field(page, 'loss')).toHaveValue('7');
    // A second tap sets the caret.
    await field(page, 'loss').tap();
    await page.keyboard.press('End');
    await page.keyboard.type('00');
    await expect(field(page, 'loss')).toHaveValue('700');
  });

  test('keys at the field type what a number pad lacks', async ({ page }) => {
    await page.goto('bad-debt/?lang=zh-CN');
    await field(page, 'loss').tap();
    await page.keyboard.type('1.2');
    await page.getByRole('button', { name: '万', exact: true }).tap();
    await expect(field(page, 'loss')).toBeFocused();
    await expect(field(page, 'loss')).toHaveValue('1.2万');
    await expect(output(page, 'extra_sales').locator('data')).toHaveAttribute('value', '600000');
    // A number of visits a week never reaches ten thousand.
    await page.goto('clv/?lang=zh-CN');
    await field(page, 'visits').tap();
    await expect(field(page, 'visits')).toBeFocused();
    await expect(page.locator('.field__key')).toHaveCount(0);
    await field(page, 'spend').tap();
    await expect(page.locator('.field__key')).toHaveText(['万', '亿']);
    // A ratio takes a per cent sign, once.
    await page.goto('bad-debt/?lang=zh-CN');
    await field(page, 'margin').tap();
    await page.keyboard.type('4');
    await expect(page.locator('.field__key')).toHaveText(['%']);
    for (let times = 0; times < 2; times += 1) await page.locator('.field__key').tap();
    await expect(field(page, 'margin')).toHaveValue('4%');
    await expect(output(page, 'extra_sales').locator('data')).toHaveAttribute('value', '12500');
  });

  test('a target result has extra keys, too, and a sign toggle', async ({ page }) => {
    await page.goto('credit-decision/?lang=en');
    await page.getByRole('button', { name: 'Solve for this: Credit period' }).tap();
    const wanted = page.locator('#solve-wanted');
    await expect(wanted).toBeFocused();
    await page.keyboard.type('1');
    const keys = page.locator('.solve .field__key');
    await expect(keys).toHaveText(['k', 'million', '−']);
    await keys.nth(2).tap();
    await keys.nth(0).tap();
    await expect(wanted).toHaveValue('−1k');
    await expect(wanted).toBeFocused();
    await keys.nth(2).tap();
    await expect(wanted).toHaveValue('1k');
  });

  test('the last field’s Enter closes the keyboard, others move on', async ({ page }) => {
    await page.goto('activity/?lang=en');
    const hints = page.locator('.tool__form .field__input[inputmode]').filter({ visible: true });
    const said = await hints.evaluateAll((inputs) => inputs.map((input) => input.getAttribute('enterkeyhint')));
    expect(said.length).toBeGreaterThan(2);
    expect(said).toEqual([...said.slice(1).map(() => 'next'), 'done']);
  });
});

test('Enter moves to the next figure and stops at the last', async ({ page }) => {
  await page.goto('bad-debt/?lang=en');
  await field(page, 'loss').focus();
  await page.keyboard.press('Enter');
  await expect(field(page, 'margin')).toBeFocused();
  await page.keyboard.type('4');
  await expect(output(page, 'extra_sales').locator('data')).toHaveAttribute('value', '12500');
  await page.keyboard.press('Enter');
  await expect(field(page, 'margin')).not.toBeFocused();
});

test('a slider keeps out-of-range values, and its place on errors', async ({ page }) => {
  await page.goto('bad-debt/?lang=en#loss=80000');
  const slider = page.locator('input[data-slider="loss"]');
  for (const [key, value] of [['ArrowLeft', '75,000'], ['ArrowRight', '80,000'], ['PageDown', '30,000']]) {
    await slider.focus();
    await page.keyboard.press(key);
    await expect(field(page, 'loss'), key).toHaveValue(value);
  }
  await field(page, 'loss').fill('500');
  await expect(slider).toHaveValue('500');
  await field(page, 'loss').fill('12,5');
  await expect(page.locator('#loss-error')).toBeVisible();
  await expect(slider).toHaveValue('500');
});

test('several pasted cells are reported and change nothing', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('bad-debt/?lang=en');
  for (const cells of ['500\n600', '500\t600\t700', '1,000\r\n2,000\r\n']) {
    await page.evaluate((text) => navigator.clipboard.writeText(text), cells);
    await field(page, 'loss').focus();
    await field(page, 'loss').selectText();
    await page.keyboard.press('ControlOrMeta+v');
    await field(page, 'loss').blur();
    await expect(page.locator('#loss-error'), cells).toContainText(/several numbers/i);
    await expect(output(page, 'extra_sales').locator('data')).toHaveAttribute('value', '25000');
  }
});

test('the same holds in every other number field', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const pasted = async (input) => {
    await page.evaluate(() => navigator.clipboard.writeText('500\n600'));
    await input.focus();
    await input.selectText();
    await page.keyboard.press('ControlOrMeta+v');
    await input.blur();
  };
  await page.goto('bad-debt/?lang=en');
  await page.locator('.tool__form summary', { hasText: 'Slider ranges' }).click();
  await pasted(page.locator('.ends__input').first());
  await expect(page.locator('.ends__error').first()).toContainText(/several numbers/i);
  await page.getByRole('button', { name: 'Solve for this: Net margin' }).click();
  await pasted(page.locator('#solve-wanted'));
  await expect(page.locator('#solve-error')).toContainText(/several numbers/i);
  await page.goto('deals/?lang=en');
  await page.getByRole('button', { name: 'New deal' }).click();
  await pasted(page.locator('[name=amount]'));
  await expect(page.locator('#amount-error')).toContainText(/several numbers/i);
});

test('half-typed text is not reported as an error', async ({ page }) => {
  await page.clock.install();
  await page.goto('bad-debt/?lang=en');
  await field(page, 'loss').fill('');
  await expect(page.locator('.result--waiting')).toHaveCount(1);
  await expect(page.locator('#loss-error')).toBeHidden();
  await expect(page.locator('.result__stale')).toBeEmpty();
  await page.clock.runFor(1_000);
  await expect(page.locator('#loss-error')).toBeVisible();
  await expect(page.locator('.result--stale')).toHaveCount(1);
  await field(page, 'loss').fill('60');
  await expect(page.locator('.result--stale, .result--waiting')).toHaveCount(0);
});

for (const [name, path, prepare, selector, message] of [
  ['the wanted value of solve', 'bad-debt/?lang=en#solve=margin&extra_sales=10000', null, '#solve-wanted', '#solve-error'],
  ['the values of a table', 'bad-debt/?lang=en', unfoldSections, '#what-if-rows-values', '#what-if-rows-note'],
  [
    'the amount of a deal',
    'deals/?lang=en',
    (page) => page.getByRole('button', { name: 'New deal' }).click(),
    '[name=amount]',
    '#amount-error',
  ],
  ['the plan of means', 'deals/?lang=en#view=means', null, '[name="time.attack"]', '[id="time.attack-error"]'],
]) {
  test(`nor is it in ${name}`, async ({ page }) => {
    await page.clock.install();
    await page.goto(path);
    await prepare?.(page);
    const input = page.locator(selector);
    await expect(input).toBeVisible();
    await page.clock.pauseAt((await page.evaluate(() => Date.now())) + 60_000);
    const isSilent = async () => {
      await expect(input).not.toHaveAttribute('aria-invalid');
      await expect(page.locator(message)).toBeEmpty();
    };
    // Half typed, and continued within the debounce.
    await input.fill('x12');
    await isSilent();
    await page.clock.runFor(700);
    await input.fill('x123');
    await page.clock.runFor(700);
    await isSilent();
    await page.clock.runFor(300);
    await expect(input).toHaveAttribute('aria-invalid', 'true');
    await expect(page.locator(message)).not.toBeEmpty();
    // Once corrected the error disappears; and blur does not wait for the debounce.
    await input.fill('12');
    await isSilent();
    await input.fill('x12');
    await input.blur();
    await expect(input).toHaveAttribute('aria-invalid', 'true');
    await expect(page.locator(message)).not.toBeEmpty();
  });
}

for (const [turn, width] of [320, 360, 390].entries()) {
  for (const [path, table] of some([
    ['bad-debt/', '.what-if__scroll'],
    ['bad-debt/#loss=999999999999999', '.what-if__scroll'],
    ['dso/', '.what-if__scroll'],
    ['clv/', '.what-if__scroll'],
  ], turn, 4)) {
    test(`no cell is partly covered by a header: /${path} at ${width} px`, async ({ page }) => {
      await page.setViewportSize({ width, height: 800 });
      await page.goto(path);
      await unfoldSections(page);
      const scroller = page.locator(table);
      await expect(scroller).toBeVisible();
      const half = await scroller.evaluate(async (element) => {
        const found = [];
        const frame = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
        for (let left = 0; left <= element.scrollWidth - element.clientWidth; left += 7) {
          element.scrollLeft = left;
          await frame();
          for (const row of element.querySelectorAll('tr')) {
            const [head, ...cells] = row.children;
            const edge = head.getBoundingClientRect().right;
            for (const cell of cells) {
              const { left: from, right: to } = cell.getBoundingClientRect();
              if (from < edge - 1 && to > edge + 1) found.push([left, cell.textContent, Math.round(to - edge)]);
            }
          }
        }
        return found;
      });
      expect(half).toEqual([]);
      // Everything is reachable: the last column at the end.
      const isLastShown = await scroller.evaluate((element) => {
        element.scrollLeft = element.scrollWidth;
        const last = element.querySelector('tbody tr').lastElementChild.getBoundingClientRect();
        return last.right <= element.getBoundingClientRect().right + 1;
      });
      expect(isLastShown).toBe(true);
    });

    test(`no digit shows beside a header during a drag: /${path} at ${width} px`, async ({ page }) => {
      await page.setViewportSize({ width, height: 800 });
      await page.goto(path);
      await unfoldSections(page);
      const scroller = page.locator(table);
      await expect(scroller).toBeVisible();
      const seen = await scroller.evaluate(async (element) => {
        const found = [];
        const frame = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
        // It can be dragged anywhere.
        element.style.scrollSnapType = 'none';
        for (let left = 0; left <= element.scrollWidth - element.clientWidth; left += 7) {
          element.scrollLeft = left;
          await frame();
          for (const row of element.querySelectorAll('tr')) {
            const [head, ...cells] = row.children;
            const edge = head.getBoundingClientRect().right;
            for (const cell of cells) {
              const { left: from, right: to } = cell.getBoundingClientRect();
              const isInk = getComputedStyle(cell).webkitTextFillColor !== 'rgba(0, 0, 0, 0)';
              if (from < edge - 3 && to > edge + 1 && isInk) found.push([left, cell.textContent, Math.round(to - edge)]);
              if (from >= edge && !isInk) found.push([left, cell.textContent, 'is gone']);
            }
          }
        }
        return found;
      });
      expect(seen).toEqual([]);
    });
  }
}
