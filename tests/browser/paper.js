// What a page prints, and on how many sheets.

import { expect } from './support.js';

// A print dialog that stays open until a test closes it, even if a PDF is made in between.
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

// Simulates the widest fallback fonts: Verdana and DejaVu Sans are a fifth wider than Arial, which is a tenth of an em
// per letter, and mathematics uses any font that has the symbols. In a constructed style sheet, since the policy
// refuses a style element.
const WIDE = '* { letter-spacing: 0.1em !important; } math { font-size: 1.2em !important; }';

// Asserts that everything is on one sheet, in the machine's fonts and in wide ones.
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
