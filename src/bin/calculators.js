import init from '../pkg/calculators.js';
import wasm from '../pkg/calculators_bg.wasm?url';
import { boot } from '../boot.js';

// The maker of workbooks is large and rarely wanted: it is loaded when one is asked for.
const workbook = async (request) => (await import('../sheet.js')).make(request);

boot(init, wasm, { workbook });
