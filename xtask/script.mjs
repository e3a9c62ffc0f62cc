// Bundles one of our modules and its imports into a classic script.

import { resolve } from 'node:path';
import { build } from 'vite';

// `source` is below src/, `target` is the oldest supported language version. Returns the code, and the ids of the
// modules in it.
export const script = async (source, { define = {}, target = undefined } = {}) => {
  const { output } = await build({
    configFile: false,
    mode: 'production',
    logLevel: 'warn',
    publicDir: false,
    define: { 'process.env.NODE_ENV': '"production"', ...define },
    build: {
      write: false,
      modulePreload: { polyfill: false },
      ...(target && { target }),
      rolldownOptions: { input: resolve(import.meta.dirname, '../src', source), output: { format: 'iife' } },
    },
  });
  return { code: output[0].code, modules: output[0].moduleIds };
};
