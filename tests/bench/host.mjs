// Serves a folder like a good host: precompressed with brotli, and with hashed addresses cached for ever.

import { readFileSync, readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, sep } from 'node:path';
import { constants, brotliCompressSync } from 'node:zlib';
import { headersOf } from '../../headers.js';

const TYPES = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
};
const BEST = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } };

export async function host(folder) {
  const packed = new Map();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath, entry.name);
    const address = file.slice(folder.length).split(sep).join('/');
    if (entry.isFile() && !['.br', '.gz'].includes(extname(file))) packed.set(address, brotliCompressSync(readFileSync(file), BEST));
  }
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    const address = pathname.endsWith('/') ? `${pathname}index.html` : pathname;
    const body = packed.get(address);
    if (!body) return response.writeHead(404).end();
    return response.writeHead(200, {
      ...headersOf(address),
      'Content-Type': TYPES[extname(address)] ?? 'application/octet-stream',
      'Content-Encoding': 'br',
      'Content-Length': body.length,
    }).end(body);
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  return { base: `http://127.0.0.1:${server.address().port}/`, stop: () => server.close() };
}
