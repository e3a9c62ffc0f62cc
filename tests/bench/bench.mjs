// The time from a key press or slider move to the painted result, on the built site: `cargo xtask bench [--runs N]`.
//
// Times come from the browser's trace: from dispatching the event to the page until the next frame is painted. `work`
// is CPU time: it excludes waiting for that frame, and for the CPU on a busy machine. The floor is the same in a page
// with only a control: the part of the figure that is not ours.

import { chromium } from '@playwright/test';
import { book } from './book.mjs';
import { summary, table } from './figures.mjs';
import { end, key, measure, slider } from './input.mjs';
import { serve } from './server.mjs';

const argument = process.argv.indexOf('--runs');
const runs = argument < 0 ? 40 : Math.max(30, Number(process.argv[argument + 1]));

const PAGE = 'bad-debt/';
const FLOOR = '<!doctype html><input name="loss" value="500"><input type="range">';

async function at(browser, throttle, base) {
  const rows = [];
  for (const what of [key, slider]) {
    for (const place of ['page', 'floor']) {
      const page = await browser.newPage({ viewport: { width: 390, height: 844 }, locale: 'zh-CN' });
      if (place === 'page') {
        await page.goto(base + PAGE);
        await page.locator('output[name="extra_sales"] data').waitFor();
      } else {
        await page.setContent(FLOOR);
      }
      if (what === slider && !(await page.locator('input[type="range"]').count())) {
        console.log('slider: this build has none, so it is left out');
        await page.close();
        break;
      }
      const session = await page.context().newCDPSession(page);
      await session.send('Emulation.setCPUThrottlingRate', { rate: throttle });
      const times = await measure(browser, what, page, runs);
      const label = `${what.name}${place === 'floor' ? ', floor' : ''}, ${throttle}×`;
      rows.push([label, ...summary(times.map(({ painted }) => painted)), ...summary(times.map(({ work }) => work))]);
      await page.close();
    }
  }
  return rows;
}

// Recomputing a table of this size in the page: a value of the current case is typed, and every cell is updated. The
// same key press with the slide's own table is the floor.
async function tableOf(browser, base, throttle) {
  const rows = [];
  for (const size of [1, 20]) {
    const page = await browser.newPage({ viewport: { width: 390, height: 844 }, locale: 'zh-CN' });
    await page.goto(`${base}clv/`);
    const values = Array.from({ length: size }, (_, at) => at + 1).join(', ');
    for (const area of await page.locator('.what-if textarea').all()) await area.fill(values);
    await page.waitForTimeout(500);
    const session = await page.context().newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: throttle });
    const times = await measure(browser, { ...key, prepare: (page) => end(page, 'weeks') }, page, runs);
    const label = `table ${size} × ${size}, ${throttle}×`;
    rows.push([label, ...summary(times.map(({ painted }) => painted)), ...summary(times.map(({ work }) => work))]);
    await page.close();
  }
  return rows;
}

const server = await serve();
const browser = await chromium.launch({
  executablePath: process.env.ABACUS_BROWSER,
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
});
try {
  const rows = [...(await at(browser, 1, server.base)), ...(await at(browser, 4, server.base))];
  rows.push(...(await tableOf(browser, server.base, 1)));
  console.log(`${runs} runs each, milliseconds; ± is half the distance between the quartiles`);
  table(['event → painted result', 'p50', 'p95', '±', 'work p50', 'p95', '±'], rows);
  await book(browser, server.base, runs);
} finally {
  await browser.close();
  server.stop();
}
