// What a visitor does with a calculator, for each one in the catalogue and in both languages. The arithmetic is tested
// in core; this tests the integration: address, typing, language, keyboard, axe.

import { readFileSync } from 'node:fs';
import { some } from './site.js';
import { axeInBoth, catalogue, expect, locales, openMenu, pages, test } from './support.js';

// The slides' own figures: what a trainer will look for.
const slides = [
  { tool: 'clv', link: '#spend=9&visits=4&weeks=52&years=30', results: { weekly: '36', yearly: '1,872', value: '56,160' } },
  { tool: 'bad-debt', link: '#loss=500&margin=0.02', results: { extra_sales: '25,000' } },
  { tool: 'receivables', link: '#margin=0.1&rate=0.05', results: { months: '24.0' } },
  { tool: 'activity', link: '#deals=10&prospects=3&visits=4&days=20', results: { total_prospects: '30', total_visits: '120', per_day: '6' } },
];

const calculators = catalogue.filter(({ path, calculator }) => calculator && !path.startsWith('embed/'));
const tools = calculators.map(({ calculator }) => calculator.id);

const output = (page, key) => page.locator(`output[name="${key}"]`);
const field = (page, key) => page.locator(`input[name="${key}"]`);
const fragment = (page) => new URL(page.url()).hash;
const numbers = (page) => page.locator('form input[inputmode="decimal"][name]:not([readonly])');
const unfold = async (page) => {
  for (const summary of await page.locator('summary').all()) await summary.click();
};

for (const { path, calculator } of some(calculators, 1, 14)) {
  test(`${path} opens its worked cases from links`, async ({ page }) => {
    for (const { fragment, results } of calculator.cases) {
      await page.goto('about:blank');
      await page.goto(`${path}#${fragment}`);
      for (const [key, value] of Object.entries(results)) {
        await expect(output(page, key).locator('data')).toHaveAttribute('value', value);
      }
    }
  });
}

for (const locale of some(locales, 0)) {
  for (const [turn, { tool, link, results }] of slides.entries()) {
    for (const path of some([`${tool}/`, `embed/${tool}/`], turn)) {
      test(`${path} shows the slide's figures in ${locale}`, async ({ page }) => {
        await page.goto(`${path}?lang=${locale}${link}`);
        for (const [key, text] of Object.entries(results)) {
          await expect(output(page, key).locator('data')).toHaveText(text);
          await expect(output(page, key).locator('data')).toHaveAttribute('value', String(Number(text.replaceAll(',', ''))));
          await expect(page.locator('.working__figures', { hasText: text }).first()).toBeVisible();
        }
        await expect(page.locator('html')).toHaveAttribute('lang', locale);
        expect(await page.locator('.working math').first().evaluate((math) => math.namespaceURI)).toContain('MathML');
      });
    }
  }

  // A page has the same structure in both languages; its widget is tested in the other one. The deal book and the class
  // have tests of their own.
  const checked = pages.filter((path) => !['class/', 'deals/'].includes(path));
  for (const path of some(checked, 1 + locales.indexOf(locale), 14)) {
    test(`axe finds nothing on /${path} in ${locale}`, async ({ page }) => {
      await page.goto(`${path}?lang=${locale}`);
      await expect(page.locator('h1')).toBeVisible();
      expect(await axeInBoth(page)).toEqual([]);
      // With everything expanded and an error, too.
      for (const summary of await page.locator('summary').all()) await summary.click();
      for (const input of await numbers(page).all()) await input.fill('abc');
      expect(await axeInBoth(page)).toEqual([]);
    });
  }
}

for (const tool of some(tools, 2, 14)) {
  test(`${tool}: bad input is explained beside its field`, async ({ page }) => {
    await page.goto(`${tool}/?lang=en`);
    const headline = page.locator('.result__headline data');
    const before = await headline.textContent();
    await unfold(page);
    for (const [inputs, input] of (await numbers(page).all()).entries()) {
      const good = await input.inputValue();
      // Parsing is tested in core: after the first field, one unreadable value and one out of bounds suffice.
      const first = ['abc', '1,5', '1.234,56', '', '-1', '9'.repeat(30)];
      for (const bad of inputs === 0 ? first : [first.at(0), first.at(-1)]) {
        await input.fill(bad);
        // Half-typed text is not an error: that appears after a pause, or on blur.
        await input.blur();
        await expect(input).toHaveAttribute('aria-invalid', 'true');
        const described = (await input.getAttribute('aria-describedby')).split(' ')[0];
        await expect(page.locator(`[id="${described}"]`)).toBeVisible();
        await expect(page.locator(`[id="${described}"]`)).not.toBeEmpty();
        await expect(input).toHaveValue(bad);
        await expect(headline).toHaveText(before);
        await expect(page.locator('.result--stale')).toHaveCount(1);
      }
      await input.fill(good);
      await expect(input).not.toHaveAttribute('aria-invalid');
      await expect(page.locator('.result--stale')).toHaveCount(0);
    }
  });

  test(`${tool}: everything works from the keyboard`, async ({ page }) => {
    await page.goto(`${tool}/?lang=en`);
    await expect(page.locator('h1')).toBeVisible();
    await unfold(page);
    await page.locator('.skip').focus();
    const reached = [];
    for (let presses = 0; presses < 250; presses += 1) {
      await page.keyboard.press('Tab');
      const at = await page.evaluate(() => {
        const { activeElement: element } = document;
        if (!element || element === document.body) return null;
        const { outlineStyle, outlineWidth } = getComputedStyle(element.matches('.field__input') ? element.parentElement : element);
        return { name: element.name ?? '', text: element.textContent, ring: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 };
      });
      if (!at) break;
      expect(at.ring, `a focus ring on ${at.name || at.text}`).toBe(true);
      reached.push(at.name);
    }
    for (const input of await numbers(page).all()) expect(reached).toContain(await input.getAttribute('name'));
  });
}

test('typing updates the address without filling the history', async ({ page }) => {
  await page.goto('bad-debt/?lang=en');
  const entries = await page.evaluate(() => history.length);
  await field(page, 'loss').fill('');
  await field(page, 'loss').pressSequentially('1234.5');
  await expect.poll(() => fragment(page)).toBe('#loss=1234.5');
  await field(page, 'margin').fill('５％');
  await expect(output(page, 'extra_sales').locator('data')).toHaveText('24,690');
  await expect.poll(() => fragment(page)).toBe('#loss=1234.5&margin=0.05');
  expect(await page.evaluate(() => history.length)).toBe(entries);
  await page.reload();
  await expect(output(page, 'extra_sales').locator('data')).toHaveText('24,690');
  await page.getByRole('button', { name: 'Back to example' }).click();
  await expect(output(page, 'extra_sales').locator('data')).toHaveText('25,000');
  await expect.poll(() => fragment(page)).toBe('');
});

test('the skip link moves the focus and keeps the values', async ({ page }) => {
  await page.goto('bad-debt/?lang=en#loss=700');
  await expect(page.locator('h1')).toBeVisible();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.locator('#content')).toBeFocused();
  await expect(output(page, 'extra_sales').locator('data')).toHaveText('35,000');
  expect(fragment(page)).toBe('#loss=700');
});

test('another fragment opens with its values, and back returns', async ({ page }) => {
  await page.goto('bad-debt/#loss=700');
  await expect(output(page, 'extra_sales').locator('data')).toHaveText('35,000');
  await page.evaluate(() => { location.hash = 'loss=800'; });
  await expect(output(page, 'extra_sales').locator('data')).toHaveText('40,000');
  await page.goBack();
  await expect(output(page, 'extra_sales').locator('data')).toHaveText('35,000');
  await expect(field(page, 'loss')).toHaveValue('700');
});

test('a faulty link is applied as far as possible', async ({ page }) => {
  await page.goto('bad-debt/?lang=en#margin=5%25&colour=red&loss=abc');
  await expect(output(page, 'extra_sales').locator('data')).toHaveText('10,000');
  await expect(page.locator('.notice')).toContainText('colour');
  await expect(page.locator('.notice')).toContainText('abc');
});

test('full-width input is accepted and normalised on blur', async ({ page }) => {
  await page.goto('bad-debt/');
  await field(page, 'loss').fill('３万');
  await expect(output(page, 'extra_sales').locator('data')).toHaveText('1,500,000');
  await expect(field(page, 'loss')).toHaveValue('３万');
  await field(page, 'loss').blur();
  await expect(field(page, 'loss')).toHaveValue('30,000');
  await expect(page.locator('.result__short')).toContainText('150万');
});

for (const { tool, rows, columns, cells, file, column } of [
  { tool: 'bad-debt', rows: 'loss', columns: 'margin', cells: 45, file: 'bad_debt.csv', column: 'exact' },
  { tool: 'receivables', rows: 'rate', columns: 'margin', cells: 30, file: 'receivables.csv', column: 'printed_months' },
]) {
  test(`${tool}: all ${cells} cells of the slide's table`, async ({ page }) => {
    await page.goto(`${tool}/`);
    const [head, ...lines] = readFileSync(`tests/data/${file}`, 'utf8').trim().split('\n').map((line) => line.split(','));
    const slide = lines.map((line) => Object.fromEntries(line.map((cell, index) => [head[index], cell])));
    const percent = (text) => Number(text.replace('%', '')) / (text.includes('%') ? 100 : 1);
    const header = (await page.locator('.table thead th').allTextContents()).map(percent);
    const shown = {};
    for (const row of await page.locator('.table tbody tr').all()) {
      const name = percent((await row.locator('th').textContent()).replace(',', ''));
      for (const [index, data] of (await row.locator('data').all()).entries()) {
        shown[`${name} ${header[index]}`] = Number(await data.getAttribute('value'));
      }
    }
    expect(Object.keys(shown)).toHaveLength(cells);
    for (const line of slide) {
      expect(shown[`${Number(line[rows])} ${Number(line[columns])}`], JSON.stringify(line)).toBeCloseTo(Number(line[column]), 5);
    }
  });
}

test('the current cell follows the inputs; misprints are marked', async ({ page }) => {
  await page.goto('bad-debt/?lang=en');
  await expect(page.locator('.table__misprint')).toHaveText([/^16,667/, /^20,000/, /^10,000/]);
  await expect(page.locator('.what-if__notes li')).toHaveCount(3);
  await field(page, 'loss').fill('750');
  await field(page, 'margin').fill('4');
  await expect(page.locator('.table__current')).toHaveText(/^18,750/);
  await expect(page.locator('.table__current')).toContainText('now');
});

test('the language is kept for the next page and the next visit', async ({ page }) => {
  await page.goto('');
  await expect(page.locator('h1')).toHaveText('把账算给客户看');
  await openMenu(page);
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.locator('h1')).toHaveText('Figures you can show a customer');
  await expect(page).toHaveTitle(/Sales Abacus/);
  await page.getByRole('link', { name: /Extra sales/ }).click();
  await expect(page.locator('h1')).toHaveText('Extra sales to cover a bad debt');
  await page.goto('?lang=zh-CN');
  await expect(page.locator('h1')).toHaveText('把账算给客户看');
});

test.describe('where storage is denied', () => {
  test.beforeEach(({ context }) =>
    context.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get() {
          throw new DOMException('denied', 'SecurityError');
        },
      });
    }),
  );

  for (const path of some(pages, 0, 24)) {
    test(`/${path} works`, async ({ page }) => {
      await page.goto(`${path}?lang=en`);
      await expect(page.locator('h1')).toBeVisible();
      // Neither the builder nor the class has number inputs.
      if (['class/', 'embed/'].includes(path)) return;
      await unfold(page);
      for (const input of await numbers(page).all()) await input.fill('7');
      await expect(page.locator('[aria-invalid="true"]')).toHaveCount(0);
    });
  }

  test('links carry the chosen language', async ({ page }) => {
    await page.goto('clv/');
    await openMenu(page);
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('link', { name: 'Calculators' }).click();
    await expect(page.locator('h1')).toHaveText('Figures you can show a customer');
  });
});

test('on a phone the result stays visible while fields scroll', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 640 });
  await page.goto('clv/');
  await field(page, 'years').scrollIntoViewIfNeeded();
  await page.mouse.wheel(0, 400);
  await expect(page.locator('.result__headline data')).toBeInViewport();
});

for (const [turn, width] of some([...[320, 390].entries()], 0)) {
  test(`no page is wider than a screen of ${width} pixels`, async ({ page }) => {
    await page.setViewportSize({ width, height: 844 });
    for (const locale of some(locales, turn)) {
      for (const path of some(pages, turn, 3)) {
        await page.goto(`${path}?lang=${locale}#spend=999999999999999.123456&loss=999999999999999`);
        await expect(page.locator('h1')).toBeVisible();
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        expect(overflow, `${path} in ${locale}`).toBe(0);
      }
    }
  });
}
