// A reload opens the address that the page had when it began. What was typed just before is written into the address
// while the page is left, so it is handed on: to a reload of this page in this tab, and to nothing else. The address itself
// does not tell whose it is: it may be written after a reload has begun and before the page is told.

import { last, trying } from './page.js';

const LEFT = 'sales-abacus:left';

const take = () => {
  const left = JSON.parse(sessionStorage.getItem(LEFT));
  sessionStorage.removeItem(LEFT);
  const [{ type }] = performance.getEntriesByType('navigation');
  const isSame = left?.to.split('#')[0] === location.href.split('#')[0];
  if (type === 'reload' && isSame) history.replaceState(left.state, '', left.to);
};

export const handOver = () => {
  // Only a calculator's page has last values; a widget stores nothing.
  if (!last) return;
  // Where storage is denied, the address is that of before.
  trying(take);
  // A document that is left fires the three in this order, the first when a reload begins, the others when the page has
  // come, which may take long. Until then and in the second the app writes the address.
  let isLeft = false;
  addEventListener('beforeunload', ({ isTrusted }) => (isLeft ||= isTrusted), { capture: true });
  addEventListener('pagehide', () => (isLeft = true), { capture: true });
  document.addEventListener('visibilitychange', () => {
    const left = { to: location.href, state: history.state };
    if (isLeft) trying(() => sessionStorage.setItem(LEFT, JSON.stringify(left)));
  });
  addEventListener('pageshow', () => (isLeft = false));
};
