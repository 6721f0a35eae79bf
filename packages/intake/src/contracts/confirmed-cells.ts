import { confirmationProblems, digitsOf, findBsns, type NumberConfirmation } from '@samenwerkt/engine';
import { problem, type CellPlace, type CellProblem } from './cell-problem.js';
import { type Column } from './columns.js';
import { placeOf, type Header, type PlacedColumn } from './header.js';
import { type TableRow } from './table.js';

/** A number in a cell that passes the eleven-test of the BSN, of which somebody says that it is another number, and which. */
export interface CellConfirmation extends Omit<NumberConfirmation, 'path'> {
  /** Physical line of the file on which the cell starts, and column of the table; both from 1, as problems name them. */
  readonly line: number;
  readonly column: number;
}

/** An amount with its decimals is no personal number; nine bare digits may be. */
const WITH_DECIMALS = /[.,]\d{1,2}$/;

/** Whether a number in a cell of this column can be confirmed: a text keeps it, anything else is read as something. */
export function isConfirmable({ kind }: Column): boolean {
  return kind === 'text';
}

/** Whether a cell holds a number that can be a BSN and that nobody confirmed to be another. */
export function holdsBsn(place: CellPlace, column: Column, confirmations: readonly CellConfirmation[]): boolean {
  const found = column.kind === 'euro' && WITH_DECIMALS.test(place.value) ? [] : findBsns(place.value);
  if (found.length === 0 || !isConfirmable(column)) return found.length > 0;
  const known = new Set(confirmations.filter((one) => isAt(one, place)).map(({ number }) => digitsOf(number)));
  return found.some((number) => !known.has(digitsOf(number)));
}

/** What was confirmed about a row, by the fact that holds the number. */
export function confirmedOf(
  row: TableRow,
  header: Header,
  confirmations: readonly CellConfirmation[],
): NumberConfirmation[] {
  if (confirmations.length === 0) return [];
  return header.placed.flatMap((placed) => {
    const place = placeOf(row, placed);
    const path = `/${placed.column.name === 'leverancier' ? 'supplier' : placed.column.name}`;
    return confirmations.filter((one) => isAt(one, place)).map(({ number, reason }) => ({ path, number, reason }));
  });
}

/** Every fault in confirmations: a place where nothing can be confirmed, a number that is not there, no reason. */
export function confirmationFaults(
  rows: readonly TableRow[],
  header: Header,
  confirmations: readonly CellConfirmation[],
): CellProblem[] {
  return confirmations.flatMap((confirmation) => {
    const { line, column, number, reason } = confirmation;
    const place = cellAt(rows, header, confirmation);
    if (!place) return [problem('confirmation-misplaced', { line, column, header: '', value: '' })];
    const asked = { data: { cell: place.value }, confirmations: [{ path: '/cell', number, reason }] };
    return confirmationProblems(asked).map(({ path, code, message: why }) =>
      code === 'confirmation'
        ? problem('confirmation-misplaced', place)
        : problem('confirmation-faulty', place, { field: path.split('/').at(-1) ?? '', why }),
    );
  });
}

function cellAt(rows: readonly TableRow[], header: Header, at: CellConfirmation): CellPlace | undefined {
  // Rows are in the order of the file: the last that starts on that line or before it holds the cell.
  const row = rows.findLast(({ line }) => line <= at.line);
  const placed = header.placed.find(({ index }: PlacedColumn) => index === at.column - 1);
  if (!row || !placed || !isConfirmable(placed.column)) return undefined;
  const place = placeOf(row, placed);
  return isAt(at, place) ? place : undefined;
}

function isAt(confirmation: CellConfirmation, place: CellPlace): boolean {
  return confirmation.line === place.line && confirmation.column === place.column;
}
