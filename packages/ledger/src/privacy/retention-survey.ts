import { addMonths, today } from '@samenwerkt/calendar';
import { type Partnership } from '@samenwerkt/engine';
import { type Database } from '../database/database.js';
import { all, first, sql, type Work } from '../database/work.js';
import { FILES_OF_PARTNERSHIP, PARTNERSHIPS_WITH_FILES } from '../evidence/file-statements.js';
import { referred } from './references.js';

/** Somebody whose term is over. */
export interface Expired {
  readonly id: string;
  /** Local date on which the last partnership that names them ended. */
  readonly endedOn: string;
  /** How many partnerships name them, each of them over. */
  readonly partnerships: number;
}

interface PlaceRow {
  readonly id: string;
  readonly quarantined: string | null;
  /** Instant of the last event. */
  readonly lastAt: string;
}

const PLACES = sql<PlaceRow>(
  `SELECT p.id, p.quarantined_at AS quarantined,
     (SELECT h.at FROM history AS h WHERE h.partnership_id = p.id ORDER BY h.sequence DESC LIMIT 1) AS "lastAt"
   FROM partnership AS p WHERE p.organisation_id = @organisation AND p.id > @after ORDER BY p.id LIMIT @limit`,
);
const SNAPSHOT = sql<{ snapshot: string }>('SELECT snapshot FROM partnership WHERE id = @id');
const NAMING = sql<{ partnership: string; data: string }>(
  `SELECT partnership_id AS partnership, data FROM history
   WHERE organisation_id = @organisation AND partnership_id > @after AND partnership_id <= @until
     AND data LIKE '%subject:%'`,
);
const ATTESTING = sql<{ partnership: string; data: string }>(
  `SELECT partnership_id AS partnership, seen_by AS data FROM attestation
   WHERE organisation_id = @organisation AND partnership_id > @after AND partnership_id <= @until`,
);
const LIVING = sql<object>(
  'SELECT 1 FROM data_subject WHERE id = @id AND organisation_id = @organisation AND erased_at IS NULL',
);
const ATTESTED_AGAIN = sql<object>(
  `SELECT 1 FROM attestation
   WHERE organisation_id = @organisation AND seen_by = @seenBy AND recorded_at >= @since LIMIT 1`,
);
const NAMED_AGAIN = sql<object>(
  `SELECT 1 FROM partnership AS p JOIN history AS h ON h.partnership_id = p.id
   WHERE p.organisation_id = @organisation AND p.updated_at >= @since AND h.data LIKE @reference LIMIT 1`,
);

/** Partnerships that are looked through in one go, so that others get their turn. */
const PAGE = 500;

/**
 * Everybody whom only partnerships name that ended so many months ago or longer. One partnership that goes on, or that
 * was set apart as damaged, keeps all whom it names.
 * @param day local date, today
 */
export async function expired(
  database: Database,
  { organisation, months, day }: { organisation: string; months: number; day: string },
): Promise<Expired[]> {
  const kept = new Set<string>();
  const found = new Map<string, Expired>();
  for (let after = ''; ;) {
    const page = await database.read(() =>
      surveyed(organisation, after, (endedOn) => addMonths(endedOn, months) <= day),
    );
    for (const { endedOn, ids } of page.places) {
      if (endedOn === undefined) for (const id of ids) kept.add(id);
      else for (const id of ids) found.set(id, later(found.get(id), id, endedOn));
    }
    if (page.last === undefined) break;
    after = page.last;
  }
  const ids = [...found.keys()].filter((id) => !kept.has(id));
  const living = await database.read(() => livingOf(organisation, ids));
  return living.flatMap((id) => found.get(id) ?? []);
}

/** The files of evidence of partnerships that ended so many months ago or longer. */
export async function expiredFiles(
  database: Database,
  { organisation, months, day }: { organisation: string; months: number; day: string },
): Promise<{ partnership: string; id: string }[]> {
  return database.read(function* () {
    const found: { partnership: string; id: string }[] = [];
    for (const row of yield* all(PARTNERSHIPS_WITH_FILES, { organisation })) {
      if ((yield* endOf(row, (endedOn) => addMonths(endedOn, months) <= day)) === undefined) continue;
      const files = yield* all(FILES_OF_PARTNERSHIP, { organisation, partnership: row.id });
      found.push(...files.filter(({ removedAt }) => removedAt === null).map(({ id }) => ({ partnership: row.id, id })));
    }
    return found;
  });
}

/** Whether somebody can be erased still: not done meanwhile, and named in nothing that was recorded since. */
export function* isStillExpired(organisation: string, id: string, reference: string, since: string): Work<boolean> {
  if (!(yield* first(LIVING, { organisation, id }))) return false;
  if (yield* first(ATTESTED_AGAIN, { organisation, since, seenBy: reference })) return false;
  return (yield* first(NAMED_AGAIN, { organisation, since, reference: `%${reference}%` })) === undefined;
}

function later(known: Expired | undefined, id: string, endedOn: string): Expired {
  if (!known) return { id, endedOn, partnerships: 1 };
  return { id, endedOn: known.endedOn > endedOn ? known.endedOn : endedOn, partnerships: known.partnerships + 1 };
}

/** Whom the next so many partnerships name, with the day they ended where that is long enough ago. */
function* surveyed(
  organisation: string,
  after: string,
  isOver: (endedOn: string) => boolean,
): Work<{ places: { endedOn: string | undefined; ids: Set<string> }[]; last: string | undefined }> {
  const rows = yield* all(PLACES, { organisation, after, limit: PAGE });
  const until = rows.at(-1)?.id;
  if (until === undefined) return { places: [], last: undefined };
  const named = new Map<string, Set<string>>();
  const range = { organisation, after, until };
  for (const { partnership, data } of [...(yield* all(NAMING, range)), ...(yield* all(ATTESTING, range))]) {
    const ids = named.get(partnership) ?? new Set();
    for (const id of referred(data)) ids.add(id);
    named.set(partnership, ids);
  }
  const places: { endedOn: string | undefined; ids: Set<string> }[] = [];
  for (const row of rows) {
    const ids = named.get(row.id);
    if (ids) places.push({ endedOn: yield* endOf(row, isOver), ids });
  }
  return { places, last: until };
}

/** The local date on which a partnership ended; undefined when it goes on, or ended too recently. */
function* endOf({ id, quarantined, lastAt }: PlaceRow, isOver: (endedOn: string) => boolean): Work<string | undefined> {
  const endedOn = today(lastAt);
  if (quarantined !== null || !isOver(endedOn)) return undefined;
  const { snapshot = '{}' } = (yield* first(SNAPSHOT, { id })) ?? {};
  return (JSON.parse(snapshot) as Partial<Partnership>).done === true ? endedOn : undefined;
}

function* livingOf(organisation: string, ids: readonly string[]): Work<string[]> {
  const living: string[] = [];
  for (const id of ids) if (yield* first(LIVING, { organisation, id })) living.push(id);
  return living;
}
