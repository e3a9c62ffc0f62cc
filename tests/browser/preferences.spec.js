// System preferences: forced colours, reduced motion.

import { layoutFaults } from './layout-checks.js';
import { some } from './site.js';
import { catalogue, expect, test, unfoldSections } from './support.js';

const tools = catalogue.filter(({ path, calculator }) => calculator && !path.startsWith('embed/')).map(({ path }) => path);

test.describe('in forced colours', () => {
  test.use({ forcedColors: 'active' });

  for (const path of some(tools, 1, 8)) {
    test(`/${path} has its fields, thumbs and pictures`, async ({ page }) => {
      await page.setViewportSize({ width: 390, height: 844 });
      await page.goto(`${path}?lang=en`);
      await unfoldSections(page);
      expect(await layoutFaults(page)).toEqual([]);
      const seen = await page.evaluate(() => {
        const paper = getComputedStyle(document.body).backgroundColor;
        const styleOf = (selector) => [...document.querySelectorAll(selector)].map((element) => getComputedStyle(element));
        return {
          // The system draws the thumb, in its own colours.
          sliders: styleOf('.field__slider').every(({ appearance }) => appearance === 'auto'),
          fields: styleOf('.field__box').every(({ borderTopStyle, borderTopWidth }) => borderTopStyle !== 'none' && borderTopWidth !== '0px'),
          buttons: styleOf('.bar .button').every(({ borderTopStyle }) => borderTopStyle !== 'none'),
          // Lengths are shown in the text colour.
          pictures: styleOf('.picture__one, .picture__part, .picture__stage:last-child .picture__band').every(({ fill }) => fill !== paper),
        };
      });
      expect(seen).toEqual({ sliders: true, fields: true, buttons: true, pictures: true });
    });
  }

  test('current case, error and focus are not shown by colour alone', async ({ page }) => {
    await page.goto('bad-debt/?lang=en');
    await unfoldSections(page);
    await page.locator('[name=margin]').focus();
    await page.keyboard.press('Shift+Tab');
    expect(await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle)).not.toBe('none');
    const border = await page.locator('.table__current').first().evaluate((element) => getComputedStyle(element).borderTopWidth);
    expect(border).toBe('2px');
    await page.locator('[name=loss]').fill('x');
    await page.locator('[name=loss]').blur();
    await expect(page.locator('#loss-error')).toBeVisible();
  });
});

test.describe('with reduced motion', () => {
  test.use({ reducedMotion: 'reduce' });

  test('result, table, solving and card do not animate', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    const moving = () => page.evaluate(() => document.getAnimations().filter(({ playState }) => playState === 'running').length);
    await page.goto('bad-debt/?lang=en');
    await unfoldSections(page);
    await page.locator('[name=loss]').fill('700');
    expect(await moving()).toBe(0);
    await page.locator('.field__solve').first().click();
    expect(await moving()).toBe(0);
    await page.goto('bad-debt/?lang=en#loss=800');
    await page.locator('.bar').getByRole('button', { name: 'Show' }).click();
    await expect(page.locator('.customer__top')).toBeVisible();
    expect(await moving()).toBe(0);
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).scrollBehavior)).toBe('auto');
  });
});
