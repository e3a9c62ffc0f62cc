// The page's side: installs the worker, asks it for its status, and reports that to the app. A single file without
// imports, because boot.js knows only its address: nothing of it is loaded before the page is idle.

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

// Null if the app stopped while this was loading.
const app = document.getElementById('app');

// The names of scripts contain their digest: a worker that has this one is of the same version as this page.
const SCRIPT = document.querySelector('script[type=module]').src;

// Next to the manifest, at the root of the site.
const WORKER = new URL('sw.js', document.querySelector('link[rel=manifest]').href).href;

// A page from the cache is never newer than the worker.
const cameFromCache = Boolean(navigator.serviceWorker?.controller);

// A policy with Trusted Types requires one for the address of a worker.
const trusted = (address) => {
  const policy = window.trustedTypes?.createPolicy('sales-abacus-worker', { createScriptURL: () => address });
  return policy ? policy.createScriptURL('') : address;
};

// Undefined if the worker is replaced before it has replied. Its successor then reports.
const ask = (worker) =>
  new Promise((answered) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => answered(data);
    const giveUp = () => worker.state === 'redundant' && answered(undefined);
    worker.addEventListener('statechange', giveUp);
    giveUp();
    worker.postMessage({ script: SCRIPT }, [port2]);
  });

// The status if page and worker are of different versions.
const between = async (registration, notes) => {
  if (cameFromCache) return { state: 'new', notes };
  try {
    const { installing, waiting } = await registration.update();
    return installing || waiting ? { state: 'saving' } : { state: 'new', notes };
  } catch {
    // Offline there is no way to know which of them is newer.
    return { state: 'unknown' };
  }
};

// Whether a worker was active while this page was open. If there is none afterwards, it unregistered itself.
let wasActive = false;

const standing = async (registration) => {
  const { installing, waiting, active } = registration;
  // While a worker waits, the one it replaces is not messaged: Chromium waits until that is idle.
  if (waiting || (installing && !active)) return { state: 'saving' };
  if (!active) return { state: wasActive ? 'off' : 'failed' };
  const answer = await ask(active);
  if (!answer) return undefined;
  const { isOff, isCurrent, isComplete, notes } = answer;
  if (isOff) return { state: 'off' };
  if (!isCurrent) return between(registration, notes);
  return { state: isComplete ? 'ready' : 'failed' };
};

// Only an installed app stays open for days.
const lookingForUpdates = (registration) => {
  let last = Date.now();
  const look = () => {
    if (document.visibilityState !== 'visible' || Date.now() - last < HOUR_MS) return;
    last = Date.now();
    registration.update().catch(() => {});
  };
  document.addEventListener('visibilitychange', look);
  setInterval(look, HOUR_MS);
};

const registered = async () => {
  if (!isSecureContext) throw 'insecure';
  if (!navigator.serviceWorker) throw 'unsupported';
  await new Promise(app.idle);
  const registration = await navigator.serviceWorker.register(trusted(WORKER)).catch(({ name }) => {
    // Private windows and strict settings refuse; otherwise there is no worker, or no connection.
    throw name === 'SecurityError' ? 'unsupported' : 'failed';
  });
  // Extensions that block workers leave a function that does nothing.
  if (!registration) throw 'unsupported';
  return registration;
};

// How the app can be installed: by a click, through a browser menu, or not at all.
const way = () => {
  if (matchMedia('(display-mode: standalone)').matches || navigator.standalone) return undefined;
  if (app.offer) return 'click';
  // Defined only where a page can be added to the home screen.
  return navigator.standalone === false ? 'menu' : undefined;
};

// Calls `tell` with the status, now and whenever it changes.
export const watch = async (tell) => {
  if (!app) return;
  let how = { state: 'unknown' };
  const say = () => tell({ notes: [], ...how, way: way(), minute: String(Math.floor(Date.now() / MINUTE_MS)) });
  for (const event of ['beforeinstallprompt', 'appinstalled']) addEventListener(event, say);
  let registration;
  try {
    registration = await registered();
  } catch (state) {
    how = { state };
    return say();
  }
  let turns = 0;
  const look = async () => {
    const turn = ++turns;
    const found = await standing(registration);
    if (!found) return;
    // Replies may arrive out of order. A worker that unregisters itself reports that once, and this is not a failure.
    if (found.state !== 'off' && (turn !== turns || how.state === 'off')) return;
    how = found;
    say();
  };
  const changed = ({ target }) => {
    wasActive ||= target.state === 'activating';
    look();
  };
  const followed = new Set();
  // A worker found by the browser itself may be installing or activating before this page asks.
  const follow = () => {
    const { installing, waiting, active } = registration;
    for (const worker of [installing, waiting, active]) {
      if (!worker || followed.has(worker)) continue;
      followed.add(worker);
      wasActive ||= worker.state === 'activating';
      worker.addEventListener('statechange', changed);
    }
  };
  follow();
  registration.addEventListener('updatefound', follow);
  lookingForUpdates(registration);
  return look();
};

// Controls for typing. The others take effect at once.
const TYPED = 'textarea, input:not([type=range], [type=checkbox], [type=radio], [type=search])';

// Controls in which something was typed, with their previous contents.
const typed = new Map();
const begin = ({ target }) => target.matches(TYPED) && !typed.has(target) && typed.set(target, target.value);
addEventListener('beforeinput', begin, true);

// Inside `data-kept`, typed text is saved to the address or the store at once, unless it is invalid.
const isKept = (control) => control.closest('[data-kept]') && control.getAttribute('aria-invalid') !== 'true';
// For a half-typed date, the browser reports only that it is invalid.
const isLost = ([control, before]) =>
  control.isConnected && (control.validity.badInput || (![before, ''].includes(control.value) && !isKept(control)));

// `data-unfinished` marks elements that wait for an answer.
const WAITING = 'dialog[open], [data-unfinished]';

const isUnfinished = () =>
  // The app prevents `beforeunload` while something cannot be stored. This asks the app the same way.
  !dispatchEvent(new Event('beforeunload', { cancelable: true })) ||
  document.querySelector(WAITING) !== null ||
  [...typed].some(isLost);

// Reloads this page in the newest version, unless something would be lost. Returns whether it does.
export const update = () => {
  if (isUnfinished()) return false;
  location.reload();
  return true;
};

// Shows the browser's install prompt. It can be shown once.
export const install = () => {
  app.offer?.prompt();
  app.offer = undefined;
};
