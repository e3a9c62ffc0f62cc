// Starts a bundle of the app, and stands in for it when it cannot go on.

import offline from './offline/page.js?url';
import { rescue } from './rescue.js';

// A panic in the app arrives here as a trap, whether from an event handler or from a future.
const onTrap = (reason) => {
  if (reason instanceof WebAssembly.RuntimeError) rescue();
};

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
  Object.assign(app, { stop: () => rescue('no-wasm'), idle, ...tools });
  // What is being developed is never taken from a cache.
  if (import.meta.env.PROD) app.offline = () => import(/* @vite-ignore */ offline);
  // The browser offers to install the app once, perhaps before there is what answers.
  addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault();
    app.offer = event;
  });
  addEventListener('error', (event) => onTrap(event.error));
  addEventListener('unhandledrejection', (event) => onTrap(event.reason));
  init({ module_or_path: wasm }).catch((reason) => {
    console.error(reason);
    rescue(reason instanceof WebAssembly.CompileError ? 'blocked' : 'no-wasm');
  });
};
