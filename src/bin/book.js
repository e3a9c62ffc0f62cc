// The bundle of home and deal book.

import init from '../pkg/book.js';
import wasm from '../pkg/book_bg.wasm?url';
import { boot } from '../boot.js';

boot(init, wasm);
