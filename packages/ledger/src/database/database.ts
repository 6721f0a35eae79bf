import { type DataSource } from 'typeorm';
import { type Work } from './work.js';

/** What was written since the database was opened, by this process. */
export interface CommitActivity {
  /** Pieces of work that wait for their commit. */
  readonly waiting: number;
  readonly commits: number;
  /** Pieces of work in those commits. */
  readonly work: number;
}

/** The database under the ledger: SQLite or PostgreSQL, with the same promises. */
export interface Database {
  /** For reading entities; all writing is {@link write}'s. */
  readonly dataSource: DataSource;
  /** Runs work that only reads, all of it on one state of affairs. */
  read<T>(work: () => Work<T>): Promise<T>;
  /** Runs work that asks one question: that needs no transaction, which every request would pay for. */
  glance<T>(work: () => Work<T>): Promise<T>;
  /**
   * Runs work in the next group commit; settles when it is on disk. Work must do its deciding before its first write, and
   * may be run again when a neighbour or another process spoiled the transaction.
   */
  write<T>(work: () => Work<T>): Promise<T>;
  /** Runs work in a transaction of its own, now, also when the queue of writers is closed. */
  alone<T>(work: () => Work<T>): Promise<T>;
  /** What {@link write} did and has to do. */
  activity(): CommitActivity;
  /** Whether it answers. */
  isAlive(): Promise<boolean>;
  /** Takes no more writing; settles when what waited is on disk. */
  drain(): Promise<void>;
  close(): Promise<void>;
}

/** One way to run work in a transaction. */
export interface Transactor {
  /** @throws whatever the work throws, after rolling back */
  transact<T>(work: () => Work<T>): T | Promise<T>;
  /**
   * What a failed transaction means for its jobs: `again` = nothing is recorded, and trying again helps; `alone` = nothing
   * is recorded, and a job may succeed without its neighbours; `given up` = trying again does not help, or might do twice
   * what was done.
   */
  verdict(error: unknown): 'again' | 'alone' | 'given up';
}
