import { secondsAfter, secondsBetween } from '@samenwerkt/calendar';
import { type Text } from '@samenwerkt/engine';
import { type Ledger, type MomentPlace } from '@samenwerkt/ledger';
import { nextTry } from '../backoff.js';
import { type Clock } from '../channels/channel.js';
import { type Courier, type Outcome } from './courier.js';
import { type Queue, type Timers } from './queue.js';

/** What a scan did. */
export interface Reconciliation {
  /** New to the queue. */
  readonly offered: number;
  /** Of those: what the table calls queued, but the queue did not have. A Redis that was emptied shows here. */
  readonly requeued: number;
  /** Moments that had no reminder, and got one: of partnerships that stood still since before there were reminders. */
  readonly planned: number;
}

/** How dispatching stands in this process. Moments are instants (ISO, UTC). */
export interface DispatchHealth {
  /** Name under which this process claims. */
  readonly worker: string;
  readonly queue: string;
  /** Why the queue cannot be relied on; absent when it can. */
  readonly trouble?: Text;
  /** Whether this process is the one that scans. */
  readonly scans: boolean;
  readonly lastScanAt: string | null;
  /** What the last scan did; null before the first. */
  readonly lastReconciliation: Reconciliation | null;
  /** Due and not out yet: how many, and for how many seconds the first of them. */
  readonly late: { readonly count: number; readonly seconds: number };
  /** Null when the queue does not say. */
  readonly depth: { readonly waiting: number; readonly delayed: number } | null;
  /** Since this process started. */
  readonly delivered: number;
  readonly failed: number;
  /** The last thing that went wrong with scanning; null when the last scan went well. */
  readonly lastFailure: string | null;
}

interface Parts {
  readonly ledger: Ledger;
  readonly queue: Queue;
  readonly courier: Courier;
  readonly clock: Clock;
  /** Names this process: no two have the same. */
  readonly id: string;
  readonly timers: Timers;
  /** Chance from 0 up to 1. */
  readonly random: () => number;
}

/** Name of the lease under which one process scans. */
const SCAN = 'reminders';
/** Seconds. A scan comes every fifteen; who misses two has lost it. */
const SCAN_LEASE = 30;
const AHEAD = 24 * 3600;
/** Seconds a delivery may take; a quarter of it is kept for writing down what came of it. */
const CLAIM_LEASE = 120;
const DELIVERY = 90;

/**
 * Gets reminders out. The table is the truth and decides what is due; the queue only wakes. Whoever is woken claims, and of
 * all who claim one gets it, so a reminder goes out once however often and wherever it is called for.
 */
export class Dispatcher {
  private scans = false;
  /** How far the walk along moments without a reminder is; undefined when it is done, which it is for good. */
  private walk: { readonly after?: MomentPlace } | undefined = {};
  private lastScanAt: string | null = null;
  private lastReconciliation: Reconciliation | null = null;
  private lastFailure: string | null = null;
  private delivered = 0;
  private failed = 0;
  private readonly stopping = new AbortController();

  constructor(private readonly parts: Parts) {}

  /** From now on what the queue calls for is delivered, and a queue that comes back is filled at once. */
  start(): void {
    this.parts.queue.start(
      (id) => this.deliver(id),
      () => void this.scan(),
    );
  }

  /**
   * Reconciles, when no other process does. Never fails: what goes wrong shows in the health, and the next scan tries again.
   * @returns undefined when another process scans, or when it went wrong
   */
  async scan(): Promise<Reconciliation | undefined> {
    const { ledger, clock, id } = this.parts;
    try {
      const now = clock();
      this.scans = await ledger.leases.take(SCAN, id, now, secondsAfter(now, SCAN_LEASE));
      return this.scans ? await this.reconcile() : undefined;
    } catch (error) {
      this.lastFailure = error instanceof Error ? error.message : String(error);
      return undefined;
    }
  }

  /**
   * Takes back what dead workers held, and offers the queue everything that is due within a day: what it has already it
   * keeps, what it lost it gets back. As long as this process has not seen all open moments, it looks among some of them
   * for one without a reminder.
   * @throws QueueUnreachable; what is due stays due
   */
  async reconcile(): Promise<Reconciliation> {
    const { ledger, queue, clock } = this.parts;
    const now = clock();
    await ledger.dispatch.reap((tries) => this.nextTryAt(tries));
    const waiting = await ledger.dispatch.queueUntil(secondsAfter(now, AHEAD));
    const unknown = new Set(await queue.offer(waiting));
    const requeued = waiting.filter(({ id, queuedBefore }) => queuedBefore && unknown.has(id)).length;
    this.lastScanAt = now;
    this.lastReconciliation = { offered: unknown.size, requeued, planned: await this.planMissing() };
    this.lastFailure = null;
    return this.lastReconciliation;
  }

  /** Delivers one reminder, if it is due and nobody else has it. */
  async deliver(id: string): Promise<void> {
    const { ledger, courier, clock, timers } = this.parts;
    if (this.stopping.signal.aborted) return;
    const claim = await ledger.dispatch.claim(id, this.parts.id, secondsAfter(clock(), CLAIM_LEASE));
    if (!claim) return;
    const limit = new AbortController();
    const stop = () => limit.abort();
    const callOff = timers.after(DELIVERY * 1000, stop);
    this.stopping.signal.addEventListener('abort', stop);
    try {
      const outcome = await courier.deliver(claim, limit.signal);
      if (outcome.outcome === 'delivered') {
        this.delivered++;
        await ledger.dispatch.sent(claim, outcome);
      } else {
        this.failed++;
        await ledger.dispatch.failed(claim, this.failureOf(outcome, claim.reminder.tries));
      }
    } finally {
      callOff();
      this.stopping.signal.removeEventListener('abort', stop);
    }
  }

  /** Why the queue cannot be relied on, and what to do; undefined when it can. */
  trouble(): Promise<Text | undefined> {
    return this.parts.queue.readiness();
  }

  async health(): Promise<DispatchHealth> {
    const { ledger, queue, clock, id } = this.parts;
    const [trouble, depth, { count, since }] = await Promise.all([
      this.trouble(),
      queue.depth().catch(() => null),
      ledger.dispatch.late(),
    ]);
    const { scans, lastScanAt, lastReconciliation, delivered, failed, lastFailure } = this;
    return {
      worker: id,
      queue: queue.name,
      ...(trouble && { trouble }),
      ...{ scans, lastScanAt, lastReconciliation, depth, delivered, failed, lastFailure },
      late: { count, seconds: since === null ? 0 : secondsBetween(since, clock()) },
    };
  }

  /**
   * Begins nothing new, and settles when what is under way has ended.
   * @param patience milliseconds after which deliveries under way are stopped; they are tried again later
   */
  async close(patience = 0): Promise<void> {
    const { ledger, queue, timers, id } = this.parts;
    const callOff = timers.after(patience, () => this.stopping.abort());
    try {
      await queue.close();
      if (this.scans) await ledger.leases.giveBack(SCAN, id);
    } finally {
      callOff();
    }
  }

  /** Last, so that it keeps nothing waiting; what it plans is offered at the next scan. */
  private async planMissing(): Promise<number> {
    if (this.walk === undefined) return 0;
    const { planned, next } = await this.parts.ledger.missingReminders.plan(this.walk.after);
    this.walk = next && { after: next };
    return planned;
  }

  private failureOf(outcome: Outcome & { outcome: 'failed' }, tries: number) {
    const { channel, error, again, retryAfterSeconds, mayHaveArrived = false } = outcome;
    const nextTryAt = again ? this.nextTryAt(tries, retryAfterSeconds) : undefined;
    return { channel, error, mayHaveArrived, ...(nextTryAt !== undefined && { nextTryAt }) };
  }

  private nextTryAt(tries: number, retryAfterSeconds?: number): string | undefined {
    const next = nextTry(tries, this.parts.random(), retryAfterSeconds);
    return next.outcome === 'dead' ? undefined : secondsAfter(this.parts.clock(), next.afterSeconds);
  }
}
