// Which site is tested, and where it lies: by default the one that is quickly built for it, with `--release` the one
// that is shipped.

import { resolve } from 'node:path';

// The profile it was compiled with, which is Vite's mode, too.
export const site = process.env.ABACUS_SITE ?? 'browser';

// Many cases differ from others in nothing but their names: the same page in the other language, the same test of another
// calculator. They take turns on the site of every change, so that each file has some of them; the sites that
// `cargo xtask soak` tests get all of them.
export const all = site !== 'browser';

// Whether the case with this index is one of `turn`, of so many `turns`.
export const inTurn = (index, turn, turns = 2) => all || index % turns === turn % turns;

// The cases of `turn`, of so many `turns`.
export const some = (cases, turn, turns = 2) => cases.filter((_, index) => inTurn(index, turn, turns));

export const target = process.env.CARGO_TARGET_DIR ?? 'target';

// What xtask made for Vite, as vite.config.js has it.
export const staged = (file) => resolve(target, 'site', `${site}${file}`);

// What Vite made of it.
export const dist = site === 'release' ? resolve('dist') : resolve(target, 'dist', site);
