// How many bytes of each of these files a host sends: brotli, as small as it gets. One line for each.

import { readFileSync } from 'node:fs';
import { constants, brotliCompressSync } from 'node:zlib';

const options = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } };
for (const file of process.argv.slice(2)) console.log(brotliCompressSync(readFileSync(file), options).length);
