import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { BACKOFF, nextTry } from './backoff.js';

/** The longest waits: chance at its highest. */
const waits = Array.from({ length: BACKOFF.tries }, (_, index) => nextTry(index + 1, 1));

describe('trying again', () => {
  it('waits one minute, then twice as long each time, and never longer than six hours', () => {
    const minutes = waits.map((next) => (next.outcome === 'again' ? next.afterSeconds / 60 : 'dead'));
    const sixHours = Array.from({ length: 8 }, () => 360);
    expect(minutes).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, ...sixHours, 'dead']);
  });

  it('waits at least half and at most all of it, whatever chance says', () => {
    const attempts = fc.integer({ min: 1, max: BACKOFF.tries - 1 });
    fc.assert(
      fc.property(attempts, fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (attempt, random) => {
        const longest = nextTry(attempt, 1);
        const next = nextTry(attempt, random);
        if (longest.outcome === 'dead' || next.outcome === 'dead') throw new Error('given up too early');
        expect(next.afterSeconds).toBeGreaterThanOrEqual(longest.afterSeconds / 2);
        expect(next.afterSeconds).toBeLessThanOrEqual(longest.afterSeconds);
      }),
    );
  });

  it('waits as long as the other side asks, up to a day', () => {
    expect(nextTry(1, 0, 900)).toEqual({ outcome: 'again', afterSeconds: 900 });
    expect(nextTry(1, 0, 10)).toEqual({ outcome: 'again', afterSeconds: 30 });
    expect(nextTry(1, 0, 10 ** 9)).toEqual({ outcome: 'again', afterSeconds: 24 * 3600 });
  });

  it('gives up after the last try, also when asked to come back', () => {
    expect(nextTry(BACKOFF.tries, 0, 60)).toEqual({ outcome: 'dead' });
  });
});
