// Which wasm a page preloads, so that the browser can fetch it before it has parsed the script: the main file of its
// bundle, and the chunk of its own calculator. Everything else is loaded on demand.

import { basename } from 'node:path';

// The name of a file without its content hash.
export const unhashed = (file) => basename(file).replace(/-[\w-]{8}(?=\.\w+$)/, '');

// The calculator of a page or a widget, as its split point spells it.
const calculatorOf = (html) =>
  html.match(/ data-page="(?:embed\/)?([a-z0-9-]+)\/"/)?.[1].replaceAll('-', '_');

// What a calculator's page also loads, before it is shown, if its address or host arranges it: the start script
// decides.
export const framing = (html, files, parts) => {
  // Other pages have a path of the same form.
  const isCalculator = calculatorOf(html) in (parts.calculators ?? {}) && html.includes(' data-languages=');
  const frame = new Set(isCalculator ? ['frame', 'working'].flatMap((point) => parts.calculators[point] ?? []) : []);
  return files.filter((file) => frame.has(unhashed(file)));
};

// `scripts` is the code of the page's scripts, `files` are all files of the site, and `parts` the chunks behind each
// split point, by bundle.
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
