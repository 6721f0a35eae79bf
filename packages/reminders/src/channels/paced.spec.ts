import { describe, expect, it } from '@jest/globals';
import { type Message } from '../message/message.js';
import { type Channel } from './channel.js';
import { paced, type Stopwatch } from './paced.js';

const NOT_STOPPED = new AbortController().signal;
const message = {} as Message;

/** A channel that notes when each message came, by a watch that stands still but for who waits. */
function noted(): { channel: Channel; watch: Stopwatch; time: { now: number }; begun: number[]; waits: number[] } {
  const time = { now: 1000 };
  const [begun, waits]: [number[], number[]] = [[], []];
  const watch: Stopwatch = {
    now: () => time.now,
    wait: async (milliseconds, signal) => {
      signal.throwIfAborted();
      waits.push(milliseconds);
    },
  };
  const send = async () => {
    begun.push(time.now);
    return { at: '2026-03-02T09:00:00.000Z' };
  };
  return { channel: { name: 'proef', send }, watch, time, begun, waits };
}

describe('a channel at a pace', () => {
  it('lets messages that come at once begin one after the other', async () => {
    const { channel, watch, begun, waits } = noted();
    const slow = paced(channel, 4, watch);
    await Promise.all([1, 2, 3, 4].map(() => slow.send(message, { signal: NOT_STOPPED })));
    expect([waits, begun.length, slow.name]).toEqual([[250, 500, 750], 4, 'proef']);
  });

  it('lets one that comes later than its turn begin at once', async () => {
    const { channel, watch, time, waits } = noted();
    const slow = paced(channel, 4, watch);
    await slow.send(message, { signal: NOT_STOPPED });
    time.now += 10_000;
    await slow.send(message, { signal: NOT_STOPPED });
    expect(waits).toEqual([]);
  });

  it('does not send what was stopped while it waited; that may be tried again', async () => {
    const { channel, watch, begun } = noted();
    const slow = paced(channel, 4, watch);
    await slow.send(message, { signal: NOT_STOPPED });
    await expect(slow.send(message, { signal: AbortSignal.abort() })).rejects.toMatchObject({
      code: 'aborted',
      kind: 'temporary',
    });
    expect(begun).toHaveLength(1);
  });
});
