// Starts the program of a single file with all pages. A classic script inside the file, next to its wasm glue, which
// defines `wasm_bindgen` and, if workbooks are included, `sheet_bindgen`.

import { keepCellsApart } from './cells.js';
import { ADDRESS, showLicences } from './licences.js';
import { mayBeFramed, refuseFrame } from './start/framed.js';
import { reasons } from './start/reasons.js';
import { rescue } from './start/rescue.js';

const app = document.getElementById('app');

// Unpacks the content of the element with this id.
const unpacked = async (id) => {
  const packed = Uint8Array.from(atob(document.getElementById(id).textContent), (letter) => letter.charCodeAt(0));
  const plain = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  return new Response(plain).arrayBuffer();
};

const onTrap = (reason) => {
  if (reason instanceof WebAssembly.RuntimeError) rescue(reasons.stopped);
};

// The pages in this file, by their addresses on a site.
const pages = app.dataset.pages.split(' ');

// The address on a site of the open page: only its end matters.
const address = () => {
  const [path, rest = ''] = location.hash.replace(/^#\/?/, '').split('?');
  const query = rest.split('&').filter((pair) => /^(lang|demo)=/.test(pair)).join('&');
  return `https://file.invalid/${path && `${path}/`}${query && `?${query}`}`;
};

// The site's licence file is embedded in this one.
const LICENCES = 'licences.txt';

// Links are those of a site with many documents. They are rewritten to `#/page?query&fragment`, so that they also work
// in a new tab; links to pages that are not in this file are hidden.
const adapt = (link) => {
  const href = link.getAttribute('href');
  // The skip link moves the focus without changing the address.
  if (href === null || href.startsWith('#/') || href === ADDRESS || link.matches('.skip')) return;
  const { origin, pathname, search, hash } = new URL(href, address());
  if (origin !== 'https://file.invalid') return;
  const path = pathname.slice(1);
  if (path === LICENCES) return void link.setAttribute('href', ADDRESS);
  link.toggleAttribute('hidden', !pages.includes(path || './'));
  const behind = [search, hash].map((part) => part.slice(1)).filter(Boolean).join('&');
  link.setAttribute('href', `#/${path.replace(/\/$/, '')}${behind && `?${behind}`}`);
};

const adaptBelow = (node) => {
  if (node.matches?.('a')) adapt(node);
  node.querySelectorAll?.('a').forEach(adapt);
};

const watching = new MutationObserver((changes) => {
  for (const { type, target, addedNodes } of changes) {
    if (type === 'attributes') adaptBelow(target);
    else addedNodes.forEach(adaptBelow);
  }
});
keepCellsApart(app);
watching.observe(app, { subtree: true, childList: true, attributes: true, attributeFilter: ['href'] });

const tellLicences = async () => showLicences(new TextDecoder().decode(await unpacked('licences')));
app.addEventListener('click', (event) => {
  if (!event.target.closest?.(`a[href="${ADDRESS}"]`)) return;
  // The address stays that of the page.
  event.preventDefault();
  tellLicences();
});

// Enables the style sheets of this kind of page only.
const dress = (kind) => {
  for (const style of document.querySelectorAll('style[data-page]')) style.disabled = style.dataset.page !== kind;
};

const workbooks = document.getElementById('sheet') && {
  started: undefined,
  async make(request) {
    this.started ??= unpacked('sheet').then((bytes) => sheet_bindgen({ module_or_path: bytes }));
    await this.started;
    return sheet_bindgen.workbook(request);
  },
};

// Nothing can fail to load, so the cause is an outdated browser.
const stop = () => rescue(reasons.old);

Object.assign(app, { stop, dress, workbook: workbooks && ((request) => workbooks.make(request)) });
addEventListener('error', (event) => onTrap(event.error));
addEventListener('unhandledrejection', (event) => onTrap(event.reason));

const start = () =>
  unpacked('wasm')
    .then((bytes) => wasm_bindgen({ module_or_path: bytes }))
    .catch((reason) => {
      console.error(reason);
      stop();
    });

// On a server it shares the site's origin, and with it the deals.
if (mayBeFramed()) {
  start();
  if (location.hash === ADDRESS) tellLicences();
} else refuseFrame();
