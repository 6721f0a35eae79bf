import { atLocalTime, today } from '@samenwerkt/calendar';
import { packMoments, type PackMoment } from '@samenwerkt/engine';
import { v7 as uuid } from 'uuid';
import { all, change, sql, type Work } from '../database/work.js';
import { ADD } from '../reminders/statements.js';
import { byVersion, type PackStep } from './pack-life.js';
import { type PackShelf } from './pack-shelf.js';
import { NAMED_SO } from './statements.js';

/** A step with a pack that may change what is to be told about it. */
interface Stepped {
  readonly organisation: string;
  /** Of the pack. */
  readonly name: string;
  /** What was done; its sequence among the events of the version. */
  readonly step: PackStep;
  readonly sequence: number;
  /** Instant (ISO, UTC). */
  readonly at: string;
}

interface OpenRow {
  readonly id: string;
  readonly kind: string;
  readonly occurrence: string;
}

/** Of one pack: everything that begins with its name and `/`, which `0` comes right after. */
const OPEN = sql<OpenRow>(
  `SELECT id, kind, occurrence FROM reminder
   WHERE organisation_id = @organisation AND partnership_id IS NULL AND closed_by IS NULL
     AND occurrence >= @from AND occurrence < @to`,
);
/** What went out already keeps its state; it is not open any more. */
const CLOSE = sql(
  `UPDATE reminder SET closed_by = @closedBy, updated_at = @at,
     lease_until = CASE WHEN state IN ('sent', 'skipped') THEN lease_until ELSE NULL END,
     state = CASE WHEN state IN ('sent', 'skipped') THEN state ELSE 'cancelled' END
   WHERE id = @id`,
);

/**
 * Makes these the open moments of a pack, and no others: those of its highest published version. What is planned already
 * stays as it is, so that the same figure is told of once, whatever versions come in between without a new value.
 */
export function* planPackMoments(shelf: PackShelf, stepped: Stepped): Work<void> {
  const { organisation, name, at, sequence } = stepped;
  const wanted = yield* wantedFor(shelf, stepped);
  const open = yield* all(OPEN, { organisation, from: `${name}/`, to: `${name}0` });
  const stays = new Set(wanted.map(nameOf));
  for (const row of open) if (!stays.has(nameOf(row))) yield* change(CLOSE, { id: row.id, closedBy: sequence, at });
  const there = new Set(open.map(nameOf));
  for (const moment of wanted) if (!there.has(nameOf(moment))) yield* plan(stepped, moment);
}

function* wantedFor(shelf: PackShelf, { organisation, name }: Stepped): Work<PackMoment[]> {
  const published = (yield* all(NAMED_SO, { organisation, name })).filter(({ state }) => state === 'gepubliceerd');
  const highest = published.sort((a, b) => byVersion(a.version, b.version)).at(-1);
  if (!highest) return [];
  const { version, digest, endsOn, publishedAt, loadedAt } = highest;
  const policy = yield* shelf.find(organisation, { name, version, digest });
  return packMoments(policy, { since: today(publishedAt ?? loadedAt), endsOn });
}

function* plan({ organisation, name, step, sequence, at }: Stepped, moment: PackMoment): Work<void> {
  const { kind, occurrence, title, dueOn, goesOutOn, to, why } = moment;
  yield* change(ADD, {
    ...{ id: uuid(), organisationId: organisation, partnershipId: null, kind, occurrence, step: 0, recipient: to },
    ...{ revision: 0, purpose: 'ask' },
    ...{ dueOn, dueAt: atLocalTime(goesOutOn, moment.at), state: 'planned', setBy: sequence, at },
    search: `${name} ${occurrence} ${title.nl} ${title.en} ${to}`.toLowerCase(),
    why: JSON.stringify({ title, packStep: step, sequence, ...why }),
  });
}

function nameOf({ kind, occurrence }: Pick<OpenRow, 'kind' | 'occurrence'>): string {
  return `${kind} ${occurrence}`;
}
