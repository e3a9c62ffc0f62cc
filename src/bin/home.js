import init from '../pkg/home.js';
import wasm from '../pkg/home_bg.wasm?url';
import { boot } from '../boot.js';

boot(init, wasm);
