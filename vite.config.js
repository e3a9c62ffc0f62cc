import { readFileSync, readdirSync, watchFile, writeFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { defineConfig } from 'vite';
import { headersOf } from './headers.js';
import { writeElement } from './xtask/element.mjs';
import { licences } from './xtask/licences.mjs';
import { workerModules, writeWorker } from './xtask/offline.mjs';
import { framing, preloaded } from './xtask/preload.mjs';
import { writeSidecars } from './xtask/shipped.mjs';
import { startScript } from './xtask/start.mjs';

// `cargo xtask` stages the site, one folder per profile, and passes the profile as Vite's mode.
const target = process.env.CARGO_TARGET_DIR ?? 'target';
const site = (mode) => resolve(target, 'site', mode);

// `dist` contains only the shipped site.
const dist = (mode) => (mode === 'release' ? resolve('dist') : resolve(target, 'dist', mode));

// The profiles optimised for size, as in xtask.
const isSmall = (mode) => ['release', 'unsplit'].includes(mode);

const pages = (root) =>
  readdirSync(root, { recursive: true })
    .filter((file) => file.endsWith('.html'))
    .map((file) => resolve(root, file));

// Both Vite servers send a host's headers. Vite's own caching headers are for development.
const sendHeaders = ({ middlewares }) => {
  middlewares.use((request, response, next) => {
    const { 'Cache-Control': _, ...headers } = headersOf(new URL(request.url, 'http://localhost').pathname);
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    next();
  });
};

const headers = { name: 'headers', configureServer: sendHeaders, configurePreviewServer: sendHeaders };

// Reloads when xtask signals that the staged folder is complete. Vite's own watcher would reload once per file and in
// the middle of staging.
const reloadWhenStaged = (note) => ({
  name: 'reload-when-staged',
  configureServer({ environments: { client } }) {
    watchFile(note, { interval: 100 }, () => {
      client.moduleGraph.invalidateAll();
      client.hot.send({ type: 'full-reload' });
    });
  },
});

// The chunks behind each split point, by bundle, as xtask wrote them beside the glue.
const partsOf = (root) => {
  const folder = resolve(root, 'src/pkg');
  const lists = readdirSync(folder).filter((file) => file.endsWith('_parts.json'));
  const read = (file) => JSON.parse(readFileSync(resolve(folder, file), 'utf8'));
  return Object.fromEntries(lists.map((file) => [file.replace('_parts.json', ''), read(file)]));
};

const preloadWasm = (root) => ({
  name: 'preload-wasm',
  transformIndexHtml: {
    order: 'post',
    handler(html, { bundle, path }) {
      if (!bundle) return [];
      const up = '../'.repeat(path.split('/').length - 2) || './';
      const files = Object.values(bundle);
      const isOfPage = ({ type, fileName }) => type === 'chunk' && html.includes(basename(fileName));
      const scripts = files.filter(isOfPage).map(({ code }) => code);
      const names = files.map(({ fileName }) => fileName);
      const tags = preloaded(html, scripts, names, partsOf(root)).map((file) => ({
        tag: 'link',
        attrs: { rel: 'preload', as: 'fetch', type: 'application/wasm', crossorigin: true, href: up + file },
        injectTo: 'head',
      }));
      const frame = framing(html, names, partsOf(root)).map((file) => up + file).join(' ');
      return { html: frame ? html.replace(' data-languages=', ` data-frame="${frame}"$&`) : html, tags };
    },
  },
});

// The import of the workbook program has no styles or modules to preload, and does not need Vite's helper.
const withoutPreloadHelper = {
  name: 'without-preload-helper',
  enforce: 'pre',
  load: (id) => (id.endsWith('vite/preload-helper.js') ? 'export const __vitePreload = (load) => load();' : null),
};

const writeLicences = (root) => ({
  name: 'licences',
  apply: 'build',
  async generateBundle(_, bundle) {
    const modules = Object.values(bundle).flatMap(({ moduleIds = [] }) => moduleIds);
    const source = licences(readFileSync(`${root}/licences.json`, 'utf8'), [...modules, ...(await workerModules())]);
    this.emitFile({ type: 'asset', fileName: 'licences.txt', source });
  },
});

// The public test vectors are shipped unchanged.
const vectors = (folder) => ({
  name: 'vectors',
  apply: 'build',
  generateBundle() {
    for (const name of readdirSync(folder)) {
      this.emitFile({ type: 'asset', fileName: `vectors/${name}`, source: readFileSync(resolve(folder, name)) });
    }
  },
});

// After the pages are written: the element, with their wasm; the service worker, with the list of what it caches beside
// the staged folder; and the files for the host.
const finish = (root, site, note, quality) => ({
  name: 'finish',
  apply: 'build',
  async writeBundle() {
    await writeElement(root, site);
    const kept = await writeWorker(site, readFileSync('CHANGELOG.md', 'utf8'));
    writeFileSync(note, JSON.stringify(kept));
    await writeSidecars(site, quality);
  },
});

// xtask holds the other end of stdin: however it exits, Vite then does too. Vite listens for the end of stdin, but does
// not read it, and so would never notice.
const endWithInput = {
  name: 'end-with-input',
  configureServer() {
    if (process.env.ABACUS_END_WITH_INPUT) process.stdin.resume();
  },
};

export default defineConfig(({ command, mode }) => {
  const root = site(mode);
  return {
    root,
    appType: 'mpa',
    // Relative addresses: dist/ works at any path of any static host.
    base: './',
    publicDir: resolve('static'),
    cacheDir: resolve(root, '..', 'vite-cache'),
    clearScreen: false,
    plugins: [
      headers,
      reloadWhenStaged(`${root}.staged`),
      endWithInput,
      startScript,
      withoutPreloadHelper,
      preloadWasm(root),
      writeLicences(root),
      vectors(resolve(root, 'vectors')),
      finish(root, dist(mode), `${root}.offline.json`, isSmall(mode) ? 11 : 4),
    ],
    server: {
      // Our headers allow every origin.
      cors: false,
      watch: null,
      // The overlay adds a style element, which the policy forbids; xtask prints errors.
      hmr: { overlay: false },
    },
    preview: { cors: false },
    build: {
      outDir: dist(mode),
      emptyOutDir: true,
      // The policy forbids fetching data: URLs.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      // Bundling the worker is part of this build and needs no log output.
      rolldownOptions: { input: command === 'build' ? pages(root) : [], checks: { bundlerTimings: false } },
    },
  };
});
