// Starts the app, and stands in for it when it cannot go on.

import init from './pkg/sales_abacus.js';
import wasm from './pkg/sales_abacus_bg.wasm?url';
import { rescue } from './rescue.js';

// A panic in the app arrives here as a trap, whether from an event handler or from a future.
const onTrap = (reason) => {
  if (reason instanceof WebAssembly.RuntimeError) rescue();
};
addEventListener('error', (event) => onTrap(event.error));
addEventListener('unhandledrejection', (event) => onTrap(event.reason));

init({ module_or_path: wasm }).catch((reason) => {
  console.error(reason);
  rescue();
});
