// Every key of a lesson, as a clicker or a keyboard sends it.

import { body, place, stage, start, state } from './lesson.js';
import { expect, test } from './support.js';

const follows = (page) => page.locator('.stage__follows');
const panel = (page) => page.locator('.panel');

// Whether the page leaves a key press to the browser.
const isLeft = (page, key) => page.evaluate((key) => dispatchEvent(new KeyboardEvent('keydown', { cancelable: true, bubbles: true, ...key })), key);

test('next and back, first and last, a jump, and all of a step', async ({ page }) => {
  await start(page, 'earned');
  const first = await state(page);
  for (const next of ['ArrowRight', 'PageDown', 'Space', 'Enter']) {
    for (const back of ['ArrowLeft', 'PageUp']) {
      await page.keyboard.press(next);
      await expect(page.locator('.stage__line')).toHaveCount(1);
      await page.keyboard.press(back);
      await expect(page.locator('.stage__line')).toHaveCount(0);
      expect(await state(page)).toBe(first);
    }
  }
  await page.keyboard.press('r');
  await expect(page.locator('.stage__line')).toHaveCount(2);
  await page.keyboard.press('End');
  await expect(place(page)).toHaveText('14 / 14');
  await page.keyboard.press('Home');
  await expect(place(page)).toHaveText('1 / 14');
  for (let step = 1; step <= 9; step += 1) {
    await page.keyboard.press(String(step));
    await expect(place(page)).toHaveText(`${step} / 14`);
    await expect(page).toHaveURL(new RegExp(`step=${step}$`));
  }
});

test('the screen can be black or white, and any key restores it', async ({ page }) => {
  await start(page, 'earned');
  await page.keyboard.press('2');
  for (const [key, off] of [['b', 'black'], ['B', 'black'], ['.', 'black'], ['w', 'white']]) {
    for (const lights of [key, 'PageDown', 'x', 'Escape']) {
      await page.keyboard.press(key);
      await expect(page.locator(`.stage__off--${off}`)).toBeVisible();
      expect(await page.locator('.stage').innerText()).not.toContain('500');
      await page.keyboard.press(lights);
      await expect(body(page)).toBeVisible();
      await expect(place(page)).toHaveText('2 / 14');
    }
  }
});

test('the type grows and shrinks within bounds', async ({ page }) => {
  await start(page, 'earned');
  const size = () => page.locator('.stage__words').evaluate((words) => parseFloat(getComputedStyle(words).fontSize));
  const usual = await size();
  await page.keyboard.press('+');
  expect(await size()).toBeGreaterThan(usual);
  for (let presses = 0; presses < 12; presses += 1) await page.keyboard.press('-');
  const least = await size();
  expect(least).toBeLessThan(usual);
  await page.keyboard.press('-');
  expect(await size()).toBe(least);
  for (let presses = 0; presses < 2; presses += 1) await page.keyboard.press('=');
  expect(await size()).toBe(usual);
});

test('F fills the screen and leaves it', async ({ page }) => {
  await start(page, 'earned');
  const isFull = () => page.evaluate(() => document.fullscreenElement === document.documentElement);
  await page.keyboard.press('f');
  await expect.poll(isFull).toBe(true);
  await page.keyboard.press('PageDown');
  await expect(page.locator('.stage__line')).toHaveCount(1);
  await page.keyboard.press('F');
  await expect.poll(isFull).toBe(false);
});

test('digits go to the guesses while those are open', async ({ page }) => {
  await start(page, 'earned');
  // Without a question there is no guess to enter.
  await page.keyboard.press('g');
  await expect(panel(page)).toHaveCount(0);
  await page.keyboard.press('2');
  await page.keyboard.press('g');
  await expect(panel(page)).toBeVisible();
  await page.keyboard.type('9000');
  await expect(page.locator('.panel__typed')).toHaveText('9000');
  await expect(place(page)).toHaveText('2 / 14');
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Enter');
  await expect(page.locator('.guesses__label')).toHaveText('$900');
  await page.keyboard.type('12');
  await page.getByRole('button', { name: 'k', exact: true }).click();
  await page.keyboard.press('0');
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Enter');
  await expect(page.locator('.guesses__label')).toHaveText(['$900', '$12,000']);
  await page.keyboard.type('0');
  await page.keyboard.press('Enter');
  await expect(page.locator('.panel__hint')).toContainText('This is not a number');
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Backspace');
  await expect(page.locator('.guesses__label')).toHaveText(['$900']);
  // A reload in the middle of a guess.
  await page.keyboard.type('77');
  await page.reload();
  await expect(page.locator('.panel__typed')).toHaveText('77');
  // A clicker closes the panel, and goes on with the next press.
  await page.keyboard.press('PageDown');
  await expect(panel(page)).toHaveCount(0);
  await expect(place(page)).toHaveText('2 / 14');
  await page.keyboard.press('3');
  await expect(place(page)).toHaveText('3 / 14');
});

test('votes and marks are counted by digits and by clicks', async ({ page }) => {
  await start(page, 'target');
  await page.keyboard.press('7');
  const hands = page.locator('.vote__hands');
  await page.keyboard.press('g');
  for (const key of ['1', '1', '3', '9']) await page.keyboard.press(key);
  await expect(hands).toHaveText(['2 hands', '1 hand']);
  await page.keyboard.press('Backspace');
  await expect(hands).toHaveText(['2 hands']);
  await page.locator('.vote__option').nth(3).click();
  await expect(hands).toHaveText(['2 hands', '1 hand']);
  await page.keyboard.press('Escape');
  await expect(place(page)).toHaveText('7 / 14');
});

test('the clock starts, stops and goes on, also through a reload', async ({ page }) => {
  await page.clock.install({ time: new Date('2026-11-21T09:00:00') });
  await start(page, 'listen');
  await page.clock.pauseAt(new Date('2026-11-21T10:00:00'));
  await page.keyboard.press('4');
  const clock = page.locator('.stage__clock');
  await expect(clock).toHaveText('5:00');
  await page.clock.runFor(31_000);
  await expect(clock).toHaveText('4:29');
  await expect(page.locator('.ticks__tick--passed')).toHaveCount(2);
  await page.reload();
  await expect(clock).toHaveText('4:29');
  await page.keyboard.press('t');
  await page.clock.runFor(60_000);
  await expect(clock).toHaveText('4:29');
  await page.keyboard.press('T');
  await page.clock.runFor(9_000);
  await expect(clock).toHaveText('4:20');
  await page.clock.runFor(400_000);
  await expect(clock).toHaveText('0:00');
});

test('an input is selected, moved and reset to the slide’s value', async ({ page }) => {
  await start(page, 'earned');
  await page.keyboard.press('6');
  const before = await follows(page).textContent();
  await page.keyboard.press('ArrowUp');
  await expect(follows(page)).not.toHaveText(before);
  await page.keyboard.press('ArrowDown');
  await expect(follows(page)).toHaveText(before);
  await page.keyboard.press('Tab');
  await expect(page.locator('.stage__slider')).toHaveCount(2);
  await page.keyboard.press('ArrowUp');
  await expect(follows(page)).not.toHaveText(before);
  await page.keyboard.press('Shift+Tab');
  await expect(page.locator('.stage__slider')).toHaveCount(1);
  await page.keyboard.press('0');
  await expect(follows(page)).toHaveText(before);
});

test('the QR code and the list of keys open and close', async ({ page }) => {
  await start(page, 'earned');
  for (const [key, name] of [['q', 'qr'], ['?', 'keys']]) {
    await page.keyboard.press(key);
    await expect(page.locator(`.panel--${name}`)).toBeVisible();
    await page.keyboard.press(key);
    await expect(panel(page)).toHaveCount(0);
    await page.keyboard.press(key);
    await page.keyboard.press('Escape');
    await expect(panel(page)).toHaveCount(0);
  }
});

test('Esc closes, then asks, then leaves', async ({ page }) => {
  await page.goto('class/?lang=en');
  await page.getByRole('link', { name: 'Start “Did you really earn it?”' }).click();
  await expect(place(page)).toHaveText('1 / 14');
  await page.keyboard.press('?');
  await expect(panel(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(panel(page)).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(page.locator('.panel--leave')).toBeVisible();
  await page.keyboard.press('x');
  await expect(panel(page)).toHaveCount(0);
  await expect(place(page)).toHaveText('1 / 14');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(page.locator('.lessons').first()).toBeVisible();
});

test('the browser keeps its own keys', async ({ page }) => {
  await start(page, 'earned');
  for (const key of [{ key: 'F5' }, { key: 'F11' }, { key: 'F12' }, { key: 'r', ctrlKey: true }, { key: 'p', metaKey: true }, { key: 'ArrowLeft', altKey: true }]) {
    expect(await isLeft(page, key), JSON.stringify(key)).toBe(true);
  }
  expect(await isLeft(page, { key: 'PageDown' })).toBe(false);
  // If nothing can be moved, Tab goes from button to button, and Enter presses them.
  await page.keyboard.press('Home');
  await page.keyboard.press('Tab');
  await expect(page.locator('.stage__button').first()).toBeFocused();
  await expect(stage(page)).toBeVisible();
});

test('a step past the end opens the last, an invalid one the first', async ({ page }) => {
  for (const [step, opens] of [['99', 14], ['0', 1], ['x', 1], ['-3', 1]]) {
    await page.goto('about:blank');
    await page.goto(`class/?lang=en#earned&step=${step}`);
    await expect(place(page)).toHaveText(`${opens} / 14`);
    await expect(page).toHaveURL(new RegExp(`step=${opens}$`));
  }
});
