// The script in the head of every page, at an address that stays the same from release to release.

import { script } from './script.mjs';

// An old browser, which cannot run the app, must still be able to show why.
const start = async () => (await script('start/index.js', { target: 'es2015' })).code;

const NAME = 'start.js';

// Serves the script during development, and adds it to a built site.
export const startScript = {
  name: 'start-script',
  configureServer({ middlewares }) {
    middlewares.use(`/${NAME}`, async (_, response) => {
      response.setHeader('Content-Type', 'text/javascript');
      response.end(await start());
    });
  },
  async generateBundle() {
    this.emitFile({ type: 'asset', fileName: NAME, source: await start() });
  },
};
