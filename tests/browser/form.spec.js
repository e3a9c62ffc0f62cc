// Sliders, solving backwards, undo, professional steps and the customer view: the integration of what `tests/form.rs`
// tests.

import { some } from './site.js';
import { axe, expect, locales, openMenu, test } from './support.js';

const output = (page, key) => page.locator(`output[name="${key}"] data`);
const field = (page, key) => page.locator(`[name="${key}"]`);
const slider = (page, label) => page.getByRole('slider', { name: label });
const fragment = (page) => new URL(page.url()).hash;

test('dragging a slider moves field, formula, table and address', async ({ page }) => {
  await page.goto('bad-debt/?lang=en');
  await slider(page, 'Net margin').fill('0.04');
  await expect(field(page, 'margin')).toHaveValue('4');
  await expect(output(page, 'extra_sales')).toHaveText('12,500');
  await expect(page.locator('.working__figures').first()).toContainText('4%');
  await expect(page.locator('.table__current')).toContainText('12,500');
  await expect.poll(() => fragment(page)).toBe('#margin=0.04');
  await field(page, 'margin').fill('6');
  await expect(slider(page, 'Net margin')).toHaveValue('0.06');
});

test('a link is followed during a pending address update', async ({ page }) => {
  // The browser reports late that the fragment changed.
  await page.addInitScript(() => {
    addEventListener('hashchange', (event) => window.held && event.stopImmediatePropagation(), true);
  });
  await page.clock.install();
  await page.goto('bad-debt/?lang=en');
  await field(page, 'loss').fill('600');
  await page.evaluate(() => {
    window.held = true;
    location.hash = 'loss=800';
  });
  await page.clock.runFor(1000);
  await page.evaluate(() => {
    window.held = false;
    dispatchEvent(new HashChangeEvent('hashchange'));
  });
  await expect(field(page, 'loss')).toHaveValue('800');
  expect(fragment(page)).toBe('#loss=800');
});

test('an error names the field as its label does', async ({ page }) => {
  await page.goto('bad-debt/?lang=zh-CN');
  await field(page, 'margin').fill('0');
  await field(page, 'loss').focus();
  await expect(page.locator('#margin-error')).toContainText('净利率要大于 0%');
  await page.goto('about:blank');
  await page.goto('bad-debt/?lang=zh-CN#margin_kind=gross');
  await field(page, 'margin').fill('0');
  await field(page, 'loss').focus();
  await expect(page.locator('#margin-error')).toContainText('毛利率要大于 0%');
});

test('a slider has its keys, and a user-defined range', async ({ page }) => {
  await page.goto('bad-debt/?lang=en');
  const margin = slider(page, 'Net margin');
  await margin.focus();
  await page.keyboard.press('End');
  await expect(field(page, 'margin')).toHaveValue('20');
  await page.keyboard.press('Home');
  await expect(field(page, 'margin')).toHaveValue('0.1');
  await page.keyboard.press('ArrowRight');
  await expect(field(page, 'margin')).toHaveValue('0.2');
  await page.keyboard.press('PageUp');
  expect(Number(await field(page, 'margin').inputValue())).toBeGreaterThan(1);

  await page.getByText('Slider ranges').click();
  const end = page.getByLabel('Net margin: slider to');
  await end.fill('abc');
  await end.press('Tab');
  await expect(page.locator('.ends__error').filter({ visible: true })).toContainText('not a number');
  // It stays beside its message, as in every field, even while the other limit is refused and corrected.
  await expect(end).toHaveValue('abc');
  await expect(end).toHaveAttribute('aria-invalid', 'true');
  const from = page.getByLabel('Net margin: slider from');
  await from.fill('90%');
  await from.press('Tab');
  await expect(from).toHaveValue('90%');
  await from.fill('0.2%');
  await from.press('Tab');
  await expect(end).toHaveValue('abc');
  await end.fill('50%');
  await end.press('Tab');
  await margin.focus();
  await page.keyboard.press('End');
  await expect(field(page, 'margin')).toHaveValue('50');
});

test('arrow keys step a field', async ({ page }) => {
  await page.goto('activity/');
  await field(page, 'deals').focus();
  await page.keyboard.press('ArrowUp');
  await expect(field(page, 'deals')).toHaveValue('11');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(field(page, 'deals')).toHaveValue('1');
});

for (const locale of some(locales, 1)) {
  test(`the margin at which 500 costs 10,000 is 5 %, in ${locale}`, async ({ page }) => {
    await page.goto(`bad-debt/?lang=${locale}`);
    await page.locator('.field', { has: field(page, 'margin') }).locator('.field__solve').click();
    await page.locator('#solve-wanted').fill('10000');
    await expect(field(page, 'margin')).toHaveValue('5');
    await expect(output(page, 'extra_sales')).toHaveText('10,000');
    await expect(page.locator('.solve__answer')).toContainText('5%');
    await expect(page.locator('.solve__formula math')).toHaveCount(2);
    await expect.poll(() => fragment(page)).toBe('#extra_sales=10000&solve=margin');
    expect(await axe(page)).toEqual([]);
    await page.locator('#solve-wanted').fill('abc');
    await expect(page.locator('#solve-error')).not.toBeEmpty();
    await expect(page.locator('.result--stale')).toHaveCount(1);
    await page.locator('#solve-wanted').fill('100');
    await expect(page.locator('.solve__answer')).toContainText('500%');
    expect(await axe(page)).toEqual([]);
  });
}

test('links and widgets solve, and several answers are reported', async ({ page }) => {
  for (const path of ['activity/', 'embed/activity/']) {
    await page.goto('about:blank');
    await page.goto(`${path}?lang=en#solve=deals&per_day=6`);
    await expect(page.locator('.solve__answer')).toContainText('More than one answer');
    await expect(output(page, 'per_day')).toHaveText('6');
    await expect(field(page, 'deals')).toHaveValue('10');
  }
});

test('solving on a phone opens a bottom sheet and restores focus', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('clv/?lang=en#discount=0.1');
  const solve = page.locator('.field', { has: field(page, 'discount') }).locator('.field__solve');
  await solve.click();
  await expect(page.locator('#solve-wanted')).toBeFocused();
  await expect(page.locator('#solve-wanted')).toBeInViewport();
  // A bottom sheet, which leaves the result visible.
  const [result, panel] = [await page.locator('.result__top').boundingBox(), await page.locator('.solve').boundingBox()];
  expect(panel.y).toBeGreaterThan(result.y + result.height);
  expect(panel.y + panel.height).toBe(844);
  expect(await axe(page)).toEqual([]);
  await page.getByRole('button', { name: 'Stop solving: Annual discount rate' }).click();
  await expect(page.locator('.solve')).toHaveCount(0);
  await expect(solve).toBeFocused();
  await solve.click();
  await page.locator('#solve-wanted').press('Escape');
  await expect(page.locator('.solve')).toHaveCount(0);
  await expect(field(page, 'discount')).toBeFocused();
  // Enter moves to the closing button, and never to an input under the sheet.
  await solve.click();
  await page.locator('#solve-wanted').press('Enter');
  await expect(page.locator('.solve__end')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('.solve')).toHaveCount(0);
  await expect(field(page, 'discount')).toBeFocused();
  // A solving link does not move the focus.
  await page.goto('about:blank');
  await page.goto('bad-debt/?lang=en#solve=margin&extra_sales=10000');
  await expect(page.locator('.solve')).toBeVisible();
  await expect(page.locator('#solve-wanted')).not.toBeFocused();
});

test('solving leaves unrelated fields alone', async ({ page }) => {
  await page.goto('receivables/?lang=en');
  await page.getByText('More detail', { exact: true }).click();
  await page.getByRole('button', { name: 'Solve for this: Invoice' }).click();
  await expect(field(page, 'invoice')).toHaveValue('10,000');
  await expect(page.locator('#solve-output option')).toHaveText(['Interest', 'Profit in the invoice', 'Profit left', 'Share of the profit eaten']);
  await page.goto('activity/?lang=en');
  await page.getByRole('button', { name: 'Solve for this: Monthly working days' }).click();
  await expect(field(page, 'days')).toHaveValue('20');
  await expect(page.locator('.solve__answer')).toContainText('20 is used here; check: 6.');
});

test('tapping a cell ends solving and applies that case', async ({ page }) => {
  await page.goto('bad-debt/?lang=en');
  await page.getByRole('button', { name: 'Solve for this: Net margin' }).click();
  await page.locator('[data-place="1 0"]').click();
  await expect(field(page, 'loss')).toHaveValue('600');
  await expect(field(page, 'margin')).toHaveValue('2');
  await expect(page.locator('.solve')).toHaveCount(0);
});

test('a non-invertible formula is bracketed and verified', async ({ page }) => {
  await page.goto('clv/?lang=en#discount=0.1&margin=0.3&solve=retention&value=3081.30');
  await expect(page.locator('.solve__how')).toContainText('narrowed down');
  await expect(output(page, 'value')).toHaveText('3,081.30');
  expect(Number(await field(page, 'retention').inputValue())).toBeCloseTo(90, 3);
});

test('each professional step is named and can be removed again', async ({ page }) => {
  await page.goto('clv/?lang=en');
  await expect(output(page, 'value')).toHaveText('56,160');
  await page.getByText('More detail', { exact: true }).click();
  for (const [key, percent, value] of [
    ['margin', '30', '16,848'],
    ['retention', '90', '5,377.93'],
    ['discount', '10', '3,081.30'],
  ]) {
    await field(page, key).fill(percent);
    await expect(output(page, 'value')).toHaveText(value);
  }
  await expect(page.locator('.waterfall__step')).toHaveCount(4);
  await expect(page.locator('.waterfall__step').last()).toContainText('3,081.30');
  await field(page, 'timing').selectOption('end');
  await expect(output(page, 'value')).toHaveText('2,801.18');
  await expect(page.locator('.working')).toContainText(['∑']);
  await page.getByRole('button', { name: 'Remove: Annual retention' }).click();
  await page.getByRole('button', { name: 'Remove: Annual discount rate' }).click();
  await page.getByRole('button', { name: 'Remove: Gross margin' }).click();
  await expect(output(page, 'value')).toHaveText('56,160');
  await expect(page.locator('.waterfall')).toHaveCount(0);
});

test('a loss is shown as a loss', async ({ page }) => {
  await page.goto('receivables/?lang=en#days=912.5');
  await expect(output(page, 'profit_left')).toHaveText('-$250');
  await expect(output(page, 'profit_left')).toHaveAttribute('value', '-250');
  await expect(output(page, 'eaten')).toHaveText('125%');
});

test('choosing the kind of margin changes its name, not its value', async ({ page }) => {
  await page.goto('bad-debt/?lang=en');
  await expect(page.locator('label[for="margin"]')).toHaveText('Net margin');
  await page.getByText('More detail', { exact: true }).click();
  await field(page, 'margin_kind').selectOption('gross');
  await expect(page.locator('label[for="margin"]')).toHaveText('Gross margin');
  await expect(page.locator('.working__formula').first()).toContainText('Gross margin');
  await expect(output(page, 'extra_sales')).toHaveText('25,000');
  await expect.poll(() => fragment(page)).toBe('#margin_kind=gross');
});

test('undo and redo by button and by key', async ({ page }) => {
  await page.goto('bad-debt/?lang=en');
  const undo = page.getByRole('button', { name: 'Undo' });
  await expect(undo).toBeDisabled();
  await field(page, 'loss').fill('700');
  await field(page, 'margin').fill('5');
  await expect(output(page, 'extra_sales')).toHaveText('14,000');
  await undo.click();
  await expect(output(page, 'extra_sales')).toHaveText('35,000');
  await page.keyboard.press('Control+z');
  await expect(output(page, 'extra_sales')).toHaveText('25,000');
  await page.keyboard.press('Control+Shift+z');
  await page.getByRole('button', { name: 'Redo' }).click();
  await expect(output(page, 'extra_sales')).toHaveText('14,000');
  await page.keyboard.press('Alt+r');
  await expect(output(page, 'extra_sales')).toHaveText('25,000');
});

test('the list of keys opens with ? and closes with Escape', async ({ page }) => {
  await page.goto('bad-debt/?lang=en');
  await expect(page.locator('h1')).toBeVisible();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toBeVisible();
  expect(await axe(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await openMenu(page);
  await page.getByRole('button', { name: 'Keyboard shortcuts' }).click();
  await page.getByRole('button', { name: 'Close' }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
});

test('currency and decimals are remembered', async ({ page }) => {
  await page.goto('clv/?lang=zh-CN');
  await expect(page.locator('.result__headline')).toContainText('¥56,160');
  await openMenu(page);
  await page.getByLabel('货币').selectOption('EUR');
  await page.getByLabel('金额小数位').selectOption('2');
  await expect(page.locator('.result__headline')).toContainText('€56,160.00');
  await page.goto('bad-debt/?lang=en');
  await expect(page.locator('.result__headline')).toContainText('€25,000.00');
  await openMenu(page);
  await page.getByLabel('Currency').selectOption('');
  await expect(page.locator('.result__headline')).not.toContainText('€');
});

test('hiding own figures works wherever the focus is', async ({ page }) => {
  await page.goto('bad-debt/?lang=en');
  for (const control of ['#what-if-rows-values', '#what-if-rows', '#scenario-name', '.settings select']) {
    if (control.startsWith('.settings')) await openMenu(page);
    await page.locator(control).first().focus();
    await page.keyboard.press('Alt+c');
    await expect(field(page, 'margin')).toHaveCount(0);
    await expect(page.locator('main.customer')).toBeVisible();
    for (const gone of ['Formula and working', 'Slider ranges', 'What if', 'Scenarios', 'Method and source']) {
      await expect(page.getByText(gone, { exact: true }).filter({ visible: true })).toHaveCount(0);
    }
    expect(await axe(page)).toEqual([]);
    await page.keyboard.press('Alt+c');
    await page.locator('.confirm').getByRole('button', { name: 'Leave customer view' }).click();
    await expect(field(page, 'margin')).toHaveCount(1);
  }
});

test('slider limits survive a reload with a fitting step', async ({ page }) => {
  await page.goto('bad-debt/?lang=en');
  await page.getByText('Slider ranges').click();
  for (const [end, value] of [['from', '0.01'], ['to', '0.05']]) {
    const input = page.getByLabel(`Net margin: slider ${end}`);
    await input.fill(value);
    await input.press('Tab');
  }
  await page.reload();
  const margin = slider(page, 'Net margin');
  await margin.focus();
  await page.keyboard.press('Home');
  await expect(field(page, 'margin')).toHaveValue('0.01');
  await page.keyboard.press('ArrowRight');
  await expect(field(page, 'margin')).toHaveValue('0.0105');
});

test('the customer view contains nothing private', async ({ page }) => {
  await page.goto('clv/?lang=en#spend=12&margin=0.35&acquisition=77&discount=abc');
  await expect(page.locator('.notice')).toContainText('abc');
  await page.getByRole('button', { name: 'Show', exact: true }).click();
  await expect(page.locator('.result__headline')).toContainText('74,880');
  await expect.poll(() => fragment(page)).toBe('#spend=12');
  for (const hidden of ['35%', '77', 'abc', 'Gross margin', '26,208', '26,131']) {
    // Without the origin, whose port may be any number.
    const { origin, pathname, search, hash } = new URL(page.url());
    const shown = [await page.locator('body').ariaSnapshot(), await page.title(), pathname, search, hash].join('\n');
    expect(shown, hidden).not.toContain(hidden);
    const markup = await page.locator('main').innerHTML();
    // Nor the lengths of drawings.
    const said = markup.replaceAll(origin, '').replace(/<(path|rect|circle|polyline|polygon|line) [^>]*>/g, '');
    expect(said, hidden).not.toContain(hidden);
  }
  expect(await axe(page)).toEqual([]);
  // A reload in the customer's hands keeps the view, and the figures behind it.
  await page.reload();
  await expect(page.locator('.result__headline')).toContainText('74,880');
  await expect(field(page, 'margin')).toHaveCount(0);
  await page.keyboard.press('Alt+c');
  await page.locator('.confirm').getByRole('button', { name: 'Leave customer view' }).click();
  await expect(field(page, 'margin')).toHaveValue('35');
  await expect(output(page, 'value')).toHaveText('26,131');
  await expect.poll(() => fragment(page)).toBe('#acquisition=77&margin=0.35&spend=12');
});

test('a link that was merely opened stays unchanged', async ({ page }) => {
  await page.clock.install();
  await page.goto('bad-debt/?lang=en#colour=red&loss=abc');
  await expect(page.locator('.notice')).toContainText('colour');
  await page.clock.runFor(5_000);
  expect(fragment(page)).toBe('#colour=red&loss=abc');
});

test('on a desktop the last fraction is clear of the next section', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  for (const locale of locales) {
    await page.goto('about:blank');
    await page.goto(`bad-debt/?lang=${locale}`);
    const [below, clear] = await page.locator('.tool__working .working').first().evaluate((working) => {
      const bottoms = [...working.querySelectorAll('mfrac')].map((fraction) => fraction.getBoundingClientRect().bottom);
      const rule = document.querySelector('.what-if').getBoundingClientRect().top;
      return [working.scrollHeight - working.clientHeight, rule - Math.max(...bottoms)];
    });
    expect(below).toBeLessThanOrEqual(0);
    expect(clear).toBeGreaterThanOrEqual(8);
  }
});
