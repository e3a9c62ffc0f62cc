// The response headers of the site. What sends them takes them from here: our own servers and `dist/_headers`; a test holds
// the samples in deploy/ to it.

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

// What nothing of the site asks for.
const UNUSED = ['camera', 'geolocation', 'microphone', 'payment', 'usb'];

// With every file. All of them are public, and a frame without an origin loads them as another origin does.
export const everywhere = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Permissions-Policy': UNUSED.map((feature) => `${feature}=()`).join(', '),
  'Access-Control-Allow-Origin': '*',
  'Cross-Origin-Resource-Policy': 'cross-origin',
};

// The policies differ in what may be framed, and by whom.
const policies = {
  page: [...policy, "frame-ancestors 'none'"],
  // What its preview shows.
  builder: [...policy, "frame-src 'self'", "frame-ancestors 'none'"],
  // Anybody's page may show a widget. An owner who wants to allow only some adds `frame-ancestors` here.
  widget: policy,
};

// What depends on the address: the value of each header, and others where the path matches a pattern. The site may lie
// below any folder. The names of what lies in `assets/` contain a digest of it.
export const byPath = {
  'Content-Security-Policy': {
    value: policies.page.join('; '),
    // The first that matches counts.
    others: [
      // All pages in one file, which has a policy of its own inside.
      { pattern: '(^|/)sales-abacus(-full)?\\.html$', value: "frame-ancestors 'none'" },
      // Deals are never framed, in whichever folder the site lies. A server may ask for the packed file that it sends.
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

// The headers of the file that an address asks for.
export const headersOf = (path) => {
  const own = Object.entries(byPath).map(([name, values]) => [name, valueAt(path, values)]);
  return { ...Object.fromEntries(own), ...everywhere };
};

// The types of the files, without which a browser takes no module and no wasm.
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
