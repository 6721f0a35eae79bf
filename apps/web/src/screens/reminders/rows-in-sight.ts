/** Part of a table: rows from `first` up to `end`. */
export interface Range {
  readonly first: number;
  readonly end: number;
}

/** What is drawn of a long table: a row, or the room that rows take which are not drawn. */
type Drawn = { readonly row: number } | { readonly gap: number; readonly before: number };

/** Rows that are drawn above and below what is in sight, so that scrolling a little meets them. */
const BESIDE = 8;
/** Drawn anew only after so many rows: most scrolling changes nothing. */
const STEP = 4;

/**
 * The rows to draw.
 * @param above pixels of the table that are above the window; negative when the table begins further down
 * @param height pixels of the window
 * @param row pixels of a row
 */
export function rowsInSight(above: number, height: number, row: number, count: number): Range {
  const first = Math.floor((above / row - BESIDE) / STEP) * STEP;
  const end = Math.ceil(((above + height) / row + BESIDE) / STEP) * STEP;
  const within = (index: number) => Math.min(Math.max(index, 0), count);
  return { first: within(first), end: within(end) };
}

/**
 * Those rows with room for all others, in order.
 * @param kept a row that is drawn wherever it is: somebody's focus is in it, and would be lost with it
 */
export function drawn({ first, end }: Range, count: number, kept?: number): Drawn[] {
  const rows = Array.from({ length: end - first }, (_, index) => first + index);
  const isOutside = kept !== undefined && kept < count && (kept < first || kept >= end);
  const all = isOutside ? [...rows, kept].sort((a, b) => a - b) : rows;
  const parts: Drawn[] = [];
  let next = 0;
  for (const row of all) {
    if (row > next) parts.push({ gap: row - next, before: row });
    parts.push({ row });
    next = row + 1;
  }
  if (count > next) parts.push({ gap: count - next, before: count });
  return parts;
}
