// The page that is left when the app cannot start or has broken: what happened, a reload, and a way to
// take the stored data along. Plain DOM, because nothing of the app can be relied on here.

const PREFIX = 'sales-abacus:';

const element = (tag, properties, ...children) => {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
};

const inBoth = (zh, en) => [zh, ' ', element('span', { lang: 'en' }, en)];

// What is stored, unread and unchanged; nothing where storage is denied or empty.
const stored = () => {
  try {
    // Other keys of the origin are none of our business: their values are not read.
    const keys = Object.keys(localStorage).filter((key) => key.startsWith(PREFIX));
    return keys.length > 0 ? Object.fromEntries(keys.map((key) => [key, localStorage.getItem(key)])) : null;
  } catch {
    return null;
  }
};

// After a trap the app's memory cannot be trusted, yet its timers still run: they must not write.
const stopWriting = () => {
  for (const method of ['setItem', 'removeItem', 'clear']) Storage.prototype[method] = () => {};
};

const save = (entries) => {
  const file = { format: 'sales-abacus-raw', version: 1, entries };
  const href = URL.createObjectURL(new Blob([JSON.stringify(file, null, 2)], { type: 'application/json' }));
  const link = element('a', { href, download: 'sales-abacus-raw.json', hidden: true });
  // Some browsers follow no link outside the document.
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
};

let shown = false;

// A page around a widget is told that there are no figures here. It holds none, so anybody may know.
const tellParent = (code) => {
  const [, tool] = location.pathname.match(/\/embed\/([a-z0-9-]+)\/(?:index\.html)?$/) ?? [];
  if (!tool || window.parent === window) return;
  const id = new URLSearchParams(location.search).get('id');
  const message = { source: 'sales-abacus', version: 1, type: 'failed', tool, code };
  window.parent.postMessage(id ? { ...message, id } : message, '*');
};

// Replaces the page, once. `code` says why: `no-wasm`, `blocked` or `stopped`.
export const rescue = (code = 'stopped') => {
  if (shown) return;
  shown = true;
  stopWriting();
  tellParent(code);
  const entries = stored();
  const page = element(
    'main',
    { className: 'rescue', id: 'rescue' },
    element('h1', {}, ...inBoth('程序出错，已停止', 'The app has stopped')),
    element('p', {}, '请重新打开本页。已保存的内容仍在这个浏览器里。'),
    element('p', { lang: 'en' }, 'Please reload this page. What was saved is still in this browser.'),
    element('button', { type: 'button', onclick: () => location.reload() }, ...inBoth('重新打开', 'Reload')),
  );
  if (entries) {
    const label = inBoth('把已存数据另存为文件', 'Save stored data as a file');
    page.append(' ', element('button', { type: 'button', onclick: () => save(entries) }, ...label));
  }
  page.querySelectorAll('button').forEach((button) => button.classList.add('rescue__button'));
  document.body.replaceChildren(page);
};
