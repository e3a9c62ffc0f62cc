// Draws the PNG icons in static/ from icon.svg: `node xtask/icons.mjs`, after a change to that. They are committed, so
// that a build needs no browser. ABACUS_BROWSER names the Chromium to use, by default Playwright's.

import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { chromium } from '@playwright/test';

const PAPER = '#FBFAF7';

// The fraction of the width that the drawing takes. A system may show only an 80 % circle of a maskable icon, which
// contains this drawing including its corners; a touch icon gets rounded corners.
const ICONS = [
  { file: 'icon-192.png', edge: 192, part: 1 },
  { file: 'icon-512.png', edge: 512, part: 1 },
  { file: 'icon-maskable-512.png', edge: 512, part: 0.66, ground: PAPER },
  { file: 'apple-touch-icon.png', edge: 180, part: 0.72, ground: PAPER },
];

const folder = (file) => resolve(import.meta.dirname, '../static', file);
const drawing = `data:image/svg+xml;base64,${readFileSync(folder('icon.svg')).toString('base64')}`;

const draw = async ({ drawing, edge, part, ground }) => {
  const canvas = Object.assign(document.createElement('canvas'), { width: edge, height: edge });
  const context = canvas.getContext('2d');
  if (ground) {
    context.fillStyle = ground;
    context.fillRect(0, 0, edge, edge);
  }
  const image = Object.assign(new Image(), { src: drawing });
  await image.decode();
  const size = edge * part;
  context.drawImage(image, (edge - size) / 2, (edge - size) / 2, size, size);
  return canvas.toDataURL('image/png').split(',')[1];
};

const browser = await chromium.launch({ executablePath: process.env.ABACUS_BROWSER, args: ['--no-sandbox'] });
const page = await browser.newPage();
for (const { file, ...icon } of ICONS) {
  writeFileSync(folder(file), Buffer.from(await page.evaluate(draw, { drawing, ...icon }), 'base64'));
}
await browser.close();
