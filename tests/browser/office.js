// Headless LibreOffice, as an independent reader of our workbooks.

import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';

// By default LibreOffice trusts the cached values in an Excel workbook; 0 is "always recalculate".
const SETTINGS = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>`;

// Comma, double quotes, UTF-8, from line 1, raw values instead of formatted ones.
const AS_CSV = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false';

// The first sheet of each workbook as rows of texts, with every formula recalculated.
export const recalculate = (workbooks, folder) => {
  const profile = join(folder, 'profile');
  mkdirSync(join(profile, 'user'), { recursive: true });
  writeFileSync(join(profile, 'user/registrymodifications.xcu'), SETTINGS);
  const office = process.env.ABACUS_OFFICE ?? 'soffice';
  const options = [`-env:UserInstallation=${pathToFileURL(profile)}`, '--headless', '--convert-to', AS_CSV];
  try {
    execFileSync(office, [...options, '--outdir', folder, ...workbooks], { stdio: 'pipe', timeout: 120_000 });
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
    throw new Error(
      'LibreOffice is needed to recalculate workbooks and was not found. ' +
        'Install it (Debian: apt-get install libreoffice-calc-nogui), or name it: ABACUS_OFFICE=/path/to/soffice',
    );
  }
  return workbooks.map((file) => parse(readFileSync(join(folder, basename(file).replace(/xlsx$/, 'csv')), 'utf8')));
};

// Parses CSV into rows of texts, without the byte order mark.
export const parse = (csv) => {
  const rows = [[]];
  for (const [, quoted, plain, end] of csv.replace(/^\uFEFF/, '').matchAll(/(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r?\n|$)/g)) {
    rows.at(-1).push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === '') break;
    if (end !== ',') rows.push([]);
  }
  return rows;
};
