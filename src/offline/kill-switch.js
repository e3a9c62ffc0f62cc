// Replaces the worker at its address, deletes the worker's caches, and unregisters itself. Open pages stay as they are.
// How to use it: README.md.

import { ours } from './caches.js';

addEventListener('install', () => skipWaiting());

// A page that registers a worker while this one is being removed brings it back, so each message ends it again.
const end = async () => {
  await Promise.all((await ours()).map((name) => caches.delete(name)));
  // An unregistered worker no longer replies.
  await new Promise((answered) => setTimeout(answered, 1000));
  await registration.unregister();
};
addEventListener('activate', (event) => event.waitUntil(end()));

// Pages ask for the status.
addEventListener('message', (event) => {
  event.ports[0].postMessage({ isOff: true });
  event.waitUntil(end());
});
