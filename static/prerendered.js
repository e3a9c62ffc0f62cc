// Before a page is painted: light or dark, and whether what was pre-rendered suits this visitor. See
// docs/adr/0006-pre-rendered-pages.md.
{
  const { lang, languages, saved, last, frame } = document.currentScript.dataset;
  const root = document.documentElement;
  const query = new URLSearchParams(location.search);
  // A widget names no key, and is arranged by its parameters; a page only by the wish to guess. As src/platform/mod.rs has it.
  const hasParameters = saved ? query.get('guess') === '1' && Boolean(last) : [...query.keys()].some((key) => key !== 'lang');
  const THEME = 'sales-abacus:theme';

  // A reload opens the address that the page had when it began. What was typed just before is written into the address
  // while the page is left, so it is handed on: to a reload of that address in this tab, and to nothing else.
  const LEFT = 'sales-abacus:left';
  const handOver = () => {
    const left = JSON.parse(sessionStorage.getItem(LEFT));
    sessionStorage.removeItem(LEFT);
    const [{ type }] = performance.getEntriesByType('navigation');
    if (type === 'reload' && left?.from === location.href) history.replaceState(left.state, '', left.to);
  };
  const trying = (step) => {
    try {
      step();
    } catch {
      // Storage is denied: the address is that of before.
    }
  };
  // A widget stores nothing.
  if (last) {
    trying(handOver);
    // A document that is left fires the three in this order, the first when a reload begins, the others when the page has
    // come, which may take long. Until then and in the second the app writes the address.
    let from = null;
    addEventListener('beforeunload', ({ isTrusted }) => isTrusted && (from = location.href), { capture: true });
    addEventListener('pagehide', () => (from ??= location.href), { capture: true });
    document.addEventListener('visibilitychange', () => {
      const left = { from, to: location.href, state: history.state };
      if (from !== null && left.to !== from) trying(() => sessionStorage.setItem(LEFT, JSON.stringify(left)));
    });
    addEventListener('pageshow', () => (from = null));
  }

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

  // As src/shell/locale.rs chooses; a browser test compares the two.
  const language = (tag) => String(tag).split(/[-_]/)[0].toLowerCase();
  const known = languages.split(' ').map(language);
  const wishes = [query.get('lang'), remembered, ...navigator.languages];
  const chosen = wishes.map(language).find((wish) => known.includes(wish)) ?? language(lang);

  // Whatever else is kept may change how the page looks, such as a currency; the deal book and the visits do not, nor do own figures
  // change more than home. Values travel in the fragment; in front of a customer, one's own figures in the history.
  const alike = last ? /:(deal:|book$|views$|visits$|last:|usual$)/ : /:(deal:|book$|views$|visits$|usual$)/;
  const isOwn = (key) => key.startsWith('sales-abacus:') && ![saved, THEME].includes(key) && !alike.test(key);
  const hasOwn = location.hash || history.state !== null || keys.some(isOwn);

  const isForOthers = hasOwn || hasParameters || chosen !== language(lang);
  if (isForOthers) root.classList.add('prerendered-for-others');
  // The ground is that of the theme before anything stands on it.
  if (!saved && ['light', 'dark'].includes(query.get('theme'))) root.dataset.theme = query.get('theme');
  // What arranges the page is wanted at once.
  if (hasParameters || (!saved && window.parent !== window)) {
    for (const href of frame?.split(' ') ?? []) {
      const attributes = { rel: 'preload', as: 'fetch', type: 'application/wasm', crossOrigin: 'anonymous', href };
      document.head.append(Object.assign(document.createElement('link'), attributes));
    }
  }
  // On home, what is due comes first for who has deals.
  if (keys.some((key) => key.startsWith('sales-abacus:deal:'))) root.classList.add('has-deals');
  // Room for the link to the last values, which comes later.
  if (!location.hash && keys.includes(last)) root.classList.add('has-last');

  // What would react by itself waits for the app too. Here and not in the HTML: without scripts it may react.
  // Not the whole page: it is there to be read, also aloud.
  const observer = new MutationObserver(() => {
    // Figures of another link are not shown, whatever becomes of the style sheet.
    const prerendered = document.querySelector('.prerendered');
    if (prerendered) prerendered.hidden = isForOthers;
    for (const element of document.querySelectorAll('.prerendered :is(a, summary)')) element.inert = true;
  });
  observer.observe(root, { childList: true, subtree: true });
  addEventListener('DOMContentLoaded', () => observer.disconnect());
}
