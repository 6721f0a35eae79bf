import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { drawn, rowsInSight } from './rows-in-sight.js';

const place = fc.record({
  above: fc.integer({ min: -2_000, max: 6_500_000 }),
  height: fc.integer({ min: 100, max: 4_000 }),
  row: fc.integer({ min: 20, max: 300 }),
  count: fc.integer({ min: 0, max: 100_000 }),
  kept: fc.option(fc.integer({ min: 0, max: 100_000 }), { nil: undefined }),
});

describe('a table of any length', () => {
  it('is always as high as all its rows: what is not drawn has its room', () => {
    fc.assert(
      fc.property(place, ({ above, height, row, count, kept }) => {
        const parts = drawn(rowsInSight(above, height, row, count), count, kept);
        expect(parts.reduce((sum, part) => sum + ('gap' in part ? part.gap : 1), 0)).toBe(count);
      }),
    );
  });

  it('draws every row that can be seen, and few more', () => {
    fc.assert(
      fc.property(place, ({ above, height, row, count }) => {
        const { first, end } = rowsInSight(above, height, row, count);
        for (let seen = Math.max(0, Math.floor(above / row)); seen < Math.min(count, (above + height) / row); seen++)
          expect(seen >= first && seen < end).toBe(true);
        expect(end - first).toBeLessThanOrEqual(height / row + 26);
      }),
    );
  });

  it('draws each row at its own place, in order, and once', () => {
    fc.assert(
      fc.property(place, ({ above, height, row, count, kept }) => {
        let place = 0;
        for (const part of drawn(rowsInSight(above, height, row, count), count, kept)) {
          if ('row' in part) expect(part.row).toBe(place);
          place += 'gap' in part ? part.gap : 1;
        }
      }),
    );
  });

  it('keeps the row that has the focus, however far one scrolls from it', () => {
    const rows = drawn(rowsInSight(3_200_000, 900, 64, 100_000), 100_000, 7).flatMap((part) =>
      'row' in part ? [part.row] : [],
    );
    expect(rows[0]).toBe(7);
    expect(rows).toContain(50_000);
    expect(rows.length).toBeLessThan(50);
  });
});
