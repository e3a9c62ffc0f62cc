import init from '../pkg/calculators.js';
import wasm from '../pkg/calculators_bg.wasm?url';
import extras from '../../styles/extras.css?url';
import { boot, sheets } from '../boot.js';

// The workbook writer is large and rarely used: it is loaded on demand.
const workbook = async (request) => (await import('../sheet.js')).make(request);

boot(init, wasm, { workbook, styles: sheets({ extras }) });
