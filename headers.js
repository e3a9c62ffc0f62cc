// The response headers of the site, used by our own servers and `dist/_headers`; a test compares the samples in deploy/
// with them.

const policy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "base-uri 'self'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types sales-abacus-worker',
];

// Features that the site never uses.
const UNUSED = ['camera', 'geolocation', 'microphone', 'payment', 'usb'];

// Sent with every file. All files are public, and a sandboxed frame without an origin loads them cross-origin.
export const everywhere = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Permissions-Policy': UNUSED.map((feature) => `${feature}=()`).join(', '),
  'Access-Control-Allow-Origin': '*',
  'Cross-Origin-Resource-Policy': 'cross-origin',
};

// The policies differ in what may be framed, and who may frame it.
const policies = {
  page: [...policy, "frame-ancestors 'none'"],
  // For the builder's preview.
  builder: [...policy, "frame-src 'self'", "frame-ancestors 'none'"],
  // Anybody's page may show a widget. An owner who wants to allow only some adds `frame-ancestors` here.
  widget: policy,
};

// Headers that depend on the address: each has a default value, and others for paths that match a pattern. The site may
// be in any folder. File names in `assets/` contain a digest.
export const byPath = {
  'Content-Security-Policy': {
    value: policies.page.join('; '),
    // The first match counts.
    others: [
      // All pages in one file, which has a policy of its own inside.
      { pattern: '(^|/)sales-abacus(-full)?\\.html$', value: "frame-ancestors 'none'" },
      // Deals are never framed, whatever the site's folder. A server may request the compressed file that it sends.
      { pattern: '(^|/)(deals|class)/(index\\.html(\\.br|\\.gz)?)?$', value: policies.page.join('; ') },
      { pattern: '(^|/)embed/(index\\.html(\\.br|\\.gz)?)?$', value: policies.builder.join('; ') },
      { pattern: '(^|/)embed/[^/]+/', value: policies.widget.join('; ') },
    ],
  },
  'Cache-Control': {
    value: 'no-cache',
    others: [{ pattern: '(^|/)assets/', value: 'public, max-age=31536000, immutable' }],
  },
};

const valueAt = (path, { value, others }) => others.find(({ pattern }) => new RegExp(pattern).test(path))?.value ?? value;

// The headers for an address.
export const headersOf = (path) => {
  const own = Object.entries(byPath).map(([name, values]) => [name, valueAt(path, values)]);
  return { ...Object.fromEntries(own), ...everywhere };
};

// Content types; browsers reject modules and wasm without the right one.
export const TYPES = {
  css: 'text/css',
  html: 'text/html',
  js: 'text/javascript',
  json: 'application/json',
  png: 'image/png',
  svg: 'image/svg+xml',
  txt: 'text/plain',
  wasm: 'application/wasm',
  webmanifest: 'application/manifest+json',
};
