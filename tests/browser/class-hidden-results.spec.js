// Before its step a result appears nowhere: neither read aloud nor in the document, the title, the address, the history
// or a printout.

import { LESSONS, start, toTheEnd } from './lesson.js';
import { some } from './site.js';
import { expect, locales, test } from './support.js';

// What a state reveals, and every place that could contain a result.
const look = async (page) => {
  const found = await page.evaluate(() => {
    const text = (selector) => document.querySelector(selector)?.firstChild?.textContent.trim();
    const kind = /stage__body--(\w+)/.exec(document.querySelector('.stage__body').className)[1];
    return {
      kind,
      // A result, the value of a line of the working, the result of a move.
      told: [
        kind === 'result' ? text('.stage__result') : undefined,
        document.querySelector('.stage__figures .working__result')?.textContent.trim(),
        text('.stage__follows'),
      ].filter(Boolean),
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

// Where a figure occurs in a state: in read or printed text, or elsewhere. Coordinates in a picture are numbers, too,
// so the document itself is searched only for figures with a separator.
const standsIn = (state, figure) => {
  const without = (text) => text.replaceAll(state.place, '');
  const around = state.around.replace(/step=\d+/g, '').replace(/:\d+\//g, '/');
  const places = [without(state.read), without(state.printed), around, ...(/\d[.,]\d{3}/.test(figure) ? [state.page] : [])];
  return places.some((text) => holds(text, figure));
};

// Whether a figure occurs in a text, and not as part of another.
const holds = (text, figure) => {
  const plain = figure.replace(/[^\d.,]/g, '').replace(/[.,]$/, '');
  return new RegExp(`(?<![\\d.,])${plain.replace('.', '\\.')}(?!\\d|[.,]\\d)`).test(text);
};

const isLong = (figure) => figure.replace(/\D/g, '').length > 2;

for (const [turn, locale] of locales.entries()) {
  for (const lesson of some(LESSONS, 2 * turn, 12)) {
    test(`no result of “${lesson}” appears before its step, in ${locale}`, async ({ page }) => {
      await page.setViewportSize({ width: 1280, height: 720 });
      await start(page, lesson, locale);
      const states = await toTheEnd(page, 'PageDown', look);
      const told = [];
      let checked = 0;
      const begins = (from, figure) => {
        for (const state of states.slice(from)) {
          if (state.told.some((text) => holds(text, figure))) return;
          if (standsIn(state, figure)) told.push(`${state.place}: ${figure}`);
          checked += 1;
        }
      };
      for (const [at, { kind }] of states.entries()) {
        // An asked result must not appear from its question on, one that is only shown not from the beginning of the
        // lesson; a short figure may legitimately occur before as something else, so native tests look for it by name.
        const isNew = kind === 'ask' && states[at - 1].kind !== 'ask';
        if (isNew) begins(at, states.slice(at).find((state) => state.kind === 'result').told[0]);
        for (const figure of states[at].told.filter(isLong)) begins(0, figure);
      }
      expect(told).toEqual([]);
      expect(checked > 0).toBe(states.some(({ kind, told }) => kind === 'ask' || told.some(isLong)));
    });
  }
}
