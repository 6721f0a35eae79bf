import { PackArchiveRefused } from '../packs/archive-refused.js';
import { readWorkbook } from '../workbook/read-workbook.js';
import { type SheetRow } from '../workbook/rows.js';
import { WorkbookRefused } from '../workbook/workbook-refused.js';
import { problem, wholeFile } from './cell-problem.js';
import { type Decimals } from './cells.js';
import { mostCells, tooWide, type TableRead, type TableRow } from './table.js';

/** How a workbook begins, as every zip does; and an older one, or one behind a password. */
const ZIP = [0x50, 0x4b, 0x03, 0x04];
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0];

const beginsWith = (bytes: Uint8Array, mark: readonly number[]) => mark.every((byte, i) => bytes[i] === byte);

/** Whether the file is a workbook of Excel, readable or not, and no text. */
export function isWorkbook(bytes: Uint8Array): boolean {
  return beginsWith(bytes, ZIP) || beginsWith(bytes, COMPOUND);
}

/**
 * The rows of a workbook as a table of text; what has no text takes the spelling asked for.
 * @param limit most rows that are read, header included
 */
export function readWorkbookTable(bytes: Uint8Array, decimals: Decimals, limit: number): TableRead {
  if (beginsWith(bytes, COMPOUND)) return { problem: problem('workbook-old-or-locked', wholeFile) };
  try {
    const read = readWorkbook(bytes, { mark: decimals === 'comma' ? ',' : '.', mostRows: limit, mostCells });
    const wide = read.find(({ cells }) => cells.length > mostCells);
    return wide ? { problem: tooWide(wide.line) } : { table: { rows: asWideAsHeader(read) } };
  } catch (error) {
    if (error instanceof WorkbookRefused && error.reason === 'too-large')
      return { problem: problem('workbook-too-large', wholeFile) };
    if (error instanceof WorkbookRefused || error instanceof PackArchiveRefused)
      return { problem: problem('workbook-unreadable', wholeFile) };
    throw error;
  }
}

/** A sheet says nothing of empty cells at the end of a row. */
function asWideAsHeader(rows: readonly SheetRow[]): TableRow[] {
  const width = rows[0]?.cells.length ?? 0;
  return rows.map(({ line, cells }) => {
    const all = [...cells, ...Array<string>(Math.max(0, width - cells.length)).fill('')];
    return { line, cells: all, cellLines: all.map(() => line) };
  });
}
