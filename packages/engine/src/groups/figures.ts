import { type Text } from '@samenwerkt/lifecycle';

/**
 * Figures about groups of people, without telling of a small group how many it has: not by the figure itself, and not by
 * subtracting figures from each other.
 *
 * All figures are made of cells: the smallest parts that any of them tells apart. Cells are taken together, in their order,
 * into blocks of at least the minimum, and a figure is shown when it is made of whole blocks. So whatever can be computed
 * from figures that are shown is the number of people in whole blocks. Within a block every cell can have other numbers
 * without any change to what is shown, also for somebody who knows how blocks are made: that depends on nothing but whether
 * running sums reach the minimum.
 *
 * It holds for the figures of one call. Figures that share people and tell them apart by the same characteristics belong
 * in one call. Breakdowns of the same people by different characteristics may be made apart, as long as nobody shows a
 * table that crosses them. Showing the same figure before and after somebody was added tells that somebody was added.
 */

/** How many people a figure counts; null when that is not shown. */
export type ShownFigure = number | null;

/**
 * The figures that can be shown together.
 * @param cells how many people are in each cell, in an order that does not depend on those numbers: neighbours are hidden
 *   together. Everybody is in one cell
 * @param figures the cells that each figure counts, by index
 * @param minimum fewest people of whom a figure is shown; zero people are fewer too
 */
export function shownFigures(
  cells: readonly number[],
  figures: readonly (readonly number[])[],
  minimum: number,
): ShownFigure[] {
  const blocks = blocksOf(cells, minimum);
  return figures.map((figure) => {
    const counted = new Set(figure);
    const whole = blocks.filter((block) => block.every((cell) => counted.has(cell)));
    const people = sum(whole.flat(), cells);
    return whole.flat().length === counted.size && people >= minimum ? people : null;
  });
}

/** A breakdown by one characteristic: each cell and the total, as far as they can be shown. See {@link shownFigures}. */
export function breakdown(
  cells: readonly number[],
  minimum: number,
): { readonly cells: readonly ShownFigure[]; readonly total: ShownFigure } {
  const indexes = cells.map((_, index) => index);
  const shown = shownFigures(cells, [indexes, ...indexes.map((index) => [index])], minimum);
  return { total: shown[0] ?? null, cells: shown.slice(1) };
}

/** What stands in the place of a figure that is not shown; the same whatever the reason, since the reason would tell something. */
export function notShown(minimum: number): Text {
  return {
    nl: `minder dan ${minimum}, of zo’n aantal zou eruit te berekenen zijn`,
    en: `fewer than ${minimum}, or such a number could be computed from it`,
  };
}

/** A block ends as soon as it has enough people, and enough are left for the others. */
function blocksOf(cells: readonly number[], minimum: number): number[][] {
  const blocks: number[][] = [[]];
  let left = cells.reduce((total, count) => total + count, 0);
  let inBlock = 0;
  for (const [index, count] of cells.entries()) {
    blocks.at(-1)?.push(index);
    inBlock += count;
    left -= count;
    if (inBlock < minimum || left < minimum) continue;
    blocks.push([]);
    inBlock = 0;
  }
  return blocks;
}

function sum(indexes: readonly number[], cells: readonly number[]): number {
  return indexes.reduce((total, index) => total + (cells[index] ?? 0), 0);
}
