import { describe, expect, it } from '@jest/globals';
import { InstantInvalid } from './errors.js';
import { secondsAfter, secondsBetween } from './elapsed.js';

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

describe('the moment after another', () => {
  it('is written with milliseconds, so that moments compare as text', () => {
    expect(secondsAfter('2026-02-28T23:59:59Z', 1.5)).toBe('2026-03-01T00:00:00.500Z');
    expect(secondsAfter('2026-03-01T00:00:00.000Z', 0)).toBe('2026-03-01T00:00:00.000Z');
  });

  it('lies before it with a negative number', () => {
    expect(secondsAfter('2024-03-01T00:00:00.000Z', -1)).toBe('2024-02-29T23:59:59.000Z');
  });

  it('refuses what is no moment', () => {
    expect(() => secondsAfter('straks', 1)).toThrow(InstantInvalid);
  });
});
