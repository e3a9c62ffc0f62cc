// The only classic script of a page, first in its head and before the first paint. It depends on nothing that can be
// missing after a release, blocked, or unknown to a browser: xtask/start.mjs bundles it into one file of ES2015, at a
// stable address. See docs/adr/0019-a-start-that-fails.md.

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
