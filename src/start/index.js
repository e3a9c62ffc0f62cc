// The one classic script of a page, first in its head and before anything is painted. It depends on nothing that can be
// missing after a release, blocked or unknown to a browser: xtask/start.mjs makes one file of it, in the JavaScript of 2015,
// under an address that stays. See docs/adr/0019-a-start-that-fails.md.

import { handOver } from './hand-over.js';
import { mayBeFramed, refuseFrame } from './framed.js';
import { prepare } from './prerendered.js';
import { followTheme } from './theme.js';
import { watch } from './watch.js';

if (mayBeFramed()) {
  watch();
  handOver();
  followTheme();
  prepare();
} else {
  refuseFrame();
}
