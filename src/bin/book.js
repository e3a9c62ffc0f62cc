import init from '../pkg/book.js';
import wasm from '../pkg/book_bg.wasm?url';
import rooms from '../../styles/rooms.css?url';
import { boot, sheets } from '../boot.js';

// The workbook writer is large and rarely used: it is loaded on demand.
const workbook = async (request) => (await import('../sheet.js')).make(request);

boot(init, wasm, { workbook, styles: sheets({ rooms }) });
