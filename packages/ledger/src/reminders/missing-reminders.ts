import { EngineError, type Timer } from '@samenwerkt/engine';
import { type Clock } from '../clock.js';
import { type Database } from '../database/database.js';
import { all, first, lock, sql, type Work } from '../database/work.js';
import { LedgerError } from '../errors.js';
import { readSnapshot } from '../integrity/snapshot.js';
import { type PackShelf } from '../packs/pack-shelf.js';
import { remind } from '../writer/consequences.js';
import { LOCK, SNAPSHOT, STORED } from '../writer/statements.js';

/** Where a walk along the open moments is: at the moment of this day and id. */
export interface MomentPlace {
  /** Local date (ISO). */
  readonly dueOn: string;
  readonly id: string;
}

interface OpenTimer extends Timer {
  readonly id: string;
  readonly organisation: string;
  readonly partnership: string;
  /** Sequence of the event that set it. */
  readonly setBy: number;
}

/** Open moments that one call looks at. */
const PAGE = 500;

const OPEN_AFTER = sql<OpenTimer & { reminded: number }>(
  `SELECT t.id, t.organisation_id AS organisation, t.partnership_id AS partnership, t.kind, t.occurrence,
     t.due_on AS "dueOn", t.set_by AS "setBy",
     CASE WHEN EXISTS (SELECT 1 FROM reminder r WHERE r.partnership_id = t.partnership_id AND r.kind = t.kind
       AND r.occurrence = t.occurrence) THEN 1 ELSE 0 END AS reminded
   FROM timer t WHERE t.state = 'open' AND (t.due_on, t.id) > (@dueOn, @id)
   ORDER BY t.due_on, t.id LIMIT @limit`,
);
const STILL_MISSING = sql<object>(
  `SELECT 1 FROM timer t WHERE t.id = @id AND t.state = 'open' AND t.due_on = @dueOn AND NOT EXISTS
     (SELECT 1 FROM reminder r WHERE r.partnership_id = t.partnership_id AND r.kind = t.kind AND r.occurrence = t.occurrence)`,
);
const SET_BY = sql<{ event: string }>(
  'SELECT event FROM history WHERE partnership_id = @partnership AND sequence = @setBy',
);

/**
 * Moments that are open without a reminder: of partnerships that stood still since before there were reminders. Every
 * event plans its own, so whoever has walked along all of them once is done.
 */
export class MissingReminders {
  constructor(
    private readonly database: Database,
    private readonly shelf: PackShelf,
    private readonly clock: Clock,
  ) {}

  /**
   * Plans what is missing among the next so many open moments. What is overdue already goes out at once, its last step
   * only. One that is set apart, or of which the pack cannot be had, is passed over; it has its turn the next time around.
   * @param after where the call before it ended; undefined to begin
   * @returns how many moments got their reminders, and where to go on; undefined when that was all
   */
  async plan(after?: MomentPlace): Promise<{ planned: number; next?: MomentPlace }> {
    const place = { dueOn: after?.dueOn ?? '', id: after?.id ?? '' };
    const page = await this.database.read(() => all(OPEN_AFTER, { ...place, limit: PAGE }));
    let planned = 0;
    for (const timer of page) if (Number(timer.reminded) === 0 && (await this.mend(timer))) planned++;
    const last = page.at(-1);
    return { planned, ...(last && page.length === PAGE && { next: { dueOn: last.dueOn, id: last.id } }) };
  }

  private async mend(timer: OpenTimer): Promise<boolean> {
    try {
      return await this.database.write(() => this.planned(timer));
    } catch (error) {
      // Nobody can be reminded of it before it is mended, and it must not keep the others from theirs.
      if (error instanceof LedgerError || error instanceof EngineError) return false;
      throw error;
    }
  }

  private *planned({ id, organisation, partnership: of, setBy, kind, occurrence, dueOn }: OpenTimer): Work<boolean> {
    yield* lock(LOCK, { id: of });
    const stored = yield* first(STORED, { id: of, organisation });
    if (!stored || stored.quarantinedAt !== null || !(yield* first(STILL_MISSING, { id, dueOn }))) return false;
    const { snapshot } = (yield* first(SNAPSHOT, { id: of })) ?? { snapshot: '' };
    const partnership = readSnapshot(of, { ...stored, snapshot }, stored.lastEventHash);
    const policy = yield* this.shelf.find(organisation, partnership.pack);
    const { event } = (yield* first(SET_BY, { partnership: of, setBy })) ?? { event: '' };
    const happened = { partnership, policy, sequence: setBy, at: this.clock(), event };
    yield* remind(happened, { kind, occurrence, dueOn });
    return !(yield* first(STILL_MISSING, { id, dueOn }));
  }
}
