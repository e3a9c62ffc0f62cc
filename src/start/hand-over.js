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
  let isLeft = false;
  const keep = () => trying(() => sessionStorage.setItem(LEFT, JSON.stringify({ to: location.href, state: history.state })));
  // When a reload begins. Until its page has come, which may take long, this one goes on.
  addEventListener('beforeunload', ({ isTrusted }) => (isLeft = isLeft || isTrusted), { capture: true });
  addEventListener('pagehide', () => (isLeft = true, keep()), { capture: true });
  addEventListener('pageshow', () => (isLeft = false));
  // The app writes the address in listeners of its own, in whatever order browsers call them.
  const write = history.replaceState;
  history.replaceState = function (...entry) {
    write.apply(this, entry);
    if (isLeft) keep();
  };
};
