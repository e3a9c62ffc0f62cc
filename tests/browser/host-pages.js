// The pages of examples/host/, from an origin of their own: they name the site as https://abacus.example/.

import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { headersOf } from '../../headers.js';
import { TYPES } from './static-server.js';

const FOLDER = new URL('../../examples/host/', import.meta.url).pathname;

// A host may serve our files itself, from this path.
const OWN = 'abacus/';

// `made` are additional pages by name; `own` is the folder in which the host serves our files.
export const serveHost = async (site, made = {}, own = undefined) => {
  const named = site.replace(/\/$/, '');
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    const name = pathname.slice(1);
    if (name === 'favicon.ico') return response.writeHead(204).end();
    if (own && name.startsWith(OWN)) {
      const file = join(own, name.slice(OWN.length), name.endsWith('/') ? 'index.html' : '');
      response.writeHead(200, { 'Content-Type': TYPES[extname(file)] ?? 'text/plain', ...headersOf(pathname) });
      return response.end(readFileSync(file));
    }
    const text = made[name] ?? readFileSync(join(FOLDER, name), 'utf8');
    response.writeHead(200, { 'Content-Type': TYPES[extname(name)] ?? 'text/html' });
    // A program.
    if (Buffer.isBuffer(text)) return response.end(text);
    return response.end(text.replaceAll('https://abacus.example', named));
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  const origin = `http://127.0.0.1:${server.address().port}`;
  return { origin, url: `${origin}/`, close: () => server.close() };
};

// A frame begins to load once it is near the viewport, which is detected during rendering; a hidden browser may not
// render.
export const look = (page) => page.screenshot();
