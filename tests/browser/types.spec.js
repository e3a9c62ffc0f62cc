// The types for hosts: the program in examples/host/typescript compiles against the shipped ones.

import { execFileSync } from 'node:child_process';
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import { all, dist } from './site.js';

const OPTIONS = ['--noEmit', '--pretty', 'false', '--strict', '--target', 'es2022', '--lib', 'es2022,dom,dom.iterable', '--module', 'esnext', '--moduleResolution', 'bundler'];

// The compiler's output for this program, beside the types.
const compiled = (folder, program) => {
  for (const types of ['embed.d.ts', 'element.d.ts']) copyFileSync(resolve(dist, types), resolve(folder, types));
  writeFileSync(resolve(folder, 'offer.ts'), program);
  try {
    execFileSync(process.execPath, [resolve('node_modules/typescript/bin/tsc'), ...OPTIONS, 'offer.ts'], { cwd: folder, encoding: 'utf8' });
    return '';
  } catch ({ stdout }) {
    return stdout;
  }
};

test('a TypeScript host compiles, and a wrong one does not', async ({}, info) => {
  const program = readFileSync('examples/host/typescript/offer.ts', 'utf8');
  expect(compiled(info.outputPath(''), program)).toBe('');
  // Expected errors have only the expected reason. The compiler takes seconds.
  if (!all) return;
  const lines = program.split('\n');
  const mistakes = lines.filter((line) => line.includes('@ts-expect-error')).length;
  const bare = lines.filter((line) => !line.includes('@ts-expect-error')).join('\n');
  expect(compiled(info.outputPath(''), bare).match(/error TS/g)).toHaveLength(mistakes);
});
