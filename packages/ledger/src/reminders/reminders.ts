import { eventTitle, type Text } from '@samenwerkt/engine';
import { type Audit } from '../audit/audit.js';
import { type Clock } from '../clock.js';
import { type Database } from '../database/database.js';
import { first, sql, type Work } from '../database/work.js';
import { DeliveryAttemptEntity } from '../entities/delivery-attempt.js';
import { PartnershipEntity } from '../entities/partnership.js';
import { ReminderActEntity } from '../entities/reminder-act.js';
import { type ReminderState } from '../entities/reminder.js';
import { LedgerError, NotFound, RemindersTooMany } from '../errors.js';
import { type DataSubjects } from '../privacy/data-subjects.js';
import { referenceTo } from '../privacy/references.js';
import { actLine, bulkLine } from './audited.js';
import { carryOut, checked, possible, type ActCommand } from './acts.js';
import {
  countOf,
  idsOf,
  listed,
  pageOf,
  partOf,
  toLine,
  type ReminderFilter,
  type ReminderLine,
  type ReminderPage,
  type ReminderPlace,
  type Sought,
} from './listing.js';
import { REMINDER_STATES } from './state-title.js';
import { type ReminderWhy } from './why.js';

/** Everything that is known of one reminder. */
export interface ReminderDossier {
  readonly reminder: ReminderLine;
  readonly why: ReminderWhy;
  /** What it is about: title of the entry of the cadence, or of the event. */
  readonly title: Text;
  /** Title of the event that planned it; undefined when that was not recorded. */
  readonly event?: Text;
  readonly attempts: readonly DeliveryAttemptEntity[];
  readonly acts: readonly ReminderActEntity[];
}

/** A line with what was done about it. */
export interface ReminderOfPartnership extends ReminderLine {
  readonly acts: readonly ReminderActEntity[];
}

/** What would come of an act on many. */
export interface ActOutcome {
  readonly id: string;
  /** Why not; absent when it was done, or can be. */
  readonly refused?: LedgerError;
}

/** How the whole stands. */
export interface ReminderHealth {
  /** How many there are in each state, counted up to {@link COUNTED_TO}: that number means that many or more. */
  readonly counts: Readonly<Record<ReminderState, number>>;
  /** Due, and not out yet: how many (counted likewise), and since which instant the first of them; null for none. */
  readonly late: { readonly count: number; readonly since: string | null };
  /**
   * Messages that may have arrived once more (counted likewise): another attempt followed on one of which nobody knows
   * whether it arrived. It is an upper bound; both carry the same message id.
   */
  readonly maybeTwice: number;
}

/** As far as is counted: whether there are more is no news, and counting years of reminders takes seconds. */
export const COUNTED_TO = 10_000;

/** Most reminders that one act is done on. */
export const MOST_ACTED_ON = 10_000;

/** Most people whom one text finds. */
const MOST_PEOPLE = 50;

/** How many are looked at or written in one go, so that others get their turn. */
const BATCH = 250;

const COUNT = sql<{ count: number }>(
  `SELECT CAST(count(*) AS INTEGER) AS count FROM (
     SELECT 1 FROM reminder WHERE organisation_id = @organisation AND state = @state
     ORDER BY due_at, id LIMIT @most) AS counted`,
);
const OWN = sql<object>('SELECT 1 FROM reminder WHERE id = @id AND organisation_id = @organisation');
const LATE = sql<{ count: number; since: string | null }>(
  `SELECT CAST(count(*) AS INTEGER) AS count, min(next_try_at) AS since FROM (
     SELECT next_try_at FROM reminder
     WHERE state IN ('planned', 'queued', 'failed') AND next_try_at < @now AND organisation_id = @organisation
     ORDER BY next_try_at LIMIT @most) AS counted`,
);

const MAYBE_TWICE = sql<{ count: number }>(
  `SELECT CAST(count(*) AS INTEGER) AS count FROM (
     SELECT 1 FROM delivery_attempt AS unsure
     WHERE unsure.organisation_id = @organisation AND unsure.may_have_arrived = 1 AND EXISTS (
       SELECT 1 FROM delivery_attempt AS again
       WHERE again.reminder_id = unsure.reminder_id AND again.number > unsure.number
         AND (again.outcome = 'sent' OR again.may_have_arrived = 1))
     LIMIT @most) AS counted`,
);

interface Parts {
  readonly database: Database;
  readonly subjects: DataSubjects;
  readonly audit: Audit;
  readonly clock: Clock;
}

/** Reminders for administrators: what there is, why, what became of it, and what can be done about it. */
export class Reminders {
  constructor(private readonly parts: Parts) {}

  /** Of these ids those of reminders of the organisation. */
  among(organisation: string, ids: readonly string[]): Promise<ReadonlySet<string>> {
    return this.parts.database.read(function* () {
      const own = new Set<string>();
      for (const id of ids) if (yield* first(OWN, { id, organisation })) own.add(id);
      return own;
    });
  }

  /** One page, earliest first. */
  async page(
    organisation: string,
    filter: ReminderFilter,
    limit: number,
    after?: ReminderPlace,
  ): Promise<ReminderPage> {
    return pageOf(this.parts.database.dataSource, organisation, await this.sought(organisation, filter), limit, after);
  }

  /** How many fit, counted up to {@link MOST_LISTED}: that number means that many or more. */
  count(organisation: string, filter: Omit<ReminderFilter, 'text'>): Promise<number> {
    return countOf(this.parts.database.dataSource, organisation, filter);
  }

  /** The part of a list after so many of its reminders: what a table shows that is scrolled to there. */
  part(organisation: string, filter: Omit<ReminderFilter, 'text'>, limit: number, skip: number): Promise<ReminderPage> {
    return partOf(this.parts.database.dataSource, organisation, filter, limit, skip);
  }

  /** Ids of all that fit, earliest first. @throws RemindersTooMany when there are more than {@link MOST_ACTED_ON} */
  async select(organisation: string, filter: ReminderFilter): Promise<string[]> {
    const sought = await this.sought(organisation, filter);
    const ids = await idsOf(this.parts.database.dataSource, organisation, sought, MOST_ACTED_ON + 1);
    if (ids.length > MOST_ACTED_ON) throw new RemindersTooMany(MOST_ACTED_ON);
    return ids;
  }

  /** One page of the reminders of a partnership, each with what was done about it. @throws NotFound */
  async ofPartnership(
    organisationId: string,
    partnership: string,
    limit: number,
    after?: ReminderPlace,
  ): Promise<{ items: ReminderOfPartnership[]; next?: ReminderPlace }> {
    const { dataSource } = this.parts.database;
    const exists = await dataSource.getRepository(PartnershipEntity).existsBy({ id: partnership, organisationId });
    if (!exists) throw new NotFound({ nl: 'partnerschap', en: 'partnership' }, partnership);
    const { items, ...rest } = await this.page(organisationId, { partnership }, limit, after);
    const acts = await this.actsOn(items.map(({ id }) => id));
    return {
      ...rest,
      items: items.map((line) => ({ ...line, acts: acts.filter((act) => act.reminderId === line.id) })),
    };
  }

  /** @throws NotFound */
  async get(organisationId: string, id: string): Promise<ReminderDossier> {
    const found = await listed(this.parts.database.dataSource)
      .addSelect(['r.why', 'p.lifecycleId'])
      .where('r.organisation_id = :organisationId AND r.id = :id', { organisationId, id })
      .getOne();
    if (!found) throw new NotFound({ nl: 'herinnering', en: 'reminder' }, id);
    const attempts = this.parts.database.dataSource.getRepository(DeliveryAttemptEntity);
    const { partnership } = found as typeof found & { partnership: PartnershipEntity | null };
    const why = JSON.parse(found.why) as ReminderWhy;
    const event = partnership && why.event !== undefined ? eventTitle(partnership.lifecycleId, why.event) : undefined;
    return {
      reminder: toLine(found),
      why,
      title: why.title ?? event ?? { nl: found.kind, en: found.kind },
      ...(event && { event }),
      attempts: await attempts.find({ where: { reminderId: id }, order: { number: 'ASC' } }),
      acts: await this.actsOn([id]),
    };
  }

  /** @throws DataInvalid, ReminderMomentPast, NotFound, ReminderNotOpen */
  async act(command: Omit<ActCommand, 'now'>): Promise<void> {
    const now = this.parts.clock();
    await this.parts.database.write(() => this.acted({ ...command, now }));
  }

  /**
   * The same for many, each by itself: what cannot be done with one does not keep it from the others.
   * One line of the audit log says that it was asked, for how many and by which conditions; it is there before anything is
   * done. What became of each is in its own log.
   * @param dryRun only says what would come of it
   * @throws DataInvalid, ReminderMomentPast
   */
  async actOnAll(
    command: Omit<ActCommand, 'now' | 'id'>,
    ids: readonly string[],
    { dryRun = false, filter }: { dryRun?: boolean; filter?: ReminderFilter | undefined } = {},
  ): Promise<ActOutcome[]> {
    const now = this.parts.clock();
    const act = checked({ ...command, now });
    if (!dryRun)
      await this.parts.database.write(() => this.parts.audit.record(bulkLine({ ...command, act }, ids, filter)));
    const outcomes: ActOutcome[] = [];
    for (let from = 0; from < ids.length; from += BATCH) {
      const batch = ids.slice(from, from + BATCH);
      const all = dryRun
        ? await this.parts.database.read(() => rehearsed(command, batch))
        : await Promise.all(batch.map((id) => this.attempt({ ...command, id })));
      outcomes.push(...all);
      await new Promise((resolve) => setImmediate(resolve));
    }
    return outcomes;
  }

  health(organisation: string): Promise<ReminderHealth> {
    const now = this.parts.clock();
    return this.parts.database.read(() => standing(organisation, now));
  }

  private async sought(organisation: string, { text, ...filter }: ReminderFilter): Promise<Sought> {
    if (text === undefined) return filter;
    const people = await this.parts.database.read(() => this.parts.subjects.named(organisation, text));
    return { ...filter, texts: [text, ...people.slice(0, MOST_PEOPLE).map(({ id }) => referenceTo(id))] };
  }

  private async attempt(command: Omit<ActCommand, 'now'>): Promise<ActOutcome> {
    try {
      const now = this.parts.clock();
      await this.parts.database.write(() => carryOut({ ...command, now }));
      return { id: command.id };
    } catch (refused) {
      if (refused instanceof LedgerError) return { id: command.id, refused };
      throw refused;
    }
  }

  private *acted(command: ActCommand): Work<void> {
    yield* carryOut(command);
    yield* this.parts.audit.record(actLine(command));
  }

  private async actsOn(reminders: readonly string[]): Promise<ReminderActEntity[]> {
    if (reminders.length === 0) return [];
    return this.parts.database.dataSource
      .getRepository(ReminderActEntity)
      .createQueryBuilder('a')
      .where('a.reminder_id IN (:...reminders)', { reminders })
      .orderBy('a.id')
      .getMany();
  }
}

function* standing(organisation: string, now: string): Work<ReminderHealth> {
  const counts: [ReminderState, number][] = [];
  for (const state of REMINDER_STATES) {
    const counted = yield* first(COUNT, { organisation, state, most: COUNTED_TO });
    counts.push([state, counted?.count ?? 0]);
  }
  const late = yield* first(LATE, { organisation, now, most: COUNTED_TO });
  const twice = yield* first(MAYBE_TWICE, { organisation, most: COUNTED_TO });
  return {
    counts: Object.fromEntries(counts) as Record<ReminderState, number>,
    late: late ?? { count: 0, since: null },
    maybeTwice: twice?.count ?? 0,
  };
}

/** What an act would come to for each of these. */
function* rehearsed(
  { organisation, act, unchangedSince }: Pick<ActCommand, 'organisation' | 'act' | 'unchangedSince'>,
  ids: string[],
): Work<ActOutcome[]> {
  const outcomes: ActOutcome[] = [];
  for (const id of ids) {
    try {
      yield* possible({ organisation, id, act, unchangedSince });
      outcomes.push({ id });
    } catch (refused) {
      if (!(refused instanceof LedgerError)) throw refused;
      outcomes.push({ id, refused });
    }
  }
  return outcomes;
}
