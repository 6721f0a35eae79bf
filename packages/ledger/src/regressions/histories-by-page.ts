import { type Database } from 'better-sqlite3';
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

/** Reads histories piece by piece, so that however many there are, and however long, few are in memory. */
export class HistoriesByPage {
  private readonly counted;
  private readonly page;
  private readonly events;

  constructor(database: Database) {
    this.counted = database.prepare<[string, string], { total: number; last: string | null }>(
      'SELECT count(*) AS total, max(id) AS last FROM partnership WHERE organisation_id = ? AND pack_name = ?',
    );
    this.page = database.prepare<[string, string, string, string, number], Row>(
      `SELECT id, quarantined_at AS quarantinedAt FROM partnership
       WHERE organisation_id = ? AND pack_name = ? AND id > ? AND id <= ? ORDER BY id LIMIT ?`,
    );
    this.events = database.prepare<[string, string, number, number], HistoryEntity>(
      `SELECT ${HISTORY_COLUMNS} FROM history
       WHERE partnership_id = ? AND organisation_id = ? AND sequence > ? ORDER BY sequence LIMIT ?`,
    );
  }

  scope(organisation: string, pack: string): Scope {
    const { total = 0, last = null } = this.counted.get(organisation, pack) ?? {};
    return { organisation, pack, total, last: last ?? '' };
  }

  *partnerships({ organisation, pack, last }: Scope): Generator<Row> {
    let after = '';
    for (;;) {
      const rows = this.page.all(organisation, pack, after, last, PARTNERSHIPS);
      yield* rows;
      if (rows.length < PARTNERSHIPS) return;
      after = rows.at(-1)?.id ?? last;
    }
  }

  *history(organisation: string, partnership: string): Generator<HistoryEntity> {
    let after = 0;
    for (;;) {
      const rows = this.events.all(partnership, organisation, after, EVENTS);
      yield* rows;
      if (rows.length < EVENTS) return;
      after = rows.at(-1)?.sequence ?? after;
    }
  }
}
