// The pages of examples/host/, from an origin of their own: they name the site as https://abacus.example/.

import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { TYPES } from './static-server.js';

const FOLDER = new URL('../../examples/host/', import.meta.url).pathname;

// `made` are pages that only a test has, by their names.
export const serveHost = async (site, made = {}) => {
  const named = site.replace(/\/$/, '');
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    const name = pathname.slice(1);
    if (name === 'favicon.ico') return response.writeHead(204).end();
    const text = made[name] ?? readFileSync(join(FOLDER, name), 'utf8');
    response.writeHead(200, { 'Content-Type': TYPES[extname(name)] ?? 'text/html' });
    return response.end(text.replaceAll('https://abacus.example', named));
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  const origin = `http://127.0.0.1:${server.address().port}`;
  return { origin, url: `${origin}/`, close: () => server.close() };
};
