// The built site on a host of its own. Every test has one, on another port: a new origin, with empty storage and no
// worker.

import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeWorker } from '../../xtask/offline.mjs';
import { CHANGELOG } from '../browser/release.js';
import { dist, staged } from '../browser/site.js';
import { serveStatic } from '../browser/static-server.js';

// Every page as staged: [{ path, title: { 'zh-CN', en }, calculator: { id, cases, … } }].
export const catalogue = JSON.parse(readFileSync(staged('/pages.json'), 'utf8'));
export const calculators = catalogue.filter(({ path, calculator }) => calculator && !path.startsWith('embed/'));

// A page's errors. WebDriver does not report them, so each page records them from its first line on.
const WATCH = `window.complaints = [];
addEventListener('error', ({ message, filename, lineno }) => message && complaints.push(\`\${message} (\${filename}:\${lineno})\`));
addEventListener('unhandledrejection', ({ reason }) => complaints.push(\`rejected: \${reason && reason.stack || reason}\`));
addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile }) =>
  complaints.push(\`policy: \${violatedDirective} by \${blockedURI} in \${sourceFile}\`));
`;

// A copy of the site whose pages record their errors.
const watched = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'abacus-engines-'));
  cpSync(dist, folder, { recursive: true });
  writeFileSync(join(folder, 'watch.js'), WATCH);
  for (const file of readdirSync(folder, { recursive: true }).filter((file) => file.endsWith('.html'))) {
    const page = join(folder, file);
    writeFileSync(page, readFileSync(page, 'utf8').replace('<head>', '<head><script src="/some/where/watch.js"></script>'));
  }
  // The worker caches pages by digest.
  await writeWorker(folder, CHANGELOG);
  return folder;
};

const folder = await watched();
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

export const host = (files = folder) => serveStatic(files, '/some/where/');
