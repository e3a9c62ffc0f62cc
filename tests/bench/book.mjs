// The deal book with five thousand deals, with the CPU throttled to a quarter.

import { summary, table, when } from './figures.mjs';

const DEALS = 5000;
const THROTTLE = 4;
const PAUSE = 150;
const CATEGORIES = ['devtools.timeline', 'disabled-by-default-devtools.timeline'];

// Realistic but short deals: five thousand of them just fit below the app's storage limit.
const fill = (count) => {
  const stages = ['analyse', 'trust', 'needs', 'value', 'commitment', 'collect'];
  for (let at = 0; at < count; at += 1) {
    const id = `d${String(at).padStart(5, '0')}`;
    const day = (from) => new Date(Date.UTC(2026, 0, from + (at % 700))).toISOString().slice(0, 10);
    const people = [
      { id: 'p1', roles: ['user'], name: `Li ${at}`, guide: { credible: true, trusts_us: at % 3 > 0 } },
      { id: 'p2', roles: ['decision-maker'], name: `Boss ${at}` },
    ];
    const log = [{ id: 'c1', date: day(1), people: ['p1'], outcome: 'continuation' }];
    localStorage.setItem(`sales-abacus:deal:${id}`, JSON.stringify({
      schema: 2, id, revision: 1, customer: `Customer ${(at * 7919) % count}`, title: `Line ${at}`, amount: String(at * 137),
      expected_close: day(40), salesperson: 'Chen', stage: stages[at % 6], people, log,
      next_step: { action: 'Call', date: day(20) },
    }));
  }
};

async function trace(browser, page, act) {
  await browser.startTracing(page, { categories: CATEGORIES });
  await act();
  return JSON.parse(await browser.stopTracing()).traceEvents;
}

const both = (label, times) =>
  [label, ...summary(times.map(({ painted }) => painted)), ...summary(times.map(({ work }) => work))];

// The longest time between two frames while the list scrolls.
const frames = async (page) =>
  page.evaluate(async () => {
    const gaps = [];
    let before = await new Promise(requestAnimationFrame);
    for (let at = 0; at < 120; at += 1) {
      scrollBy(0, 240);
      const now = await new Promise(requestAnimationFrame);
      gaps.push(now - before);
      before = now;
    }
    return gaps;
  });

export async function book(browser, base, runs) {
  const page = await browser.newPage({ viewport: { width: 390, height: 844 }, locale: 'zh-CN' });
  await page.goto(`${base}deals/`);
  const units = await page.evaluate(`(${fill})(${DEALS}); Object.values({ ...localStorage }).reduce((sum, text) => sum + text.length, 0)`);
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: THROTTLE });
  const started = performance.now();
  await page.goto(`${base}deals/`);
  await page.locator('.deals__item').first().waitFor();
  console.log(`\n${DEALS} deals, ${(units / DEALS / 1024).toFixed(2)} KB each, ${THROTTLE}×: opened after ${Math.round(performance.now() - started)} ms, reading and decoding them included`);

  const rows = [];
  const measured = async (label, event, act) => {
    const events = await trace(browser, page, async () => {
      for (let run = 0; run < runs; run += 1) {
        await act(run);
        await page.waitForTimeout(PAUSE);
      }
    });
    rows.push(both(label, when(events, event)));
  };
  await measured('list, from another view', 'click', async (run) => {
    await page.locator('.views__link').nth(run % 2 ? 0 : 1).click();
  });
  await page.goto(`${base}deals/#view=list&sort=amount`);
  await page.locator('.deals__item').first().waitFor();
  await page.locator('.filters__summary').click();
  const orders = ['close', 'customer', 'amount', 'stage', 'next'];
  await measured('sort', 'change', (run) => page.locator('#sort').selectOption(orders[run % 5]));
  await measured('filter', 'change', (run) => page.locator('#stage-filter').selectOption(run % 2 ? 'needs' : 'value'));
  await page.locator('#stage-filter').selectOption('');
  await page.locator('#search').click();
  await measured('search, one letter more', 'keydown', (run) => page.keyboard.press(run % 2 ? 'Backspace' : '7'));
  await page.locator('#search').fill('');
  const gaps = await frames(page);
  await page.locator('.deal-row__name').first().click();
  const customer = page.locator('input[name="customer"]');
  await customer.click();
  await customer.press('End');
  await measured('one edit', 'keydown', (run) => page.keyboard.press(run % 2 ? 'Backspace' : '7'));
  table(['event → painted', 'p50', 'p95', '±', 'work p50', 'p95', '±'], rows);
  const [median, most, spread] = summary(gaps);
  const long = gaps.filter((gap) => gap > 33).length;
  console.log(`scrolling: ${gaps.length} frames, p50 ${median}, p95 ${most}, ± ${spread}, longest ${Math.max(...gaps).toFixed(1)} ms; ${long} over 33 ms`);

  await page.evaluate(() => {
    window.written = [];
    const write = Storage.prototype.setItem;
    Storage.prototype.setItem = function (key, text) {
      window.written.push([key, text.length]);
      return write.call(this, key, text);
    };
  });
  await customer.press('8');
  await page.waitForTimeout(1000);
  const written = await page.evaluate(() => window.written);
  console.log(`one edit writes ${written.length} record(s), ${written.map(([, length]) => length).join(', ')} UTF-16 units`);
  await page.close();
}
