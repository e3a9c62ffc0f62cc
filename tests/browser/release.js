// Another version of a built site, like a new release: every asset has a new name and new bytes.

import { createHash } from 'node:crypto';
import { cpSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { writeWorker } from '../../xtask/offline.mjs';
import { isSidecar } from '../../xtask/shipped.mjs';

const TEXTS = ['.css', '.html', '.js'];

// An unused custom wasm section.
const SECTION = Buffer.from([0, 2, 1, 0x61]);

const another = (name) => {
  const digest = createHash('sha256').update(name).digest('hex').slice(0, 8);
  return name.replace(/-[\w-]{8}(?=\.\w+$)/, `-${digest}`);
};

export const CHANGELOG = '## 2\n\n### In short\n\n- 新功能甲 / New feature A\n';

// Copies the site in `from` to `to` as another version, recognised by `release(page)`.
export const nextVersion = async (from, to) => {
  cpSync(from, to, { recursive: true, filter: (file) => !isSidecar(file) });
  for (const file of ['sw.js', 'kill-switch']) rmSync(join(to, file), { recursive: true });
  const assets = readdirSync(join(to, 'assets'));
  const renamed = (text) => assets.reduce((text, name) => text.replaceAll(name, another(name)), text);
  for (const entry of readdirSync(to, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())) {
    const [file, kind] = [join(entry.parentPath, entry.name), extname(entry.name)];
    const isAsset = assets.includes(entry.name);
    const bytes = readFileSync(file);
    const changed =
      kind === '.html' ? bytes.toString().replace('<head>', '<head><meta name="release" content="2">') : bytes;
    if (TEXTS.includes(kind)) writeFileSync(file, renamed(`${changed}${kind === '.js' ? '\n' : ''}`));
    else if (kind === '.wasm') writeFileSync(file, Buffer.concat([bytes, SECTION]));
    if (isAsset) {
      cpSync(file, join(to, 'assets', another(entry.name)));
      rmSync(file);
    }
  }
  await writeWorker(to, CHANGELOG);
};

// Which of the two versions a page belongs to.
export const release = async (page) => ((await page.locator('meta[name=release]').count()) ? 2 : 1);
