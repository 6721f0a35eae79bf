import { describe, expect, it } from '@jest/globals';
import { DateInvalid } from './errors.js';
import { plainDate } from './plain-date.js';

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
