// Reading QR codes.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const jsQR = readFileSync(createRequire(import.meta.url).resolve('jsqr/dist/jsQR.js'), 'utf8');

// What a phone decodes from a picture of the screen of this width in pixels.
export const decode = async (page, width) => {
  const png = (await page.screenshot()).toString('base64');
  await page.evaluate(jsQR);
  return page.evaluate(
    async ({ png, width }) => {
      const picture = new Image();
      picture.src = `data:image/png;base64,${png}`;
      await picture.decode();
      const canvas = Object.assign(document.createElement('canvas'), { width, height: Math.round((picture.height * width) / picture.width) });
      const context = canvas.getContext('2d');
      context.drawImage(picture, 0, 0, canvas.width, canvas.height);
      return window.jsQR(context.getImageData(0, 0, canvas.width, canvas.height).data, canvas.width, canvas.height)?.data;
    },
    { png, width },
  );
};
