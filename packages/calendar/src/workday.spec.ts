import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from './days.js';
import { DateInvalid } from './errors.js';
import { holidaysOf, isWorkday, nearestWorkday } from './workday.js';

/** The date on which a year has a holiday. */
function when(name: string, year: number): string | undefined {
  return [...holidaysOf(year)].find(([, holiday]) => holiday === name)?.[0];
}

describe('the Dutch public holidays', () => {
  it.each([
    [2024, '2024-03-31'],
    [2025, '2025-04-20'],
    [2026, '2026-04-05'],
    [2027, '2027-03-28'],
    [2028, '2028-04-16'],
    [2029, '2029-04-01'],
    [2030, '2030-04-21'],
    [1961, '1961-04-02'],
    [2038, '2038-04-25'],
  ])('have Easter of %i on %s', (year, date) => {
    expect(when('Eerste paasdag', year)).toBe(date);
  });

  it('of 2025, a lustrum year, are these', () => {
    expect([...holidaysOf(2025)]).toEqual([
      ['2025-01-01', 'Nieuwjaarsdag'],
      ['2025-04-20', 'Eerste paasdag'],
      ['2025-04-21', 'Tweede paasdag'],
      ['2025-04-26', 'Koningsdag'],
      ['2025-05-05', 'Bevrijdingsdag'],
      ['2025-05-29', 'Hemelvaartsdag'],
      ['2025-06-08', 'Eerste pinksterdag'],
      ['2025-06-09', 'Tweede pinksterdag'],
      ['2025-12-25', 'Eerste kerstdag'],
      ['2025-12-26', 'Tweede kerstdag'],
    ]);
  });

  it('have Koningsdag on 27 April, and on the 26th when that is a Sunday', () => {
    expect([2024, 2025, 2026, 2031].map((year) => when('Koningsdag', year))).toEqual([
      '2024-04-27',
      '2025-04-26',
      '2026-04-27',
      '2031-04-26',
    ]);
  });

  it('have Bevrijdingsdag in lustrum years only', () => {
    const years = [2019, 2020, 2024, 2025, 2026, 2030].filter((year) => when('Bevrijdingsdag', year) !== undefined);
    expect(years).toEqual([2020, 2025, 2030]);
  });
});

describe('a working day', () => {
  it.each([
    ['a Monday', '2026-11-23', true],
    ['a Saturday', '2026-11-21', false],
    ['a Sunday', '2026-11-22', false],
    ['Ascension Day', '2026-05-14', false],
    ['Goede Vrijdag, which is not a day off everywhere', '2026-04-03', true],
    ['5 May outside a lustrum', '2026-05-05', true],
  ])('is or is not %s', (_, date, expected) => {
    expect(isWorkday(date)).toBe(expected);
  });

  it('before or after Easter skips all four days', () => {
    expect(nearestWorkday('2026-04-05', 'voor')).toBe('2026-04-03');
    expect(nearestWorkday('2026-04-04', 'na')).toBe('2026-04-07');
  });

  it('stays within reach at the turn of a year', () => {
    expect(nearestWorkday('2026-01-01', 'voor')).toBe('2025-12-31');
    expect(nearestWorkday('2022-12-31', 'na')).toBe('2023-01-02');
  });

  it('is the nearest in its direction: no working day lies in between', () => {
    const date = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays('1995-01-01', days));
    fc.assert(
      fc.property(date, fc.constantFrom('voor' as const, 'na' as const), (from, direction) => {
        const found = nearestWorkday(from, direction);
        expect(isWorkday(found)).toBe(true);
        const step = direction === 'voor' ? -1 : 1;
        for (let at = from; at !== found; at = addDays(at, step)) expect(isWorkday(at)).toBe(false);
      }),
    );
  });

  it('is asked of an existing date only', () => {
    expect(() => isWorkday('2026-02-30')).toThrow(DateInvalid);
    expect(() => nearestWorkday('zondag', 'na')).toThrow(DateInvalid);
  });
});
