import { describe, expect, it } from '@jest/globals';
import { quarterOf } from './quarters.js';

describe('the quarter of a date', () => {
  it.each([
    ['2026-01-01', { year: 2026, quarter: 1, start: '2026-01-01', end: '2026-03-31' }],
    ['2026-06-30', { year: 2026, quarter: 2, start: '2026-04-01', end: '2026-06-30' }],
    ['2026-08-15', { year: 2026, quarter: 3, start: '2026-07-01', end: '2026-09-30' }],
    ['2026-12-31', { year: 2026, quarter: 4, start: '2026-10-01', end: '2026-12-31' }],
  ] as const)('%s', (date, quarter) => {
    expect(quarterOf(date)).toEqual(quarter);
  });
});
