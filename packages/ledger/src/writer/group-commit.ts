import { EngineError, PositionUnreadable } from '@samenwerkt/engine';
import { type Database } from 'better-sqlite3';
import { LedgerClosed, LedgerError } from '../errors.js';

/** One piece of work inside a transaction. It may be run again when a neighbour spoiled the transaction. */
interface Job {
  work(): unknown;
  resolve(value: unknown): void;
  reject(error: unknown): void;
}

type Outcome = { job: Job; value: unknown } | { job: Job; error: unknown };

/** Most work that shares one transaction; beyond it the event loop gets its turn first. */
const BATCH = 256;

/**
 * All work that arrives in one turn of the event loop shares one transaction, and nothing is answered before the
 * commit: one fsync for many commands. Work must do all its reading and deciding before its first write, so that a
 * refusal leaves nothing behind. When a *write* fails nevertheless, the whole transaction is rolled back and every job
 * runs again in one of its own: a neighbour's failure never costs another command its place.
 */
export class GroupCommit {
  private waiting: Job[] = [];
  private scheduled = false;
  private closed = false;
  private readonly whenDrained: (() => void)[] = [];

  constructor(private readonly database: Database) {}

  /** Runs the work in the next transaction; settles after the commit. */
  run<T>(work: () => T): Promise<T> {
    if (this.closed) return Promise.reject(new LedgerClosed());
    return new Promise<T>((resolve, reject) => {
      this.waiting.push({ work, resolve: resolve as Job['resolve'], reject });
      this.schedule();
    });
  }

  /** Takes no more work; settles when what was waiting has been committed. */
  close(): Promise<void> {
    this.closed = true;
    if (this.waiting.length === 0) return Promise.resolve();
    return new Promise((resolve) => this.whenDrained.push(resolve));
  }

  private schedule(): void {
    if (this.scheduled) return;
    this.scheduled = true;
    setImmediate(() => this.flush());
  }

  private flush(): void {
    this.scheduled = false;
    const batch = this.waiting.splice(0, BATCH);
    if (this.waiting.length > 0) this.schedule();
    for (const outcome of this.commit(batch)) {
      if ('error' in outcome) outcome.job.reject(outcome.error);
      else outcome.job.resolve(outcome.value);
    }
    if (this.waiting.length === 0) for (const tell of this.whenDrained.splice(0)) tell();
  }

  private commit(batch: readonly Job[]): Outcome[] {
    const spoiled = new Spoiled();
    try {
      return this.transaction(() => batch.map((job) => attempt(job, spoiled)));
    } catch (error) {
      if (batch.length > 1 && !isBusy(error)) return batch.flatMap((job) => this.commit([job]));
      return batch.map((job) => ({ job, error: error === spoiled ? spoiled.cause : error }));
    }
  }

  private transaction<T>(work: () => T): T {
    return this.database.transaction(work).immediate();
  }
}

/** Thrown through the transaction so that it rolls back; carries what went wrong. */
class Spoiled extends Error {}

/** Another program held the database for all the time that was waited: waiting again for each job would block for minutes. */
function isBusy(error: unknown): boolean {
  const { code } = error as { code?: unknown };
  return typeof code === 'string' && code.startsWith('SQLITE_BUSY');
}

/** Refusals are thrown before the first write; after any other error something may have been half written. */
function isRefusal(error: unknown): boolean {
  return error instanceof LedgerError || error instanceof EngineError || error instanceof PositionUnreadable;
}

function attempt(job: Job, spoiled: Spoiled): Outcome {
  try {
    return { job, value: job.work() };
  } catch (error) {
    if (isRefusal(error)) return { job, error };
    spoiled.cause = error;
    throw spoiled;
  }
}
