// Before a page is painted: light or dark, and whether what was pre-rendered suits this visitor. See
// docs/adr/0006-pre-rendered-pages.md.
{
  const { lang, languages, saved } = document.currentScript.dataset;
  const root = document.documentElement;
  const THEME = 'sales-abacus:theme';

  // The language, and the keys of everything else. A widget names no key, and then storage is not touched.
  const stored = () => {
    try {
      const store = saved && localStorage;
      if (!store) return [null, []];
      root.dataset.theme = store.getItem(THEME) ?? 'system';
      return [store.getItem(saved), Object.keys(store)];
    } catch {
      return [null, []];
    }
  };
  const [remembered, keys] = stored();

  // As src/state/locale.rs chooses; a browser test compares the two.
  const language = (tag) => String(tag).split(/[-_]/)[0].toLowerCase();
  const known = languages.split(' ').map(language);
  const wishes = [new URLSearchParams(location.search).get('lang'), remembered, ...navigator.languages];
  const chosen = wishes.map(language).find((wish) => known.includes(wish)) ?? language(lang);

  // Whatever else is kept may change how the page looks, such as a currency; the deal book does not. Values
  // travel in the fragment; in front of a customer, one's own figures in the history.
  const isOwn = (key) =>
    key.startsWith('sales-abacus:') && ![saved, THEME].includes(key) && !/:(deal:|book$|views$)/.test(key);
  const hasOwn = location.hash || history.state !== null || keys.some(isOwn);

  if (hasOwn || chosen !== language(lang)) root.classList.add('prerendered-for-others');

  // What would react by itself waits for the app too. Here and not in the HTML: without scripts it may react.
  // Not the whole page: it is there to be read, also aloud.
  const observer = new MutationObserver(() => {
    for (const element of document.querySelectorAll('.prerendered :is(a, summary)')) element.inert = true;
  });
  observer.observe(root, { childList: true, subtree: true });
  addEventListener('DOMContentLoaded', () => observer.disconnect());
}
