import { type Partnership } from '@samenwerkt/engine';
import { type SelectQueryBuilder } from 'typeorm';
import { type Database } from '../database/database.js';
import { ContractEntity } from '../entities/contract.js';
import { PartnershipEntity } from '../entities/partnership.js';
import { SupplierEntity } from '../entities/supplier.js';
import { Ambiguous, NotFound, PartnershipQuarantined } from '../errors.js';
import { DamageFound, readSnapshot } from '../integrity/snapshot.js';
import { type DataSubjects } from '../privacy/data-subjects.js';
import { referenceTo } from '../privacy/references.js';
import { type PartnershipWriter } from '../writer/partnership-writer.js';
import { scopeOf, type Within } from './scope.js';
import { combinations, newestOf } from './standing.js';
import { literal } from './literal.js';
import { first, sql } from '../database/work.js';

/** What a list can be narrowed by; all given conditions hold together. */
export interface PartnershipFilter {
  /** Public id of an active state, for example `monitoring`. */
  readonly state?: string;
  readonly phase?: string;
  readonly pack?: string;
  /** Name as it was given. */
  readonly coordinator?: string;
  /** Supplier id. */
  readonly supplier?: string;
  /** Only those with a moment that has passed on this local date (ISO). */
  readonly overdueOn?: string;
  /** Only those whose contract ends from, or until, this date (ISO), both counted in. */
  readonly endsFrom?: string;
  readonly endsUntil?: string;
  /** Part of the title, of the contract's reference, or of the name of the supplier or the coordinator. */
  readonly text?: string;
  readonly quarantined?: boolean;
  /** Only these. */
  readonly ids?: readonly string[];
}

/** One line of a list. */
export interface PartnershipRow {
  readonly id: string;
  readonly title: string;
  /** Reference of the contract; null without one. */
  readonly reference: string | null;
  readonly supplier: { readonly id: string; readonly name: string } | null;
  readonly lifecycle: string;
  readonly phase: string;
  readonly states: readonly string[];
  readonly pack: { readonly name: string; readonly version: string };
  readonly coordinator: string | null;
  readonly nextDueOn: string | null;
  /** Last day of the contract, ISO date. */
  readonly contractEndsOn: string | null;
  readonly version: number;
  readonly quarantined: boolean;
  readonly updatedAt: string;
}

type Query = SelectQueryBuilder<PartnershipEntity>;

/** The conditions beside the state. */
type Rest = Omit<PartnershipFilter, 'state'>;

/** The same, with what stands in the columns for people: names are not there. */
type Narrowed = Omit<Rest, 'coordinator' | 'text'> & {
  /** Every form in which the coordinator may be on record. */
  readonly coordinator?: readonly string[];
  /** Part of a title, reference or name, and the coordinators whose name holds it. */
  readonly text?: { readonly part: string; readonly people: readonly string[] };
};

/** Most coordinators that one text finds. */
const MOST_PEOPLE = 200;

/** What a line of a list needs; the snapshot stays where it is. */
const LISTED = [
  'id',
  'organisationId',
  'supplierId',
  'title',
  'phase',
  'states',
  'lifecycleId',
  'packName',
  'packVersion',
  'coordinator',
  'nextDueOn',
  'contractEndsOn',
  'version',
  'quarantinedAt',
  'updatedAt',
].map((column) => `p.${column}`);

/** How each condition narrows the query. */
const NARROW: {
  readonly [K in keyof Narrowed]-?: (query: Query, value: NonNullable<Narrowed[K]>) => unknown;
} = {
  phase: (query, phase) => query.andWhere('p.phase = :phase', { phase }),
  pack: (query, pack) => query.andWhere('p.pack_name = :pack', { pack }),
  coordinator: (query, forms) => query.andWhere('p.coordinator IN (:...forms)', { forms }),
  supplier: (query, supplier) => query.andWhere('p.supplier_id = :supplier', { supplier }),
  overdueOn: (query, today) => query.andWhere('p.next_due_on < :today', { today }),
  endsFrom: (query, from) => query.andWhere('p.contract_ends_on >= :from', { from }),
  endsUntil: (query, until) => query.andWhere('p.contract_ends_on <= :until', { until }),
  text: (query, { part, people }) => {
    const named = people.length === 0 ? '' : ' OR p.coordinator IN (:...people)';
    return query.andWhere(
      `(${['p.title', 's.name', 'c.kenmerk'].map((column) => `folded(${column}) LIKE folded(:part) ESCAPE '\\'`).join(' OR ')}${named})`,
      { part: `%${literal(part)}%`, people },
    );
  },
  ids: (query, ids) => query.andWhere('p.id IN (:...ids)', { ids }),
  quarantined: (query, yes) => query.andWhere(yes ? 'p.quarantined_at IS NOT NULL' : 'p.quarantined_at IS NULL'),
};

const VERSION = sql<{ version: number }>(
  `SELECT version FROM partnership
   WHERE id = @id AND organisation_id = @organisation AND (@supplier = '' OR supplier_id = @supplier)`,
);

/** Reads partnerships for people. */
export class Partnerships {
  constructor(
    private readonly database: Database,
    private readonly writer: PartnershipWriter,
    private readonly subjects: DataSubjects,
  ) {}

  /**
   * One page, newest first.
   * @param before id of the last one of the page before; undefined for the first page
   */
  async page(within: Within, filter: PartnershipFilter, limit: number, before?: string): Promise<PartnershipRow[]> {
    const { organisation, supplier: own } = scopeOf(within);
    const { state, supplier = own, ...others } = filter;
    if (own !== undefined && supplier !== own) return [];
    const given: Rest = { ...others, ...(supplier === undefined ? {} : { supplier }) };
    const rest = await this.narrowed(organisation, given);
    const conditions = Object.entries(rest).filter(([, value]) => value !== undefined);
    const query = this.database.dataSource
      .getRepository(PartnershipEntity)
      .createQueryBuilder('p')
      .select(LISTED)
      .leftJoinAndMapOne('p.supplier', SupplierEntity, 's', 's.id = p.supplier_id')
      .leftJoin(ContractEntity, 'c', 'c.id = p.contract_id')
      .addSelect('c.kenmerk', 'reference')
      .where('p.organisation_id = :organisation', { organisation });
    for (const [name, value] of conditions) {
      const narrow = NARROW[name as keyof Narrowed] as (query: Query, value: unknown) => unknown;
      narrow(query, value);
    }
    if (state !== undefined) {
      const found = await this.database.read(() => combinations(organisation, state));
      if (found.length === 0) return [];
      if (conditions.length > 0) query.andWhere('p.states IN (:...found)', { found });
      else {
        const ids = await this.database.read(() => newestOf(organisation, found, limit, before));
        query.andWhere('p.id IN (:...ids)', { ids });
      }
    }
    if (before !== undefined) query.andWhere('p.id < :before', { before });
    const { entities, raw } = await query.orderBy('p.id', 'DESC').limit(limit).getRawAndEntities<{
      reference: string | null;
    }>();
    return (entities as Listed[]).map((entity, i) => toPartnershipRow(entity, raw[i]?.reference ?? null));
  }

  private narrowed(organisation: string, { coordinator, text, ...rest }: Rest): Promise<Narrowed> {
    const { subjects } = this;
    return this.database.read(function* () {
      const forms = coordinator === undefined ? undefined : yield* subjects.formsOf(organisation, coordinator);
      const named = text === undefined ? [] : yield* subjects.named(organisation, text);
      const people = named.slice(0, MOST_PEOPLE).map(({ id }) => referenceTo(id));
      return { ...rest, coordinator: forms, text: text === undefined ? undefined : { part: text, people } };
    });
  }

  /** A partnership as it stands, with its row. @throws NotFound, PartnershipQuarantined when its snapshot cannot be trusted */
  async get(within: Within, id: string): Promise<{ partnership: Partnership; row: PartnershipRow }> {
    const { entity, lastEventHash } = await this.withHead(within, id);
    if (!entity) throw new NotFound({ nl: 'partnerschap', en: 'partnership' }, id);
    if (entity.quarantinedAt !== null) throw new PartnershipQuarantined(id, entity.quarantineReason ?? '');
    const supplier =
      entity.supplierId === null
        ? null
        : await this.database.dataSource.getRepository(SupplierEntity).findOneBy({ id: entity.supplierId });
    const partnership = await this.trusted(entity, lastEventHash);
    return { partnership, row: toPartnershipRow({ ...entity, supplier }, partnership.contract?.kenmerk ?? null) };
  }

  /** How many events are in the history; asked often, so it costs one look at one row. @throws NotFound */
  async versionOf(within: Within, id: string): Promise<number> {
    const { organisation, supplier = '' } = scopeOf(within);
    const row = await this.database.glance(() => first(VERSION, { id, organisation, supplier }));
    if (!row) throw new NotFound({ nl: 'partnerschap', en: 'partnership' }, id);
    return row.version;
  }

  /** Row and hash of the last event in one statement, so that another process cannot come between. */
  private async withHead(within: Within, id: string) {
    const { organisation, supplier = null } = scopeOf(within);
    const { entities, raw } = await this.database.dataSource
      .getRepository(PartnershipEntity)
      .createQueryBuilder('p')
      .addSelect(
        '(SELECT hash FROM history WHERE partnership_id = p.id ORDER BY sequence DESC LIMIT 1)',
        'last_event_hash',
      )
      .where('p.id = :id AND p.organisation_id = :organisation', { id, organisation })
      .andWhere(supplier === null ? 'TRUE' : 'p.supplier_id = :supplier', { supplier })
      .getRawAndEntities<{ last_event_hash: string | null }>();
    return { entity: entities[0], lastEventHash: raw[0]?.last_event_hash ?? null };
  }

  private async trusted(entity: PartnershipEntity, lastEventHash: string | null): Promise<Partnership> {
    try {
      return readSnapshot(entity.id, entity, lastEventHash);
    } catch (error) {
      throw error instanceof DamageFound ? await this.writer.setApart(error.id, error.reason) : error;
    }
  }

  /**
   * Id of the partnership that somebody means: its id, or the reference of its contract.
   * @throws NotFound, Ambiguous when several run under that contract
   */
  async idOf(organisationId: string, reference: string): Promise<string> {
    const byId = await this.database.dataSource
      .getRepository(PartnershipEntity)
      .existsBy({ id: reference, organisationId });
    if (byId) return reference;
    const found = await this.database.dataSource
      .getRepository(PartnershipEntity)
      .createQueryBuilder('p')
      .innerJoin(ContractEntity, 'c', 'c.id = p.contract_id')
      .where('c.organisation_id = :organisationId AND c.kenmerk = :reference', { organisationId, reference })
      .limit(10)
      .getMany();
    if (found.length > 1)
      throw new Ambiguous(
        reference,
        found.map(({ id }) => id),
      );
    if (!found[0]) throw new NotFound({ nl: 'partnerschap', en: 'partnership' }, reference);
    return found[0].id;
  }

  async count(organisationId: string): Promise<number> {
    return this.database.dataSource.getRepository(PartnershipEntity).countBy({ organisationId });
  }
}

type Listed = PartnershipEntity & { supplier: SupplierEntity | null };

function toPartnershipRow(entity: Listed, reference: string | null): PartnershipRow {
  const { id, title, phase, coordinator, nextDueOn, contractEndsOn, version, updatedAt, supplier } = entity;
  return {
    id,
    title,
    reference,
    supplier: supplier && { id: supplier.id, name: supplier.name },
    lifecycle: entity.lifecycleId,
    phase,
    states: entity.states.split('|').filter((state) => state !== ''),
    pack: { name: entity.packName, version: entity.packVersion },
    coordinator,
    nextDueOn,
    contractEndsOn,
    version,
    quarantined: entity.quarantinedAt !== null,
    updatedAt,
  };
}
