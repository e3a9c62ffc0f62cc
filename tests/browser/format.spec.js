// Figures as core formats them against the browser's own `Intl.NumberFormat`, in both languages: grouping, decimals,
// halves, percents, and every currency with its sign, its place and its decimals. Deliberate differences:
//
// - Nothing is ever −0: `signDisplay: 'negative'`.
// - Amounts of whole units carry no cents: `trailingZeroDisplay: 'stripIfInteger'`.

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { target } from './site.js';
import { expect, test } from './support.js';

const groups = JSON.parse(readFileSync(resolve(target, 'formats.json'), 'utf8'));

// As strings, which Intl reads digit for digit; numbers would be binary fractions.
const differences = (groups) =>
  groups.flatMap(({ locale, options, cases }) => {
    const { format } = new Intl.NumberFormat(locale, options);
    return cases
      .filter(([value, ours]) => format(value) !== ours)
      .map(([value, ours]) => `${locale} ${JSON.stringify(options)} ${value}: ours ${ours}, Intl ${format(value)}`);
  });

test('figures are formatted as by Intl.NumberFormat', async ({ page }) => {
  const many = groups.reduce((sum, { cases }) => sum + cases.length, 0);
  expect(many).toBeGreaterThan(5000);
  await page.goto('');
  expect(await page.evaluate(differences, groups)).toEqual([]);
  test.info().annotations.push({ type: 'compared', description: `${many} figures` });
});
