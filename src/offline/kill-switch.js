// Takes the place of the worker at its address, removes what that has kept, and itself. Open pages stay as they are. How to
// use it: README.md.

import { ours } from './caches.js';

addEventListener('install', () => skipWaiting());

// A page that registers a worker while this one is leaving brings it back, so each question ends it again.
const end = async () => {
  await Promise.all((await ours()).map((name) => caches.delete(name)));
  // A worker that is gone answers no more.
  await new Promise((answered) => setTimeout(answered, 1000));
  await registration.unregister();
};
addEventListener('activate', (event) => event.waitUntil(end()));

// Pages ask how things stand.
addEventListener('message', (event) => {
  event.ports[0].postMessage({ isOff: true });
  event.waitUntil(end());
});
