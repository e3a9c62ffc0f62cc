// A lesson on stage: opening it, walking through it, reading what is there.

import { expect } from './support.js';

export const LESSONS = ['key-account', 'earned', 'bank', 'target', 'listen', 'pattern', 'advance', 'openings', 'difficulty', 'rhythm'];
export const ROOMS = [
  { width: 1280, height: 720 },
  { width: 1920, height: 1080 },
  { width: 1024, height: 768 },
];

export const stage = (page) => page.locator('.stage');
export const body = (page) => page.locator('.stage__body');
export const place = (page) => page.locator('.stage__place');

// What is on the stage: the words, and what is read aloud of it.
export const state = async (page) => `${await place(page).textContent()} ${await body(page).innerHTML()}`;

export const start = async (page, lesson, locale = 'en') => {
  await page.goto(`class/?lang=${locale}#${lesson}`);
  await expect(body(page)).toBeVisible();
};

// To the end by one key, with every state on the way.
export const toTheEnd = async (page, key, look = state) => {
  const seen = [await look(page)];
  for (let presses = 0; presses < 120; presses += 1) {
    const before = await state(page);
    await page.keyboard.press(key);
    // The last press changes nothing; the page has been drawn when the next frame comes.
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn))));
    if ((await state(page)) === before) return seen;
    seen.push(await look(page));
  }
  throw new Error('the lesson has no end');
};
