import { type SelectQueryBuilder } from 'typeorm';
import { type Clock } from '../clock.js';
import { type Database } from '../database/database.js';
import { all, sql } from '../database/work.js';
import { DeliveryAttemptEntity } from '../entities/delivery-attempt.js';
import { PartnershipEntity } from '../entities/partnership.js';
import { ReminderActEntity } from '../entities/reminder-act.js';
import { ReminderEntity, type ReminderState } from '../entities/reminder.js';
import { LedgerError, NotFound } from '../errors.js';
import { carryOut, possible, type ActCommand } from './acts.js';

/** What a list can be narrowed by; all given conditions hold together. */
export interface ReminderFilter {
  readonly state?: ReminderState;
  readonly kind?: string;
  readonly partnership?: string;
  /** Part of the partnership's title, the contract's reference or the recipient. */
  readonly text?: string;
  /** Instants (ISO, UTC): due from, and due before. */
  readonly from?: string;
  readonly before?: string;
}

/** Where a page ended. */
export interface ReminderPlace {
  readonly dueAt: string;
  readonly id: string;
}

/** One line of a list. */
export type ReminderLine = Omit<ReminderEntity, 'why' | 'search'> & { readonly title: string };

/** Everything that is known of one reminder. */
export interface ReminderDossier {
  readonly reminder: ReminderLine;
  readonly why: unknown;
  readonly attempts: readonly DeliveryAttemptEntity[];
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
  readonly counts: Readonly<Partial<Record<ReminderState, number>>>;
  /** Due, and not out yet: how many, and since when the first of them. */
  readonly late: { readonly count: number; readonly since: string | null };
}

type Query = SelectQueryBuilder<ReminderEntity>;

const NARROW: {
  readonly [K in keyof ReminderFilter]-?: (query: Query, value: NonNullable<ReminderFilter[K]>) => unknown;
} = {
  state: (query, state) => query.andWhere('r.state = :state', { state }),
  kind: (query, kind) => query.andWhere('r.kind = :kind', { kind }),
  partnership: (query, partnership) => query.andWhere('r.partnership_id = :partnership', { partnership }),
  text: (query, text) =>
    query.andWhere(`r.search LIKE :text ESCAPE '\\'`, { text: `%${text.toLowerCase().replace(/[\\%_]/g, '\\$&')}%` }),
  from: (query, from) => query.andWhere('r.due_at >= :from', { from }),
  before: (query, before) => query.andWhere('r.due_at < :before', { before }),
};

/** All columns but those that only one reminder at a time is asked for. */
const LISTED = [
  ...['id', 'organisationId', 'partnershipId', 'kind', 'occurrence', 'step', 'recipient', 'dueOn', 'dueAt', 'state'],
  ...[
    'attempts',
    'tries',
    'nextTryAt',
    'worker',
    'leaseUntil',
    'setBy',
    'closedBy',
    'lastError',
    'sentAt',
    'createdAt',
  ],
  'updatedAt',
].map((column) => `r.${column}`);

const COUNTS = sql<{ state: ReminderState; count: number }>(
  `SELECT state, CAST(count(*) AS INTEGER) AS count FROM reminder WHERE organisation_id = @organisation GROUP BY state`,
);
const LATE = sql<{ count: number; since: string | null }>(
  `SELECT CAST(count(*) AS INTEGER) AS count, min(next_try_at) AS since FROM reminder
   WHERE state IN ('planned', 'queued', 'failed') AND next_try_at < @now AND organisation_id = @organisation`,
);

/** Reminders for administrators: what there is, why, what became of it, and what can be done about it. */
export class Reminders {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** One page, earliest first. */
  async page(
    organisation: string,
    filter: ReminderFilter,
    limit: number,
    after?: ReminderPlace,
  ): Promise<ReminderLine[]> {
    const query = this.listed().where('r.organisation_id = :organisation', { organisation });
    for (const [name, value] of Object.entries(filter)) {
      if (value === undefined) continue;
      const narrow = NARROW[name as keyof ReminderFilter] as (query: Query, value: unknown) => unknown;
      narrow(query, value);
    }
    if (after) query.andWhere('(r.due_at, r.id) > (:dueAt, :id)', after);
    const rows = await query.orderBy('r.due_at').addOrderBy('r.id').limit(limit).getMany();
    return rows.map(toLine);
  }

  /** @throws NotFound */
  async get(organisationId: string, id: string): Promise<ReminderDossier> {
    const { dataSource } = this.database;
    const found = await this.listed()
      .addSelect('r.why')
      .where('r.organisation_id = :organisationId AND r.id = :id', { organisationId, id })
      .getOne();
    if (!found) throw new NotFound({ nl: 'herinnering', en: 'reminder' }, id);
    const attempts = dataSource.getRepository(DeliveryAttemptEntity);
    const acts = dataSource.getRepository(ReminderActEntity);
    return {
      reminder: toLine(found),
      why: JSON.parse(found.why) as unknown,
      attempts: await attempts.find({ where: { reminderId: id }, order: { number: 'ASC' } }),
      acts: await acts.find({ where: { reminderId: id }, order: { id: 'ASC' } }),
    };
  }

  /** @throws NotFound, ReminderNotOpen, DataInvalid */
  async act(command: Omit<ActCommand, 'now'>): Promise<void> {
    const now = this.clock();
    await this.database.write(() => carryOut({ ...command, now }));
  }

  /** The same for many, each by itself. @param dryRun only says what would come of it */
  async actOnAll(
    command: Omit<ActCommand, 'now' | 'id'>,
    ids: readonly string[],
    dryRun = false,
  ): Promise<ActOutcome[]> {
    const { organisation, act } = command;
    const one = (id: string) =>
      dryRun ? this.database.read(() => possible(organisation, id, act)) : this.act({ ...command, id });
    return Promise.all(
      ids.map((id) =>
        one(id).then(
          () => ({ id }),
          (refused: unknown) => {
            if (refused instanceof LedgerError) return { id, refused };
            throw refused;
          },
        ),
      ),
    );
  }

  async health(organisation: string): Promise<ReminderHealth> {
    const now = this.clock();
    const counts = await this.database.read(() => all(COUNTS, { organisation }));
    const [late] = await this.database.read(() => all(LATE, { organisation, now }));
    return {
      counts: Object.fromEntries(counts.map(({ state, count }) => [state, count])),
      late: late ?? { count: 0, since: null },
    };
  }

  private listed(): Query {
    return this.database.dataSource
      .getRepository(ReminderEntity)
      .createQueryBuilder('r')
      .select(LISTED)
      .innerJoinAndMapOne('r.partnership', PartnershipEntity, 'p', 'p.id = r.partnership_id')
      .addSelect('p.title');
  }
}

function toLine({ why: _why, search: _search, ...row }: ReminderEntity): ReminderLine {
  const { partnership, ...reminder } = row as typeof row & { partnership: PartnershipEntity };
  return { ...reminder, title: partnership.title };
}
