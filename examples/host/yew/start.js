// wasm-bindgen generates `host.js` and `host_bg.wasm` from the program.
import init from './host.js';

init({ module_or_path: new URL('./host_bg.wasm', import.meta.url) });
