// The class: lessons from start to end by keys, F5, the presenter's window, phones, legibility from the last row,
// printing.

import { MIN_FONT_SHARE, LESSONS, SCREENS, body, measureStage, place, stage, start, toTheEnd, illegibleStates } from './lesson.js';
import { decode } from './qr.js';
import { SOAK, some } from './site.js';
import { axe, expect, locales, test } from './support.js';

// Runs in the page: its elements without their text.
const shapeOf = () => {
  const name = ({ localName, attributes }) =>
    [localName, ...[...attributes].filter(({ name }) => /^(class|role|type|aria-(hidden|live|invalid|pressed|current))$/.test(name)).map(({ value }) => value)].join('.');
  return [...new Set([...document.querySelectorAll('#app *')].map(name))].sort().join(' ');
};

test('a lesson is presented with the keys of a clicker', async ({ page }) => {
  await page.setViewportSize(SCREENS[0]);
  await page.goto('class/?lang=en');
  await page.getByRole('link', { name: 'Start “Did you really earn it?”' }).click();
  await expect(page).toHaveURL(/#earned&step=1$/);
  await expect(page).toHaveTitle('Did you really earn it? · Sales Abacus');
  await expect(page.locator('.header, .footer')).toHaveCount(0);

  const asked = [];
  // Chromium asks for the icon whenever the address changes.
  page.on('request', (request) => request.url().endsWith('/icon.svg') || asked.push(request.url()));
  const forwards = await toTheEnd(page, 'PageDown');
  const told = forwards.findIndex((seen) => seen.includes('25,000'));
  expect(told).toBeGreaterThan(2);
  expect(forwards.slice(0, told).join()).not.toContain('data-value');
  expect(asked).toEqual([]);
  await expect(page).toHaveURL(/#earned&step=14$/);

  const backwards = await toTheEnd(page, 'PageUp');
  expect(backwards.reverse()).toEqual(forwards);

  await page.keyboard.press('b');
  await expect(page.locator('.stage__off--black')).toBeVisible();
  await expect(body(page)).toHaveCount(0);
  await page.keyboard.press('.');
  await expect(body(page)).toBeVisible();
  await page.keyboard.press('w');
  await expect(page.locator('.stage__off--white')).toBeVisible();
  await page.keyboard.press('PageDown');
  await expect(place(page)).toHaveText('1 / 14');

  await page.keyboard.press('Escape');
  await expect(page.locator('.panel--leave')).toBeVisible();
  await page.keyboard.press('PageDown');
  await expect(page.locator('.panel')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Lessons');
  await expect(page).toHaveTitle('Lessons · Sales Abacus');
});

test('back in the browser leads to the list', async ({ page }) => {
  await page.goto('class/?lang=en');
  await page.getByRole('link', { name: 'Start “Did you really earn it?”' }).click();
  for (let presses = 0; presses < 4; presses += 1) await page.keyboard.press('PageDown');
  await page.goBack();
  await expect(page.locator('.lessons')).toBeVisible();
});

test('F5 keeps step, guesses and clock', async ({ page }) => {
  await page.clock.install({ time: new Date('2026-11-21T09:00:00') });
  await start(page, 'earned');
  await page.keyboard.press('2');
  await page.keyboard.press('g');
  for (const guess of ['500', '9k']) {
    await page.keyboard.type(guess);
    await page.keyboard.press('Enter');
  }
  await expect(page.locator('.guesses__mark')).toHaveCount(2);
  await page.keyboard.press('g');
  // From now on the clock advances only when told to.
  await page.clock.pauseAt(new Date('2026-11-21T10:00:00'));
  await page.keyboard.press('t');
  await page.clock.runFor(10_000);
  await expect(page.locator('.stage__time')).toHaveText('1:10');
  await page.keyboard.press('+');
  await page.reload();
  await expect(place(page)).toHaveText('2 / 14');
  await expect(page.locator('.guesses__mark')).toHaveCount(2);
  await expect(page.locator('.stage__time')).toHaveText('1:10');
  await expect(stage(page)).toHaveClass(/stage--size-3/);
  await page.clock.runFor(5_000);
  await expect(page.locator('.stage__time')).toHaveText('1:05');
  await page.keyboard.press('4');
  await expect(page.locator('.guesses__nearest')).toHaveText('The nearest guess: $9,000');
  // Opened from the list it starts over.
  await page.goto('class/?lang=en#earned');
  await expect(place(page)).toHaveText('1 / 14');
  await page.keyboard.press('2');
  await expect(page.locator('.guesses__mark')).toHaveCount(0);
});

test('values are moved by keys and slider, and reset', async ({ page }) => {
  await start(page, 'earned');
  await page.keyboard.press('6');
  const value = page.locator('.stage__value').first();
  await expect(value).toContainText('2%');
  const first = await page.locator('.stage__follows').textContent();
  await page.keyboard.press('PageDown');
  await expect(page.locator('.stage__follows')).not.toHaveText(first);
  await page.keyboard.press('PageUp');
  await expect(page.locator('.stage__follows')).toHaveText(first);
  await page.keyboard.press('ArrowUp');
  await expect(page.locator('.stage__follows')).not.toHaveText(first);
  await page.keyboard.press('0');
  await expect(page.locator('.stage__follows')).toHaveText(first);
  await page.locator('.stage__slider').first().fill('0.05');
  await expect(value).toContainText('5%');
  await page.keyboard.press('Tab');
  await expect(page.locator('.stage__slider')).toHaveCount(2);
});

test('the presenter’s window follows and controls the stage', async ({ page, context }) => {
  await start(page, 'earned');
  const opened = context.waitForEvent('page');
  await page.keyboard.press('n');
  const presenter = await opened;
  await presenter.waitForLoadState();
  await expect(presenter.getByRole('heading', { level: 1 })).toHaveText('Did you really earn it?');
  await expect(presenter.locator('.presenter__say')).toContainText('Ask first who');
  expect(await axe(presenter)).toEqual([]);
  await page.keyboard.press('2');
  await expect(presenter.locator('.presenter__wrong')).toContainText('$500 – $1,000');
  await expect(presenter.locator('.presenter__next')).toContainText('Of what we sell');
  // The trainer sees it before the class.
  await expect(presenter.locator('.presenter__figure')).toHaveText('Extra sales $25,000');
  await page.keyboard.press('7');
  await expect(presenter.locator('.presenter__lines')).toContainText('600 × 3%: 19,999 → 20,000');
  await expect(presenter.locator('.presenter__shown')).toHaveCount(0);
  await page.keyboard.press('PageDown');
  await expect(presenter.locator('.presenter__shown')).toHaveCount(1);
  await page.keyboard.press('2');
  await presenter.getByRole('button', { name: 'Next' }).click();
  await expect(place(page)).toHaveText('3 / 14');
  await presenter.keyboard.press('PageDown');
  await expect(page.locator('.stage__figures')).toContainText('25,000');
  await presenter.keyboard.press('PageUp');
  await expect(page.locator('.stage__figures')).not.toContainText('25,000');
  // After F5 on the stage it goes on.
  await page.reload();
  await presenter.keyboard.press('End');
  await expect(place(page)).toHaveText('14 / 14');
});

test('the presenter’s window reports a lost stage and reconnects', SOAK, async ({ page, context }) => {
  await start(page, 'earned');
  const opened = context.waitForEvent('page');
  await page.keyboard.press('n');
  const presenter = await opened;
  const said = presenter.locator('.presenter__state');
  await expect(presenter.locator('.presenter__title')).toHaveText('Did you really earn it?');
  await expect(said).toHaveText('');
  await page.keyboard.press('b');
  await expect(said).toHaveText('The screen is black; press any key');
  await presenter.keyboard.press('PageDown');
  await expect(said).toHaveText('');
  await presenter.keyboard.press('2');
  await presenter.keyboard.press('g');
  await presenter.keyboard.type('9k');
  await expect(said).toHaveText('Open on the screen: Guesses 9k');
  await presenter.keyboard.press('Enter');
  await expect(page.locator('.guesses__mark')).toHaveCount(1);
  await presenter.keyboard.press('Escape');

  // It is closed, and nobody answers; another lesson is started in the same tab.
  await presenter.keyboard.press('Escape');
  await presenter.keyboard.press('Escape');
  await expect(page.locator('.lessons').first()).toBeVisible();
  await expect(said).toContainText('does not answer');
  expect(await axe(presenter)).toEqual([]);
  await page.getByRole('link', { name: 'Start “Do we all work for the bank?”' }).click();
  await expect(presenter.locator('.presenter__title')).toHaveText('Do we all work for the bank?');
  await expect(said).toHaveText('');
  // The tab navigates away, and comes back.
  await page.goto('?lang=en');
  await expect(said).toContainText('does not answer');
  await page.goBack();
  await expect(said).toHaveText('');
  await presenter.keyboard.press('End');
  await expect(place(page)).toHaveText('12 / 12');
});

test('a phone opens the calculator with its results covered', async ({ page, context, baseURL }) => {
  await page.setViewportSize(SCREENS[0]);
  await start(page, 'earned');
  await page.keyboard.press('End');
  while ((await page.locator('.stage__body--qr').count()) === 0) await page.keyboard.press('PageUp');
  const link = await decode(page, 1280);
  expect(link).toBe(new URL('bad-debt/?guess=1&lang=en', baseURL).href);
  const phone = await context.newPage();
  await phone.setViewportSize({ width: 390, height: 844 });
  await phone.goto(link);
  await expect(phone.locator('#guess')).toBeVisible();
  await expect(phone.locator('output[name="extra_sales"]')).toHaveCount(0);
  await phone.locator('#guess').fill('5000');
  await phone.locator('.cover__actions button').first().click();
  await expect(phone.locator('output[name="extra_sales"] data')).toHaveAttribute('value', '25000');
});

for (const locale of locales) {
  for (const lesson of some(LESSONS, 1 + 2 * locales.indexOf(locale), 12)) {
    test(`“${lesson}” is legible from the last row in ${locale}`, async ({ page }) => {
      await page.setViewportSize(SCREENS[0]);
      await start(page, lesson, locale);
      const faults = [];
      await toTheEnd(page, 'PageDown', async () => faults.push(...(await illegibleStates(page))));
      expect(faults).toEqual([]);
    });
  }
}

test('smallest type and panels are legible from the last row', async ({ page }) => {
  await page.setViewportSize(SCREENS[0]);
  await start(page, 'earned');
  await page.keyboard.press('-');
  await page.keyboard.press('-');
  await expect(stage(page)).toHaveClass(/stage--size-0/);
  const shares = await toTheEnd(page, 'PageDown', async () => (await page.evaluate(measureStage)).smallest);
  await page.keyboard.press('2');
  for (const key of ['g', '?', 'q', 'Escape']) {
    await page.keyboard.press(key);
    shares.push((await page.evaluate(measureStage)).smallest);
    if (key !== 'Escape') await page.keyboard.press('Escape');
  }
  expect(shares.filter(({ share }) => share < MIN_FONT_SHARE)).toEqual([]);
});

test('result, formula and question are large enough', async ({ page }) => {
  await page.setViewportSize(SCREENS[1]);
  await start(page, 'earned');
  const size = (selector) =>
    page.locator(selector).first().evaluate((element) => Math.round((parseFloat(getComputedStyle(element).fontSize) / innerHeight) * 1000));
  const seen = { question: 0, formula: 0, result: 0 };
  await toTheEnd(page, 'PageDown', async () => {
    const kind = await body(page).getAttribute('class');
    if (/body--ask/.test(kind)) seen.question ||= await size('.stage__words');
    if (/body--reveal/.test(kind) && (await page.locator('.stage__figures').count()) > 0) seen.formula ||= await size('.stage__figures');
    if (/body--result/.test(kind)) seen.result ||= await size('.stage__result');
  });
  expect(seen).toEqual({ question: 60, formula: 70, result: 140 });
});

test('the QR code of a lesson has the lesson’s values', async ({ page, baseURL }) => {
  await page.setViewportSize(SCREENS[0]);
  await start(page, 'key-account');
  await page.keyboard.press('End');
  while ((await page.locator('.stage__body--qr').count()) === 0) await page.keyboard.press('PageUp');
  expect(await decode(page, 1280)).toBe(new URL('clv/?guess=1&lang=en#discount=0.1&margin=0.3&retention=0.9', baseURL).href);
});

// Both colour schemes of every lesson, alternating languages; a state that differs from an earlier one only in its text
// is skipped.
for (const [scheme, theme] of ['light', 'dark'].entries()) {
  for (const lesson of some(LESSONS, 2 * scheme, 12)) {
    test(`every step of “${lesson}” is accessible, ${theme}`, async ({ page }) => {
      await page.addInitScript((theme) => localStorage.setItem('sales-abacus:theme', theme), theme);
      await page.setViewportSize(SCREENS[0]);
      await page.emulateMedia({ reducedMotion: 'reduce' });
      await start(page, lesson, locales[(LESSONS.indexOf(lesson) + scheme) % 2]);
      await expect(page.locator('.stage--dark')).toHaveCount(scheme);
      const looked = new Set();
      const faults = [];
      await toTheEnd(page, 'PageDown', async () => {
        expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
        const shape = await page.evaluate(shapeOf);
        if (!looked.has(shape)) faults.push(...(await axe(page)));
        looked.add(shape);
      });
      expect(faults).toEqual([]);
    });
  }
}

test('in forced colours everything on the stage is distinguishable', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await page.setViewportSize(SCREENS[0]);
  await start(page, 'earned');
  await page.keyboard.press('6');
  const thumb = await page.locator('.stage__slider').evaluate((slider) => getComputedStyle(slider).appearance);
  expect(thumb).toBe('auto');
  await page.keyboard.press('b');
  const ground = await page.locator('.stage__off--black').evaluate((off) => getComputedStyle(off).backgroundColor);
  expect(ground).toBe('rgb(0, 0, 0)');
  await page.keyboard.press('b');
  await page.locator('.stage__button').first().focus();
  const outline = await page.locator('.stage__button').first().evaluate((button) => getComputedStyle(button).outlineStyle);
  expect(outline).not.toBe('none');
});

test('list and panels are accessible', async ({ page }) => {
  await page.goto('class/?lang=zh-CN');
  expect(await axe(page)).toEqual([]);
  await start(page, 'earned');
  await page.keyboard.press('2');
  for (const key of ['?', 'g', 'q', 'Escape']) {
    await page.keyboard.press(key);
    await expect(page.locator('.panel')).toHaveCount(1);
    expect(await axe(page), key).toEqual([]);
    await page.keyboard.press(key === 'Escape' ? 'x' : 'Escape');
    await expect(page.locator('.panel')).toHaveCount(0);
  }
});

test('only rounded figures are marked as rounded', async ({ page }) => {
  await start(page, 'earned');
  for (const step of ['9', '3']) {
    await page.keyboard.press(step);
    await page.keyboard.press('r');
    await expect(page.locator('.working__result')).toBeVisible();
    await expect(page.locator('.working__rounded')).toHaveCount(0);
  }
  await page.keyboard.press('Home');
  await start(page, 'lesson=loss-to-visits;title=Ours;question=What;v.loss=510');
  const seen = await toTheEnd(page, 'PageDown', async () => page.locator('.working__rounded').count());
  expect(seen).toContain(1);
});

for (const lesson of some(['earned', 'openings', 'key-account'], 2, 3)) {
  test(`with the largest type “${lesson}” still fits`, async ({ page }) => {
    await page.setViewportSize(SCREENS[0]);
    await start(page, lesson);
    for (let presses = 0; presses < 4; presses += 1) await page.keyboard.press('+');
    const seen = await toTheEnd(page, 'PageDown', async () => ({
      ...(await page.evaluate(measureStage)),
      size: /stage--size-(\d)/.exec(await stage(page).getAttribute('class'))[1],
    }));
    expect(seen.filter(({ overflows, outside }) => overflows || outside.length > 0)).toEqual([]);
    // If there is room, it has the chosen size.
    expect(seen.map(({ size }) => size)).toContain('6');
  });
}

test('a calculator that fails to load is reported and retried', async ({ page, expected }) => {
  expected.push(/class-/, /Failed to (load|fetch)/);
  let isBroken = true;
  await page.route(/class-split_(bad_debt|loss_to_visits)|class-chunk/, (route) => (isBroken ? route.abort() : route.continue()));
  await page.goto('class/?lang=en#earned');
  const again = page.getByRole('button', { name: 'Try again' });
  await expect(again).toBeVisible();
  isBroken = false;
  await again.click();
  await expect(body(page)).toBeVisible();
});

test('sheets are printed', async ({ page }) => {
  await page.addInitScript(() => (window.print = () => (window.printed = document.querySelector('.papers').textContent)));
  await page.goto('class/?lang=en');
  await page.locator('.lessons__item', { hasText: 'Did you really earn it?' }).locator('summary').click();
  await page.getByRole('button', { name: 'Practice sheet' }).first().click();
  await expect.poll(() => page.evaluate(() => window.printed)).toContain('My guess');
  expect(await page.evaluate(() => window.printed)).not.toContain('$25,000');
});

for (const locale of some(locales, 1)) {
  test(`all lessons are printed at once, in ${locale}`, async ({ page }) => {
    await page.addInitScript(() => (window.print = () => (window.printed = [...document.querySelectorAll('.paper')].map((paper) => paper.innerText))));
    await page.goto(`class/?lang=${locale}`);
    const titles = await page.locator('.lessons__title').allTextContents();
    expect(titles).toHaveLength(LESSONS.length);
    const printed = {};
    for (const [at, sheet] of ['script', 'practice', 'answers'].entries()) {
      await page.evaluate(() => (window.printed = undefined));
      await page.locator('.class__all button').nth(at).click();
      await page.waitForFunction(() => window.printed);
      printed[sheet] = await page.evaluate(() => window.printed);
      for (const [place, title] of titles.entries()) expect(printed[sheet][place], `${sheet}: ${title}`).toContain(title);
      expect(printed[sheet]).toHaveLength(titles.length);
    }
    const [practice, answers, script] = [printed.practice, printed.answers, printed.script].map((sheets) => sheets[1]);
    // The table of the misprint hunt has the figure in another cell, without a currency sign.
    expect(practice).not.toMatch(/[$¥]25,000/);
    expect(answers).toMatch(/[$¥]25,000/);
    expect(script.length).toBeGreaterThan(answers.length);
  });
}

test('a value set by hand is shown without a slider, and reset', async ({ page }) => {
  await page.setViewportSize(SCREENS[0]);
  await start(page, 'earned');
  await page.keyboard.press('3');
  const title = page.locator('.stage__title');
  await expect(title).toHaveText('Did you really earn it?');
  await page.keyboard.press('ArrowUp');
  await expect(title).toContainText('Changed: ');
  await page.getByRole('button', { name: '0 Reset' }).click();
  await expect(title).toHaveText('Did you really earn it?');
});

test('list and stage fit a phone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  for (const address of ['class/?lang=en', 'class/?lang=zh-CN', 'class/?lang=en#earned&step=2', 'class/?lang=en#earned&step=6', 'class/?lang=en#make=clv']) {
    await page.goto('about:blank');
    await page.goto(address);
    const [width, room] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
    expect(width, address).toBe(room);
  }
  const buttons = await page.goto('class/?lang=en#earned').then(() => page.locator('.stage__button').all());
  for (const button of buttons) {
    const { width, height } = await button.boundingBox();
    expect(Math.min(width, height)).toBeGreaterThanOrEqual(44);
  }
});
