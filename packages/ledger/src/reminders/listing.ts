import { type DataSource, type SelectQueryBuilder } from 'typeorm';
import { PartnershipEntity } from '../entities/partnership.js';
import { ReminderEntity, type ReminderState } from '../entities/reminder.js';
import { literal } from '../queries/literal.js';

/** What a list can be narrowed by; all given conditions hold together. */
export interface ReminderFilter {
  readonly state?: ReminderState;
  readonly kind?: string;
  /** Id of a partnership. */
  readonly partnership?: string;
  /** Part of the partnership's title, the contract's reference or the recipient. */
  readonly text?: string;
  /** Instants (ISO, UTC): due from, and due before. */
  readonly from?: string;
  readonly before?: string;
}

/** The same, with every form in which the text may be on record: names are not there. */
export type Sought = Omit<ReminderFilter, 'text'> & { readonly texts?: readonly string[] };

/** Where a page ended. */
export interface ReminderPlace {
  readonly dueAt: string;
  readonly id: string;
}

/** One line of a list. */
export type ReminderLine = Omit<ReminderEntity, 'why' | 'search'> & {
  /** Title of the partnership; name of the rule pack when it is about that. */
  readonly title: string;
};

/** A part of a list, earliest first. */
export interface ReminderPage {
  readonly items: readonly ReminderLine[];
  /** Where to go on; undefined at the end. With a text to look for there may be more although the page is short. */
  readonly next?: ReminderPlace;
}

/**
 * Most reminders that one page looks through for a text: no index helps there, and a page must not take longer as the
 * years go by.
 */
const LOOKED_THROUGH = 5_000;

/** As far as a list is counted, and as deep as a page of it can be asked for by its number. */
export const MOST_LISTED = 100_000;

type Query = SelectQueryBuilder<ReminderEntity>;
type Narrow<K extends keyof ReminderFilter> = (query: Query, value: NonNullable<ReminderFilter[K]>) => unknown;

/** The conditions that an index answers. */
const NARROW: { readonly [K in Exclude<keyof ReminderFilter, 'text'>]-?: Narrow<K> } = {
  state: (query, state) => query.andWhere('r.state = :state', { state }),
  kind: (query, kind) => query.andWhere('r.kind = :kind', { kind }),
  partnership: (query, partnership) => query.andWhere('r.partnership_id = :partnership', { partnership }),
  from: (query, from) => query.andWhere('r.due_at >= :from', { from }),
  before: (query, before) => query.andWhere('r.due_at < :before', { before }),
};

const WHERE_AND_WHAT = [
  'id',
  'organisationId',
  'partnershipId',
  'kind',
  'occurrence',
  'step',
  'recipient',
  'revision',
  'purpose',
];
const MOMENTS = ['dueOn', 'dueAt', 'state', 'attempts', 'tries', 'nextTryAt', 'worker', 'leaseUntil'];
const OUTCOME = ['setBy', 'closedBy', 'lastError', 'sentAt', 'createdAt', 'updatedAt'];

/** All columns but those that only one reminder at a time is asked for. */
const LISTED = [...WHERE_AND_WHAT, ...MOMENTS, ...OUTCOME].map((column) => `r.${column}`);

/** Reminders with the title of their partnership, if they have one. */
export function listed(dataSource: DataSource): Query {
  return dataSource
    .getRepository(ReminderEntity)
    .createQueryBuilder('r')
    .select(LISTED)
    .leftJoinAndMapOne('r.partnership', PartnershipEntity, 'p', 'p.id = r.partnership_id')
    .addSelect('p.title');
}

/** One page of an organisation's reminders. */
export async function pageOf(
  dataSource: DataSource,
  organisation: string,
  { texts, ...filter }: Sought,
  limit: number,
  after?: ReminderPlace,
): Promise<ReminderPage> {
  const narrowed = (query: Query) => narrow(query, organisation, filter, after);
  const query = narrowed(listed(dataSource));
  const end = texts === undefined ? undefined : await endOfLook(narrowed(places(dataSource)));
  if (texts !== undefined) {
    hold(query, texts);
    if (end) query.andWhere('(r.due_at, r.id) <= (:endAt, :endId)', { endAt: end.dueAt, endId: end.id });
  }
  const rows = await inOrder(query)
    .limit(limit + 1)
    .getMany();
  const items = rows.slice(0, limit).map(toLine);
  const last = rows.length > limit ? items.at(-1) : end;
  return { items, ...(last && { next: { dueAt: last.dueAt, id: last.id } }) };
}

/** How many fit, counted up to {@link MOST_LISTED}. No text to look for: no index answers that. */
export async function countOf(
  dataSource: DataSource,
  organisation: string,
  filter: Omit<ReminderFilter, 'text'>,
): Promise<number> {
  const fitting = narrow(places(dataSource), organisation, filter).limit(MOST_LISTED);
  const counted = await dataSource
    .createQueryBuilder()
    .select('CAST(count(*) AS INTEGER)', 'count')
    .from(`(${fitting.getQuery()})`, 'fitting')
    .setParameters(fitting.getParameters())
    .getRawOne<{ count: number }>();
  return counted?.count ?? 0;
}

/** The part of a list after so many of its reminders, earliest first. */
export async function partOf(
  dataSource: DataSource,
  organisation: string,
  filter: Omit<ReminderFilter, 'text'>,
  limit: number,
  skip: number,
): Promise<ReminderPage> {
  // Passed over in the index alone: rows are read for the part itself only.
  const [from] = await inOrder(narrow(places(dataSource), organisation, filter))
    .offset(skip)
    .limit(1)
    .getMany();
  if (!from) return { items: [] };
  const query = narrow(listed(dataSource), organisation, filter);
  query.andWhere('(r.due_at, r.id) >= (:fromAt, :fromId)', { fromAt: from.dueAt, fromId: from.id });
  const rows = await inOrder(query)
    .limit(limit + 1)
    .getMany();
  const items = rows.slice(0, limit).map(toLine);
  const last = rows.length > limit ? items.at(-1) : undefined;
  return { items, ...(last && { next: { dueAt: last.dueAt, id: last.id } }) };
}

/** Ids of the first so many of a list. */
export async function idsOf(
  dataSource: DataSource,
  organisation: string,
  { texts, ...filter }: Sought,
  limit: number,
): Promise<string[]> {
  const query = narrow(places(dataSource), organisation, filter);
  if (texts !== undefined) hold(query, texts);
  return (await inOrder(query).limit(limit).getMany()).map(({ id }) => id);
}

export function toLine({ why: _why, search: _search, ...row }: ReminderEntity): ReminderLine {
  const { partnership, ...reminder } = row as typeof row & { partnership: PartnershipEntity | null };
  return { ...reminder, title: partnership?.title ?? packNameOf(row.occurrence) };
}

/** `basis` of `basis/uurtarief/2027-01-01`. */
function packNameOf(occurrence: string): string {
  return occurrence.slice(0, occurrence.indexOf('/'));
}

/** Only those in which at least one of these texts is. */
function hold(query: Query, texts: readonly string[]): void {
  const conditions = texts.map((_, index) => `r.search LIKE :text${index} ESCAPE '\\'`);
  const values = texts.map((text, index) => [`text${index}`, `%${literal(text.toLowerCase())}%`] as const);
  query.andWhere(`(${conditions.join(' OR ')})`, Object.fromEntries(values));
}

/** Only what the indexes hold. */
function places(dataSource: DataSource): Query {
  return dataSource.getRepository(ReminderEntity).createQueryBuilder('r').select(['r.id', 'r.dueAt']);
}

function narrow(
  query: Query,
  organisation: string,
  filter: Omit<ReminderFilter, 'text'>,
  after?: ReminderPlace,
): Query {
  query.where('r.organisation_id = :organisation', { organisation });
  for (const [name, value] of Object.entries(filter)) {
    if (value === undefined) continue;
    const condition = NARROW[name as keyof typeof NARROW] as (query: Query, value: unknown) => unknown;
    condition(query, value);
  }
  if (after) query.andWhere('(r.due_at, r.id) > (:dueAt, :id)', after);
  return query;
}

/** The last one that this page looks at; undefined when that is the end of the list. */
async function endOfLook(query: Query): Promise<ReminderPlace | undefined> {
  const [found] = await inOrder(query).offset(LOOKED_THROUGH).limit(1).getMany();
  return found;
}

function inOrder(query: Query): Query {
  return query.orderBy('r.due_at').addOrderBy('r.id');
}
