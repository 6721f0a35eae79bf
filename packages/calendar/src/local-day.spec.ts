import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { InstantInvalid, TimeInvalid } from './errors.js';
import { atLocalTime, endOfLocalDay, today } from './local-day.js';

const zone = 'Europe/Amsterdam';
const from = Temporal.Instant.from('2000-01-01T00:00:00Z').epochMilliseconds;
const until = Temporal.Instant.from('2100-01-01T00:00:00Z').epochMilliseconds;
const instants = fc.integer({ min: from, max: until }).map((ms) => Temporal.Instant.fromEpochMilliseconds(ms));

describe('the local date of a moment', () => {
  it('is the one of Amsterdam, not of UTC', () => {
    expect(today('2026-06-30T21:59:59.999Z')).toBe('2026-06-30');
    expect(today('2026-06-30T22:00:00.000Z')).toBe('2026-07-01');
    expect(today('2026-12-31T22:59:59Z')).toBe('2026-12-31');
    expect(today('2026-12-31T23:00:00Z')).toBe('2027-01-01');
  });

  it('is right around both changes of the clock', () => {
    expect(
      ['2026-03-28T22:59:59Z', '2026-03-28T23:00:00Z', '2026-03-29T21:59:59Z', '2026-03-29T22:00:00Z'].map(today),
    ).toEqual(['2026-03-28', '2026-03-29', '2026-03-29', '2026-03-30']);
    expect(
      ['2026-10-24T21:59:59Z', '2026-10-24T22:00:00Z', '2026-10-25T22:59:59Z', '2026-10-25T23:00:00Z'].map(today),
    ).toEqual(['2026-10-24', '2026-10-25', '2026-10-25', '2026-10-26']);
  });

  it('is what Temporal says, for any moment from 2000 to 2100, asked once or twice', () => {
    fc.assert(
      fc.property(instants, (instant) => {
        const expected = instant.toZonedDateTimeISO(zone).toPlainDate().toString();
        expect(today(instant.toString())).toBe(expected);
        expect(today(instant.toString({ smallestUnit: 'millisecond' }))).toBe(expected);
      }),
      { numRuns: 2000 },
    );
  });

  it('is right in years when the clock was not a whole number of hours ahead', () => {
    expect(today('1800-01-01T23:30:00Z')).toBe('1800-01-01');
    expect(today('1800-01-01T23:45:00Z')).toBe('1800-01-02');
  });

  it.each([
    '2026-06-30',
    '2026-06-30T12:00:00',
    '2026-06-30T12:00:00+02:00',
    '2026-06-31T12:00:00Z',
    '2026-06-30T25:00:00Z',
    '',
  ])('is not given for %p', (text) => {
    expect(() => today(text)).toThrow(InstantInvalid);
  });
});

describe('the end of a local day', () => {
  it('is its last millisecond, also on days of 23 and 25 hours', () => {
    expect(endOfLocalDay('2026-03-29')).toBe('2026-03-29T21:59:59.999Z');
    expect(endOfLocalDay('2026-10-25')).toBe('2026-10-25T22:59:59.999Z');
  });

  it('is the last moment that still has the date', () => {
    fc.assert(
      fc.property(instants, (instant) => {
        const date = today(instant.toString());
        const end = Temporal.Instant.from(endOfLocalDay(date));
        expect(today(end.toString())).toBe(date);
        expect(today(end.add({ milliseconds: 1 }).toString())).not.toBe(date);
      }),
    );
  });
});

describe('a local time', () => {
  it('becomes a moment in UTC', () => {
    expect(atLocalTime('2026-01-15', '09:00')).toBe('2026-01-15T08:00:00.000Z');
    expect(atLocalTime('2026-07-15', '09:00')).toBe('2026-07-15T07:00:00.000Z');
  });

  it('that the clock skips is counted from the clock before the change', () => {
    expect(atLocalTime('2026-03-29', '02:30')).toBe('2026-03-29T01:30:00.000Z');
  });

  it('that comes twice is the first of the two', () => {
    expect(atLocalTime('2026-10-25', '02:30')).toBe('2026-10-25T00:30:00.000Z');
  });

  it.each(['24:00', '9:00', '09:60', '0900', ''])('is refused when written as %p', (time) => {
    expect(() => atLocalTime('2026-01-15', time)).toThrow(TimeInvalid);
  });
});
