// Before a page is painted: light or dark, and whether what was pre-rendered suits this visitor. It is hidden in the HTML
// and shown here, so that nobody sees the figures of another link when a sheet or this script is missing. See
// docs/adr/0006-pre-rendered-pages.md.

import { lang, languages, last, saved, trying } from './page.js';

const root = document.documentElement;
const THEME = 'sales-abacus:theme';

// The language, and the keys of everything else. A widget names no key, and then storage is not touched.
const stored = () => {
  const store = saved && localStorage;
  if (!store) return undefined;
  root.dataset.theme = store.getItem(THEME) ?? 'system';
  return [store.getItem(saved), Object.keys(store)];
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

export const prepare = () => {
  // Nothing is pre-rendered during development.
  if (!languages) return;
  const [remembered, keys] = trying(stored) ?? [null, []];

  // As src/shell/locale.rs chooses; a browser test compares the two.
  const language = (tag) => String(tag).split(/[-_]/)[0].toLowerCase();
  const known = languages.split(' ').map(language);
  const wishes = [new URLSearchParams(location.search).get('lang'), remembered, ...navigator.languages];
  const chosen = wishes.map(language).find((wish) => known.includes(wish)) ?? language(lang);

  // Whatever else is kept may change how the page looks, such as a currency; the deal book and the visits do not, nor do
  // own figures change more than home. Values travel in the fragment; in front of a customer, one's own figures in the
  // history.
  const alike = last ? /:(deal:|book$|views$|visits$|last:|usual$)/ : /:(deal:|book$|views$|visits$|usual$)/;
  const isOwn = (key) => key.startsWith('sales-abacus:') && ![saved, THEME].includes(key) && !alike.test(key);
  reveal(!location.hash && history.state === null && !keys.some(isOwn) && chosen === language(lang));

  // On home, what is due comes first for who has deals.
  if (keys.some((key) => key.startsWith('sales-abacus:deal:'))) root.classList.add('has-deals');
  // Room for the link to the last values, which comes later.
  if (!location.hash && keys.includes(last)) root.classList.add('has-last');
};
