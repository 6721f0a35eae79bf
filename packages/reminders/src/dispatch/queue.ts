import { type Text } from '@samenwerkt/engine';

/** A reminder to wake up for. */
export interface Wake {
  readonly id: string;
  /** Instant (ISO, UTC) before which nobody needs to look. */
  readonly nextTryAt: string;
  /** Attempts so far. */
  readonly attempts: number;
}

/**
 * Something that calls at about the right moment, and may forget: the table of reminders is the truth, and what is due is
 * offered again at every scan. It may call too early, twice, or in two processes at once; whoever is called claims first.
 */
export interface Queue {
  readonly name: string;
  /**
   * Takes over what it does not have yet.
   * @returns ids of what it did not have
   * @throws QueueUnreachable
   */
  offer(waiting: readonly Wake[]): Promise<readonly string[]>;
  /**
   * From now on it calls. What the work throws is told to `onFailure` of the queue, and is not tried again by it.
   * @param isThere called each time the queue can be reached from then on, at first and after it was away: it may be empty
   */
  start(work: (id: string) => Promise<void>, isThere?: () => void): void;
  /** Why it cannot be relied on, and what to do; undefined when it can. */
  readiness(): Promise<Text | undefined>;
  /** How many it will call for now, and how many later. @throws QueueUnreachable */
  depth(): Promise<{ readonly waiting: number; readonly delayed: number }>;
  /** Calls no more; settles when the work under way has ended. */
  close(): Promise<void>;
}

/** How much a queue does at once. */
export interface Pace {
  /** Deliveries at the same moment, in one process. */
  readonly atOnce: number;
  /** Deliveries that may begin in one second: for BullMQ of all processes together, otherwise of this one. */
  readonly perSecond: number;
}

/** Ten a second is a busy morning's hundreds within a minute, and no mail server takes it for an attack. */
export const PACE: Pace = { atOnce: 5, perSecond: 10 };

/** Runs something again and again, or once, in real time; tests hand in their own. */
export interface Timers {
  /** @returns stops it */
  every(milliseconds: number, act: () => void): () => void;
  /** @returns calls it off */
  after(milliseconds: number, act: () => void): () => void;
}

/** Those of Node. */
export const systemTimers: Timers = {
  every: (milliseconds, act) => {
    const timer = setInterval(act, milliseconds);
    return () => clearInterval(timer);
  },
  after: (milliseconds, act) => {
    // Deliveries have connections of their own to live by: what only limits them keeps no process from ending.
    const timer = setTimeout(act, milliseconds).unref();
    return () => clearTimeout(timer);
  },
};
