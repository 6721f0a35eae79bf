import { type Clock } from '../clock.js';
import { type Database } from '../database/database.js';
import { all, change, first } from '../database/work.js';
import { LedgerClosed } from '../errors.js';
import { type PartnershipWriter } from '../writer/partnership-writer.js';
import { type MigratePartnership } from '../writer/commands.js';
import { hindranceOf, type Hindrance } from './not-moved.js';
import * as statements from './statements.js';

/** Partnerships read at a time. */
const PAGE = 200;

/** What a run needs. */
interface Work {
  readonly id: string;
  /** What is asked of every partnership. */
  readonly command: Omit<MigratePartnership, 'partnership' | 'expectedVersion'>;
  readonly writer: PartnershipWriter;
  readonly database: Database;
  readonly clock: Clock;
}

/**
 * One move of a selection at work: partnership after partnership, each a command of its own between everybody else's.
 * What became of it is written in the transaction of the move, so that the two never differ.
 */
export class Run {
  private asked = false;

  constructor(private readonly work: Work) {}

  /** Ends the run before the next partnership. */
  stop(): void {
    this.asked = true;
  }

  async play(): Promise<'done' | 'stopped'> {
    const { id, database } = this.work;
    let after = '';
    for (;;) {
      const asked = { migration: id, after, limit: PAGE };
      const rows = await database.read(() => all(statements.WAITING, asked));
      for (const { partnershipId, version } of rows) {
        if (this.asked || !(await database.read(() => first(statements.IS_RUNNING, { id })))) return 'stopped';
        if (!(await this.move(partnershipId, version))) return 'stopped';
      }
      if (rows.length < PAGE) return 'done';
      after = rows.at(-1)?.partnershipId ?? after;
    }
  }

  /** @returns false when the ledger takes no more work */
  private async move(partnership: string, expectedVersion: number): Promise<boolean> {
    const { id, command, writer } = this.work;
    try {
      await writer.migrate({ ...command, partnership, expectedVersion }, ({ at }) =>
        change(statements.SETTLE, { outcome: 'moved', code: null, reason: null, at, migration: id, partnership }),
      );
      return true;
    } catch (error) {
      if (error instanceof LedgerClosed) return false;
      return this.leave(partnership, hindranceOf(error));
    }
  }

  private async leave(partnership: string, { outcome, code, reason }: Hindrance): Promise<boolean> {
    const { id, database, clock } = this.work;
    const settled = { outcome, code, reason: JSON.stringify(reason), at: clock(), migration: id, partnership };
    try {
      await database.write(() => change(statements.SETTLE, settled));
      return true;
    } catch (error) {
      if (error instanceof LedgerClosed) return false;
      throw error;
    }
  }
}
