// Detects that a page does not start, or that the app has crashed, and shows the reason.

import { element, inBoth } from './notice.js';
import { isOpening, whenRead } from './page.js';
import { reasons } from './reasons.js';
import { rescue } from './rescue.js';

const SLOW_MS = 10_000;

// The folder of this script is that of the site.
const SITE = document.currentScript.src.replace(/[^/]*$/, '');

// What a policy has blocked so far: an error event has no reason.
let blocked;

// In a separate task, because a policy violation may be reported just after the failure.
const notStarted = (reason) =>
  setTimeout(() => {
    if (location.protocol === 'file:') rescue(reasons.file);
    else if (blocked) rescue(reasons.policy, blocked);
    else rescue(reason);
  });

// A frame with an opaque origin is cross-origin to the site's own files.
const notLoaded = () => notStarted(window.origin === 'null' ? reasons.sandbox : reasons.missing);

// A panic arrives as a trap, either from an event handler or from a future.
const isTrap = (thrown) => window.WebAssembly !== undefined && thrown instanceof WebAssembly.RuntimeError;

const onViolation = ({ disposition, effectiveDirective, blockedURI }) => {
  if (disposition !== 'report') blocked = `${effectiveDirective} ${blockedURI}`;
};

// Extensions and others may have added their own scripts and sheets to the page.
const isOurs = (address) => String(address).indexOf(SITE) === 0;

// The page cannot work without these parts named in the HTML.
const isNeeded = (target) =>
  target instanceof Element && target.matches('script, link[rel=stylesheet]') && isOurs(target.src || target.href);

const onError = ({ target, error, filename }) => {
  if (isTrap(error)) rescue(reasons.stopped);
  else if (!isOpening() && document.readyState !== 'loading') return;
  else if (isNeeded(target)) notLoaded();
  // The module could not be parsed, or has thrown.
  else if (target === window && isOurs(filename)) notStarted(reasons.old);
};

const sayThatItIsSlow = () => {
  if (!isOpening()) return;
  const words = inBoth('打开得慢，网络可能不太好，还在继续…', 'Slow to open: the connection may be poor. Still trying…');
  const note = element('p', { id: 'slow' }, ...words);
  note.setAttribute('role', 'status');
  Object.assign(note.style, {
    position: 'fixed',
    left: '0',
    right: '0',
    bottom: '0',
    margin: '0',
    padding: '12px 16px',
    borderTop: '1px solid',
    background: 'Canvas',
    color: 'CanvasText',
  });
  // Inside the element that the app empties when it starts.
  document.getElementById('app').append(note);
};

export const watch = () => {
  addEventListener('securitypolicyviolation', onViolation);
  // Load errors do not bubble.
  addEventListener('error', onError, true);
  addEventListener('unhandledrejection', ({ reason }) => isTrap(reason) && rescue(reasons.stopped));
  if (!('noModule' in HTMLScriptElement.prototype) || window.WebAssembly === undefined) rescue(reasons.old);
  whenRead(() => {
    document.querySelectorAll('.boot--without-scripts').forEach((note) => note.remove());
    const app = document.getElementById('app');
    // For the module and the app, if a part fails to load.
    if (app) app.stop = (thrown) => (isTrap(thrown) ? rescue(reasons.stopped) : notStarted(reasons.missing));
  });
  setTimeout(sayThatItIsSlow, SLOW_MS);
};
