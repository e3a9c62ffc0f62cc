// Additional files in a built site: compressed versions of each file, the headers for some hosts, and the digests of
// all.

import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { headersFile } from './deploy.mjs';

const HEADERS = '_headers';
const DIGESTS = 'SHA256SUMS';

// Files that do not get smaller are skipped.
const COMPRESSED = ['.css', '.html', '.js', '.json', '.svg', '.txt', '.wasm', '.webmanifest'];

// Whether a file is only for the host, and not requested by pages.
export const isSidecar = (file) => ['.br', '.gz'].includes(extname(file)) || [HEADERS, DIGESTS].includes(basename(file));

// All files of a site, below its root, with `/` on every system.
const all = (site) =>
  readdirSync(site, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(site.length + 1).replaceAll('\\', '/'))
    .sort();

// Those that a page may request.
export const shipped = (site) => all(site).filter((file) => !isSidecar(file));

const pages = (site) =>
  shipped(site).flatMap((file) => (/(^|\/)index\.html$/.test(file) ? [file.slice(0, -'index.html'.length)] : []));

// The format has fields for a time and an operating system. Node leaves the time out.
const withoutSystem = (gzipped) => (gzipped.writeUInt8(255, 9), gzipped);

const compress = async (file, quality) => {
  const bytes = readFileSync(file);
  const params = { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  writeFileSync(`${file}.br`, await promisify(brotliCompress)(bytes, { params }));
  writeFileSync(`${file}.gz`, withoutSystem(await promisify(gzip)(bytes, { level: constants.Z_BEST_COMPRESSION })));
};

// In the format of `sha256sum --check`.
const digests = (site) =>
  all(site)
    .filter((file) => file !== DIGESTS)
    .map((file) => `${createHash('sha256').update(readFileSync(join(site, file))).digest('hex')}  ${file}\n`)
    .join('');

// To run again after adding files: `node xtask/shipped.mjs <site>`.
const writeDigests = (site) => writeFileSync(join(site, DIGESTS), digests(site));

// `quality` is brotli's, up to 11, which is slow.
export const writeSidecars = async (site, quality) => {
  const files = shipped(site).filter((file) => COMPRESSED.includes(extname(file)));
  await Promise.all(files.map((file) => compress(join(site, file), quality)));
  writeFileSync(join(site, HEADERS), headersFile(pages(site)));
  writeDigests(site);
};

if (process.argv[1] === fileURLToPath(import.meta.url)) writeDigests(process.argv[2]);
