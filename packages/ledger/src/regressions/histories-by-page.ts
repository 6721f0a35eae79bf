import { type Database } from '../database/database.js';
import { all, first, sql, type Work } from '../database/work.js';
import { type HistoryEntity } from '../entities/history.js';
import { type PartnershipEntity } from '../entities/partnership.js';
import { HISTORY_COLUMNS } from '../integrity/records.js';

/** Partnerships and events read at a time: enough to be quick, little enough to forget. */
const PARTNERSHIPS = 200;
const EVENTS = 500;

/** Which partnerships a run goes through: those of one pack that were there when it began. */
export interface Scope {
  readonly organisation: string;
  readonly pack: string;
  readonly total: number;
  /** Id of the last one; those that come later are not judged. */
  readonly last: string;
}

type Row = Pick<PartnershipEntity, 'id' | 'quarantinedAt'>;

const COUNTED = sql<{ total: number; last: string | null }>(
  `SELECT CAST(count(*) AS INTEGER) AS total, max(id) AS last FROM partnership
   WHERE organisation_id = @organisation AND pack_name = @pack`,
);
const PAGE = sql<Row>(
  `SELECT id, quarantined_at AS "quarantinedAt" FROM partnership
   WHERE organisation_id = @organisation AND pack_name = @pack AND id > @after AND id <= @last
   ORDER BY id LIMIT ${PARTNERSHIPS}`,
);
const HISTORY = sql<HistoryEntity>(
  `SELECT ${HISTORY_COLUMNS} FROM history
   WHERE partnership_id = @partnership AND organisation_id = @organisation AND sequence > @after
   ORDER BY sequence LIMIT ${EVENTS}`,
);

/** The partnerships to go through, those that are there now. */
export function* scopeOf(organisation: string, pack: string): Work<Scope> {
  const { total = 0, last = null } = (yield* first(COUNTED, { organisation, pack })) ?? {};
  return { organisation, pack, total, last: last ?? '' };
}

/** Reads histories piece by piece, so that however many there are, and however long, few are in memory. */
export class HistoriesByPage {
  constructor(private readonly database: Database) {}

  async *partnerships(scope: Scope): AsyncGenerator<Row[]> {
    let after = '';
    for (;;) {
      const from = after;
      const rows = await this.database.read(() => all(PAGE, { ...scope, after: from }));
      yield rows;
      if (rows.length < PARTNERSHIPS) return;
      after = rows.at(-1)?.id ?? scope.last;
    }
  }

  async *history(organisation: string, partnership: string): AsyncGenerator<HistoryEntity[]> {
    let after = 0;
    for (;;) {
      const from = after;
      const rows = await this.database.read(() => all(HISTORY, { organisation, partnership, after: from }));
      yield rows;
      if (rows.length < EVENTS) return;
      after = rows.at(-1)?.sequence ?? after;
    }
  }
}
