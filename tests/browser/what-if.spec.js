// The what-if table and its chart: core tests their content; here they are used, by mouse, touch and keyboard.

import { some } from './site.js';
import { axe, axeInBoth, catalogue, expect, locales, test, unfoldSections } from './support.js';

const output = (page, key) => page.locator(`output[name="${key}"] data`);
const field = (page, key) => page.locator(`input[name="${key}"]`);
const cell = (page, row, column) => page.locator(`[data-place="${row} ${column}"]`);
const readout = (page) => page.locator('.what-if__case');
const select = (page, which) => page.locator(`#what-if-${which}`);
const values = (page, side) => page.locator(`#what-if-${side}-values`);
const twenty = Array.from({ length: 20 }, (_, index) => index + 1);

// The width of an SVG unit, in pixels.
const unit = (picture) => picture.evaluate((svg) => svg.getBoundingClientRect().width / svg.viewBox.baseVal.width);

test('the table takes any two inputs against any result', async ({ page }) => {
  await page.goto('bad-debt/?lang=en');
  const restore = page.getByRole('button', { name: 'Reset the table' });
  await expect(restore).toHaveCount(0);
  await select(page, 'rows').selectOption('premium');
  await select(page, 'columns').selectOption('insured');
  await select(page, 'output').selectOption('uncovered');
  await expect(page.locator('.table__caption')).toHaveText('Loss you bear ($): Premium ($) in rows, Insured share in columns');
  await expect(values(page, 'columns')).toHaveValue('0% 20% 40% 60% 80% 100%');
  // 500 × (1 − 40 %) + 400
  await expect(cell(page, 2, 2).locator('data')).toHaveAttribute('value', '700');
  await expect(page.locator('.table__misprint')).toHaveCount(0);
  await restore.click();
  await expect(select(page, 'output')).toBeFocused();
  await expect(page.locator('.table__misprint')).toHaveCount(3);
  await expect(page.locator('.table__caption')).toHaveText('Extra sales ($): Loss ($) in rows, Net margin in columns');
});

test('choosing the other axis’s input transposes the table', async ({ page }) => {
  await page.goto('bad-debt/?lang=en');
  await select(page, 'rows').selectOption('margin');
  await expect(page.locator('.table__caption')).toContainText('Net margin in rows, Loss ($) in columns');
  await expect(cell(page, 4, 1).locator('data')).toHaveAttribute('value', '10000');
});

test('the lists show the effective choice', async ({ page }) => {
  await page.goto('bad-debt/?lang=en');
  await select(page, 'rows').selectOption('margin');
  for (const [columns, rows] of [['margin', 'loss'], ['loss', 'margin'], ['margin', 'loss']]) {
    await select(page, 'columns').selectOption(columns);
    await expect(page.locator('.table__caption')).toContainText(rows === 'loss' ? 'Loss ($) in rows' : 'Net margin in rows');
    await expect(select(page, 'rows')).toHaveValue(rows);
  }
  await select(page, 'output').selectOption('multiple');
  await select(page, 'output').selectOption('extra_sales');
  await select(page, 'output').selectOption('multiple');
  await page.getByRole('button', { name: 'Reset the table' }).click();
  await expect(select(page, 'output')).toHaveValue('extra_sales');
});

test('unreadable table values are explained and kept', async ({ page }) => {
  await page.goto('bad-debt/?lang=en');
  const columns = values(page, 'columns');
  await columns.fill('１％ 10%');
  await expect(page.locator('.table thead th')).toHaveText(['1%', '2%now', '10%']);
  await columns.fill('1% 10% abc');
  await expect(columns).toHaveAttribute('aria-invalid', 'true');
  await expect(page.locator('#what-if-columns-note')).toHaveText(/^“abc”: This is not a number/);
  await columns.blur();
  await expect(columns).toHaveValue('1% 10% abc');
  await expect(page.locator('.table thead th')).toHaveText(['1%', '2%now', '10%']);
  await columns.fill('1% 10% 1%');
  await expect(columns).not.toHaveAttribute('aria-invalid');
  await expect(page.locator('#what-if-columns-note')).toHaveText('Duplicates count once: 1%.');
  await columns.blur();
  await expect(columns).toHaveValue('1% 10%');
  await columns.fill(twenty.concat(21).join('\n'));
  await expect(page.locator('#what-if-columns-note')).toHaveText('Enter at most 20 numbers.');
  // A column out of a spreadsheet.
  await values(page, 'rows').fill('500\n1,000\n3万');
  await expect(page.locator('.table tbody th')).toHaveText(['500', '1,000', '30,000']);
  await expect(cell(page, 2, 0).locator('data')).toHaveAttribute('value', '3000000');
  await expect(cell(page, 0, 1)).toHaveAttribute('aria-current', 'true');
});

test('a tap makes a cell the current case, hovering does not', async ({ page }) => {
  await page.goto('bad-debt/?lang=en');
  await cell(page, 1, 4).hover();
  await expect(readout(page)).toHaveText('Here: Loss 600, Net margin 6% → $10,000');
  await expect(page.locator('.chart__cross')).toHaveCount(1);
  await expect(output(page, 'extra_sales')).toHaveText('25,000');
  await expect(field(page, 'loss')).toHaveValue('500');
  await cell(page, 1, 4).click();
  await expect(output(page, 'extra_sales')).toHaveText('10,000');
  await expect(field(page, 'loss')).toHaveValue('600');
  await expect(field(page, 'margin')).toHaveValue('6');
  await expect(page.locator('.table__current')).toHaveText(/^10,000.*now$/);
  await page.locator('h1').hover();
  await page.locator('h1').click();
  await expect(readout(page)).toHaveText('Now: Loss 600, Net margin 6% → $10,000');
});

test('a case between the values appears in table and chart', async ({ page }) => {
  await page.goto('bad-debt/?lang=en#loss=550&margin=0.025');
  await expect(readout(page)).toHaveText('Now: Loss 550, Net margin 2.5% → $22,000');
  await expect(page.locator('.table__current')).toHaveText(/^22,000.*now$/);
  await expect(page.locator('.table__beside')).toHaveText(['2.5%now', '550now']);
  await expect(page.locator('.chart__picture .chart__now')).toHaveCount(1);
  expect(await axe(page, '.what-if')).toEqual([]);
});

test('table and chart follow a slider beyond the axes', async ({ page }) => {
  await page.goto('bad-debt/?lang=en');
  const slider = page.getByRole('slider', { name: 'Net margin' });
  const places = [];
  for (const [margin, sales] of [['0.028', '17,857'], ['0.039', '12,821'], ['0.04', '12,500'], ['0.2', '2,500'], ['0.001', '500,000']]) {
    await slider.fill(margin);
    await expect(page.locator('.table__current')).toHaveText(new RegExp(`^${sales}`));
    const marker = page.locator('.chart__picture .chart__now');
    await expect(marker).toHaveCount(1);
    const beyond = ['0.2', '0.001'].includes(margin);
    await expect(page.locator('.chart__legend')).toContainText(beyond ? 'off the chart' : 'now');
    places.push(await marker.evaluate((element) => element.outerHTML));
  }
  expect(new Set(places).size).toBe(places.length);
});

test('choosing a cell keeps the focus on it', async ({ page }) => {
  await page.goto('bad-debt/?lang=en#margin=0.025');
  await cell(page, 0, 1).focus();
  await page.keyboard.press('ArrowRight');
  await expect(field(page, 'margin')).toHaveValue('3');
  await expect(page.locator('.table thead th')).toHaveText(['2%', '3%', '4%', '5%', '6%']);
  await expect(cell(page, 0, 1)).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(field(page, 'margin')).toHaveValue('4');
  // Also if the column goes on the other side.
  await field(page, 'margin').fill('20');
  await cell(page, 0, 5).focus();
  await page.keyboard.press('ArrowLeft');
  await expect(field(page, 'margin')).toHaveValue('6');
  await expect(cell(page, 0, 4)).toBeFocused();
});

test('arrow keys move the current case within the table', async ({ page }) => {
  await page.goto('bad-debt/?lang=en');
  await select(page, 'output').focus();
  await page.keyboard.press('Tab');
  await expect(cell(page, 0, 0)).toBeFocused();
  await expect(field(page, 'loss')).toHaveValue('500');
  for (const [key, row, column] of [
    ['ArrowDown', 1, 0],
    ['ArrowRight', 1, 1],
    ['End', 1, 4],
    ['Home', 1, 0],
    ['ArrowUp', 0, 0],
    ['ArrowUp', 0, 0],
    ['ArrowLeft', 0, 0],
    ['Control+End', 8, 4],
  ]) {
    await page.keyboard.press(key);
    await expect(cell(page, row, column)).toBeFocused();
    await expect(cell(page, row, column)).toHaveAttribute('aria-current', 'true');
  }
  await expect(field(page, 'loss')).toHaveValue('2,500');
  await expect(output(page, 'extra_sales')).toHaveText('41,666.67');
  // One Tab leaves the table, and on a desktop the chart comes before it.
  await page.keyboard.press('Tab');
  await expect(page.locator('.what-if :focus')).toHaveCount(0);
  const follows = (table) => document.querySelector('.curve').compareDocumentPosition(table) & Node.DOCUMENT_POSITION_FOLLOWING;
  expect(await page.locator('.what-if').evaluate(follows)).toBeTruthy();
});

test('the chart reacts to pointer, tap and arrow keys', async ({ page }) => {
  await page.goto('bad-debt/?lang=en');
  const picture = page.locator('.chart__picture');
  await picture.scrollIntoViewIfNeeded();
  const box = await picture.boundingBox();
  const marker = page.locator('.chart__picture .chart__now');
  const place = async () => [await marker.getAttribute('cx'), await marker.getAttribute('cy')];
  const before = await place();

  // The highest point is the greatest loss at the smallest margin.
  const [x] = before.map(Number);
  await page.mouse.move(box.x + x * await unit(picture), box.y + (14 / 300) * box.height);
  await expect(readout(page)).toHaveText('Here: Loss 2,500, Net margin 2% → $125,000');
  await expect(page.locator('.table__pointed')).toHaveText('125,000');
  expect(await place()).toEqual(before);
  await page.mouse.down();
  await page.mouse.up();
  await expect(output(page, 'extra_sales')).toHaveText('125,000');
  await page.mouse.move(0, 0);

  // The click has already focused it; a keyboard user arrives afresh.
  await page.locator('.chart__canvas').blur();
  await page.locator('.chart__canvas').focus();
  const status = page.locator('.chart [role="status"]');
  await expect(status).toHaveText('Loss 2,500, Net margin 2% → $125,000');
  for (const [key, said] of [
    ['ArrowRight', 'Loss 2,500, Net margin 3% → $83,333.33'],
    ['ArrowDown', 'Loss 1,500, Net margin 3% → $50,000'],
    ['End', 'Loss 1,500, Net margin 6% → $25,000'],
    ['ArrowUp', 'Loss 2,500, Net margin 6% → $41,666.67'],
    ['Home', 'Loss 2,500, Net margin 2% → $125,000'],
  ]) {
    await page.keyboard.press(key);
    await expect(status).toHaveText(said);
  }
  await expect(field(page, 'margin')).toHaveValue('2');
  await expect(page.getByRole('application')).toHaveAccessibleDescription(/Extra sales \(\$\) by Net margin.*9 in all, from 500 to 2,500/);
});

// The dot's position in the viewport.
const dot = async (page) => {
  const marker = page.locator('.chart__picture .chart__now');
  await marker.scrollIntoViewIfNeeded();
  const box = await marker.boundingBox();
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
};
const bubble = (page) => page.locator('.chart__bubble text');
// The state once the page has been painted and nothing is pending.
const settled = (page) =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 50)))));

test('the bubble is dragged along its line, one step to undo', async ({ page }) => {
  await page.goto('bad-debt/?lang=en#margin=0.03');
  await expect(bubble(page)).toHaveText(['$16,666.67', '3%']);
  const from = await dot(page);
  const tick = (label) => page.locator('.chart__picture text[text-anchor="middle"]', { hasText: new RegExp(`^${label}$`) }).first().getAttribute('x');
  const step = (await tick('4%') - await tick('3%')) * await unit(page.locator('.chart__picture'));
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 2, from.y + 40);
  await settled(page);
  await expect(field(page, 'margin')).toHaveValue('3');
  for (const part of [0.3, 0.6, 1]) await page.mouse.move(from.x + part * step, from.y + 40);
  await expect(field(page, 'margin')).toHaveValue('4');
  await expect(output(page, 'extra_sales')).toHaveText('12,500');
  await expect(bubble(page)).toHaveText(['$12,500', '4%']);
  await expect(readout(page)).toHaveText('Now: Loss 500, Net margin 4% → $12,500');
  // Beyond the end of the axis it stays at the end, and the drag continues though the mouse has left the picture.
  await page.mouse.move(from.x + 5000, from.y);
  await expect(field(page, 'margin')).toHaveValue('6');
  await page.mouse.up();
  // The release is not a tap on the chart: the loss is unchanged.
  await settled(page);
  await expect(field(page, 'loss')).toHaveValue('500');
  await expect(field(page, 'margin')).toHaveValue('6');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(field(page, 'margin')).toHaveValue('3');
  await expect(page.getByRole('button', { name: 'Undo' })).toBeDisabled();
  // After release it no longer moves.
  await page.mouse.move(from.x + 60, from.y);
  await settled(page);
  await expect(field(page, 'margin')).toHaveValue('3');
});

test('a tap on the bubble changes nothing', async ({ page }) => {
  await page.goto('bad-debt/?lang=en#margin=0.0333');
  const { x, y } = await dot(page);
  await page.mouse.click(x + 3, y);
  await settled(page);
  await expect(field(page, 'margin')).toHaveValue('3.33');
});

test('the arrow keys step from a case between the values', async ({ page }) => {
  await page.goto('bad-debt/?lang=en#margin=0.0333');
  await page.locator('.chart__canvas').focus();
  await page.keyboard.press('ArrowLeft');
  await expect(field(page, 'margin')).toHaveValue('3');
  await page.keyboard.press('ArrowUp');
  await expect(field(page, 'loss')).toHaveValue('600');
});

test('table and chart are rendered after the result', async ({ page }) => {
  await page.goto('bad-debt/?lang=en');
  await expect(page.locator('.table__current')).toHaveText(/^25,000/);
  // Neither is computed within the task of the key press, nor when the page is rendered.
  const first = await field(page, 'loss').evaluate(async (input) => {
    input.value = '700';
    input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    for (let waits = 0; waits < 9; waits++) await Promise.resolve();
    const text = (selector) => document.querySelector(selector).textContent;
    return [text('output[name="extra_sales"] data'), text('.table__current data'), text('.chart__bubble text')];
  });
  expect(first).toEqual(['35,000', '25,000', '$25,000']);
  await expect(page.locator('.table__current')).toHaveText(/^35,000/);
  await expect(bubble(page)).toHaveText(['$35,000', '2%']);
});

test('undefined results say why and break their line', async ({ page }) => {
  await page.goto('clv/?lang=en#retention=0.9&discount=0.1');
  await select(page, 'rows').selectOption('retention');
  await select(page, 'columns').selectOption('discount');
  await select(page, 'output').selectOption('endless_end');
  await values(page, 'rows').fill('90 100');
  await values(page, 'columns').fill('0 10 20');
  await expect(cell(page, 1, 0)).toHaveText(/^Without an end date there is a value only with churn or a discount: 1 \+ discount − retention must be above zero/);
  await expect(cell(page, 1, 0).locator('data')).toHaveCount(0);
  await expect(cell(page, 1, 1).locator('data')).toHaveAttribute('value', '18720');
  await expect(page.locator('.chart polyline')).toHaveCount(2);
});

test('twenty by twenty cells keep up with typing', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('clv/?lang=en#margin=0.3&retention=0.9&discount=0.1');
  await unfoldSections(page);
  await values(page, 'rows').fill(twenty.join(' '));
  await values(page, 'columns').fill(twenty.join(' '));
  // And a row for the current 30 years.
  await expect(page.locator('.table tbody td')).toHaveCount(420);
  await expect(page.locator('.chart polyline')).toHaveCount(21);
  await cell(page, 19, 19).click();
  await expect(page.locator('.chart polyline')).toHaveCount(20);
  await expect(page.locator('.table tbody td')).toHaveCount(400);
  await expect(field(page, 'years')).toHaveValue('20');
  await expect(field(page, 'visits')).toHaveValue('20');
  const shown = await output(page, 'value').getAttribute('value');
  await expect(page.locator('.table__current data')).toHaveAttribute('value', shown);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(overflow).toBe(0);
  expect(await page.locator('.what-if__scroll').evaluate((region) => region.scrollWidth > region.clientWidth)).toBe(true);
});

for (const locale of some(locales, 0)) {
  test(`axe finds nothing with unreadable values, ${locale}`, async ({ page }) => {
    await page.goto(`bad-debt/?lang=${locale}`);
    await values(page, 'rows').fill('500 abc');
    await values(page, 'columns').fill('2 2 3');
    await cell(page, 1, 1).click();
    expect(await axeInBoth(page, '.what-if')).toEqual([]);
  });
}

for (const { path } of some(catalogue.filter(({ path, calculator }) => calculator && !path.startsWith('embed/')), 2, 14)) {
  test(`/${path}: no header figure wraps or overflows its cell`, async ({ page }) => {
    for (const [width, locale] of [[390, 'zh-CN'], [390, 'en'], [1280, 'zh-CN'], [1280, 'en']]) {
      await page.setViewportSize({ width, height: 800 });
      await page.goto('about:blank');
      await page.goto(`${path}?lang=${locale}`);
      await unfoldSections(page);
      const broken = await page.locator('.table th').evaluateAll((heads) =>
        heads.flatMap((head) => {
          const range = document.createRange();
          const texts = document.createTreeWalker(head, NodeFilter.SHOW_TEXT);
          const found = [];
          while (texts.nextNode()) {
            range.selectNodeContents(texts.currentNode);
            const [box, second] = range.getClientRects();
            if (second || (box && box.left < head.getBoundingClientRect().left - 0.5)) found.push(head.textContent);
          }
          return found;
        }),
      );
      expect(broken, `${locale} ${width}`).toEqual([]);
    }
  });

  test(`/${path}: the selected choice is not cut`, async ({ page }) => {
    for (const locale of locales) {
      await page.setViewportSize({ width: 390, height: 844 });
      await page.goto('about:blank');
      await page.goto(`${path}?lang=${locale}`);
      await page.locator('.tool__form summary').evaluateAll((folded) => folded.forEach((summary) => summary.click()));
      // The natural width of its text, and its actual width.
      const cut = await page.locator('.tool__form select').evaluateAll((choices) =>
        choices.flatMap((choice) => {
          const { width } = choice.getBoundingClientRect();
          choice.style.width = choice.style.minWidth = 'max-content';
          choice.replaceChildren(choice.selectedOptions[0].cloneNode(true));
          const wanted = choice.getBoundingClientRect().width;
          return wanted > width + 1 ? [`${choice.name} ${wanted} > ${width}`] : [];
        }),
      );
      expect(cut, locale).toEqual([]);
    }
  });
}
