import { secondsAfter } from '@samenwerkt/calendar';
import { type Clock } from '../clock.js';
import { type Database } from '../database/database.js';
import { all, change, first, type Work } from '../database/work.js';
import { LONGEST_LEASE } from '../leases/longest-lease.js';
import * as statements from './statements.js';
import { type ReminderRow } from './statements.js';

/** A reminder that is waiting, and from when it may go out. */
export interface Waiting {
  readonly id: string;
  /** Instant (ISO, UTC). */
  readonly nextTryAt: string;
  /** Attempts so far: with it, each next try has a name of its own. */
  readonly attempts: number;
  /** Whether it was handed to the dispatcher before this scan. */
  readonly queuedBefore: boolean;
}

/** A reminder that a worker may send now: no other will, until the lease ends. */
export interface Claimed {
  readonly reminder: ReminderRow;
  readonly worker: string;
  /** Why it exists, as it was planned. */
  readonly why: unknown;
  /** Name of the organisation it is sent for. */
  readonly organisationName: string;
  /** What other attempts handed over already, by channel. */
  readonly takenBy: ReadonlyMap<string, string | null>;
}

/** How a delivery went, for the log. */
interface Delivery {
  readonly channel: string;
  /** What the other side calls it. */
  readonly reference?: string;
}

/** What went wrong, and when to try again; without a moment nobody tries again by himself. */
interface Failure {
  readonly channel: string;
  readonly error: string;
  readonly nextTryAt?: string;
  /** Whether the message may have arrived nevertheless: the connection broke before the other side could say so. */
  readonly mayHaveArrived?: boolean;
}

/** Most that one transaction handles; the next one goes on. */
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
   * Marks what is due before the horizon as queued, and keeps earlier steps back when a later one is due as well. Page by
   * page, so that others get their turn.
   * @param horizon instant (ISO, UTC)
   * @returns everything that waits before the horizon, also what was queued before: enough to fill an empty queue
   */
  async queueUntil(horizon: string): Promise<Waiting[]> {
    const now = this.clock();
    // Most scans find nothing, and asking that needs no transaction.
    if (!(await this.database.glance(() => first(statements.DUE_BEFORE, { ...pageAfter(), horizon, limit: 1 }))))
      return [];
    const waiting: Waiting[] = [];
    for (;;) {
      const after = waiting.at(-1);
      const page = await this.database.write(function* () {
        if (!after) yield* change(statements.SUPERSEDE_EARLIER_STEPS, { now });
        return yield* queued(now, horizon, after);
      });
      waiting.push(...page);
      if (page.length < BATCH) return waiting;
    }
  }

  /**
   * Claims one reminder for a worker.
   * @param until instant (ISO, UTC) by which the worker must have come back
   * @returns undefined when it is not due, when a later step is, or when somebody else has it or had it
   */
  async claim(id: string, worker: string, until: string): Promise<Claimed | undefined> {
    const now = this.clock();
    return this.database.write(() => claimed({ id, worker, until, now }));
  }

  /** Puts on record that a channel took it, also when the claim was lost meanwhile: it is not offered to it again. */
  async handedOver({ reminder: { id } }: Claimed, { channel, reference }: Delivery): Promise<void> {
    const at = this.clock();
    await this.database.write(() => change(statements.HANDED_OVER, { id, channel, reference: reference ?? null, at }));
  }

  /** Puts on record that it went out. @returns false when the worker lost its claim meanwhile, or it was called off */
  async sent(claim: Claimed, { channel, reference }: Delivery): Promise<boolean> {
    const mine = { ...ofAttempt(claim), at: this.clock() };
    return this.database.write(function* () {
      const counts = (yield* change(statements.SENT, mine)) === 1;
      if (!counts) yield* change(statements.SENT_THOUGH_CLOSED, mine);
      yield* change(statements.END_ATTEMPT, {
        ...mine,
        channel,
        reference: reference ?? null,
        error: null,
        outcome: 'sent',
        mayHaveArrived: 0,
      });
      return counts;
    });
  }

  /** Puts on record that it did not go out, and when it is tried again. @returns false when the claim was lost */
  async failed(claim: Claimed, { channel, error, nextTryAt, mayHaveArrived = false }: Failure): Promise<boolean> {
    const mine = { ...ofAttempt(claim), at: this.clock(), error };
    const state = nextTryAt === undefined ? 'dead' : 'failed';
    return this.database.write(function* () {
      const counts = (yield* change(statements.FAILED, { ...mine, state, nextTryAt: nextTryAt ?? mine.at })) === 1;
      const ending = { channel, reference: null, outcome: 'failed', mayHaveArrived: mayHaveArrived ? 1 : 0 };
      yield* change(statements.END_ATTEMPT, { ...mine, ...ending });
      return counts;
    });
  }

  /** What is due and not out yet, of all organisations: how many, and since when (instant) the first of them. */
  async late(): Promise<{ count: number; since: string | null }> {
    const now = this.clock();
    return (await this.database.read(() => first(statements.LATE, { now }))) ?? { count: 0, since: null };
  }

  /** How many do not go out by themselves any more, of all organisations. */
  async dead(): Promise<number> {
    return (await this.database.read(() => first(statements.DEAD, {})))?.count ?? 0;
  }

  /**
   * Takes back what workers claimed and did not finish within their lease: they died, or hang. It may have gone out
   * already; the message id is the same the next time, so that the receiver can tell. It counts as a try: what ends
   * every worker that touches it must come to an end too.
   * @param nextTryAt when to try again after so many tries; undefined when it is enough
   * @returns how many
   */
  async reap(nextTryAt: (tries: number) => string | undefined): Promise<number> {
    for (let reaped = 0; ;) {
      const now = this.clock();
      const page = await this.database.write(() => reapedPage(now, nextTryAt));
      reaped += page;
      if (page < BATCH) return reaped;
    }
  }
}

function ofAttempt({ reminder, worker }: Claimed): { id: string; worker: string; attempt: number } {
  return { id: reminder.id, worker, attempt: reminder.attempts };
}

function pageAfter(last?: Pick<Waiting, 'id' | 'nextTryAt'>): { afterMoment: string; afterId: string } {
  return { afterMoment: last?.nextTryAt ?? '', afterId: last?.id ?? '' };
}

function* queued(now: string, horizon: string, after?: Pick<Waiting, 'id' | 'nextTryAt'>): Work<Waiting[]> {
  const waiting = yield* all(statements.DUE_BEFORE, { horizon, ...pageAfter(after), limit: BATCH });
  for (const { id, state } of waiting) if (state === 'planned') yield* change(statements.QUEUE, { id, now });
  return waiting.map(({ state, ...one }) => ({ ...one, queuedBefore: state === 'queued' }));
}

function* claimed(claim: { id: string; worker: string; until: string; now: string }): Work<Claimed | undefined> {
  if ((yield* change(statements.CLAIM, claim)) === 0) return undefined;
  const { id, worker, now } = claim;
  yield* change(statements.ATTEMPT, { id, worker, now });
  const row = yield* first(statements.CLAIMED, { id });
  if (!row) return undefined;
  const { why, organisationName, ...reminder } = row;
  const taken = yield* all(statements.TAKEN_BY, { id });
  const takenBy = new Map(taken.map(({ channel, reference }) => [channel, reference]));
  return { reminder, worker, why: JSON.parse(why) as unknown, organisationName, takenBy };
}

function* reapedPage(now: string, nextTryAt: (tries: number) => string | undefined): Work<number> {
  const lost = yield* all(statements.LOST, { now, beyond: secondsAfter(now, LONGEST_LEASE), limit: BATCH });
  for (const { tries, ...attempt } of lost) {
    const mine = { ...attempt, at: now, error: lostWords(attempt.worker) };
    const next = nextTryAt(tries);
    const state = next === undefined ? 'dead' : 'failed';
    yield* change(statements.FAILED, { ...mine, state, nextTryAt: next ?? now });
    const ending = { channel: null, reference: null, outcome: 'lost', mayHaveArrived: 1 };
    yield* change(statements.END_ATTEMPT, { ...mine, ...ending });
  }
  return lost.length;
}

function lostWords(worker: string): string {
  return `Proces ${worker} kwam niet op tijd terug; misschien is het bericht wel weg. / Process ${worker} did not come back in time; the message may have gone out.`;
}
