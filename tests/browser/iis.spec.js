// The sample for IIS, which we cannot run: a browser parses it as XML, its elements are checked against the
// documentation of IIS and URL Rewrite, and its rules must give the headers of headers.js.

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { TYPES, headersOf } from '../../headers.js';
import { folder } from '../../xtask/deploy.mjs';
import { catalogue, expect, test } from './support.js';

// The allowed children and attributes of elements, for the parts of both schemas that a static site can need.
const SCHEMA = {
  configuration: [['system.webServer'], []],
  'system.webServer': [['urlCompression', 'defaultDocument', 'staticContent', 'httpProtocol', 'rewrite'], []],
  urlCompression: [[], ['doStaticCompression', 'doDynamicCompression', 'dynamicCompressionBeforeCache']],
  defaultDocument: [['files'], ['enabled']],
  'defaultDocument/files': [['clear', 'add', 'remove'], []],
  'files/clear': [[], []],
  'files/add': [[], ['value']],
  'files/remove': [[], ['value']],
  staticContent: [['clear', 'remove', 'mimeMap', 'clientCache'], ['defaultDocFooter', 'isDocFooterFileName']],
  'staticContent/remove': [[], ['fileExtension']],
  mimeMap: [[], ['fileExtension', 'mimeType']],
  httpProtocol: [['customHeaders'], ['allowKeepAlive']],
  customHeaders: [['clear', 'add', 'remove'], []],
  'customHeaders/add': [[], ['name', 'value']],
  'customHeaders/remove': [[], ['name']],
  rewrite: [['rules', 'outboundRules'], []],
  outboundRules: [['rule', 'preConditions', 'customTags'], ['rewriteBeforeCache']],
  rule: [['match', 'conditions', 'action'], ['name', 'enabled', 'stopProcessing', 'preCondition', 'patternSyntax']],
  match: [[], ['serverVariable', 'pattern', 'ignoreCase', 'negate', 'filterByTags', 'customTags']],
  conditions: [['add'], ['logicalGrouping', 'trackAllCaptures']],
  'conditions/add': [[], ['input', 'pattern', 'matchType', 'ignoreCase', 'negate']],
  action: [[], ['type', 'value', 'replace']],
};

const text = readFileSync(resolve(folder, 'web.config'), 'utf8');

// Parses XML into `{ name, attributes, children }`, or returns the error.
const read = (page, text) =>
  page.evaluate((text) => {
    const { documentElement } = new DOMParser().parseFromString(text, 'application/xml');
    const wrong = documentElement.querySelector('parsererror');
    const tree = ({ localName, attributes, children }) => ({
      name: localName,
      attributes: Object.fromEntries([...attributes].map(({ name, value }) => [name, value])),
      children: [...children].map(tree),
    });
    return wrong ? { wrong: wrong.textContent } : tree(documentElement);
  }, text);

const faults = ({ name, attributes, children }, parent) => {
  const [inside, known] = SCHEMA[`${parent}/${name}`] ?? SCHEMA[name] ?? [[], []];
  const unknown = Object.keys(attributes).filter((attribute) => !known.includes(attribute));
  const misplaced = children.filter((child) => !inside.includes(child.name));
  return [
    ...unknown.map((attribute) => `${name} has no ${attribute}`),
    ...misplaced.map((child) => `no ${child.name} in ${name}`),
    ...children.flatMap((child) => faults(child, name)),
  ];
};

const all = (element, name) => [element, ...element.children.flatMap((child) => all(child, name))].filter((found) => found.name === name);
const within = (element, ...path) =>
  path.reduce((elements, name) => elements.flatMap(({ children }) => children.filter((child) => child.name === name)), [element]);

// The headers of a response: the common ones, then those rewritten by the rules, in order. A rule for an unknown header
// would add one.
const answered = (config, path, query = '') => {
  const server = within(config, 'system.webServer');
  const headers = Object.fromEntries(
    within(server[0], 'httpProtocol', 'customHeaders', 'add').map(({ attributes: { name, value } }) => [name, value]),
  );
  const variables = { '{PATH_INFO}': path, '{URL}': path, '{REQUEST_URI}': path + query };
  for (const rule of within(server[0], 'rewrite', 'outboundRules', 'rule')) {
    const [match, [{ attributes: action }]] = [within(rule, 'match')[0].attributes, within(rule, 'action')];
    const name = match.serverVariable.replace(/^RESPONSE_/, '').replaceAll('_', '-');
    // IIS compares case-insensitively, like Windows file names.
    const holds = within(rule, 'conditions', 'add').every(({ attributes: { input, pattern } }) => new RegExp(pattern, 'i').test(variables[input]));
    if (holds && new RegExp(match.pattern).test(headers[name] ?? '')) headers[name] = action.value;
  }
  return headers;
};

test('web.config is XML with elements that IIS supports', async ({ page }) => {
  const config = await read(page, text);
  expect(config.wrong).toBeUndefined();
  expect(config.name).toBe('configuration');
  expect(faults(config)).toEqual([]);
  // A duplicate key makes IIS fail the whole site.
  for (const [element, key] of [['mimeMap', 'fileExtension'], ['rule', 'name']]) {
    const keys = all(config, element).map(({ attributes }) => attributes[key]);
    expect(new Set(keys).size, element).toBe(keys.length);
  }
  // Errors would be detected.
  expect((await read(page, text.replace('</rewrite>', ''))).wrong).toBeTruthy();
  expect(faults(await read(page, text.replaceAll('customHeaders', 'headers')))).not.toEqual([]);
});

test('web.config sends each file its type and its headers', async ({ page }) => {
  const config = await read(page, text);
  const types = within(config, 'system.webServer', 'staticContent', 'mimeMap').map(({ attributes }) => Object.values(attributes));
  expect(Object.fromEntries(types)).toEqual(Object.fromEntries(Object.entries(TYPES).map(([end, type]) => [`.${end}`, type])));
  const files = ['sw.js', 'embed.js', 'element.js', 'assets/home-12345678.js', 'assets/home_bg-12345678.wasm', 'licences.txt'];
  const pages = catalogue.flatMap(({ path }) => [path, `${path}index.html`]);
  for (const path of [...pages, ...files].flatMap((file) => [`/${file}`, `/tools/${file}`, `/embed/${file}`])) {
    expect(answered(config, path), path).toEqual(headersOf(path));
    // The query is chosen by the visitor, and cannot make a page a widget.
    expect(answered(config, path, '?/embed/a/'), path).toEqual(headersOf(path));
  }
});
