import { writeZip, type ZipEntry } from './write-zip.js';

/** A cell of a workbook for a test: a text, or its XML with `style` and the rest as they must stand. */
export type WrittenCell = string | { readonly type?: string; readonly style?: number; readonly xml: string };

/** A workbook for a test; what is given overrules what a program would write. */
export interface WrittenWorkbook {
  readonly rows: readonly (readonly WrittenCell[])[];
  /** Format codes; style `n` of a cell is the n-th, from 1. */
  readonly formats?: readonly string[];
  readonly since1904?: boolean;
  /** Whether texts stand in their cells, as some programs write them, or in a part of their own. */
  readonly inline?: boolean;
  /** Parts by name, in place of what would be written. */
  readonly parts?: Readonly<Record<string, string>>;
}

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A workbook with a hidden sheet before the one that counts. */
export function writeWorkbook(workbook: WrittenWorkbook): Buffer {
  const { rows, formats = [], since1904 = false, inline = false } = workbook;
  const texts: string[] = [];
  const sheet = rows.map(
    (cells, i) => `<row r="${i + 1}">${cells.map((cell, j) => cellOf(cell, i, j)).join('')}</row>`,
  );
  function cellOf(cell: WrittenCell, row: number, column: number): string {
    const at = `r="${letterOf(column)}${row + 1}"`;
    if (typeof cell === 'object')
      return `<c ${at} s="${cell.style ?? 0}"${cell.type === undefined ? '' : ` t="${cell.type}"`}>${cell.xml}</c>`;
    if (cell === '') return '';
    if (inline) return `<c ${at} t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
    return `<c ${at} t="s"><v>${texts.push(cell) - 1}</v></c>`;
  }
  const xfs = ['<xf numFmtId="0"/>', ...formats.map((_, i) => `<xf numFmtId="${164 + i}"/>`)].join('');
  const numFmts = formats.map((code, i) => `<numFmt numFmtId="${164 + i}" formatCode="${escaped(code)}"/>`).join('');
  const parts: Record<string, string> = {
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': relations([['r1', 'officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': `<workbook ${MAIN} xmlns:r="${OFFICE}"><workbookPr${since1904 ? ' date1904="1"' : ''}/><sheets><sheet name="Uitleg" sheetId="1" state="hidden" r:id="r1"/><sheet name="Contracten" sheetId="2" r:id="r2"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations([
      ['r1', 'worksheet', 'worksheets/sheet1.xml'],
      ['r2', 'worksheet', '/xl/worksheets/sheet2.xml'],
      ['r3', 'styles', 'styles.xml'],
      ['r4', 'sharedStrings', 'sharedStrings.xml'],
    ]),
    'xl/worksheets/sheet1.xml': `<worksheet ${MAIN}><sheetData/></worksheet>`,
    'xl/worksheets/sheet2.xml': `<worksheet ${MAIN}><sheetData>${sheet.join('')}</sheetData></worksheet>`,
    'xl/styles.xml': `<styleSheet ${MAIN}><numFmts>${numFmts}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${xfs}</cellXfs></styleSheet>`,
    'xl/sharedStrings.xml': `<sst ${MAIN}>${texts.map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`).join('')}</sst>`,
    ...workbook.parts,
  };
  return writeZip(Object.entries(parts).map(([name, content]): ZipEntry => ({ name, content })));
}

function relations(all: readonly (readonly [string, string, string])[]): string {
  const each = all.map(
    ([id, kind, target]) => `<Relationship Id="${id}" Type="${OFFICE}/${kind}" Target="${target}"/>`,
  );
  return `<Relationships>${each.join('')}</Relationships>`;
}

function letterOf(column: number): string {
  const before = Math.floor(column / 26);
  return (before > 0 ? letterOf(before - 1) : '') + String.fromCharCode(65 + (column % 26));
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\r', '&#13;')
    .replaceAll('\n', '&#10;')
    .replaceAll('\t', '&#9;');
}
