// The service worker: caches one complete version of the site on this device and serves from it.
// docs/adr/0016-offline.md gives the reasons for its design. xtask/offline.mjs bundles it with the list of built files.

import { PrecacheController } from 'workbox-precaching/PrecacheController.js';
import { PrecacheRoute } from 'workbox-precaching/PrecacheRoute.js';
import { registerRoute } from 'workbox-routing/registerRoute.js';
import { ours, PREFIX } from './caches.js';

// The digest of the list, the address and digest of each file, and the release notes as [Chinese, English].
const { version, files, notes } = SITE;

const CACHE = PREFIX + version;
const ASSETS = new URL('assets/', registration.scope).href;

const precache = new PrecacheController({ cacheName: CACHE });
// A host may send `Vary` headers for language or type, but the bytes are the same for everybody.
precache.strategy.matchOptions = { ignoreVary: true };
precache.addToCacheList(
  files.map(([url, integrity]) => ({
    url,
    // With the digest, a file that the host replaces meanwhile makes the installation fail instead of mixing two
    // versions.
    integrity,
    // The names of assets contain a digest, so any HTTP cache may serve them. Other files are requested from the host.
    revision: url.startsWith('assets/') ? null : integrity,
  })),
);

// The query is ignored for finding the page: the app reads the query itself.
const page = new PrecacheRoute(precache, {
  urlManipulation: ({ url }) => [new URL(url.pathname.replace(/\/index\.html$/, '/'), url)],
});
// If the cache was cleared by someone else and the host has another version, the host serves all of it.
page.setCatchHandler(({ request }) => fetch(request));
registerRoute(page);

// Hosts redirect `/clv` to `/clv/`. Otherwise the relative addresses in the page would resolve wrongly.
const folder = ({ origin, pathname }) => `${origin}${pathname}/`;
registerRoute(
  ({ request, url }) => request.mode === 'navigate' && precache.getCacheKeyForURL(folder(url)) !== undefined,
  async ({ url }) => Response.redirect(folder(url) + url.search),
);

// A page that was opened before this version was installed requests files of its own version. Their names contain their
// digest, so it gets exactly those, from the cache of its version or from the host.
registerRoute(
  ({ url }) => url.href.startsWith(ASSETS),
  async ({ request }) => (await caches.match(request, { ignoreVary: true })) ?? fetch(request),
);

// Deletes the caches of other versions once no page can need them: when none is open, or only the requesting one, which
// is of this version.
const tidy = async (asking) => {
  const names = (await ours()).filter((name) => name !== CACHE);
  const windows = await clients.matchAll({ type: 'window', includeUncontrolled: true });
  const others = windows.filter(({ id, url }) => id !== asking?.id && url.startsWith(registration.scope));
  // The order matters: a version being installed meanwhile is either detected here, or its cache is not among the
  // names.
  const isNewest = !registration.installing && !registration.waiting && self.serviceWorker?.state !== 'redundant';
  if (others.length === 0 && isNewest) await Promise.all(names.map((name) => caches.delete(name)));
};

// Whether the whole version is cached. Files removed by someone else are fetched again, if the host still has this
// version.
const complete = async (event) => {
  const cache = await caches.open(CACHE);
  const kept = new Set((await cache.keys()).map(({ url }) => url));
  const missing = [...precache.getURLsToCacheKeys()].filter(([, key]) => !kept.has(key));
  try {
    for (const [url, cacheKey] of missing) {
      const params = { cacheKey, integrity: precache.getIntegrityForCacheKey(cacheKey) };
      await Promise.all(precache.strategy.handleAll({ request: new Request(url, { cache: 'reload' }), params, event }));
    }
    return true;
  } catch {
    return false;
  }
};

const standing = async (event) => {
  const { data: { script }, source } = event;
  const isCurrent = precache.getCacheKeyForURL(script) !== undefined;
  // A page that was reloaded bypassing the worker is also served from here.
  if (isCurrent) await Promise.all([clients.claim(), tidy(source)]);
  return { isCurrent, isComplete: await complete(event), notes };
};

addEventListener('install', (event) => {
  precache.install(event);
  // Open pages keep their version; the next page opened is of this one.
  skipWaiting();
});

addEventListener('activate', (event) => event.waitUntil(Promise.all([clients.claim(), tidy()])));

addEventListener('message', (event) => {
  const answer = async () => event.ports[0].postMessage(await standing(event));
  event.waitUntil(answer());
});
