import { describe, expect, it } from '@jest/globals';
import { FastClock } from './fast-clock.js';

const START = '2026-01-01T08:00:00.000Z';
const NEXT_YEAR = '2027-01-01T08:00:00.000Z';

describe('the fast clock', () => {
  it('stands still until it is sent on, and again where it was sent', async () => {
    const clock = new FastClock(START, 100_000);
    expect(clock.now()).toBe(START);
    expect(await clock.reach(NEXT_YEAR, new AbortController().signal)).toBe(true);
    expect(clock.now()).toBe(NEXT_YEAR);
  });

  it('never shows a moment past the one it runs to, nor runs back', async () => {
    const clock = new FastClock(START, 3650);
    const running = clock.reach(NEXT_YEAR, new AbortController().signal);
    const shown: string[] = [];
    for (let i = 0; i < 200; i++) {
      shown.push(clock.now());
      await new Promise((resolve) => setImmediate(resolve));
    }
    await running;
    expect([...shown, NEXT_YEAR]).toEqual([...shown, NEXT_YEAR].sort());
    expect(await clock.reach(START, new AbortController().signal)).toBe(true);
    expect(clock.now()).toBe(NEXT_YEAR);
  });

  it('that is stopped stays where it was', async () => {
    const clock = new FastClock(START, 1);
    const stop = new AbortController();
    const running = clock.reach(NEXT_YEAR, stop.signal);
    stop.abort();
    expect(await running).toBe(false);
    const stopped = clock.now();
    expect(stopped < '2026-02-01').toBe(true);
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(clock.now()).toBe(stopped);
  });
});
