// The site on common servers, each started with its sample from deploy/: every file with its type, headers and
// requested encoding, and the running app.

import { spawn } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { TYPES, headersOf } from '../../headers.js';
import { headersFile, outdated, samples } from '../../xtask/deploy.mjs';
import { dist, some } from './site.js';
import { catalogue, expect, test as base } from './support.js';

const root = process.env.ABACUS_SERVERS;
const isRoot = process.getuid?.() === 0;

const freePort = () =>
  new Promise((found) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => found(port));
    });
  });

// How to start each: the program and its arguments, with a configuration around the sample.
const SERVERS = {
  nginx: ({ folder, port, www }) => {
    const sample = samples['nginx.conf']({ listen: `127.0.0.1:${port}`, root: www });
    const paths = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${folder}/${name};`);
    const around = `daemon off;\npid ${folder}/pid;\nevents {}\nhttp {\naccess_log off;\n${paths.join('\n')}\n${sample}\n}\n`;
    writeFileSync(join(folder, 'nginx.conf'), around);
    return ['usr/sbin/nginx', '-p', folder, '-e', 'stderr', '-c', join(folder, 'nginx.conf')];
  },
  Caddy: ({ folder, port, www }) => {
    const sample = samples.Caddyfile({ listen: `http://127.0.0.1:${port}`, root: www });
    writeFileSync(join(folder, 'Caddyfile'), `{\n\tadmin off\n\tdefault_bind 127.0.0.1\n}\n${sample}`);
    return ['usr/bin/caddy', 'run', '--config', join(folder, 'Caddyfile'), '--adapter', 'caddyfile'];
  },
  Apache: ({ folder, port, www }) => {
    const modules = ['mpm_event', 'authz_core', 'dir', 'headers', 'mime', 'rewrite'];
    const lines = [
      `ServerRoot "${folder}"`,
      'ServerName localhost',
      `Listen 127.0.0.1:${port}`,
      `PidFile "${folder}/pid"`,
      `DefaultRuntimeDir "${folder}"`,
      'ErrorLog "|/bin/cat >&2"',
      'TypesConfig /dev/null',
      ...modules.map((name) => `LoadModule ${name}_module "${root}/usr/lib/apache2/modules/mod_${name}.so"`),
      ...(isRoot ? ['User nobody', 'Group nogroup'] : []),
      `DocumentRoot "${www}"`,
      samples['apache.conf']({ root: www }),
    ];
    writeFileSync(join(folder, 'apache.conf'), lines.join('\n'));
    return ['usr/sbin/apache2', '-D', 'FOREGROUND', '-f', join(folder, 'apache.conf')];
  },
};

// The raw response to a request.
const fetched = (url, encoding) =>
  new Promise((answered, failed) => {
    const headers = encoding ? { 'Accept-Encoding': encoding } : {};
    get(url, { headers, agent: false }, (response) => {
      const parts = [];
      response.on('data', (part) => parts.push(part));
      response.on('end', () => answered({ status: response.statusCode, headers: response.headers, body: Buffer.concat(parts) }));
    }).on('error', failed);
  });

const NAMED_ALIKE = ['', 'deals', 'class', 'clv', 'embed', 'embed/clv'];

const test = base.extend({
  start: async ({ origins }, use) => {
    expect(root, 'ABACUS_SERVERS names no folder with servers: see `cargo xtask test`').toBeTruthy();
    const folder = mkdtempSync(join(tmpdir(), 'abacus-server-'));
    // A server started by root serves as another user.
    chmodSync(folder, 0o755);
    const www = join(folder, 'www');
    mkdirSync(www);
    cpSync(dist, join(www, 'tools'), { recursive: true });
    // The site in a folder named like that of its widgets, if a test requests it.
    for (const page of NAMED_ALIKE) cpSync(join(dist, page, 'index.html'), join(www, 'embed', page, 'index.html'));
    let ended = () => {};
    await use(async (make) => {
      const port = await freePort();
      const [program, ...args] = make({ folder, port, www });
      const libraries = readdirSync(join(root, 'usr/lib')).map((name) => join(root, 'usr/lib', name)).join(':');
      const env = { ...process.env, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder, LD_LIBRARY_PATH: libraries };
      const server = spawn(join(root, program), args, { env, stdio: ['ignore', 'ignore', 'pipe'] });
      let said = '';
      server.stderr.on('data', (data) => (said += data));
      ended = () => new Promise((done) => (server.exitCode === null ? (server.once('exit', done), server.kill('SIGTERM')) : done()));
      const url = `http://127.0.0.1:${port}/tools/`;
      await expect.poll(async () => (await fetched(url).catch(() => ({ status: said }))).status).toBe(200);
      origins.add(new URL(url).origin);
      return url;
    });
    await ended();
    rmSync(folder, { recursive: true });
  },
});

const files = readdirSync(dist, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && TYPES[extname(entry.name).slice(1)])
  .map((entry) => join(entry.parentPath, entry.name).slice(join(dist, '/').length));
// Every page, and one of each kind of other files in each folder.
const kinds = new Set();
const chosen = files.filter((file) => {
  const kind = file.replace(/[^/]*(\.\w+)$/, '$1');
  return extname(file) === '.html' || (!kinds.has(kind) && kinds.add(kind));
});
const addresses = chosen.flatMap((file) => (file.endsWith('index.html') ? [[file, file], [file.slice(0, -10), file]] : [[file, file]]));

const unpack = { br: brotliDecompressSync, gzip: gunzipSync, undefined: (body) => body };

for (const [name, make] of some(Object.entries(SERVERS), 0, 3)) {
  test(`${name} serves every file with its headers`, async ({ start }) => {
    const url = await start(make);
    for (const [address, file] of addresses) {
      const expected = Object.entries(headersOf(`/tools/${address}`)).map(([header, value]) => [header.toLowerCase(), value]);
      const whole = readFileSync(join(dist, file));
      for (const accepted of [undefined, 'gzip', 'gzip, deflate, br']) {
        const { status, headers, body } = await fetched(url + address, accepted);
        const what = `${address} ${accepted}`;
        expect(status, what).toBe(200);
        expect(headers, what).toMatchObject(Object.fromEntries(expected));
        expect(headers['content-type'].split(';')[0], what).toBe(TYPES[extname(file).slice(1)]);
        const encoding = headers['content-encoding'];
        expect(unpack[encoding](body).equals(whole), what).toBe(true);
        if (extname(file) === '.png') continue;
        // Debian's nginx has the module for brotli in another package.
        const packed = { 'gzip': 'gzip', 'gzip, deflate, br': name === 'nginx' ? 'gzip' : 'br' };
        expect(encoding, what).toBe(packed[accepted]);
        if (encoding) expect(body.length, what).toBeLessThan(whole.length);
      }
    }
    for (const page of NAMED_ALIKE) {
      const path = `/embed/${page}${page && '/'}`;
      const { status, headers } = await fetched(new URL(path, url));
      expect([path, status, headers['content-security-policy']]).toEqual([path, 200, headersOf(path)['Content-Security-Policy']]);
    }
    const missing = await fetched(`${url}assets/gone-12345678.js`);
    expect(missing.status).toBe(404);
    expect(missing.headers['x-content-type-options']).toBe('nosniff');
    expect(missing.headers['cache-control'] ?? '').not.toContain('immutable');
    const folder = await fetched(url + 'clv');
    expect([301, 302, 307, 308]).toContain(folder.status);
    expect(new URL(folder.headers.location, url).pathname).toBe('/tools/clv/');
  });

  test(`the app works behind ${name}`, async ({ start, page }) => {
    const url = await start(make);
    await page.goto(`${url}bad-debt/?lang=en#loss=600&margin=0.03`);
    await expect(page.locator('output[name=extra_sales] data')).toHaveAttribute('value', '20000');
    await page.goto(`${url}deals/?lang=en`);
    await expect(page.locator('h1')).toBeVisible();
    await page.goto(`${url}embed/clv/`);
    await expect(page.locator('output[name=value] data')).toHaveText('56,160');
  });
}

test('the samples match headers.js', () => {
  expect(outdated(), 'run `node xtask/deploy.mjs`').toEqual([]);
});

// As such hosts interpret it: the headers of all matching rules.
const asHostsRead = (text, address) => {
  const found = {};
  for (const rule of text.split(/^(?=\/)/m)) {
    const [pattern, ...headers] = rule.trim().split('\n');
    const isMatch = pattern.endsWith('*') ? address.startsWith(pattern.slice(0, -1)) : address === pattern;
    for (const [, name, value] of isMatch ? headers.map((line) => line.match(/^ {2}([\w-]+): (.*)$/)) : []) {
      found[name] = name in found ? `${found[name]}, ${value}` : value;
    }
  }
  return found;
};

test('_headers gives each address its headers, and each once', () => {
  const text = readFileSync(join(dist, '_headers'), 'utf8');
  for (const [address, file] of addresses) {
    const { 'Cache-Control': caching, 'Content-Security-Policy': policy, ...expected } = headersOf(`/${address}`);
    if (file.startsWith('assets/')) expected['Cache-Control'] = caching;
    if (file.endsWith('.html')) expected['Content-Security-Policy'] = policy;
    const { 'Content-Security-Policy': sent, ...found } = asHostsRead(text, `/${address}`);
    expect(file.endsWith('.html') ? { ...found, 'Content-Security-Policy': sent } : found, address).toEqual(expected);
  }
  expect(text.split('\n').every((line) => line.length < 2000)).toBe(true);
  // With the builder beside its widgets, too.
  const pages = catalogue.map(({ path }) => path);
  const policyOf = (address) => asHostsRead(headersFile(pages), address)['Content-Security-Policy'];
  for (const page of pages) expect(policyOf(`/${page}`), page).toBe(headersOf(`/${page}`)['Content-Security-Policy']);
});

test('every file is listed with its digest', () => {
  const listed = readFileSync(join(dist, 'SHA256SUMS'), 'utf8').trim().split('\n').map((line) => line.slice(66));
  const all = readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(dist, '/').length));
  expect(listed).toEqual(all.filter((file) => file !== 'SHA256SUMS').sort());
});

test('licences.txt names what is shipped', async ({ page }) => {
  const text = readFileSync(join(dist, 'licences.txt'), 'utf8');
  for (const name of ['yew 0.23', 'rust_decimal', 'rust_xlsxwriter', 'workbox-precaching (npm)', 'Rust standard library', 'dlmalloc']) {
    expect(text).toContain(name);
  }
  expect(text).not.toMatch(/playwright|axe-core|proptest|wasm-bindgen-cli/);
  for (const { path } of catalogue.filter(({ path }) => !path.startsWith('embed/')).slice(0, 3)) {
    await page.goto(`${path}?lang=en`);
    const link = page.getByRole('link', { name: 'Software licences' });
    expect((await page.request.get(await link.evaluate(({ href }) => href))).status()).toBe(200);
  }
});
