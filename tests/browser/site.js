// Which site is tested, and where it is: by default the quick build for tests, with `--release` the release build.

import { resolve } from 'node:path';

// The build profile, which is also Vite's mode.
export const site = process.env.ABACUS_SITE ?? 'browser';

// By default only tests likely to notice a change run. Cases that are nearly identical (the same page in the other
// language, the same test of another calculator) take turns, so that each file has some of them, and slow tests are
// left to the soak. `cargo xtask soak` and `cargo xtask test --all` run everything.
export const all = site !== 'browser' || process.env.ABACUS_CASES === 'all';

// Marks a test that normal runs skip: it is slow, and others catch most of the same errors.
export const SOAK = { tag: '@soak' };

// Whether the case with this index belongs to `turn`, out of `turns`.
export const inTurn = (index, turn, turns = 2) => all || index % turns === turn % turns;

// The cases that belong to `turn`, out of `turns`.
export const some = (cases, turn, turns = 2) => cases.filter((_, index) => inTurn(index, turn, turns));

export const target = process.env.CARGO_TARGET_DIR ?? 'target';

// Vite's input from xtask, as in vite.config.js.
export const staged = (file) => resolve(target, 'site', `${site}${file}`);

// Vite's output.
export const dist = site === 'release' ? resolve('dist') : resolve(target, 'dist', site);
