// The service worker: keeps one whole version of the site on this device and answers from it. docs/adr/0016-offline.md says
// why it is as it is. xtask/offline.mjs bundles it, with the list of what was built.

import { PrecacheController } from 'workbox-precaching/PrecacheController.js';
import { PrecacheRoute } from 'workbox-precaching/PrecacheRoute.js';
import { registerRoute } from 'workbox-routing/registerRoute.js';
import { ours, PREFIX } from './caches.js';

// The digest of the list, the address and digest of each file, and what is new, as [Chinese, English].
const { version, files, notes } = SITE;

const CACHE = PREFIX + version;
const ASSETS = new URL('assets/', registration.scope).href;

const precache = new PrecacheController({ cacheName: CACHE });
// A host that answers by language or by type sends the same bytes to everybody here.
precache.strategy.matchOptions = { ignoreVary: true };
precache.addToCacheList(
  files.map(([url, integrity]) => ({
    url,
    // With the digest, a file that the host replaces meanwhile makes the installation fail rather than mix two versions.
    integrity,
    // The names of assets contain a digest, so that any cache on the way may answer. Others are asked of the host.
    revision: url.startsWith('assets/') ? null : integrity,
  })),
);

// Whatever its query, an address means the page: the app reads the query itself.
const page = new PrecacheRoute(precache, {
  urlManipulation: ({ url }) => [new URL(url.pathname.replace(/\/index\.html$/, '/'), url)],
});
// Where the cache was emptied by somebody else and the host has another version, that one answers, as a whole.
page.setCatchHandler(({ request }) => fetch(request));
registerRoute(page);

// Hosts redirect `/clv` to `/clv/`. Without, the relative addresses in the page would lead elsewhere.
const folder = ({ origin, pathname }) => `${origin}${pathname}/`;
registerRoute(
  ({ request, url }) => request.mode === 'navigate' && precache.getCacheKeyForURL(folder(url)) !== undefined,
  async ({ url }) => Response.redirect(folder(url) + url.search),
);

// A page that was opened before this version was installed asks for files of its own. Their names contain their digest, so
// it gets those and no others, from the cache of its version or from the host.
registerRoute(
  ({ url }) => url.href.startsWith(ASSETS),
  async ({ request }) => (await caches.match(request, { ignoreVary: true })) ?? fetch(request),
);

// Removes the caches of other versions once no page can want them: when none is open, or only the one that asks, which is of
// this version.
const tidy = async (asking) => {
  const names = (await ours()).filter((name) => name !== CACHE);
  const windows = await clients.matchAll({ type: 'window', includeUncontrolled: true });
  const others = windows.filter(({ id, url }) => id !== asking?.id && url.startsWith(registration.scope));
  // In this order: a version that is being installed meanwhile is seen here, or has no cache among the names.
  const isNewest = !registration.installing && !registration.waiting && self.serviceWorker?.state !== 'redundant';
  if (others.length === 0 && isNewest) await Promise.all(names.map((name) => caches.delete(name)));
};

// Whether the whole version is here. What somebody has removed is fetched again, if the host still has this version.
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
  // A page that was reloaded past the worker, too, gets its parts from here.
  if (isCurrent) await Promise.all([clients.claim(), tidy(source)]);
  return { isCurrent, isComplete: await complete(event), notes };
};

addEventListener('install', (event) => {
  precache.install(event);
  // Pages that are open keep their version; the next one that is opened is of this one.
  skipWaiting();
});

addEventListener('activate', (event) => event.waitUntil(Promise.all([clients.claim(), tidy()])));

addEventListener('message', (event) => {
  const answer = async () => event.ports[0].postMessage(await standing(event));
  event.waitUntil(answer());
});
