// Starts a bundle of the app. What stands in for it when it cannot go on is src/start.

import { keepCellsApart } from './cells.js';
import offline from './offline/page.js?url';

// Calls `then` when the page has loaded and the browser has time, unless the app has stopped by then.
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
  // What is being developed is never taken from a cache.
  if (import.meta.env.PROD) app.offline = () => import(/* @vite-ignore */ offline);
  // The browser offers to install the app once, perhaps before there is what answers.
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
      // The next attempt loads it anew.
      link.remove();
      reject(new Error(href));
    };
    document.head.append(link);
  });

// Style sheets that come with a chunk: a function that loads the one of this name, once. Here, because a file of its own
// would be one more request of every page that has such sheets.
export const sheets = (hrefs) => {
  const loading = {};
  return (name) => (loading[name] ??= load(hrefs[name]).catch((why) => ((loading[name] = undefined), Promise.reject(why))));
};
