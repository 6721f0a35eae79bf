import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DateInvalid } from './errors.js';
import { isPlainDate, plainDate } from './plain-date.js';

describe('a date', () => {
  it('is read from yyyy-mm-dd', () => {
    expect(plainDate('2024-02-29').toString()).toBe('2024-02-29');
  });

  it.each([
    '2026-02-30',
    '2025-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-1-1',
    '20260101',
    '2026-01-01T00:00',
    '',
    '+002026-01-01',
  ])('is refused when it does not exist or is written otherwise: %p', (iso) => {
    expect(() => plainDate(iso)).toThrow(DateInvalid);
  });

  it('is refused with what to do about it, in both languages', () => {
    const refused = new DateInvalid('2026-02-30');
    expect(refused.code).toBe('date-invalid');
    expect(refused.text.nl).toBe(
      "'2026-02-30' is geen bestaande datum; schrijf een datum als jjjj-mm-dd, bijvoorbeeld 2026-02-28.",
    );
    expect(refused.text.en).toContain('write a date as yyyy-mm-dd');
  });
});

describe('a text', () => {
  const twoDigits = (max: number) => fc.integer({ min: 0, max }).map((n) => String(n).padStart(2, '0'));
  const year = fc.integer({ min: 0, max: 9999 }).map((n) => String(n).padStart(4, '0'));

  it('is a date exactly when it can be read as one', () => {
    fc.assert(
      fc.property(year, twoDigits(14), twoDigits(33), (y, m, d) => {
        const text = `${y}-${m}-${d}`;
        expect(isPlainDate(text)).toBe(readable(text));
      }),
      {
        numRuns: 5000,
        examples: [
          ['2024', '02', '29'],
          ['1900', '02', '29'],
          ['2000', '02', '29'],
          ['2026', '00', '10'],
        ],
      },
    );
    for (const text of ['', '2026-1-1', '20260101', '2026-01-01T00:00', ' 2026-01-01'])
      expect(isPlainDate(text)).toBe(false);
  });

  function readable(text: string): boolean {
    try {
      plainDate(text);
      return true;
    } catch {
      return false;
    }
  }
});
