// The class: a lesson from start to end by keys, its presenter's window, its paper.

import { axe, expect, test } from './support.js';

test('the list leads to a lesson', async ({ page }) => {
  await page.goto('class/?lang=en');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Class');
});
