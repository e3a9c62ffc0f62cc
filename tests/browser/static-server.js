// The plainest of static hosts, for a site that lies below the root or on another origin.

import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { headers } from '../../headers.js';

export const TYPES = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
};

// Serves `folder` below `prefix`, such as `/some/where/`, on a free port of the loopback. The answer's `folder` can be set:
// that is a release. `asked` lists what was.
export const serveStatic = async (folder, prefix = '/', types = TYPES) => {
  const site = { folder, headers, asked: [] };
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    site.asked.push(pathname);
    const wanted = join(site.folder, pathname.slice(prefix.length));
    const file = existsSync(wanted) && statSync(wanted).isDirectory() ? join(wanted, 'index.html') : wanted;
    if (!pathname.startsWith(prefix) || !existsSync(file)) return response.writeHead(404).end();
    response.writeHead(200, { 'Content-Type': types[extname(file)] ?? 'application/octet-stream', ...site.headers });
    return createReadStream(file).pipe(response);
  });
  const listen = (port) => new Promise((listening) => server.listen(port, '127.0.0.1', listening));
  await listen(0);
  const { port } = server.address();
  const origin = `http://127.0.0.1:${port}`;
  return Object.assign(site, {
    origin,
    url: origin + prefix,
    close: () => server.close(),
    // As without a network: nobody answers any more.
    disconnect: () => (server.closeAllConnections(), new Promise((closed) => server.close(closed))),
    connect: () => listen(port),
  });
};
