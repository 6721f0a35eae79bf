import { problem, type CellPlace, type CellProblem } from './cell-problem.js';
import { columnCalled, columns, type Column, type ColumnName } from './columns.js';
import { type TableRow } from './table.js';

/** Where a column of ours stands in the file. */
export interface PlacedColumn {
  readonly column: Column;
  /** From 0. */
  readonly index: number;
  /** The header as the file writes it. */
  readonly written: string;
}

export interface Header {
  readonly width: number;
  readonly placed: readonly PlacedColumn[];
  readonly problems: readonly CellProblem[];
}

/** The cell of a placed column, with the line it starts on. */
export function placeOf(row: TableRow, { index, written }: PlacedColumn): CellPlace {
  const line = row.cellLines[index] ?? row.line;
  return { line, column: index + 1, header: written, value: row.cells[index] ?? '' };
}

/** Matches the header row with the columns we know: missing, unknown and double ones are problems. */
export function readHeader(row: TableRow): Header {
  const placed = new Map<ColumnName, PlacedColumn>();
  const problems: CellProblem[] = [];
  row.cells.forEach((written, index) => {
    const column = columnCalled(written);
    const place = { line: row.cellLines[index] ?? row.line, column: index + 1, header: written, value: written };
    const earlier = column && placed.get(column.name);
    if (!column) {
      problems.push(problem('column-unknown', place, { name: written || `#${index + 1}`, known: knownNames }));
    } else if (earlier) {
      const details = { name: column.name, first: earlier.index + 1, second: index + 1 };
      problems.push(problem('column-duplicate', place, details));
    } else {
      placed.set(column.name, { column, index, written });
    }
  });
  for (const column of columns.filter(({ required, name }) => required && !placed.has(name))) {
    const place = { line: row.line, column: row.cells.length + 1, header: '', value: '' };
    problems.push(problem('column-missing', place, { name: column.name, aliases: column.aliases.join(', ') }));
  }
  return { width: row.cells.length, placed: [...placed.values()], problems };
}

const knownNames = columns.map(({ name }) => name).join(', ');
