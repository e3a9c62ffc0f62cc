// What a visitor downloads: brotli bytes, as a host sends them, by kind of page.

import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, normalize, posix } from 'node:path';
import { constants, brotliCompressSync } from 'node:zlib';

const DIST = 'dist';
const PAGES = [['home', ''], ['calculator', 'clv/'], ['deals', 'deals/'], ['embed', 'embed/clv/']];
// Chunks that pages load only when they are asked for, by the beginning of their names.
const ON_DEMAND = ['sheet'];
const KINDS = ['html', 'css', 'js', 'wasm'];

const brotli = (file) =>
  brotliCompressSync(readFileSync(file), { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;

// The page and everything that its tags load.
const loaded = (page) => {
  const html = join(DIST, page, 'index.html');
  const links = [...readFileSync(html, 'utf8').matchAll(/(?:src|href)="([^"]+)"/g)].map(([, url]) => url);
  return [html, ...new Set(links.map((url) => normalize(join(dirname(html), url))))].filter(existsSync);
};

const sizes = new Map();
const size = (file) => sizes.get(file) ?? sizes.set(file, brotli(file)).get(file);
const row = (cells) => console.log(cells.map((cell, at) => (at ? String(cell).padStart(9) : cell.padEnd(12))).join(''));

const rowOf = (name, files) => {
  const sums = KINDS.map((kind) =>
    files.filter((file) => posix.extname(file) === `.${kind}`).reduce((sum, file) => sum + size(file), 0));
  row([name, ...sums, sums.reduce((sum, bytes) => sum + bytes, 0)]);
};

row(['brotli bytes', ...KINDS, 'total']);
for (const [name, page] of PAGES.filter(([, path]) => existsSync(join(DIST, path, 'index.html')))) {
  rowOf(name, loaded(page));
}
const assets = readdirSync(join(DIST, 'assets')).map((file) => join(DIST, 'assets', file));
for (const name of ON_DEMAND) {
  rowOf(`+ ${name}`, assets.filter((file) => posix.basename(file).startsWith(name)));
}
