// Before its step no result is anywhere: neither read aloud nor in the document, the title, the address, the history or a
// print.

import { LESSONS, start, toTheEnd } from './lesson.js';
import { expect, locales, test } from './support.js';

// What is shown, and everything in which a result could stand.
const look = async (page) => {
  const found = await page.evaluate(() => {
    const text = (selector) => document.querySelector(selector)?.firstChild?.textContent.trim();
    const kind = /stage__body--(\w+)/.exec(document.querySelector('.stage__body').className)[1];
    return {
      kind,
      result: kind === 'result' ? text('.stage__result') : undefined,
      worked: document.querySelector('.stage__figures .working__result')?.textContent.trim(),
      place: document.querySelector('.stage__place').textContent,
      page: document.documentElement.outerHTML,
      around: [document.title, location.href, JSON.stringify(history.state), document.querySelector('meta[name=description]')?.content].join('\n'),
    };
  });
  await page.emulateMedia({ media: 'print' });
  found.printed = await page.evaluate(() => document.body.innerText);
  await page.emulateMedia({ media: null });
  return { ...found, read: await page.locator('body').ariaSnapshot() };
};

// Whether a figure stands in a text, and not as a part of another.
const holds = (text, figure) => {
  const plain = figure.replace(/[^\d.,]/g, '').replace(/[.,]$/, '');
  return new RegExp(`(?<![\\d.,])${plain.replace('.', '\\.')}(?!\\d|[.,]\\d)`).test(text);
};

for (const locale of locales) {
  for (const lesson of LESSONS) {
    test(`no result of “${lesson}” is there before its step, in ${locale}`, async ({ page }) => {
      await page.setViewportSize({ width: 1280, height: 720 });
      await start(page, lesson, locale);
      const states = await toTheEnd(page, 'PageDown', look);
      const told = [];
      let checked = 0;
      for (const [at, { kind }] of states.entries()) {
        const isNew = kind === 'ask' && states[at - 1].kind !== 'ask';
        if (!isNew) continue;
        const result = states.slice(at).find((state) => state.kind === 'result').result;
        const shows = (state) => state.kind === 'result' || (state.worked !== undefined && holds(state.worked, result));
        for (const [later, state] of states.entries()) {
          if (later < at) continue;
          if (shows(state)) break;
          const without = (text) => text.replaceAll(state.place, '');
          // Places in a picture are numbers, too; a figure with a separator is none of them.
          const places = [without(state.read), without(state.printed), ...(/\d[.,]\d{3}/.test(result) ? [state.page] : [])];
          if (places.some((text) => holds(text, result))) told.push(`${state.place}: ${result}`);
          checked += 1;
        }
        const before = states.slice(0, at + 1).map((state) => state.around.replace(/step=\d+/g, '').replace(/:\d+\//g, '/'));
        if (before.some((around) => holds(around, result))) told.push(`around: ${result}`);
      }
      expect(told).toEqual([]);
      const asks = states.some(({ kind }) => kind === 'ask');
      expect(checked > 0).toBe(asks);
    });
  }
}
