import { setTimeout } from 'node:timers/promises';
import { type Channel } from './channel.js';
import { DeliveryFailed } from './delivery-failed.js';

/** Real time, of which only differences count; tests hand in their own. */
export interface Stopwatch {
  /** Milliseconds since some moment. */
  now(): number;
  /** Settles after so many milliseconds, or fails once the signal goes off. */
  wait(milliseconds: number, signal: AbortSignal): Promise<void>;
}

const stopwatch: Stopwatch = {
  now: () => performance.now(),
  wait: (milliseconds, signal) => setTimeout(milliseconds, undefined, { signal }),
};

/**
 * The channel at a pace: in this process messages begin no closer together than so many in a second allow. What comes
 * sooner waits for its turn, and a message that is stopped while it waits counts as not sent.
 * @param perSecond above 0
 */
export function paced(channel: Channel, perSecond: number, { now, wait }: Stopwatch = stopwatch): Channel {
  let free = 0;
  return {
    name: channel.name,
    send: async (message, options) => {
      const turn = Math.max(now(), free);
      free = turn + 1000 / perSecond;
      const left = turn - now();
      if (left > 0)
        await wait(left, options.signal).catch((cause: unknown) => {
          throw new DeliveryFailed('aborted', { cause });
        });
      return channel.send(message, options);
    },
  };
}
