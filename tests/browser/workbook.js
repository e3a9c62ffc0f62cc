// Hand-built workbooks, part by part, as another program would write them.

import { crc32, deflateRawSync } from 'node:zlib';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const LINKS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';

// A zip archive of these parts, by name.
const archive = (parts) => {
  const [local, central] = [[], []];
  let at = 0;
  for (const [name, content] of Object.entries(parts)) {
    const [bytes, packed] = [Buffer.from(content), deflateRawSync(content)];
    const header = Buffer.alloc(26);
    header.writeUInt16LE(20, 0);
    header.writeUInt16LE(8, 4);
    header.writeUInt32LE(crc32(bytes), 10);
    header.writeUInt32LE(packed.length, 14);
    header.writeUInt32LE(bytes.length, 18);
    header.writeUInt16LE(name.length, 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(at, 10);
    local.push(Buffer.from('PK\x03\x04'), header, Buffer.from(name), packed);
    central.push(Buffer.from('PK\x01\x02\x14\x00'), header, place, Buffer.from(name));
    at += 30 + name.length + packed.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(Object.keys(parts).length, 4);
  end.writeUInt16LE(Object.keys(parts).length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...local, directory, Buffer.from('PK\x05\x06'), end]);
};

const links = (all) =>
  `<Relationships xmlns="${PACKAGE}">${all.map(([id, kind, target]) => `<Relationship Id="${id}" Type="${LINKS}/${kind}" Target="${target}"/>`).join('')}</Relationships>`;

// A text, a number, or a number with a style: 1 is a date, 2 a percentage.
const cell = (value) => {
  if (typeof value === 'string') return `<c t="inlineStr"><is><t>${value}</t></is></c>`;
  const [number, style] = [value].flat();
  return `<c s="${style ?? 0}"><v>${number}</v></c>`;
};

// A workbook of these sheets, by name, each with rows of cells.
export const workbook = (sheets) => {
  const names = Object.keys(sheets);
  const parts = {
    '_rels/.rels': links([['x', 'officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${LINKS}"><sheets>${names.map((name, place) => `<sheet name="${name}" sheetId="${place + 1}" r:id="s${place}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': links([
      ...names.map((_, place) => [`s${place}`, 'worksheet', `worksheets/sheet${place}.xml`]),
      ['styles', 'styles', 'styles.xml'],
    ]),
    'xl/styles.xml': `<styleSheet xmlns="${MAIN}"><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="10"/></cellXfs></styleSheet>`,
  };
  for (const [place, name] of names.entries()) {
    const rows = sheets[name].map((row) => `<row>${row.map(cell).join('')}</row>`).join('');
    parts[`xl/worksheets/sheet${place}.xml`] = `<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData></worksheet>`;
  }
  return archive(parts);
};
