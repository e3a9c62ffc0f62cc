// The names of the worker's caches: one for each version of the site. Other apps of the origin have caches, too, and so
// does this app under another path.
export const PREFIX = `sales-abacus ${registration.scope} `;

export const ours = async () => (await caches.keys()).filter((name) => name.startsWith(PREFIX));
