// The side of a page: has the worker installed, asks it how things stand, and tells the app. One file without imports,
// because boot.js knows it by its address alone: nothing of it is loaded before the page is idle.

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

// Null where the app has stopped while this was loaded.
const app = document.getElementById('app');

// The names of scripts contain their digest: a worker that has this one is of the version of this page.
const SCRIPT = document.querySelector('script[type=module]').src;

// Beside the manifest, at the root of the site.
const WORKER = new URL('sw.js', document.querySelector('link[rel=manifest]').href).href;

// A page that came from the cache is never newer than the worker.
const cameFromCache = Boolean(navigator.serviceWorker?.controller);

// Where a policy of the page wants Trusted Types, the address of a worker has to be one.
const trusted = (address) => {
  const policy = window.trustedTypes?.createPolicy('sales-abacus-worker', { createScriptURL: () => address });
  return policy ? policy.createScriptURL('') : address;
};

// Undefined where the worker is replaced before it has answered. Its successor tells then.
const ask = (worker) =>
  new Promise((answered) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => answered(data);
    const giveUp = () => worker.state === 'redundant' && answered(undefined);
    worker.addEventListener('statechange', giveUp);
    giveUp();
    worker.postMessage({ script: SCRIPT }, [port2]);
  });

// How things stand where the page and the worker are of two versions.
const between = async (registration, notes) => {
  if (cameFromCache) return { state: 'new', notes };
  try {
    const { installing, waiting } = await registration.update();
    return installing || waiting ? { state: 'saving' } : { state: 'new', notes };
  } catch {
    // Without a connection nobody can tell which of them is newer.
    return { state: 'unknown' };
  }
};

// Whether a worker took over while this page was open. If none is left then, it has ended itself.
let wasActive = false;

const standing = async (registration) => {
  const { installing, waiting, active } = registration;
  // While a worker waits, the one that it replaces is left in peace: Chromium waits until that has nothing to do.
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

// How the app can be installed: by a click, by a menu of the browser, or not at all.
const way = () => {
  if (matchMedia('(display-mode: standalone)').matches || navigator.standalone) return undefined;
  if (app.offer) return 'click';
  // Defined only where a page can be put on the home screen.
  return navigator.standalone === false ? 'menu' : undefined;
};

// Calls `tell` with how things stand, now and whenever that changes.
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
    // An older question may be answered later. A worker that ends itself says so once, and is no failure.
    if (found.state !== 'off' && (turn !== turns || how.state === 'off')) return;
    how = found;
    say();
  };
  const changed = ({ target }) => {
    wasActive ||= target.state === 'activating';
    look();
  };
  const followed = new Set();
  // A worker that the browser found by itself may be installed, or taking over, before this page asks.
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

// Controls in which one types. The others act at once.
const TYPED = 'textarea, input:not([type=range], [type=checkbox], [type=radio], [type=search])';

// Controls in which something was typed, with what was in them before.
const typed = new Map();
const begin = ({ target }) => target.matches(TYPED) && !typed.has(target) && typed.set(target, target.value);
addEventListener('beforeinput', begin, true);

// Inside `data-kept`, what is typed goes into the address or the store at once, unless it cannot be read.
const isKept = (control) => control.closest('[data-kept]') && control.getAttribute('aria-invalid') !== 'true';
// Of half a day the browser tells nothing but that it is none.
const isLost = ([control, before]) =>
  control.isConnected && (control.validity.badInput || (![before, ''].includes(control.value) && !isKept(control)));

// `data-unfinished` is on what waits for an answer.
const WAITING = 'dialog[open], [data-unfinished]';

const isUnfinished = () =>
  // The app asks before it is left while something cannot be stored. This asks the app in the same way.
  !dispatchEvent(new Event('beforeunload', { cancelable: true })) ||
  document.querySelector(WAITING) !== null ||
  [...typed].some(isLost);

// Opens this page in the newest version, unless something would be lost. Returns whether it does.
export const update = () => {
  if (isUnfinished()) return false;
  location.reload();
  return true;
};

// Shows what the browser asks before it installs an app. It can be shown once.
export const install = () => {
  app.offer?.prompt();
  app.offer = undefined;
};
