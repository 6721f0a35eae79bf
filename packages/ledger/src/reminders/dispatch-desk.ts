import { type Clock } from '../clock.js';
import { type Database } from '../database/database.js';
import { all, change, first, type Work } from '../database/work.js';
import * as statements from './statements.js';
import { type ReminderRow } from './statements.js';

/** A reminder that is waiting, and from when it may go out. */
export interface Waiting {
  readonly id: string;
  readonly nextTryAt: string;
}

/** A reminder that a worker may send now: no other will, until the lease ends. */
export interface Claimed {
  readonly reminder: ReminderRow;
  /** Why it exists, as it was planned. */
  readonly why: unknown;
}

/** How a delivery went, for the log. */
export interface Delivery {
  readonly channel: string;
  /** What the other side calls it. */
  readonly reference?: string;
}

/** What went wrong, and when to try again; without a moment nobody tries again by himself. */
export interface Failure {
  readonly channel: string;
  readonly error: string;
  readonly nextTryAt?: string;
}

/** Most that one scan handles; the next one goes on. */
const BATCH = 500;

/**
 * The desk where dispatchers get their work. The table is the truth: a queue, a timer in memory or a second worker can
 * only ask here, and of all who ask for one reminder, one gets it.
 */
export class DispatchDesk {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Marks what is due before the horizon as queued, and keeps earlier steps back when a later one is due as well.
   * @returns everything that waits before the horizon, also what was queued before: enough to fill an empty queue
   */
  async queueUntil(horizon: string): Promise<Waiting[]> {
    const now = this.clock();
    return this.database.write(() => queued(now, horizon));
  }

  /** Claims one reminder for a worker. @returns undefined when it is not due, or somebody else has it or had it */
  async claim(id: string, worker: string, until: string): Promise<Claimed | undefined> {
    const now = this.clock();
    return this.database.write(() => claimed({ id, worker, until, now }));
  }

  /** Puts on record that it went out. @returns false when the worker lost its claim meanwhile */
  async sent(id: string, worker: string, { channel, reference }: Delivery): Promise<boolean> {
    const at = this.clock();
    const attempt = { id, worker, at, channel, reference: reference ?? null, error: null, outcome: 'sent' };
    return this.database.write(function* () {
      if ((yield* change(statements.SENT, { id, worker, at })) === 0) return false;
      yield* change(statements.END_ATTEMPT, attempt);
      return true;
    });
  }

  /** Puts on record that it did not go out, and when it is tried again. @returns false when the claim was lost */
  async failed(id: string, worker: string, { channel, error, nextTryAt }: Failure): Promise<boolean> {
    const at = this.clock();
    const state = nextTryAt === undefined ? 'dead' : 'failed';
    const failure = { id, worker, at, error, state, nextTryAt: nextTryAt ?? at };
    const attempt = { id, worker, at, channel, reference: null, error, outcome: 'failed' };
    return this.database.write(function* () {
      if ((yield* change(statements.FAILED, failure)) === 0) return false;
      yield* change(statements.END_ATTEMPT, attempt);
      return true;
    });
  }

  /**
   * Takes back what workers claimed and did not finish within their lease: they died, or hang. It may have gone out
   * already; the message id is the same the next time, so that the receiver can tell.
   * @returns how many
   */
  async reap(): Promise<number> {
    const now = this.clock();
    return this.database.write(() => reaped(now));
  }
}

function* queued(now: string, horizon: string): Work<Waiting[]> {
  yield* change(statements.SUPERSEDE_EARLIER_STEPS, { now });
  const waiting = yield* all(statements.DUE_BEFORE, { horizon, limit: BATCH });
  for (const { id, state } of waiting) if (state === 'planned') yield* change(statements.QUEUE, { id, now });
  return waiting.map(({ id, nextTryAt }) => ({ id, nextTryAt }));
}

function* claimed(claim: { id: string; worker: string; until: string; now: string }): Work<Claimed | undefined> {
  if ((yield* change(statements.CLAIM, claim)) === 0) return undefined;
  const { id, worker, now } = claim;
  yield* change(statements.ATTEMPT, { id, worker, now });
  const row = yield* first(statements.ONE, { id });
  if (!row) return undefined;
  const { why, ...reminder } = row;
  return { reminder, why: JSON.parse(why) as unknown };
}

function* reaped(now: string): Work<number> {
  const lost = yield* all(statements.LOST, { now, limit: BATCH });
  for (const { id, worker } of lost) {
    const error = `worker ${worker} did not come back within its lease`;
    yield* change(statements.FAILED, { id, worker, at: now, error, state: 'failed', nextTryAt: now });
    yield* change(statements.END_ATTEMPT, {
      id,
      worker,
      at: now,
      channel: null,
      reference: null,
      error,
      outcome: 'lost',
    });
  }
  return lost.length;
}
