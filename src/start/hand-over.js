// A reload opens the address the page had when the reload began. Text typed just before is written to the address only
// while the page is being left, so that address is handed over: to a reload of this page in this tab, and to nothing
// else. The address alone does not show that it is newer: it may be written after a reload has begun and before the
// page is notified.

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
  // If storage is denied, the address is the previous one.
  trying(take);
  let isLeft = false;
  const keep = () => trying(() => sessionStorage.setItem(LEFT, JSON.stringify({ to: location.href, state: history.state })));
  // A reload begins. Until the new page arrives, which may take long, this one keeps running.
  addEventListener('beforeunload', ({ isTrusted }) => (isLeft = isLeft || isTrusted), { capture: true });
  addEventListener('pagehide', () => (isLeft = true, keep()), { capture: true });
  addEventListener('pageshow', () => (isLeft = false));
  // The app writes the address in its own listeners, in whatever order browsers call them.
  const write = history.replaceState;
  history.replaceState = function (...entry) {
    write.apply(this, entry);
    if (isLeft) keep();
  };
};
