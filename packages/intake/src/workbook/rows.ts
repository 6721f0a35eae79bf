import { numberText, type NumberStyle } from './number-text.js';
import { WorkbookRefused } from './workbook-refused.js';
import { hear } from './xml.js';

/** A row with something in it. */
export interface SheetRow {
  /** As the sheet numbers it, from 1. */
  readonly line: number;
  /** What each cell says, up to the last that says anything; one more than the most that are read when there are more. */
  readonly cells: readonly string[];
}

/** How the cells of a sheet are understood. */
export interface CellReading {
  readonly mark: '.' | ',';
  readonly mostRows: number;
  readonly mostCells: number;
  readonly since1904: boolean;
  readonly texts: readonly string[];
  readonly styles: readonly NumberStyle[];
}

/** A cell while it is read. */
interface OpenCell {
  /** From 0. */
  readonly index: number;
  readonly type: string;
  readonly style: number;
  value: string;
}

/** Enough was read. */
class Enough extends Error {}

const PLAIN: NumberStyle = { kind: 'plain' };

/** Parts of a cell that say what it says: a value, or a text that stands in the cell itself. */
const SAYING = ['v', 't'];

/** @throws WorkbookRefused */
export function readRows(bytes: Uint8Array, reading: CellReading): SheetRow[] {
  const rows: SheetRow[] = [];
  let [line, cells, next]: [number, string[], number] = [0, [], 0];
  let cell: OpenCell | undefined;
  let [isSaying, isSpoken] = [false, false];
  try {
    hear(bytes, {
      open: (name, attributes) => {
        if (name === 'row') [line, cells, next] = [numbered(attributes['r'], line + 1), [], 0];
        if (name === 'c') {
          const index = attributes['r'] === undefined ? next : columnOf(attributes['r']);
          cell = { index, type: attributes['t'] ?? 'n', style: Number(attributes['s'] ?? 0), value: '' };
          next = index + 1;
        }
        if (name === 'rPh') isSpoken = true;
        isSaying = cell !== undefined && !isSpoken && SAYING.includes(name);
      },
      text: (more) => {
        if (isSaying && cell) cell.value += more;
      },
      close: (name) => {
        isSaying = false;
        if (name === 'rPh') isSpoken = false;
        if (name === 'c' && cell) {
          put(cells, cell, reading);
          cell = undefined;
        }
        if (name !== 'row' || cells.length === 0) return;
        rows.push({ line, cells });
        if (rows.length >= reading.mostRows) throw new Enough();
      },
    });
  } catch (error) {
    if (!(error instanceof Enough)) throw error;
  }
  return rows;
}

/** Keeps what a cell says; empty cells only take room before one that is not. */
function put(cells: string[], cell: OpenCell, reading: CellReading): void {
  const said = textOf(cell, reading).trim();
  if (said === '') return;
  const index = Math.min(cell.index, reading.mostCells);
  while (cells.length < index) cells.push('');
  cells[index] = said;
}

function textOf({ type, style, value }: OpenCell, { texts, styles, mark, since1904 }: CellReading): string {
  switch (type) {
    case 's':
      return unescaped(texts[Number(value)] ?? '');
    case 'n':
      return value === '' ? '' : numberText(value.trim(), styles[style] ?? PLAIN, mark, since1904);
    case 'd':
      return value.slice(0, 'yyyy-mm-dd'.length);
    default:
      return unescaped(value);
  }
}

/** Characters that XML cannot hold are written as `_x000D_` (ECMA-376 part 1, 22.9.2.19). */
function unescaped(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}

function numbered(text: string | undefined, otherwise: number): number {
  return text === undefined ? otherwise : wholeNumber(text);
}

/** Most rows and columns that a sheet can have. */
const MOST = 1_048_576;

function wholeNumber(text: string): number {
  const number = Number(text);
  if (!/^\d+$/.test(text) || number < 1 || number > MOST) throw new WorkbookRefused();
  return number;
}

/** Column of a place such as `AB12`, from 0. */
function columnOf(place: string): number {
  const letters = /^([A-Z]{1,3})\d+$/.exec(place)?.[1];
  if (letters === undefined) throw new WorkbookRefused();
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
