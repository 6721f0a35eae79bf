import { plainDate } from '@samenwerkt/calendar';
import { problem, wholeFile, type CellProblem } from './cell-problem.js';
import { type Decimals } from './cells.js';
import { type ContractRow } from './contract-row.js';
import { confirmationFaults, type CellConfirmation } from './confirmed-cells.js';
import { decode, type Encoding } from './encoding.js';
import { placeOf, readHeader, type Header } from './header.js';
import { readRow } from './row.js';
import { readTable, type TableRead, type TableRow } from './table.js';
import { isWorkbook, readWorkbookTable } from './workbook-table.js';

export interface ReadContractsOptions {
  /** Of a text: `utf-8` (with or without byte order mark) unless told otherwise. */
  readonly encoding?: Encoding;
  /** In texts, `point` unless told otherwise; the numbers of a workbook need no telling. */
  readonly decimals?: Decimals;
  /** ISO date of the export; when given, dates more than thirty years from it are taken for typing errors. */
  readonly asOf?: string;
  /** Numbers in cells of which somebody says that they are no BSN. */
  readonly confirmations?: readonly CellConfirmation[];
  /** References that are taken: a row with one of them is faulty. */
  readonly known?: ReadonlySet<string>;
}

export interface ReadContracts {
  /** The rows without any problem, in the order of the file. */
  readonly contracts: readonly ContractRow[];
  /** Every faulty cell, in the order of the file. */
  readonly problems: readonly CellProblem[];
}

const megabyte = 1024 * 1024;
const largest = 20;
const mostRows = 50_000;

/**
 * Reads a contract register exported as CSV (comma, semicolon or tab separated) or as a workbook of Excel (.xlsx, its first
 * sheet): Dutch header row, columns in any order. Which rows to take when some are faulty is for the caller; the usual
 * choice is all or nothing.
 * @throws DateInvalid when `asOf` is not an ISO date
 */
export function readContracts(bytes: Uint8Array, options: ReadContractsOptions = {}): ReadContracts {
  if (options.asOf !== undefined) plainDate(options.asOf);
  if (bytes.length > largest * megabyte) {
    const found = (bytes.length / megabyte).toFixed(1);
    return refused(problem('file-too-large', wholeFile, { found, limit: largest }));
  }
  const read = tableOf(bytes, options);
  if ('problem' in read) return refused(read.problem);
  const [first, ...rows] = read.table.rows;
  if (first === undefined) return refused(problem('file-empty', wholeFile));
  const header = readHeader(first);
  if (header.problems.length > 0) return { contracts: [], problems: header.problems };
  if (rows.length === 0) return refused(problem('file-without-rows', { ...wholeFile, line: first.line }));
  const last = rows[mostRows];
  if (last) return refused(problem('too-many-rows', { ...wholeFile, line: last.line }, { limit: mostRows }));
  return readRows(rows, header, read.table.separator, options);
}

function tableOf(bytes: Uint8Array, { encoding = 'utf-8', decimals = 'point' }: ReadContractsOptions): TableRead {
  // One row more than allowed, and the header: enough to see that there are too many.
  const limit = mostRows + 2;
  if (isWorkbook(bytes)) return readWorkbookTable(bytes, decimals, limit);
  const decoded = decode(bytes, encoding);
  return 'problem' in decoded ? decoded : readTable(decoded.text, limit);
}

function readRows(
  rows: readonly TableRow[],
  header: Header,
  separator: string | undefined,
  options: ReadContractsOptions,
): ReadContracts {
  const { decimals = 'point', asOf, confirmations = [], known } = options;
  const contracts: ContractRow[] = [];
  const problems = confirmationFaults(rows, header, confirmations);
  const double = doubleFinder(header, known);
  for (const row of rows) {
    const read = readRow(row, header, { decimals, separator, asOf, confirmations });
    const repeated = double(row);
    problems.push(...read.problems, ...(repeated ? [repeated] : []));
    if (read.contract && !repeated) contracts.push(read.contract);
  }
  return { contracts, problems };
}

/**
 * Finds references that are taken. It remembers every one seen, so that the second of two can name the line of the first;
 * within a file case does not matter.
 */
function doubleFinder(header: Header, known?: ReadonlySet<string>): (row: TableRow) => CellProblem | undefined {
  const placed = header.placed.find(({ column }) => column.name === 'kenmerk');
  const firstLines = new Map<string, number>();
  return (row) => {
    if (!placed || row.cells.length !== header.width) return undefined;
    const place = placeOf(row, placed);
    const key = place.value.normalize('NFC').toLowerCase();
    const first = firstLines.get(key);
    if (key === '') return undefined;
    if (first !== undefined) return problem('kenmerk-duplicate', place, { first });
    firstLines.set(key, place.line);
    return known?.has(place.value) ? problem('kenmerk-known', place) : undefined;
  };
}

function refused(found: CellProblem): ReadContracts {
  return { contracts: [], problems: [found] };
}
