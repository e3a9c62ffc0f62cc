// `host.js` is what wasm-bindgen makes of the program.
import init from './host.js';

init();
