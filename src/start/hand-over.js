// A reload opens the address that the page had when it began. What was typed just before is written into the address
// while the page is left, so it is handed on: to a reload of that address in this tab, and to nothing else.

import { last, trying } from './page.js';

const LEFT = 'sales-abacus:left';

const take = () => {
  const left = JSON.parse(sessionStorage.getItem(LEFT));
  sessionStorage.removeItem(LEFT);
  const [{ type }] = performance.getEntriesByType('navigation');
  if (type === 'reload' && left?.from === location.href) history.replaceState(left.state, '', left.to);
};

export const handOver = () => {
  // Only a calculator's page has last values; a widget stores nothing.
  if (!last) return;
  // Where storage is denied, the address is that of before.
  trying(take);
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
};
