// The built site, served as `vite preview` serves it.

import { spawn } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';

export async function serve() {
  const port = process.env.ABACUS_DIST_PORT ?? '4175';
  const base = `http://127.0.0.1:${port}/`;
  const options = ['preview', '--mode', 'release', '--host', '127.0.0.1', '--strictPort', '--port', port];
  const vite = spawn('node', ['node_modules/vite/bin/vite.js', ...options], { stdio: ['ignore', 'ignore', 'inherit'] });
  for (let tries = 0; tries < 100; tries += 1) {
    if (await fetch(base).then(({ ok }) => ok, () => false)) return { base, stop: () => vite.kill() };
    await pause(200);
  }
  vite.kill();
  throw new Error(`nothing answers at ${base}`);
}
