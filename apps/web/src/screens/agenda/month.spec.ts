import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { lastDayOf, monthAway, weeksOf } from './month.js';

const month = fc
  .tuple(fc.integer({ min: 1990, max: 2100 }), fc.integer({ min: 1, max: 12 }))
  .map(([year, number]) => `${year}-${String(number).padStart(2, '0')}`);

describe('a month of the agenda', () => {
  it('begins on a Monday, and knows leap years', () => {
    expect(weeksOf('2026-11').at(0)?.at(0)).toBe('2026-10-26');
    expect(weeksOf('2026-11').at(-1)?.at(-1)).toBe('2026-12-06');
    expect(weeksOf('2021-02')).toHaveLength(4);
    expect(lastDayOf('2028-02')).toBe('2028-02-29');
  });

  it('shows every day of it once, in weeks of seven', () => {
    fc.assert(
      fc.property(month, (of) => {
        const days = weeksOf(of).flat();
        expect(new Set(days).size).toBe(days.length);
        expect(days.filter((day) => day.startsWith(of))).toHaveLength(Number(lastDayOf(of).slice(8)));
        expect(weeksOf(of).every((week) => week.length === 7)).toBe(true);
      }),
    );
  });

  it('goes forth and back over the turn of a year', () => {
    expect([monthAway('2026-12', 1), monthAway('2027-01', -1)]).toEqual(['2027-01', '2026-12']);
    fc.assert(
      fc.property(month, fc.integer({ min: -500, max: 500 }), (of, by) => {
        expect(monthAway(monthAway(of, by), -by)).toBe(of);
      }),
    );
  });
});
