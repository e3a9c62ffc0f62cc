// Writes the service worker into a built site, from the files there: files of new pages are cached automatically.

import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { script } from './script.mjs';
import { shipped } from './shipped.mjs';

const WORKER = 'sw.js';
const KILL_SWITCH = 'kill-switch/sw.js';

const digest = (bytes) => `sha256-${createHash('sha256').update(bytes).digest('base64')}`;

// Files that our pages never request: they are for embedders.
const FOR_OTHERS = ['element.', 'assets/element-', 'vectors/'];

const isForOthers = (file) => FOR_OTHERS.some((start) => file.startsWith(start));

// A page is requested by its folder.
const address = (file) => file.replace(/(^|\/)index\.html$/, '$1') || './';

// Release notes: the lines below `### In short` of the newest release, each in Chinese and in English.
export const notes = (changelog) => {
  const [newest = ''] = changelog.split(/^## /m).slice(1);
  const [, lines] = newest.match(/^### In short\n\n((?:- .*\n)+)/m) ?? [];
  if (!lines) throw new Error('CHANGELOG.md: the newest release has no lines below `### In short`');
  return lines
    .trim()
    .split('\n')
    .map((line) => {
      const both = line.slice(2).split(' / ');
      if (both.length !== 2) throw new Error(`CHANGELOG.md: not in Chinese / English: ${line}`);
      return both;
    });
};

const worker = (SITE) => script('offline/worker.js', { define: { SITE } });

// The modules in the worker.
export const workerModules = async () => (await worker('{}')).modules;

const write = (file, text) => {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
};

// Returns the files that the worker caches.
export const writeWorker = async (site, changelog) => {
  const kept = shipped(site).filter((file) => ![WORKER, KILL_SWITCH].includes(file) && !isForOthers(file));
  const files = kept.map((file) => [address(file), digest(readFileSync(join(site, file)))]);
  const version = createHash('sha256').update(JSON.stringify(files)).digest('hex').slice(0, 16);
  const SITE = JSON.stringify({ version, files, notes: notes(changelog) });
  write(join(site, WORKER), (await worker(SITE)).code);
  write(join(site, KILL_SWITCH), (await script('offline/kill-switch.js')).code);
  return kept;
};
