import { secondsAfter } from '@samenwerkt/calendar';
import { type Database } from '../database/database.js';
import { change, sql, type Work } from '../database/work.js';
import { LONGEST_LEASE } from './longest-lease.js';

const TAKE = sql(
  `INSERT INTO lease (name, holder, until) VALUES (@name, @holder, @until)
   ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, until = excluded.until
   WHERE lease.holder = excluded.holder OR lease.until <= @now OR lease.until > @beyond`,
);
const GIVE_BACK = sql('DELETE FROM lease WHERE name = @name AND holder = @holder');

/** Work that only one process at a time may do, whichever processes there are. */
export class Leases {
  constructor(private readonly database: Database) {}

  /**
   * Takes or renews a lease.
   * @param now instant (ISO, UTC), as is `until`; who does not come back by then has lost it
   * A lease that ends more than a day from now was written under a clock that has been set back since, and is free.
   * @returns whether the holder has it now
   */
  async take(name: string, holder: string, now: string, until: string): Promise<boolean> {
    return this.database.write(() => taken({ name, holder, now, until, beyond: secondsAfter(now, LONGEST_LEASE) }));
  }

  /** Gives it back before its time, so that another process need not wait. */
  async giveBack(name: string, holder: string): Promise<void> {
    await this.database.write(() => change(GIVE_BACK, { name, holder }));
  }
}

/** Takes or renews a lease inside a transaction; see {@link Leases.take}. @param lease `beyond`: instant after which no lease can end */
export function* taken(lease: {
  name: string;
  holder: string;
  now: string;
  until: string;
  beyond: string;
}): Work<boolean> {
  return (yield* change(TAKE, lease)) === 1;
}
