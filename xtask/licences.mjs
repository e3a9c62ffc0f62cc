// licences.txt: the licences of everything shipped. xtask collects those of Rust crates (src/licences.rs); the npm
// packages are those that the bundler included in a script.

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const HEAD = `销售算盘 Sales Abacus

销售算盘包含下列软件，各按所列许可使用。
Sales Abacus contains the software below, each under the licence that stands with it.
`;

// Vite's own helper for loading modules has no file.
const packageOf = (module) => module.match(/.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//)?.[1] ?? (/^\0vite\//.test(module) ? 'vite' : undefined);

const fromNpm = (modules) => {
  const names = new Set(modules.map((module) => packageOf(module.replaceAll('\\', '/'))).filter(Boolean));
  return [...names].sort().map((name) => {
    const folder = resolve('node_modules', name);
    const { version, license } = JSON.parse(readFileSync(resolve(folder, 'package.json'), 'utf8'));
    if (license !== 'MIT') throw new Error(`${name} is under ${license}: read it, it would be shipped`);
    const file = ['LICENSE', 'LICENSE.md', 'LICENSE.txt'].map((file) => resolve(folder, file));
    const text = file.map((file) => { try { return readFileSync(file, 'utf8'); } catch { return undefined; } }).find(Boolean);
    if (!text) throw new Error(`${name} has no text of its licence`);
    // Licences of code bundled in a package follow the package's own.
    return { name: `${name} (npm)`, version, licence: license, text: text.split(/^# Licenses of bundled/m)[0] };
  });
};

const tidy = (text) => text.replaceAll('\r', '').split('\n').map((line) => line.trimEnd()).join('\n').replace(/\n{3,}/g, '\n\n').trim();

// `collected` is the JSON of xtask, `modules` the ids of all modules in scripts of the site.
export const licences = (collected, modules) => {
  const byText = new Map();
  for (const { name, version, licence, text } of [...JSON.parse(collected), ...fromNpm(modules)]) {
    const key = `${licence}\n\n${tidy(text)}`;
    byText.set(key, [...(byText.get(key) ?? []), `${name} ${version}`.trim()]);
  }
  const parts = [...byText].map(([text, names]) => `${names.sort().join(', ')}\n\n${text}\n`);
  return [HEAD, ...parts].join(`\n${'-'.repeat(80)}\n\n`);
};
