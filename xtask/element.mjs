// Builds the element, `element.js` at the root of a site, after the pages: its wasm is theirs, byte for byte and name
// for name. Returns nothing; fails if it would add a wasm file of its own.

import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { build } from 'vite';

// Converts a page's style sheet to an element's. Rules for the document root apply to the element's root; viewport
// queries become container queries; and lengths are relative to the element's own font size, because the host's may be
// anything.
const scoped = (css) =>
  css
    .replace(/,:host(?=[,{])|:host,/g, '')
    .replace(/:root|(?<=[{},;]|^)(?:html|body)(?=[{,:\s>])/g, '.abacus')
    .replace(/(?<![\w#-])(\d*\.?\d+)rem\b/g, (_, number) => `calc(var(--rem)*${number})`)
    .replace(/(?<![\w#-])(\d*\.?\d+)vw\b/g, '$1cqi')
    .replace(/@media ([^{]*)\{/g, (media, query) => {
      const widths = query.match(/\((?:m(?:in|ax)-width:|width)[^)]*\)/g);
      return widths ? `@container abacus ${widths.join(' and ')}{` : media;
    });

// Only the default of that size depends on the host.
const SIZE = /max\(1rem, ?16px\)/;
export const sheet = (css) => {
  const [size] = css.match(SIZE) ?? [];
  if (!size || css.includes('SIZE')) throw new Error('styles/element/reset.css has no size of type');
  return scoped(css.replace(size, 'SIZE')).replace('SIZE', size);
};

const scopeSheet = {
  name: 'scope-sheet',
  generateBundle(_, bundle) {
    for (const asset of Object.values(bundle)) {
      if (asset.type === 'asset' && asset.fileName.endsWith('.css')) asset.source = sheet(String(asset.source));
    }
  },
};

const wasmOf = (site) => readdirSync(resolve(site, 'assets')).filter((file) => file.endsWith('.wasm'));

export const writeElement = async (root, site) => {
  const before = wasmOf(site);
  await build({
    configFile: false,
    root,
    base: './',
    mode: 'production',
    logLevel: 'warn',
    publicDir: false,
    plugins: [scopeSheet],
    build: {
      outDir: site,
      emptyOutDir: false,
      assetsInlineLimit: 0,
      modulePreload: false,
      cssCodeSplit: true,
      rolldownOptions: {
        input: resolve(root, 'src/element/index.js'),
        output: {
          entryFileNames: 'element.js',
          chunkFileNames: 'assets/element-[name]-[hash].js',
        },
        checks: { bundlerTimings: false },
      },
    },
  });
  const own = wasmOf(site).filter((file) => !before.includes(file));
  if (own.length > 0) throw new Error(`the element brings wasm of its own: ${own.join(', ')}`);
};
