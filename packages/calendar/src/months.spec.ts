import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { addMonths, lastDayOf, monthsBetween, occurrence, yearlyStatementDue } from './months.js';

const dates = fc
  .integer({ min: 0, max: 36_524 })
  .map((days) => Temporal.PlainDate.from('2000-01-01').add({ days }).toString());
const monthNumber = (iso: string): number => Number(iso.slice(0, 4)) * 12 + Number(iso.slice(5, 7));

describe('adding months', () => {
  it('clamps to the end of the month', () => {
    expect(addMonths('2026-11-30', 3)).toBe('2027-02-28');
    expect(addMonths('2024-02-29', 12)).toBe('2025-02-28');
    expect(addMonths('2026-03-31', -1)).toBe('2026-02-28');
  });

  it('never skips a month, keeps the day when the month has it, and otherwise takes the last day', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: -240, max: 240 }), (date, months) => {
        const later = addMonths(date, months);
        expect(monthNumber(later)).toBe(monthNumber(date) + months);
        const last = lastDayOf(Number(later.slice(0, 4)), Number(later.slice(5, 7)));
        expect(later).toBe(date.slice(8) < last.slice(8) ? later.slice(0, 8) + date.slice(8) : last);
      }),
    );
  });

  it('counts a series from its anchor, so that 31 December comes back to the 30th and 31st', () => {
    expect([1, 2, 3, 4].map((n) => occurrence('2026-12-31', 3, n))).toEqual([
      '2027-03-31',
      '2027-06-30',
      '2027-09-30',
      '2027-12-31',
    ]);
  });
});

describe('the months of a period', () => {
  it.each([
    ['2026-01-01', '2026-03-31', 3],
    ['2026-01-01', '2026-04-01', 4],
    ['2026-01-31', '2026-02-27', 1],
    ['2026-01-31', '2026-02-28', 2],
    ['2026-05-01', '2026-05-01', 1],
    ['2026-05-01', '2026-04-30', 0],
    ['2026-05-01', '2020-04-30', 0],
  ])('from %s to %s are %p', (start, end, months) => {
    expect(monthsBetween(start, end)).toBe(months);
  });

  it('are as many as fit, rounded up', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: 1, max: 120 }), (start, months) => {
        const firstDayAfter = Temporal.PlainDate.from(addMonths(start, months));
        expect(monthsBetween(start, firstDayAfter.subtract({ days: 1 }).toString())).toBe(months);
        expect(monthsBetween(start, firstDayAfter.toString())).toBe(months + 1);
      }),
    );
  });
});

describe('the yearly statement', () => {
  it('is due on the last day of February with a term of two months', () => {
    expect(yearlyStatementDue(2023, 2)).toBe('2024-02-29');
    expect(yearlyStatementDue(2024, 2)).toBe('2025-02-28');
  });

  it('is due on the last day of whichever month the term names', () => {
    expect(yearlyStatementDue(2025, 1)).toBe('2026-01-31');
    expect(yearlyStatementDue(2025, 4)).toBe('2026-04-30');
  });
});
