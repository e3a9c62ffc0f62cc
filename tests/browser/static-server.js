// A minimal static host, for a site below the root or on another origin.

import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { TYPES as KNOWN, headersOf } from '../../headers.js';

export const TYPES = Object.fromEntries(Object.entries(KNOWN).map(([extension, type]) => [`.${extension}`, type]));

// Serves `folder` below `prefix`, such as `/some/where/`, on a free loopback port. Setting `folder` on the returned
// object simulates a release. `types`, `headersOf(path)`, and `fileOf(file)`, which names another file to send or none,
// can also be set. `asked` lists the requests.
export const serveStatic = async (folder, prefix = '/', types = TYPES) => {
  const site = { folder, types, headersOf, fileOf: (file) => file, asked: [] };
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    // A browser requests it if a page names no icon, and reports an error if there is none.
    if (pathname === '/favicon.ico') return response.writeHead(204).end();
    site.asked.push(pathname);
    const wanted = join(site.folder, pathname.slice(prefix.length));
    const asked = existsSync(wanted) && statSync(wanted).isDirectory() ? join(wanted, 'index.html') : wanted;
    const file = site.fileOf(asked);
    const headers = site.headersOf(pathname);
    if (!pathname.startsWith(prefix) || !file || !existsSync(file)) return response.writeHead(404, { ...headers, 'Cache-Control': 'no-cache' }).end();
    response.writeHead(200, { 'Content-Type': site.types[extname(asked)] ?? 'application/octet-stream', ...headers });
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
    // Simulates being offline: no more responses.
    disconnect: () => (server.closeAllConnections(), new Promise((closed) => server.close(closed))),
    connect: () => listen(port),
  });
};
