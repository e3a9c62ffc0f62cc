// Compares the site in dist/ with another build of it: `cargo xtask bench --against <folder> [--samples N]`.
//
// The other folder is served twice. Differences between those two are noise: if the interval in that column excludes 1,
// the machine was busy, and the other column proves nothing. Every round opens all three in a new order, so a temporary
// slowdown affects all of them.

import { existsSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import { resolve } from 'node:path';
import { chromium } from '@playwright/test';
import { host } from './host.mjs';
import { key, measure, slider } from './input.mjs';
import { median, ratio, shuffled } from './statistics.mjs';

const option = (name, otherwise) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : process.argv[at + 1];
};
const SAMPLES = Math.max(40, Number(option('samples', 40)));
// Key presses and slider moves in one visit.
const EVENTS = 4;

const LINK = 'bad-debt/?lang=zh-CN#loss=600&margin=0.03';
const RESULT = '20000';
const PHONE = { viewport: { width: 390, height: 844 }, locale: 'zh-CN' };
const THROTTLE = 4;
const SLOW_4G = { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 0.75e6 / 8 };

// Records when the right result was painted, in the frame after it appeared. The pre-rendered page has a different one.
const watch = (expected) => {
  const look = () => {
    if (document.querySelector('output[name="extra_sales"] data')?.value !== expected) return;
    observer.disconnect();
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => (window.painted = performance.now());
      port2.postMessage('');
    });
  };
  const observer = new MutationObserver(look);
  observer.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
};

// A browser with an empty cache, on a slow phone.
async function visit(browser, base, act) {
  const context = await browser.newContext(PHONE);
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions', SLOW_4G);
    await session.send('Emulation.setCPUThrottlingRate', { rate: THROTTLE });
    await page.addInitScript(watch, RESULT);
    await page.goto(base + LINK, { waitUntil: 'commit' });
    await page.waitForFunction(() => window.painted, null, { polling: 100 });
    return await act(page, session);
  } finally {
    await context.close();
  }
}

const open = (browser, base) =>
  visit(browser, base, async (page) => ({ 'open → right result': [await page.evaluate(() => window.painted)] }));

const type = (browser, base) =>
  visit(browser, base, async (page) => {
    // The lazily loaded parts have loaded, too.
    await page.waitForLoadState('networkidle');
    const found = {};
    for (const what of [key, slider]) {
      // The first ones run code that is not compiled yet, which is a separate matter.
      const times = (await measure(browser, what, page, EVENTS + 2)).slice(2);
      for (const [name, label] of [['work', 'processor'], ['script', 'script'], ['painted', 'until painted']]) {
        found[`${what.name}: ${label}`] = times.map((time) => time[name]);
      }
    }
    return found;
  });

// Runs the rounds; returns the measurements of every site for each.
async function rounds(browser, sites, count, sample) {
  const done = [];
  for (let at = 0; at < count; at += 1) {
    const round = {};
    for (const name of shuffled(Object.keys(sites))) round[name] = await sample(browser, sites[name].base);
    done.push(round);
    if (process.stderr.isTTY) process.stderr.write(`\r${at + 1} of ${count} rounds `);
  }
  if (process.stderr.isTTY) process.stderr.write('\r\x1b[K');
  return done;
}

const interval = ({ ratio, low, high }) => `${ratio.toFixed(2)} [${low.toFixed(2)}, ${high.toFixed(2)}]`;
const row = (cells, widths = [28, 10, 10, 22, 22]) =>
  console.log(cells.map((cell, at) => (at ? cell.padStart(widths[at]) : cell.padEnd(widths[at]))).join(''));

function report(all) {
  for (const metric of Object.keys(all[0].dist)) {
    const of = all.map((round) => Object.fromEntries(Object.entries(round).map(([name, found]) => [name, found[metric]])));
    const middle = (name) => `${median(of.flatMap((round) => round[name])).toFixed(1)} ms`;
    const nothing = ratio(of, 'again', 'other');
    const quiet = nothing.low <= 1 && nothing.high >= 1 ? '' : ' !';
    row([metric, middle('other'), middle('dist'), interval(nothing) + quiet, interval(ratio(of, 'dist', 'other'))]);
  }
}

const other = resolve(option('against', ''));
if (!existsSync(resolve(other, 'bad-debt/index.html'))) throw new Error(`${other} is no built site`);
const [one, again, dist] = await Promise.all([other, other, resolve('dist')].map(host));
const sites = { other: one, again, dist };
const browser = await chromium.launch({
  executablePath: process.env.ABACUS_BROWSER,
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
});
try {
  const load = () => loadavg()[0].toFixed(1);
  console.log(`dist/ against ${other}: ${SAMPLES} samples each, ${THROTTLE}× CPU, slow 4G; load ${load()} of ${availableParallelism()}`);
  row(['', 'other', 'dist', 'A/A null', 'dist/other']);
  report(await rounds(browser, sites, SAMPLES, open));
  report(await rounds(browser, sites, Math.ceil(SAMPLES / EVENTS), type));
  console.log(`Medians and their ratios, with bootstrap intervals of 95 %; ! is a null without 1; load ${load()} at the end`);
} finally {
  await browser.close();
  Object.values(sites).forEach(({ stop }) => stop());
}
