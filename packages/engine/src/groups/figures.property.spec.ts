import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { breakdown, shownFigures } from './figures.js';

const MINIMUM = fc.integer({ min: 2, max: 4 });
/** Cells in which there are few people, now and then many. */
const count = fc.oneof({ weight: 4, arbitrary: fc.nat({ max: 4 }) }, { weight: 1, arbitrary: fc.nat({ max: 8 }) });
const cells = (most: number) => fc.array(count, { minLength: 1, maxLength: most });

/** Cells with figures over them: any sets, overlapping or within each other. */
const asked = (most: number) =>
  cells(most).chain((counts) => {
    const figure = fc.subarray(counts.map((_, index) => index));
    return fc.record({ counts: fc.constant(counts), figures: fc.array(figure, { minLength: 1, maxLength: 5 }) });
  });

/** Every way to put up to so many people in each of so many cells. */
function* administrations(length: number, most: number): Generator<number[]> {
  if (length === 0) return yield [];
  for (const rest of administrations(length - 1, most)) for (let n = 0; n <= most; n++) yield [...rest, n];
}

const peopleIn = (figure: readonly number[], counts: readonly number[]) =>
  figure.reduce((total, index) => total + (counts[index] ?? 0), 0);

const PRIME = 1_000_003;
const modulo = (value: number) => ((value % PRIME) + PRIME) % PRIME;

function inverse(value: number): number {
  let [result, base] = [1, modulo(value)];
  for (let power = PRIME - 2; power > 0; power = Math.floor(power / 2)) {
    if (power % 2 === 1) result = modulo(result * base);
    base = modulo(base * base);
  }
  return result;
}

/** Takes out of a row what rows in echelon form can make of it. */
function reduced(row: readonly number[], echelon: readonly (readonly number[])[]): number[] {
  return echelon.reduce<number[]>(
    (left, pivotRow) => {
      const at = pivotRow.findIndex((value) => value !== 0);
      const factor = left[at] ?? 0;
      return left.map((value, index) => modulo(value - factor * (pivotRow[index] ?? 0)));
    },
    [...row],
  );
}

/** Rows by which anybody can see whether something can be computed from figures by adding and subtracting. */
function echelonOf(rows: readonly (readonly number[])[]): number[][] {
  const echelon: number[][] = [];
  for (const row of rows) {
    const left = reduced(row, echelon);
    const pivot = left.find((value) => value !== 0);
    if (pivot !== undefined) echelon.push(left.map((value) => modulo(value * inverse(pivot))));
  }
  return echelon;
}

const indicator = (figure: readonly number[], length: number) =>
  Array.from({ length }, (_, index) => (figure.includes(index) ? 1 : 0));

function* subsets(length: number): Generator<number[]> {
  for (let bits = 1; bits < 2 ** length; bits++)
    yield Array.from({ length }, (_, index) => index).filter((index) => Math.floor(bits / 2 ** index) % 2 === 1);
}

describe('whatever figures are asked of whatever people,', () => {
  it('every figure that is shown is right and counts enough people', () => {
    fc.assert(
      fc.property(asked(8), MINIMUM, ({ counts, figures }, minimum) => {
        shownFigures(counts, figures, minimum).forEach((shown, index) => {
          if (shown === null) return;
          expect(shown).toBe(peopleIn(figures[index] ?? [], counts));
          expect(shown).toBeGreaterThanOrEqual(minimum);
        });
      }),
    );
  });

  it('no small group can be computed by adding and subtracting what is shown', () => {
    fc.assert(
      fc.property(asked(6), MINIMUM, ({ counts, figures }, minimum) => {
        const shown = shownFigures(counts, figures, minimum);
        const rows = figures.filter((_, index) => shown[index] !== null).map((one) => indicator(one, counts.length));
        const echelon = echelonOf(rows);
        for (const group of subsets(counts.length)) {
          const computable = reduced(indicator(group, counts.length), echelon).every((value) => value === 0);
          if (computable) expect(peopleIn(group, counts)).toBeGreaterThanOrEqual(minimum);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('each hidden figure could be another number with the very same answers, also for who knows the program', () => {
    fc.assert(
      fc.property(asked(4), MINIMUM, ({ counts, figures }, minimum) => {
        const everything = counts.map((_, index) => index);
        const all = [...figures, everything];
        const shown = shownFigures(counts, all, minimum);
        const hidden = all.filter((figure, index) => shown[index] === null && figure.length > 0);
        const possible = hidden.map(() => new Set<number>());
        for (const other of administrations(counts.length, 9)) {
          if (JSON.stringify(shownFigures(other, all, minimum)) !== JSON.stringify(shown)) continue;
          hidden.forEach((figure, index) => possible[index]?.add(peopleIn(figure, other)));
        }
        for (const values of possible) expect(values.size).toBeGreaterThan(1);
      }),
      { numRuns: 60 },
    );
  });

  it('two breakdowns of the same people by different characteristics give no cell of either away', () => {
    const table = fc.array(fc.nat({ max: 3 }), { minLength: 6, maxLength: 6 });
    const both = (people: readonly number[], minimum: number) => {
      const rows = [0, 3].map((first) => peopleIn([first, first + 1, first + 2], people));
      const columns = [0, 1, 2].map((column) => peopleIn([column, column + 3], people));
      return { margins: [...rows, ...columns], shown: [breakdown(rows, minimum), breakdown(columns, minimum)] };
    };
    fc.assert(
      fc.property(table, MINIMUM, (people, minimum) => {
        const { margins, shown } = both(people, minimum);
        const seen = shown.flatMap((one) => one.cells);
        const possible = margins.map(() => new Set<number>());
        for (const other of administrations(6, 4)) {
          const alike = both(other, minimum);
          if (JSON.stringify(alike.shown) !== JSON.stringify(shown)) continue;
          alike.margins.forEach((value, index) => possible[index]?.add(value));
        }
        seen.forEach((value, index) => {
          if (value === null) expect(possible[index]?.size).toBeGreaterThan(1);
        });
      }),
      { numRuns: 25 },
    );
  });
});

describe('hiding only what is small', () => {
  it('would give it away, which is what these tests would see', () => {
    const naive = (counts: readonly number[]) => counts.map((one) => (one < 5 ? null : one));
    const counts = [40, 3, 22];
    const rows = [[0, 1, 2], ...[0, 1, 2].filter((index) => naive(counts)[index] !== null).map((index) => [index])];
    const echelon = echelonOf(rows.map((row) => indicator(row, 3)));
    expect(reduced([0, 1, 0], echelon)).toEqual([0, 0, 0]);
  });
});
