import { secondsAfter } from '@samenwerkt/calendar';
import { v7 as uuid } from 'uuid';
import { type Clock } from '../clock.js';
import { type Database } from '../database/database.js';
import { change, first, sql, type Work } from '../database/work.js';
import { taken } from './leases.js';
import { LONGEST_LEASE } from './longest-lease.js';

const RENEW = sql('UPDATE lease SET until = @until WHERE name = @name AND holder = @holder');
const HELD = sql<object>('SELECT 1 FROM lease WHERE name = @name AND until > @now AND until <= @beyond');
const END = sql('DELETE FROM lease WHERE name = @name');

/** Seconds: whoever misses so many heartbeats is gone, or so busy that it makes no difference. */
const LEASE = 30;
/** Milliseconds. */
const HEARTBEAT = 5_000;

/** The part of a run's row that says how it stands. */
interface RunRow {
  readonly id: string;
  readonly state: 'running' | 'done' | 'stopped' | 'failed';
}

/**
 * Says of work in the background whether it goes on, also to processes on other machines: who does it holds a lease, and
 * renews it for as long as it lives. The clocks of those machines must not differ by more than some seconds.
 */
export class RunLeases {
  private readonly holder = uuid();

  /** @param heartbeat milliseconds between renewals */
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly heartbeat = HEARTBEAT,
  ) {}

  /** Takes the lease of a run, in the transaction that puts the run on record. */
  *begin(id: string): Work<void> {
    const now = this.clock();
    yield* taken({ name: nameOf(id), holder: this.holder, now, until: this.until(), beyond: beyond(now) });
  }

  /** Renews the lease from now on. @returns ends that */
  keep(id: string): () => void {
    const renew = () => change(RENEW, { name: nameOf(id), holder: this.holder, until: this.until() });
    // One that fails is made good by the next; without a database the run comes to its own end.
    const timer = setInterval(() => void this.database.write(renew).catch(() => undefined), this.heartbeat).unref();
    return () => clearInterval(timer);
  }

  /** Gives the lease of a run up, whoever has it: in the transaction that puts its end on record. */
  *end(id: string): Work<void> {
    yield* change(END, { name: nameOf(id) });
  }

  /** Whether somebody, here or elsewhere, is at work on it. */
  *isAlive(id: string): Work<boolean> {
    const now = this.clock();
    return (yield* first(HELD, { name: nameOf(id), now, beyond: beyond(now) })) !== undefined;
  }

  /**
   * A row as it is to be shown: one that says `running` and whose lease has ended is `stopped`. A run may also end between
   * the reading of its row and the look at its lease: then its row is read again, and says how it ended.
   */
  async asItIs<T extends RunRow>(row: T, readAgain: () => Promise<T | null>): Promise<T> {
    if (row.state !== 'running' || (await this.database.read(() => this.isAlive(row.id)))) return row;
    const now = (await readAgain()) ?? row;
    return now.state === 'running' ? { ...now, state: 'stopped' } : now;
  }

  private until(): string {
    return secondsAfter(this.clock(), LEASE);
  }
}

function nameOf(id: string): string {
  return `run/${id}`;
}

/** A lease that ends later was written under a clock that has been set back since. */
function beyond(now: string): string {
  return secondsAfter(now, LONGEST_LEASE);
}
