// Which wasm a page names in its head, so that the browser learns of it from the page itself, not only after it has read
// the script: what its bundle starts with, and the part of its own calculator. Everything else waits until it is wanted.

import { basename } from 'node:path';

// The name that a file had before its contents were hashed into it.
export const unhashed = (file) => basename(file).replace(/-[\w-]{8}(?=\.\w+$)/, '');

// The calculator of a page or a widget, as its split point spells it.
const calculatorOf = (html) =>
  html.match(/ data-page="(?:embed\/)?([a-z0-9-]+)\/"/)?.[1].replaceAll('-', '_');

// What a calculator's page loads besides where its address or a page around it arranges it, and then before it is shown: the
// script in front of the page decides.
export const framing = (html, files, parts) => {
  // Other pages have a path of the same form.
  const isCalculator = calculatorOf(html) in (parts.calculators ?? {}) && html.includes(' data-languages=');
  const frame = new Set(isCalculator ? ['frame', 'working'].flatMap((point) => parts.calculators[point] ?? []) : []);
  return files.filter((file) => frame.has(unhashed(file)));
};

// `scripts` is the code of those that the page names, `files` are all files of the site, and `parts` the chunks behind
// each split point, by bundle.
export const preloaded = (html, scripts, files, parts) => {
  const calculator = calculatorOf(html);
  const bundles = Object.keys(parts);
  const isStart = (name) => bundles.some((bundle) => name === `${bundle}_bg.wasm`);
  const own = new Set((calculator && parts.calculators?.[calculator]) ?? []);
  const isOfPage = (file) => scripts.some((code) => code.includes(basename(file)));
  const of = (isWanted) => files.filter((file) => isWanted(unhashed(file)) && isOfPage(file));
  // The largest first.
  return [...of(isStart), ...of((name) => own.has(name))];
};
