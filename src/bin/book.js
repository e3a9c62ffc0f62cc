import init from '../pkg/book.js';
import wasm from '../pkg/book_bg.wasm?url';
import rooms from '../../styles/rooms.css?url';
import { boot, sheets } from '../boot.js';

// The maker of workbooks is large and rarely wanted: it is loaded when one is asked for.
const workbook = async (request) => (await import('../sheet.js')).make(request);

boot(init, wasm, { workbook, styles: sheets({ rooms }) });
