import init from '../pkg/class.js';
import wasm from '../pkg/class_bg.wasm?url';
import stage from '../../styles/stage.css?url';
import { boot, sheets } from '../boot.js';

boot(init, wasm, { styles: sheets({ stage }) });
