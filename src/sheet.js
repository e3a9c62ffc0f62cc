// The bundle that makes workbooks, loaded only when one is asked for.

import init, { workbook } from './pkg/sheet.js';
import wasm from './pkg/sheet_bg.wasm?url';

let started;

// The bytes of a workbook. A start that failed, as without a connection, is tried again the next time.
export const make = async (request) => {
  started ??= init({ module_or_path: wasm }).catch((reason) => {
    started = undefined;
    throw reason;
  });
  await started;
  return workbook(request);
};
