// The page shown when the app cannot start or has crashed: what happened, a reload button, and a way to save the stored
// data. Nothing of the app can be relied on here.

import { button, element, fill, inBoth, paragraph, tellHost, title } from './notice.js';
import { isWidget, trying, whenRead } from './page.js';
import { titleOf } from './reasons.js';

const PREFIX = 'sales-abacus:';

// The stored records, unparsed and unchanged; undefined if there are none. Values under other keys of the origin are
// not read.
const stored = () => {
  const keys = Object.keys(localStorage).filter((key) => key.startsWith(PREFIX));
  const entries = {};
  for (const key of keys) entries[key] = localStorage.getItem(key);
  return keys.length > 0 ? entries : undefined;
};

// After a trap the app's memory cannot be trusted, yet its timers keep running: they must not write.
const stopWriting = () => {
  for (const method of ['setItem', 'removeItem', 'clear']) Storage.prototype[method] = () => {};
};

const save = (entries) => {
  const file = { format: 'sales-abacus-raw', version: 1, entries };
  const href = URL.createObjectURL(new Blob([JSON.stringify(file, null, 2)], { type: 'application/json' }));
  const link = element('a', { href, download: 'sales-abacus-raw.json', hidden: true });
  // Some browsers do not follow a link that is not in the document.
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
};

const show = (reason, detail) => {
  // A widget reads no storage, and if storage is denied, nothing can be read.
  const entries = isWidget ? undefined : trying(stored);
  const told = [title(titleOf(reason)), paragraph(reason.zh), paragraph(reason.en, 'en')];
  if (detail) told.push(paragraph(element('code', {}, detail)));
  const ways = [button(() => location.reload(), inBoth('重新打开', 'Reload'))];
  if (entries) ways.push(button(() => save(entries), inBoth('把已存数据另存为文件', 'Save stored data as a file')));
  fill('rescue', told, ways);
  tellHost(reason.code);
};

let isShown = false;

// Replaces the page, once.
export const rescue = (reason, detail) => {
  if (isShown) return;
  isShown = true;
  stopWriting();
  whenRead(() => show(reason, detail));
};
