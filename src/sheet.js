// The bundle that creates workbooks, loaded on demand.

import init, { workbook } from './pkg/sheet.js';
import wasm from './pkg/sheet_bg.wasm?url';

let started;

// The bytes of a workbook. A failed start, for example offline, is retried the next time.
export const make = async (request) => {
  started ??= init({ module_or_path: wasm }).catch((reason) => {
    started = undefined;
    throw reason;
  });
  await started;
  return workbook(request);
};
