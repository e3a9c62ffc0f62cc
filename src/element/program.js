// The calculators' bundle, for the elements of a page: one wasm and one style sheet, however many elements there are.

import { keepCellsApart } from '../cells.js';
import init from '../pkg/calculators.js';
import wasm from '../pkg/calculators_bg.wasm?url';
import css from '../../styles/element.css?url';

const fetched = async (url) => {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return response.text();
};

// By this object the bundle detects at its start that it does not run in a page of its own. It sets `mount` here. The
// sheet already contains the styles that a page loads later.
const tools = { styles: async () => {} };
const TOOLS = 'sales-abacus:element';

const start = async () => {
  Object.defineProperty(globalThis, TOOLS, { value: tools, configurable: true });
  await init({ module_or_path: wasm }).finally(() => delete globalThis[TOOLS]);
};

const sheet = async () => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(await fetched(css));
  return sheet;
};

let loading;

const load = () =>
  (loading ??= Promise.all([sheet(), start()]).catch((reason) => {
    // The next element tries again.
    loading = undefined;
    throw reason;
  }));

const live = new Set();

// A trap leaves the memory of the program in an unknown state: everything rendered by it is removed.
const onTrap = (reason) => {
  if (!(reason instanceof WebAssembly.RuntimeError) || !String(reason.stack).includes('calculators')) return;
  for (const stopped of live) stopped('stopped');
  live.clear();
};
addEventListener('error', ({ error }) => onTrap(error));
addEventListener('unhandledrejection', ({ reason }) => onTrap(reason));

// Renders a calculator into a place inside a shadow root. `say` receives its messages; `send` sends it commands.
export const open = async (place, { stopped, ...options }) => {
  const [styles] = await load();
  const { adoptedStyleSheets: sheets } = place.getRootNode();
  if (!sheets.includes(styles)) sheets.push(styles);
  const root = document.createElement('div');
  const app = document.createElement('div');
  root.className = 'abacus';
  app.className = 'abacus__app';
  root.append(app);
  place.replaceChildren(root);
  live.add(stopped);
  const fail = (code) => {
    // A misspelt name is the most likely mistake of a page author.
    if (code === 'unknown-tool') console.warn(`sales-abacus: no calculator has the name “${options.tool}”`);
    stopped(code);
  };
  Object.assign(app, options, { fail });
  keepCellsApart(app);
  tools.mount(app);
  return {
    isFrame: false,
    app,
    send: (message) => app.command?.(message),
    close: () => {
      live.delete(stopped);
      app.unmount?.();
      root.remove();
    },
  };
};
