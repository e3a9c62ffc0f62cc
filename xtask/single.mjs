// Puts a program, its glue and its styles into one file that needs no other: `node xtask/single.mjs <options as JSON>`.

import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { build } from 'vite';

// `dist`: the built site, whose styles are used; `programs`: the glue and wasm of each, with the id of its element.
const { dist, programs, pages, out, site } = JSON.parse(process.argv[2]);

// The glue and its start code, in one scope and minified together.
const script = async (glue) => {
  const entry = `${out}.entry.js`;
  const start = readFileSync('src/single.js', 'utf8').replaceAll(/'\.\/(?=start\/|cells|licences)/g, `'${resolve('src').replaceAll('\\', '/')}/`);
  writeFileSync(entry, [...glue.map((file) => readFileSync(file, 'utf8')), start].join('\n'));
  const { output } = await build({
    configFile: false,
    mode: 'production',
    logLevel: 'warn',
    publicDir: false,
    build: { write: false, rolldownOptions: { input: entry, output: { format: 'iife' } } },
  });
  return output[0].code;
};

// The style sheets that a page of the site links to.
const linked = (page) => {
  const html = readFileSync(join(dist, page, 'index.html'), 'utf8');
  const hrefs = [...html.matchAll(/<link rel="stylesheet"[^>]* href="([^"]+)"/g)].map(([, href]) => href);
  if (hrefs.length === 0) throw new Error(`/${page} links to no style sheet`);
  return hrefs.map((href) => readFileSync(join(dist, page, href), 'utf8')).join('\n');
};
// The style sheet of a chunk.
const later = (name) => {
  const [file] = readdirSync(join(dist, 'assets')).filter((file) => file.startsWith(`${name}-`) && file.endsWith('.css'));
  return readFileSync(join(dist, 'assets', file), 'utf8');
};

const kinds = { home: () => linked(''), calculator: () => `${linked('bad-debt/')}\n${later('extras')}` };
if (pages.includes('class/')) kinds.class = () => `${linked('class/')}\n${later('stage')}`;
if (pages.includes('deals/')) kinds.deals = () => `${linked('deals/')}\n${later('rooms')}`;
const styles = Object.entries(kinds).map(([kind, css]) => [kind, css().trim()]);

// For the file itself, whichever page is open.
const own = readFileSync('styles/single.css', 'utf8').replaceAll(/\/\*.*?\*\//gs, '').trim();

const code = (await script(programs.map(({ glue }) => glue))).trim();
if (/import\.meta|<\/script|<!--/.test(code)) throw new Error('the script of one file cannot contain import.meta or the end of its element');

// Detects that the script above it cannot be parsed, in syntax that any browser supports.
const old = `addEventListener('error',function(){var app=document.getElementById('app');if(app&&!app.stop)document.getElementById('old').hidden=false});`;

const source = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const policy = [
  "default-src 'none'",
  `script-src ${source(old)} ${source(code)} 'wasm-unsafe-eval'`,
  `style-src ${[...styles.map(([, css]) => css), own].map(source).join(' ')}`,
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  // As on a site, no text becomes markup or a script. The site's one policy, for the worker, is not needed here.
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

const icon = `data:image/svg+xml;base64,${readFileSync('static/icon.svg').toString('base64')}`;
const packed = (file) => deflateRawSync(readFileSync(file), { level: 9 }).toString('base64');
// The licences to pass on with it: those of the whole site, of which it is a part.
const inside = [...programs.map(({ id, wasm }) => [id, wasm]), ['licences', join(dist, 'licences.txt')]];
const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

const html = `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>销售算盘 Sales Abacus</title>
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<link rel="icon" type="image/svg+xml" href="${icon}">
${styles.map(([kind, css]) => `<style data-page="${kind}">${css}</style>`).join('\n')}
<style>${own}</style>
</head>
<body>
<noscript>
<p>销售算盘在您的浏览器里计算，不向外发送任何数据，因此需要启用 JavaScript。</p>
<p lang="en">Sales Abacus does its sums inside your browser and sends nothing out, so it needs JavaScript to be switched on.</p>
</noscript>
<div id="app" data-pages="${escaped(pages.map((path) => path || './').join(' '))}" data-site="${escaped(site ?? '')}">
<p class="boot">正在打开… <span lang="en">Opening…</span></p>
<div id="old" role="alert" hidden>
<p>这个浏览器太旧，打不开销售算盘。请换一个新一点的浏览器打开这个文件。</p>
<p lang="en">This browser is too old for Sales Abacus. Please open the file in a newer one.</p>
</div>
</div>
<script>${old}</script>
${inside.map(([id, file]) => `<script type="application/octet-stream" id="${id}">${packed(file)}</script>`).join('\n')}
<script data-page="">${code}</script>
</body>
</html>
`;
writeFileSync(out, html);
console.log(Buffer.byteLength(html));
