// Before the first paint: light or dark, and whether the prerendered page suits this visitor. It is hidden in the HTML
// and shown here, so that nobody sees the figures of another link if a style sheet or this script is missing. See
// docs/adr/0006-pre-rendered-pages.md.

import { frame, isFramed, isWidget, lang, languages, last, saved, trying, usual } from './page.js';

const root = document.documentElement;
const THEME = 'sales-abacus:theme';

// The language, all other keys, and the usual figures. A widget names no key, so storage is not accessed.
const stored = () => {
  const store = saved && localStorage;
  if (!store) return undefined;
  root.dataset.theme = store.getItem(THEME) ?? 'system';
  return [store.getItem(saved), Object.keys(store), store.getItem('sales-abacus:usual') ?? ''];
};

// Shows the page while it is parsed, or leaves it hidden. Elements that react by themselves are disabled until the app
// runs. This is done here and not in the HTML, because without scripts they may react. Not the whole page is disabled:
// it can be read, also by screen readers.
const reveal = (isSuitable) => {
  const observer = new MutationObserver(() => {
    const page = document.querySelector('.prerendered');
    if (page && isSuitable) page.hidden = false;
    for (const element of document.querySelectorAll('.prerendered a, .prerendered summary')) element.inert = true;
  });
  observer.observe(root, { childList: true, subtree: true });
  addEventListener('DOMContentLoaded', () => observer.disconnect());
};

const query = new URLSearchParams(location.search);

// A widget is arranged by its parameters, a page only by `guess`. Keep in sync with src/platform/mod.rs.
const hasParameters = isWidget ? [...query.keys()].some((key) => key !== 'lang') : last !== undefined && query.get('guess') === '1';

// The code that arranges the page is needed at once.
const preloadFrame = () => {
  for (const href of frame ? frame.split(' ') : []) {
    const attributes = { rel: 'preload', as: 'fetch', type: 'application/wasm', crossOrigin: 'anonymous', href };
    document.head.append(Object.assign(document.createElement('link'), attributes));
  }
};

export const prepare = () => {
  // Nothing is prerendered during development.
  if (!languages) return;
  if (hasParameters || (isWidget && isFramed)) preloadFrame();
  // The theme's background applies before any content is shown.
  if (isWidget && ['light', 'dark'].includes(query.get('theme'))) root.dataset.theme = query.get('theme');
  const [remembered, keys, figures] = trying(stored) ?? [null, [], ''];

  // Must choose as src/shell/locale.rs does; a browser test compares the two.
  const language = (tag) => String(tag).split(/[-_]/)[0].toLowerCase();
  const known = languages.split(' ').map(language);
  const wishes = [query.get('lang'), remembered, ...navigator.languages];
  const chosen = wishes.map(language).find((wish) => known.includes(wish)) ?? language(lang);

  // Other stored keys, such as a currency, may change how the page looks; the deal book and the visits do not, and the
  // user's own figures change only home. Values are in the fragment; in front of a customer, private figures are in the
  // history state.
  const alike = last ? /:(deal:|lesson:|book$|views$|visits$|last:|usual$)/ : /:(deal:|lesson:|book$|views$|visits$|usual$)/;
  const isOwn = (key) => key.startsWith('sales-abacus:') && ![saved, THEME].includes(key) && !alike.test(key);
  reveal(!hasParameters && !location.hash && history.state === null && !keys.some(isOwn) && chosen === language(lang));

  // On home, what is due comes first for users with deals.
  if (keys.some((key) => key.startsWith('sales-abacus:deal:'))) root.classList.add('has-deals');
  // Reserves space for the link to the last values, which is loaded later.
  if (!location.hash && keys.includes(last)) root.classList.add('has-last');
  // And for the usual figures that this calculator uses.
  const takes = usual?.split(' ') ?? [];
  if (figures.split('&').some((figure) => takes.includes(figure.split('=')[0]))) root.classList.add('has-usual');
};
