// Which site is tested, and where it lies: by default the one that is quickly built for it, with `--release` the one
// that is shipped.

import { resolve } from 'node:path';

// The profile it was compiled with, which is Vite's mode, too.
export const site = process.env.ABACUS_SITE ?? 'browser';

// A change is tested by what has a chance to notice it. Cases that differ from others in nothing but their names (the same
// page in the other language, the same test of another calculator) take turns, so that each file has some of them, and
// what takes long is left to the soak. `cargo xtask soak` and `cargo xtask test --all` run everything.
export const all = site !== 'browser' || process.env.ABACUS_CASES === 'all';

// Marks a test that a change does without: it takes long, and others would notice most of what it notices.
export const SOAK = { tag: '@soak' };

// Whether the case with this index is one of `turn`, of so many `turns`.
export const inTurn = (index, turn, turns = 2) => all || index % turns === turn % turns;

// The cases of `turn`, of so many `turns`.
export const some = (cases, turn, turns = 2) => cases.filter((_, index) => inTurn(index, turn, turns));

export const target = process.env.CARGO_TARGET_DIR ?? 'target';

// What xtask made for Vite, as vite.config.js has it.
export const staged = (file) => resolve(target, 'site', `${site}${file}`);

// What Vite made of it.
export const dist = site === 'release' ? resolve('dist') : resolve(target, 'dist', site);
