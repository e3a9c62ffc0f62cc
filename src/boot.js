// Starts a bundle of the app. src/start handles failures.

import { keepCellsApart } from './cells.js';
import offline from './offline/page.js?url';

// Calls `then` when the page has loaded and the browser is idle, unless the app has stopped by then.
const idle = (then) => {
  const app = document.getElementById('app');
  const soon = () => (window.requestIdleCallback ?? setTimeout)(() => app.isConnected && then());
  if (document.readyState === 'complete') soon();
  else addEventListener('load', soon);
};

// `tools` are functions that the app may call, such as those that load more code.
export const boot = (init, wasm, tools = {}) => {
  const app = document.getElementById('app');
  // The start has failed, or this page refuses to be framed.
  if (!app) return;
  Object.assign(app, { idle, ...tools });
  keepCellsApart(app);
  // A development build is never served from a cache.
  if (import.meta.env.PROD) app.offline = () => import(/* @vite-ignore */ offline);
  // The browser fires this event only once, possibly before its handler has loaded.
  addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault();
    app.offer = event;
  });
  init({ module_or_path: wasm }).catch((reason) => {
    console.error(reason);
    app.stop?.(reason);
  });
};

const load = (href) =>
  new Promise((resolve, reject) => {
    const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href, onload: resolve });
    link.onerror = () => {
      // The next attempt loads it again.
      link.remove();
      reject(new Error(href));
    };
    document.head.append(link);
  });

// Style sheets that come with chunks: returns a function that loads the one with this name, once. It is in this file,
// because a file of its own would be one more request for every page with such sheets.
export const sheets = (hrefs) => {
  const loading = {};
  return (name) => (loading[name] ??= load(hrefs[name]).catch((why) => ((loading[name] = undefined), Promise.reject(why))));
};
