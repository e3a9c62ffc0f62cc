// Server configurations that send the headers of headers.js: the samples in deploy/, and `_headers` for hosts that
// support it. `node xtask/deploy.mjs` regenerates the samples after a change; a test compares them, and runs those
// servers.

import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { TYPES, byPath, everywhere, headersOf } from '../headers.js';

const ORIGIN = 'Made from headers.js by `node xtask/deploy.mjs`.';
const lines = (list) => list.join('\n');
const each = (object, line) => lines(Object.entries(object).map(([key, value]) => line(key, value)));
// A 404 must not be cached: caching headers are only for files that exist.
const CACHING = 'Cache-Control';
const constant = Object.entries(everywhere);
const variable = Object.entries(byPath);
const named = (header) => `abacus_${header.toLowerCase().replaceAll('-', '_')}`;

const nginx = ({ listen = '80', root = '/var/www/sales-abacus' } = {}) => `# Sales Abacus behind nginx. Copy dist/ to the folder after \`root\`, and this file to /etc/nginx/conf.d/.
# ${ORIGIN}
# \`gzip_static\` sends the .gz files of dist/. With the module libnginx-mod-http-brotli-static, \`brotli_static on;\` beside
# it sends the .br files, which are smaller.

${lines(variable.map(([header, { value, others }]) => `map $uri $${named(header)} {
    default "${value}";
${lines(others.map(({ pattern, value }) => `    "~${pattern}" "${value}";`))}
}
`))}
server {
    listen ${listen};
    root "${root}";
    index index.html;
    gzip_static on;
    gzip_vary on;
    charset utf-8;
    charset_types text/css text/html text/javascript text/plain;
    types {
${each(TYPES, (extension, type) => `        ${type} ${extension};`)}
    }
${lines(variable.map(([header]) => `    add_header ${header} $${named(header)}${header === CACHING ? '' : ' always'};`))}
${lines(constant.map(([header, value]) => `    add_header ${header} "${value}" always;`))}
    location / {
        try_files $uri $uri/ =404;
    }
}
`;

const caddy = ({ listen = ':80', root = '/var/www/sales-abacus' } = {}) => `# Sales Abacus behind Caddy. Copy dist/ to the folder after \`root\`. With a name instead of the port, Caddy sees to https.
# ${ORIGIN}

${listen} {
	root * "${root}"
${lines(variable.map(([header, { value, others }]) => `	map {path} {${named(header)}} {
${lines(others.map(({ pattern, value }) => `		~${pattern} "${value}"`))}
		default "${value}"
	}`))}
	header {
${lines(variable.map(([header]) => `		${header} "{${named(header)}}"`))}
${lines(constant.map(([header, value]) => `		${header} "${value}"`))}
	}
${each(TYPES, (extension, type) => `	@${extension} path *.${extension}
	header @${extension} Content-Type "${type}${type.startsWith('text/') ? '; charset=utf-8' : ''}"`)}
	file_server {
		precompressed br gzip
	}
	handle_errors {
		header ${CACHING} "no-cache"
		respond "{err.status_code} {err.status_text}"
	}
}
`;

const apache = ({ root = '/var/www/sales-abacus' } = {}) => `# Sales Abacus behind Apache httpd 2.4. Copy dist/ to the folder below, and this file to where a virtual host includes it.
# Modules: dir, headers, mime, rewrite.
# ${ORIGIN}

<Directory "${root}">
    Require all granted
    Options FollowSymLinks
    DirectoryIndex index.html
    AddDefaultCharset utf-8
${each(TYPES, (extension, type) => `    AddType ${type} .${extension}`)}
${lines(variable.map(([header, { value, others }]) => `    Header ${header === CACHING ? '' : 'always '}set ${header} "${value}"
${lines(others.toReversed().map(({ pattern, value }) => `    Header ${header === CACHING ? '' : 'always '}set ${header} "${value}" "expr=%{REQUEST_URI} =~ m#${pattern}#"`))}`))}
${lines(constant.map(([header, value]) => `    Header always set ${header} "${value}"`))}

    # The .br and .gz files of dist/, to who takes them. Debian takes .br for Breton.
    RemoveLanguage .br
    RemoveType .gz
    AddEncoding br .br
    AddEncoding gzip .gz
    Header merge Vary Accept-Encoding
    RewriteEngine on
    RewriteCond %{HTTP:Accept-Encoding} \\bbr\\b
    RewriteCond %{REQUEST_FILENAME}.br -f
    RewriteRule ^(.+)$ $1.br [L]
    RewriteCond %{HTTP:Accept-Encoding} \\bgzip\\b
    RewriteCond %{REQUEST_FILENAME}.gz -f
    RewriteRule ^(.+)$ $1.gz [L]
</Directory>
`;

// The name of a response header in an IIS rule, with underscores instead of hyphens.
const variableOf = (header) => `RESPONSE_${header.replaceAll('-', '_')}`;

const xml = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

// Only the path decides: with the query, as in REQUEST_URI, `/deals/?/embed/a/` would match as a widget.
const iis = () => `<?xml version="1.0" encoding="utf-8"?>
<!-- Sales Abacus behind IIS. Copy dist/ and this file to the folder of the site. Needs the module URL Rewrite 2.
     ${ORIGIN} Nobody has run this one: the tests have no Windows, and read it
     as its documentation says that IIS does. -->
<configuration>
  <system.webServer>
    <urlCompression doStaticCompression="true" />
    <defaultDocument>
      <files>
        <clear />
        <add value="index.html" />
      </files>
    </defaultDocument>
    <staticContent>
${each(TYPES, (extension, type) => `      <remove fileExtension=".${extension}" />
      <mimeMap fileExtension=".${extension}" mimeType="${type}" />`)}
    </staticContent>
    <httpProtocol>
      <customHeaders>
        <remove name="X-Powered-By" />
${lines([...variable.map(([header, { value }]) => [header, value]), ...constant].map(([header, value]) => `        <add name="${header}" value="${xml(value)}" />`))}
      </customHeaders>
    </httpProtocol>
    <rewrite>
      <outboundRules>
${lines(variable.flatMap(([header, { others }]) => others.toReversed().map(({ pattern, value }) => `        <rule name="${named(header)} ${xml(pattern)}">
          <match serverVariable="${variableOf(header)}" pattern=".*" />
          <conditions>
            <add input="{PATH_INFO}" pattern="${xml(pattern)}" />
          </conditions>
          <action type="Rewrite" value="${xml(value)}" />
        </rule>`)))}
      </outboundRules>
    </rewrite>
  </system.webServer>
</configuration>
`;

// The samples by their names in deploy/: each is a function of the site's location.
export const samples = { 'nginx.conf': nginx, Caddyfile: caddy, 'apache.conf': apache, 'web.config': iis };

// `_headers`, as Netlify, Cloudflare Pages and others read it. If several rules match they send all headers, so each
// page is listed; caching is set only for assets, since the rest is revalidated by default.
export const headersFile = (pages) => {
  const policy = (path) => [path, { 'Content-Security-Policy': headersOf(path)['Content-Security-Policy'] }];
  // A folder with subfolders is listed without them.
  const isParent = (page) => pages.some((other) => other !== page && other.startsWith(page));
  const paths = pages.flatMap((page) => (isParent(page) ? [`/${page}`, `/${page}index.html`] : [`/${page}*`]));
  const { 'Cache-Control': caching } = headersOf('/assets/');
  const single = ['/sales-abacus.html', '/sales-abacus-full.html'];
  const rules = [['/*', everywhere], ['/assets/*', { 'Cache-Control': caching }], ...[...paths, '/sw.js', ...single].map(policy)];
  return rules.map(([path, headers]) => `${path}\n${each(headers, (name, value) => `  ${name}: ${value}`)}\n`).join('');
};

export const folder = resolve(import.meta.dirname, '../deploy');

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [name, sample] of Object.entries(samples)) writeFileSync(resolve(folder, name), sample());
}

// The samples that are out of date.
export const outdated = () =>
  Object.entries(samples).flatMap(([name, sample]) => (readFileSync(resolve(folder, name), 'utf8') === sample() ? [] : [name]));
