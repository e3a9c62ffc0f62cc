// The bundle of the calculators.

import init from '../pkg/calculators.js';
import wasm from '../pkg/calculators_bg.wasm?url';
import { boot } from '../boot.js';

boot(init, wasm);
