// Starts a bundle of the app, and stands in for it when it cannot go on.

import { rescue } from './rescue.js';

// A panic in the app arrives here as a trap, whether from an event handler or from a future.
const onTrap = (reason) => {
  if (reason instanceof WebAssembly.RuntimeError) rescue();
};

// `tools` are functions that the app may call, such as those that load more code.
export const boot = (init, wasm, tools = {}) => {
  Object.assign(document.getElementById('app'), { stop: rescue, ...tools });
  addEventListener('error', (event) => onTrap(event.error));
  addEventListener('unhandledrejection', (event) => onTrap(event.reason));
  init({ module_or_path: wasm }).catch((reason) => {
    console.error(reason);
    rescue();
  });
};
