// How the caches of the worker are called: one for each version of the site. Other apps of the origin have caches, too, and
// so has this app below another path.
export const PREFIX = `sales-abacus ${registration.scope} `;

export const ours = async () => (await caches.keys()).filter((name) => name.startsWith(PREFIX));
