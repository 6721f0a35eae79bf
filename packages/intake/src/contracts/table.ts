import { CsvError, parse } from 'csv-parse/sync';
import { problem, type CellProblem } from './cell-problem.js';
import { columnCalled } from './columns.js';

/** One row of the file, blank lines left out. */
export interface TableRow {
  /** Physical line on which the row starts, from 1. */
  readonly line: number;
  /** Cells without the white space around them. */
  readonly cells: readonly string[];
  /** Physical line on which each cell starts; differs from `line` after a cell with a line break in it. */
  readonly cellLines: readonly number[];
}

interface Table {
  /** Between the cells of a text; a workbook has none. */
  readonly separator?: string;
  readonly rows: readonly TableRow[];
}

/** A table, or the one problem that keeps the file from being one. */
export type TableRead = { readonly table: Table } | { readonly problem: CellProblem };

const separators = [',', ';', '\t'];
const lineBreak = /\r\n|\r|\n/;
const lineBreaks = /\r\n|\r|\n/g;

/** Well above any honest row; rows of millions of empty cells would take all memory. */
export const mostCells = 60;
const longestHeader = 10_000;

/** Well above any honest row; a quotation mark left open would otherwise swallow the rest of the file. */
const largestRow = 200_000;

/**
 * Cuts the text into rows and cells (RFC 4180), separator found by itself.
 * @param limit most lines that are read, header included
 */
export function readTable(text: string, limit: number): TableRead {
  const separator = separatorOf(text);
  const wide = tooWideAt(text, separator);
  if (wide !== undefined) return { problem: tooWide(wide) };
  try {
    return { table: { separator, rows: located(parsed(text, separator, limit)) } };
  } catch (error) {
    if (error instanceof CsvError) return { problem: quoteProblem(error, text, separator) };
    throw error;
  }
}

/** @param line of the first row with more cells than are read */
export function tooWide(line: number): CellProblem {
  return problem('too-many-cells', { line, column: mostCells + 1, header: '', value: '' }, { limit: mostCells });
}

function parsed(text: string, separator: string, limit: number): string[][] {
  return parse(text, {
    delimiter: separator,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    max_record_size: largestRow,
    to: limit,
  });
}

/**
 * The line of the first row with more cells than `mostCells`, found without making the cells. Quotation marks are taken
 * as they come: up to the first misplaced one that is exact, and the parser reads no further than that.
 */
function tooWideAt(text: string, separator: string): number | undefined {
  const mark = separator.charCodeAt(0);
  let [line, cells, quoted] = [1, 1, false];
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === quotationMark) quoted = !quoted;
    else if (code === lineFeed || (code === carriageReturn && text.charCodeAt(index + 1) !== lineFeed)) {
      line += 1;
      if (!quoted) cells = 1;
    } else if (code === mark && !quoted) cells += 1;
    if (cells > mostCells) return line;
  }
  return undefined;
}

const [quotationMark, lineFeed, carriageReturn] = ['"', '\n', '\r'].map((letter) => letter.charCodeAt(0));

/** Counts physical lines itself: each row takes one line, and one more for every line break inside its cells. */
function located(records: readonly string[][]): TableRow[] {
  const rows: TableRow[] = [];
  let line = 1;
  for (const record of records) {
    const start = line;
    const cellLines = record.map((cell) => {
      const here = line;
      line += cell.match(lineBreaks)?.length ?? 0;
      return here;
    });
    line += 1;
    const cells = record.map((cell) => cell.trim());
    if (cells.length > 1 || cells[0] !== '') rows.push({ line: start, cells, cellLines });
  }
  return rows;
}

/** The separator that makes most known columns of the header row; among equals the one that occurs most. */
function separatorOf(text: string): string {
  const top = text.slice(0, longestHeader);
  const header = top.split(lineBreak).find((line) => line.trim() !== '') ?? '';
  const scored = separators.map((separator) => {
    const cells = header.split(separator).map((cell) => cell.replaceAll('"', ''));
    return { separator, known: cells.filter((cell) => columnCalled(cell)).length, cells: cells.length };
  });
  scored.sort((a, b) => b.known - a.known || b.cells - a.cells);
  return scored[0]?.separator ?? ',';
}

function quoteProblem(error: CsvError, text: string, separator: string): CellProblem {
  const before = Number(error['records'] ?? 0);
  const sound = before > 0 ? parsed(text, separator, before) : [];
  const breaks = sound.flat().reduce((sum, cell) => sum + (cell.match(lineBreaks)?.length ?? 0), 0);
  const place = { line: sound.length + breaks + 1, column: Number(error['index'] ?? 0) + 1, header: '', value: '' };
  const loose = error.code === 'INVALID_OPENING_QUOTE' || error.code === 'CSV_INVALID_CLOSING_QUOTE';
  return problem(loose ? 'quotes-misplaced' : 'quotes-unbalanced', place);
}
