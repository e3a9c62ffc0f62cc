// Largest contentful paint of a host page, with six of our frames and without: `cargo xtask bench --frames [--samples
// N]`, or for another build `node tests/bench/frames.mjs --site <folder>`.
//
// Every round opens three pages in a new order: one with frames, and one without them twice. Differences between those
// two are noise: if the interval in that column excludes 1, the machine was busy.

import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { availableParallelism, loadavg } from 'node:os';
import { resolve } from 'node:path';
import { chromium } from '@playwright/test';
import { host } from './host.mjs';
import { median, ratio, shuffled } from './statistics.mjs';

const option = (name, otherwise) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : process.argv[at + 1];
};
const SAMPLES = Math.max(20, Number(option('samples', 20)));
const THROTTLE = 4;
const SLOW_4G = { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 0.75e6 / 8 };

const TOOLS = ['bad-debt', 'clv', 'receivables', 'activity', 'dso', 'early-payment'];

// An intranet page: a headline, a paragraph as the largest content, and calculators below and beside it.
const pageOf = (base, hasFrames) => {
  const link = (tool) => `<p><a class="sales-abacus" href="${base}${tool}/?lang=en" data-heights="320:900 720:640">${tool}</a></p>`;
  const script = hasFrames ? `<script src="${base}embed.js"></script>` : '';
  const text = 'What a month of waiting for the money costs, and what has to be sold to make up for it. '.repeat(12);
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Intranet</title>
<meta name="viewport" content="width=device-width, initial-scale=1"></head><body><h1>Credit and sales</h1>
<p>${text}</p>${TOOLS.map(link).join('')}${script}<p>${text}</p></body></html>`;
};

// The intranet, on an origin of its own.
const serve = async (base) => {
  const server = createServer(({ url }, response) => {
    response.writeHead(url === '/favicon.ico' ? 204 : 200, { 'Content-Type': 'text/html; charset=utf-8' });
    response.end(pageOf(base, url === '/with'));
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  return { base: `http://127.0.0.1:${server.address().port}`, stop: () => server.close() };
};

// The browser's largest contentful paint, once the frames near the viewport have loaded.
const sample = async (browser, address) => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions', SLOW_4G);
    await session.send('Emulation.setCPUThrottlingRate', { rate: THROTTLE });
    await page.addInitScript(() => {
      new PerformanceObserver((list) => (window.largest = list.getEntries().at(-1).startTime)).observe({ type: 'largest-contentful-paint', buffered: true });
    });
    await page.goto(address, { waitUntil: 'load' });
    if (address.endsWith('/with')) await page.waitForFunction(() => window.SalesAbacus.all()[0].ready.then(() => true));
    await page.waitForFunction(() => window.largest);
    return await page.evaluate(() => window.largest);
  } finally {
    await context.close();
  }
};

const site = resolve(option('site', 'dist'));
if (!existsSync(resolve(site, 'embed.js'))) throw new Error(`${site} is no built site`);
const abacus = await host(site);
const intranet = await serve(abacus.base);
const browser = await chromium.launch({
  executablePath: process.env.ABACUS_BROWSER,
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
});
try {
  const load = () => loadavg()[0].toFixed(1);
  console.log(`six frames of ${site}: ${SAMPLES} rounds, ${THROTTLE}× CPU, slow 4G; load ${load()} of ${availableParallelism()}`);
  const pages = { with: '/with', without: '/without', again: '/without' };
  const rounds = [];
  for (let at = 0; at < SAMPLES; at += 1) {
    const round = {};
    for (const name of shuffled(Object.keys(pages))) round[name] = [await sample(browser, intranet.base + pages[name])];
    rounds.push(round);
  }
  const interval = ({ ratio, low, high }) => `${ratio.toFixed(3)} [${low.toFixed(3)}, ${high.toFixed(3)}]`;
  const middle = (name) => `${median(rounds.flatMap((round) => round[name])).toFixed(1)} ms`;
  const nothing = ratio(rounds, 'again', 'without');
  const differences = rounds.map((round) => round.with[0] - round.without[0]);
  console.log(`largest contentful paint: with frames ${middle('with')}, without ${middle('without')}`);
  console.log(`  with / without      ${interval(ratio(rounds, 'with', 'without'))}`);
  console.log(`  without / without   ${interval(nothing)}${nothing.low <= 1 && nothing.high >= 1 ? '' : ' !'}`);
  console.log(`  paired difference   ${median(differences).toFixed(1)} ms in the median; load ${load()} at the end`);
} finally {
  await browser.close();
  [abacus, intranet].forEach(({ stop }) => stop());
}
