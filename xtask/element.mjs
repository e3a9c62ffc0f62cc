// Builds the element, `element.js` at the root of a site, after the pages: its wasm is theirs, byte for byte and name for
// name. Returns nothing; fails if it would bring a wasm of its own.

import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { build } from 'vite';

// The sheet of a page as that of an element. What a page says of its root holds for an element's; a window is the room that
// the host gives; and type is measured by the element's own size, because a host may have any.
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

// The default of that size is the one length that is a host's.
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
