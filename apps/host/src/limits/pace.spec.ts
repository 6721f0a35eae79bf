import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Pace } from './pace.js';

const times = (count: number, act: () => number) => Array.from({ length: count }, act);

describe('a pace of so many a minute', () => {
  it.each([1, 7, 600, 3001])('lets a minute’s worth through at once, then says how long to wait: %i', (perMinute) => {
    const pace = new Pace(perMinute, () => 0);
    expect(times(perMinute, () => pace.take('a')).every((wait) => wait === 0)).toBe(true);
    expect(pace.take('a')).toBe(Math.ceil(60 / perMinute));
  });

  it('lets through again after what it said to wait', () => {
    let now = 0;
    const pace = new Pace(2, () => now);
    times(2, () => pace.take('a'));
    now += pace.take('a') * 1000;
    expect([pace.take('a'), pace.take('a')]).toEqual([0, 30]);
  });

  it('counts for each apart, and does not count what it refuses', () => {
    const pace = new Pace(1, () => 0);
    expect([pace.take('a'), pace.take('b')]).toEqual([0, 0]);
    expect(times(5, () => pace.take('a'))).toEqual([60, 60, 60, 60, 60]);
  });

  it('is no limit at 0', () => {
    const pace = new Pace(0, () => 0);
    expect(times(5000, () => pace.take('a')).some((wait) => wait > 0)).toBe(false);
  });

  it('never lets through more than a minute’s worth and what was added since, however somebody asks', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50 }), fc.array(fc.integer({ min: 0, max: 5000 })), (perMinute, gaps) => {
        let [now, passed] = [0, 0];
        const pace = new Pace(perMinute, () => now);
        for (const gap of gaps) {
          now += gap;
          if (pace.take('a') === 0) passed++;
        }
        expect(passed).toBeLessThanOrEqual(perMinute + (now / 60_000) * perMinute + 1);
      }),
    );
  });

  it('forgets whoever asked longest ago when very many ask, and nobody else', () => {
    const pace = new Pace(1, () => 0);
    for (let one = 0; one <= 50_000; one++) pace.take(`${one}`);
    expect([pace.take('50000'), pace.take('0')]).toEqual([60, 0]);
  });
});
