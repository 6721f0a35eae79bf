import { type Database } from '../database/database.js';
import { all, sql, type Work } from '../database/work.js';
import { type DataSubjects } from '../privacy/data-subjects.js';
import { scopeOf, type Within } from './scope.js';

/** Whose changes, and since when. */
interface ChangesAsked {
  /** Instant (ISO, UTC); later than it. */
  readonly since: string;
  /** Id of whoever asks: what they did themselves they know. */
  readonly except: string;
  /** Only partnerships of this coordinator, by the name as it was given. */
  readonly coordinator?: string | undefined;
}

/** A partnership in which others did something, with the last thing they did. */
interface RecentChange {
  readonly partnership: string;
  readonly title: string;
  readonly lifecycleId: string;
  readonly event: string;
  readonly actorId: string;
  /** Instant (ISO, UTC). */
  readonly at: string;
  /** Things that others did since then. */
  readonly events: number;
}

const CHANGES = sql<RecentChange>(
  `SELECT p.id AS partnership, p.title, h.lifecycle_id AS "lifecycleId", h.event, h.actor_id AS "actorId", h.at,
     (SELECT CAST(count(*) AS INTEGER) FROM history e
      WHERE e.partnership_id = p.id AND e.at > @since AND e.actor_id <> @except) AS events
   FROM partnership p JOIN history h ON h.partnership_id = p.id AND h.sequence =
     (SELECT max(e.sequence) FROM history e WHERE e.partnership_id = p.id AND e.at > @since AND e.actor_id <> @except)
   WHERE p.organisation_id = @organisation AND p.updated_at > @since AND (@supplier = '' OR p.supplier_id = @supplier)
     AND (@coordinator = '' OR p.coordinator = @coordinator OR p.coordinator = @reference)
   ORDER BY h.at DESC, p.id LIMIT @limit`,
);

/** What others did in partnerships since a moment. */
export class RecentChanges {
  constructor(
    private readonly database: Database,
    private readonly subjects: DataSubjects,
  ) {}

  /** One line a partnership, latest first. */
  latest(within: Within, { coordinator: name, ...asked }: ChangesAsked, limit: number): Promise<RecentChange[]> {
    const { organisation, supplier = '' } = scopeOf(within);
    const { subjects } = this;
    return this.database.read(function* (): Work<RecentChange[]> {
      const forms = name === undefined ? [] : yield* subjects.formsOf(organisation, name);
      const who = { coordinator: forms[0] ?? '', reference: forms[1] ?? forms[0] ?? '' };
      return yield* all(CHANGES, { organisation, supplier, ...asked, ...who, limit });
    });
  }
}
