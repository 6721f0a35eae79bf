import { describe, expect, it } from '@jest/globals';
import { InstantInvalid } from './errors.js';
import { secondsBetween } from './elapsed.js';

describe('the time between two moments', () => {
  it('is in seconds, fractions kept', () => {
    expect(secondsBetween('2026-02-28T09:30:00.000Z', '2026-02-28T09:31:30.250Z')).toBe(90.25);
  });

  it('is negative backwards', () => {
    expect(secondsBetween('2026-02-28T09:30:00.000Z', '2026-02-28T09:29:59.000Z')).toBe(-1);
  });

  it('counts hours that the clock of Amsterdam skips or repeats as what they are', () => {
    expect(secondsBetween('2026-03-28T12:00:00.000Z', '2026-03-29T12:00:00.000Z')).toBe(24 * 3600);
  });

  it('refuses what is no moment', () => {
    expect(() => secondsBetween('gisteren', '2026-02-28T09:30:00.000Z')).toThrow(InstantInvalid);
  });
});
