// Helpers for a lesson on stage: opening it, walking through it, reading its content.

import { expect } from './support.js';

export const LESSONS = ['key-account', 'earned', 'bank', 'target', 'listen', 'pattern', 'advance', 'openings', 'difficulty', 'rhythm'];
export const SCREENS = [
  { width: 1280, height: 720 },
  { width: 1920, height: 1080 },
  { width: 1024, height: 768 },
];

// The minimum font size as a fraction of the height, less the browser's rounding.
export const MIN_FONT_SHARE = 0.0319;

export const stage = (page) => page.locator('.stage');
export const body = (page) => page.locator('.stage__body');
export const place = (page) => page.locator('.stage__place');

// The stage's content: its text, and what is read aloud.
export const state = async (page) => `${await place(page).textContent()} ${await body(page).innerHTML()}`;

export const start = async (page, lesson, locale = 'en') => {
  await page.goto(`class/?lang=${locale}#${lesson}`);
  await expect(body(page)).toBeVisible();
};

// Goes to the end with one key, visiting every state.
export const toTheEnd = async (page, key, look = state) => {
  const seen = [await look(page)];
  for (let presses = 0; presses < 120; presses += 1) {
    const before = await state(page);
    await page.keyboard.press(key);
    // The last press changes nothing; the page is rendered by the next frame.
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn))));
    if ((await state(page)) === before) return seen;
    seen.push(await look(page));
  }
  throw new Error('the lesson has no end');
};

// Runs in the page: the smallest text as a fraction of the height, and whether anything is outside the stage.
export const measureStage = () => {
  const smallest = { share: Infinity, text: '' };
  const outside = [];
  const walker = document.createTreeWalker(document.querySelector('.stage'), NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    const text = node.textContent.trim();
    // Chromium reports text as visible in an SVG group that is not rendered.
    const isDrawn = element.checkVisibility() && element.getBoundingClientRect().width > 0;
    if (!text || element.closest('.visually-hidden') || !isDrawn) continue;
    const scale = element.ownerSVGElement?.viewBox.baseVal?.width ? Math.abs(element.getScreenCTM().d) : 1;
    const share = (parseFloat(getComputedStyle(element).fontSize) * scale) / innerHeight;
    if (share < smallest.share) Object.assign(smallest, { share, text });
    const range = document.createRange();
    range.selectNodeContents(node);
    const { left, right, top, bottom } = range.getBoundingClientRect();
    const isCut = element.closest('.stage__title');
    if (!isCut && (left < -1 || top < -1 || right > innerWidth + 1 || bottom > innerHeight + 1)) outside.push(text);
  }
  const overflows = [...document.querySelectorAll('.stage, .stage__body')].some(
    ({ scrollHeight, clientHeight, scrollWidth, clientWidth }) => scrollHeight > clientHeight + 1 || scrollWidth > clientWidth + 1,
  );
  return { smallest, outside, overflows };
};

// What is illegible from the last row on the current stage, for every kind of screen.
export const illegibleStates = async (page) => {
  const faults = [];
  for (const size of SCREENS) {
    await page.setViewportSize(size);
    const { smallest, outside, overflows } = await page.evaluate(measureStage);
    const at = `${await place(page).textContent()} at ${size.width} × ${size.height}`;
    if (smallest.share < MIN_FONT_SHARE) faults.push(`${at}: ${(smallest.share * 100).toFixed(2)} % “${smallest.text}”`);
    if (outside.length > 0 || overflows) faults.push(`${at}: too much: ${outside.join(' | ')}`);
  }
  await page.setViewportSize(SCREENS[0]);
  return faults;
};
