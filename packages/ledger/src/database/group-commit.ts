import { EngineError, PositionUnreadable } from '@samenwerkt/engine';
import { LedgerClosed, LedgerError } from '../errors.js';
import { type CommitActivity, type Transactor } from './database.js';
import { type Work } from './work.js';

/** One piece of work inside a transaction. It may be run again when a neighbour spoiled the transaction. */
interface Job {
  work(): Work<unknown>;
  resolve(value: unknown): void;
  reject(error: unknown): void;
}

type Outcome = { job: Job; value: unknown } | { job: Job; error: unknown };

/** Most work that shares one transaction; beyond it the event loop gets its turn first. */
const BATCH = 256;

/** How often a job that another process keeps spoiling is tried. */
const ATTEMPTS = 8;

/**
 * All work that arrives in one turn of the event loop shares one transaction, and nothing is answered before the
 * commit: one fsync for many commands. Work must do all its reading and deciding before its first write, so that a
 * refusal leaves nothing behind. When a *write* fails nevertheless, the whole transaction is rolled back and every job
 * runs again in one of its own: a neighbour's failure never costs another command its place.
 */
export class GroupCommit {
  private waiting: Job[] = [];
  private busy = false;
  private closed = false;
  private commits = 0;
  private work = 0;
  private readonly whenDrained: (() => void)[] = [];

  constructor(private readonly database: Transactor) {}

  /** Runs the work in the next transaction; settles after the commit. */
  run<T>(work: () => Work<T>): Promise<T> {
    if (this.closed) return Promise.reject(new LedgerClosed());
    return new Promise<T>((resolve, reject) => {
      this.waiting.push({ work, resolve: resolve as Job['resolve'], reject });
      if (this.busy) return;
      this.busy = true;
      setImmediate(() => void this.flush());
    });
  }

  activity(): CommitActivity {
    return { waiting: this.waiting.length, commits: this.commits, work: this.work };
  }

  /** Takes no more work; settles when what was waiting has been committed. */
  close(): Promise<void> {
    this.closed = true;
    if (!this.busy) return Promise.resolve();
    return new Promise((resolve) => this.whenDrained.push(resolve));
  }

  private async flush(): Promise<void> {
    const batch = this.waiting.splice(0, BATCH);
    for (const outcome of await this.commit(batch)) {
      if ('error' in outcome) outcome.job.reject(outcome.error);
      else outcome.job.resolve(outcome.value);
    }
    if (this.waiting.length > 0) return void setImmediate(() => void this.flush());
    this.busy = false;
    for (const tell of this.whenDrained.splice(0)) tell();
  }

  private async commit(batch: readonly Job[], attempt = 1): Promise<Outcome[]> {
    const spoiled = new Spoiled();
    try {
      const outcomes = await this.database.transact(() => attempts(batch, spoiled));
      this.commits += 1;
      this.work += batch.length;
      return outcomes;
    } catch (error) {
      const cause = error === spoiled ? spoiled.cause : error;
      const verdict = this.database.verdict(cause);
      if (verdict !== 'given up' && batch.length > 1) return this.oneByOne(batch);
      if (verdict !== 'again' || attempt >= ATTEMPTS) return batch.map((job) => ({ job, error: cause }));
      await pause(attempt);
      return this.commit(batch, attempt + 1);
    }
  }

  private async oneByOne(batch: readonly Job[]): Promise<Outcome[]> {
    const outcomes: Outcome[] = [];
    for (const job of batch) outcomes.push(...(await this.commit([job])));
    return outcomes;
  }
}

/** Thrown through the transaction so that it rolls back; carries what went wrong. */
class Spoiled extends Error {}

/** Refusals are thrown before the first write; after any other error something may have been half written. */
function isRefusal(error: unknown): boolean {
  return error instanceof LedgerError || error instanceof EngineError || error instanceof PositionUnreadable;
}

function* attempts(batch: readonly Job[], spoiled: Spoiled): Work<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const job of batch) outcomes.push(yield* attemptOne(job, spoiled));
  return outcomes;
}

function* attemptOne(job: Job, spoiled: Spoiled): Work<Outcome> {
  try {
    return { job, value: yield* job.work() };
  } catch (error) {
    if (isRefusal(error)) return { job, error };
    spoiled.cause = error;
    throw spoiled;
  }
}

/** Two processes that spoil each other's transaction must not come back at the same moment. */
function pause(attempt: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.random() * 10 * 2 ** attempt));
}
