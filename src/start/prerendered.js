// Before a page is painted: light or dark, and whether what was pre-rendered suits this visitor. It is hidden in the HTML
// and shown here, so that nobody sees the figures of another link when a sheet or this script is missing. See
// docs/adr/0006-pre-rendered-pages.md.

import { frame, isFramed, isWidget, lang, languages, last, saved, trying, usual } from './page.js';

const root = document.documentElement;
const THEME = 'sales-abacus:theme';

// The language, the keys of everything else, and the usual figures. A widget names no key, and then storage is not touched.
const stored = () => {
  const store = saved && localStorage;
  if (!store) return undefined;
  root.dataset.theme = store.getItem(THEME) ?? 'system';
  return [store.getItem(saved), Object.keys(store), store.getItem('sales-abacus:usual') ?? ''];
};

// Shows the page as it is read, or leaves it hidden. What would react by itself waits for the app. Here and not in the
// HTML: without scripts it may react. Not the whole page: it is there to be read, also aloud.
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

// A widget is arranged by its parameters; a page only by the wish to guess. As src/platform/mod.rs has it.
const hasParameters = isWidget ? [...query.keys()].some((key) => key !== 'lang') : last !== undefined && query.get('guess') === '1';

// What arranges the page is wanted at once.
const preloadFrame = () => {
  for (const href of frame ? frame.split(' ') : []) {
    const attributes = { rel: 'preload', as: 'fetch', type: 'application/wasm', crossOrigin: 'anonymous', href };
    document.head.append(Object.assign(document.createElement('link'), attributes));
  }
};

export const prepare = () => {
  // Nothing is pre-rendered during development.
  if (!languages) return;
  if (hasParameters || (isWidget && isFramed)) preloadFrame();
  // The ground is that of the theme before anything stands on it.
  if (isWidget && ['light', 'dark'].includes(query.get('theme'))) root.dataset.theme = query.get('theme');
  const [remembered, keys, figures] = trying(stored) ?? [null, [], ''];

  // As src/shell/locale.rs chooses; a browser test compares the two.
  const language = (tag) => String(tag).split(/[-_]/)[0].toLowerCase();
  const known = languages.split(' ').map(language);
  const wishes = [query.get('lang'), remembered, ...navigator.languages];
  const chosen = wishes.map(language).find((wish) => known.includes(wish)) ?? language(lang);

  // Whatever else is kept may change how the page looks, such as a currency; the deal book and the visits do not, nor do
  // own figures change more than home. Values travel in the fragment; in front of a customer, one's own figures in the
  // history.
  const alike = last ? /:(deal:|lesson:|book$|views$|visits$|last:|usual$)/ : /:(deal:|lesson:|book$|views$|visits$|usual$)/;
  const isOwn = (key) => key.startsWith('sales-abacus:') && ![saved, THEME].includes(key) && !alike.test(key);
  reveal(!hasParameters && !location.hash && history.state === null && !keys.some(isOwn) && chosen === language(lang));

  // On home, what is due comes first for who has deals.
  if (keys.some((key) => key.startsWith('sales-abacus:deal:'))) root.classList.add('has-deals');
  // Room for the link to the last values, which comes later.
  if (!location.hash && keys.includes(last)) root.classList.add('has-last');
  // And for the usual figures that this calculator takes.
  const takes = usual?.split(' ') ?? [];
  if (figures.split('&').some((figure) => takes.includes(figure.split('=')[0]))) root.classList.add('has-usual');
};
