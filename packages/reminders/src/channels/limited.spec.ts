import { getEventListeners } from 'node:events';
import { describe, expect, it } from '@jest/globals';
import { failureOf } from '../testing/failure.js';
import { limited } from './limited.js';

describe('work under a limit', () => {
  it('leaves nothing behind on the signal of its caller', async () => {
    const { signal } = new AbortController();
    expect(await limited(signal, 60_000, 'webhook-slow', async () => 42)).toBe(42);
    await expect(limited(signal, 60_000, 'webhook-slow', () => Promise.reject(new Error('x')))).rejects.toThrow('x');
    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });

  it('is not begun when it was stopped beforehand', async () => {
    let begun = false;
    const work = async () => void (begun = true);
    expect((await failureOf(limited(AbortSignal.abort(), 60_000, 'webhook-slow', work))).code).toBe('aborted');
    expect(begun).toBe(false);
  });
});
