// Key presses and slider moves, as a person makes them.

import { when } from './figures.mjs';

const CATEGORIES = ['devtools.timeline', 'disabled-by-default-devtools.timeline'];

// Long enough for a frame to be painted and for debounced work.
const PAUSE = 120;

// Moves to the end of a field, where another digit is typed.
export async function end(page, name) {
  const field = page.locator(`input[name="${name}"]`);
  await field.click();
  await field.press('End');
}

export const key = {
  name: 'keystroke',
  event: 'keydown',
  prepare: (page) => end(page, 'loss'),
  // Types a digit and deletes it again: the result changes every time.
  act: (page, run) => page.keyboard.press(run % 2 ? 'Backspace' : '7'),
};

export const slider = {
  name: 'slider',
  event: 'input',
  async prepare(page) {
    const range = page.locator('input[type="range"]').first();
    await range.scrollIntoViewIfNeeded();
    const { x, y, width, height } = await range.boundingBox();
    this.at = (run) => [x + width * (0.3 + 0.4 * ((run * 7) % 13) / 13), y + height / 2];
    await page.mouse.move(...this.at(0));
    await page.mouse.down();
  },
  act(page, run) {
    return page.mouse.move(...this.at(run + 1));
  },
  after: (page) => page.mouse.up(),
};

// The times of this many events.
export async function measure(browser, { name, event, prepare, act, after }, page, runs) {
  const context = { at: undefined };
  await prepare.call(context, page);
  await page.waitForTimeout(PAUSE);
  await browser.startTracing(page, { categories: CATEGORIES });
  for (let run = 0; run < runs; run += 1) {
    await act.call(context, page, run);
    // Each is at a different time before the next frame.
    await page.waitForTimeout(PAUSE + ((run * 7) % 17));
  }
  const { traceEvents } = JSON.parse(await browser.stopTracing());
  await after?.(page);
  const times = when(traceEvents, event);
  if (times.length < runs / 2) throw new Error(`${name}: only ${times.length} of ${runs} events are in the trace`);
  return times;
}
