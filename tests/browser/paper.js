// What a page prints, and how much paper that takes.

import { expect } from './support.js';

// A dialogue that stays open until a test closes it, whatever a PDF in between says.
export const stubDialogue = (page) =>
  page.addInitScript(() => {
    window.isOpen = false;
    window.print = () => { window.isOpen = true; };
    addEventListener('afterprint', (event) => window.isOpen && event.stopImmediatePropagation());
    window.closeDialogue = () => {
      window.isOpen = false;
      dispatchEvent(new Event('afterprint'));
    };
  });
export const dialogue = (page) => expect.poll(() => page.evaluate(() => window.isOpen)).toBe(true);
export const closeDialogue = (page) => page.evaluate(() => window.closeDialogue());

const sheets = async (page) => (await page.pdf({ preferCSSPageSize: true })).toString('latin1').match(/\/Type\s*\/Page\b/g).length;

// As with the widest of the fonts that a machine may have instead of ours: Verdana and DejaVu Sans take a fifth more
// than Arial, which is a tenth of an em for each letter, and mathematics is set in whatever has the signs. In a sheet
// made by a script, since the policy refuses a style element.
const WIDE = '* { letter-spacing: 0.1em !important; } math { font-size: 1.2em !important; }';

// That all of it is on one sheet, in the fonts of this machine and in wide ones.
export const expectOneSheet = async (page, what = '') => {
  expect(await sheets(page), `sheets of paper ${what}`).toBe(1);
  await page.evaluate((css) => {
    const wide = new CSSStyleSheet();
    wide.replaceSync(css);
    document.adoptedStyleSheets = [wide];
  }, WIDE);
  expect(await sheets(page), `sheets of paper in a wide font ${what}`).toBe(1);
  await page.evaluate(() => (document.adoptedStyleSheets = []));
};
