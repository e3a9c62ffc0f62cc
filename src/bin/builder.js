import init from '../pkg/builder.js';
import wasm from '../pkg/builder_bg.wasm?url';
import { boot } from '../boot.js';

boot(init, wasm);
