import { type ContractFacts } from '@samenwerkt/engine';
import { problem, type CellPlace, type CellProblem } from './cell-problem.js';
import { readDate, readEuro, readKind, readPercent, readText, type Cell, type Decimals } from './cells.js';
import { columns, longestCell, type Column, type ColumnName } from './columns.js';
import { confirmedOf, holdsBsn, isConfirmable, type CellConfirmation } from './confirmed-cells.js';
import { type ContractRow } from './contract-row.js';
import { placeOf, type Header, type PlacedColumn } from './header.js';
import { type TableRow } from './table.js';

/** How the cells of an export are read. */
interface RowReading {
  readonly decimals: Decimals;
  readonly separator: string | undefined;
  readonly asOf: string | undefined;
  readonly confirmations: readonly CellConfirmation[];
}

/** The contract of a row; undefined when anything in it is wrong. */
interface RowRead {
  readonly contract: ContractRow | undefined;
  readonly problems: readonly CellProblem[];
}

/** Control characters, halves of characters, and the marks that make text read backwards on screen. */
const invisible = /(?![\t\r\n])[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/u;

export function readRow(row: TableRow, header: Header, reading: RowReading): RowRead {
  const misfit = widthProblem(row, header, reading.separator);
  if (misfit) return { contract: undefined, problems: [misfit] };
  const problems: CellProblem[] = [];
  const values = new Map<ColumnName, string>();
  for (const placed of header.placed) {
    const place = placeOf(row, placed);
    if (place.value === '' && !placed.column.required) continue;
    const cell = readCell(place, placed, reading);
    if ('problem' in cell) problems.push(cell.problem);
    else values.set(placed.column.name, cell.value);
  }
  const order = orderProblem(row, header, values);
  if (order) problems.push(order);
  if (problems.length > 0) return { contract: undefined, problems };
  const confirmations = confirmedOf(row, header, reading.confirmations);
  return { contract: { ...contractOf(row.line, values), confirmations }, problems };
}

function widthProblem(row: TableRow, header: Header, separator: string | undefined): CellProblem | undefined {
  const found = row.cells.length;
  if (found === header.width) return undefined;
  const index = Math.min(found, header.width);
  const value = row.cells[index] ?? '';
  const place = { line: row.cellLines[index] ?? row.line, column: index + 1, header: '', value };
  if (separator === undefined) return problem('cell-without-header', place);
  const shown = separator === '\t' ? '(tab)' : `"${separator}"`;
  return problem(found > header.width ? 'row-too-long' : 'row-too-short', place, {
    found,
    expected: header.width,
    separator: shown,
  });
}

function readCell(place: CellPlace, { column }: PlacedColumn, reading: RowReading): Cell<string> {
  const unfit = unfitProblem(place, column);
  if (unfit) return { problem: unfit };
  if (holdsBsn(place, column, reading.confirmations))
    return { problem: problem(isConfirmable(column) ? 'bsn-like' : 'bsn-like-elsewhere', place) };
  switch (column.kind) {
    case 'text':
      return readText(place);
    case 'kind':
      return readKind(place);
    case 'euro':
      return readEuro(place, reading.decimals);
    case 'percent':
      return readPercent(place, reading.decimals);
    case 'date':
      return readDate(place, reading.asOf);
  }
}

/** What Excel shows in place of an outcome, in English and in Dutch. */
const spreadsheetFaults = [
  ...['#REF!', '#N/A', '#VALUE!', '#DIV/0!', '#NAME?', '#NULL!', '#NUM!', '#SPILL!', '#CALC!'],
  ...['#VERW!', '#N/B', '#WAARDE!', '#DEEL/0!', '#NAAM?', '#LEEG!', '#GETAL!', '#OVERLOOP!', '#BEREKENEN!'],
];

/** Checks that hold for a cell of any kind. Line breaks and tabs within quotes are part of a text. */
function unfitProblem(place: CellPlace, { longest = longestCell }: Column): CellProblem | undefined {
  if (place.value === '') return problem('cell-empty', place);
  if (spreadsheetFaults.includes(place.value.toUpperCase())) return problem('cell-of-fault', place);
  const found = place.value.length;
  if (found > longest) return problem('cell-too-long', place, { found, limit: longest });
  const control = invisible.exec(place.value)?.[0];
  if (control === undefined) return undefined;
  const character = `U+${control.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
  return problem('control-character', place, { character });
}

function orderProblem(row: TableRow, header: Header, values: ReadonlyMap<ColumnName, string>): CellProblem | undefined {
  const [start, einde] = [values.get('start'), values.get('einde')];
  const placed = header.placed.find(({ column }) => column.name === 'einde');
  if (start === undefined || einde === undefined || placed === undefined || einde >= start) return undefined;
  return problem('end-before-start', placeOf(row, placed), { start });
}

/** Only called once every cell has been read: the required columns are there, and `soort` is one of the kinds. */
function contractOf(line: number, values: ReadonlyMap<ColumnName, string>): Omit<ContractRow, 'confirmations'> {
  const required = (name: ColumnName): string => values.get(name) ?? '';
  const given = optional.flatMap((name) => {
    const value = values.get(name);
    return value === undefined ? [] : [[name, value] as const];
  });
  const facts: ContractFacts = {
    kenmerk: required('kenmerk'),
    titel: required('titel'),
    categorie: required('categorie'),
    soort: required('soort') as ContractFacts['soort'],
    waarde: required('waarde'),
    ...Object.fromEntries(given),
  };
  return { line, leverancier: required('leverancier'), facts };
}

const optional = columns.filter((column) => !column.required).map(({ name }) => name);
