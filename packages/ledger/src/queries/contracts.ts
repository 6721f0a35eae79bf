import {
  confirmationProblems,
  contractProblems,
  checkData,
  hiddenNumber,
  type ContractFacts,
  type JsonSchema,
  type NumberConfirmation,
} from '@samenwerkt/engine';
import { In } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { type Audit, type AuditRecord } from '../audit/audit.js';
import { type Clock } from '../clock.js';
import { type Database } from '../database/database.js';
import { change, first, sql, type Work } from '../database/work.js';
import { ContractEntity } from '../entities/contract.js';
import { SupplierEntity } from '../entities/supplier.js';
import { AlreadyExists, DataInvalid, NotFound } from '../errors.js';
import { LOCAL_ACTOR } from '../organisation.js';
import { scopeOf, seenWithin, type Within } from './scope.js';

/** A contract of the organisation. */
export interface Contract {
  readonly id: string;
  readonly supplierId: string | null;
  readonly facts: ContractFacts;
  readonly createdAt: string;
}

export interface Supplier {
  readonly id: string;
  readonly name: string;
}

/** A contract to add; the supplier is found by name, or added. */
export interface NewContract {
  readonly facts: ContractFacts;
  readonly supplier?: string | undefined;
  /** Numbers of which somebody says that they are no BSN; `path` is `/supplier` or that of a fact, such as `/titel`. */
  readonly confirmations?: readonly NumberConfirmation[];
}

const CONTRACT = { nl: 'contract', en: 'contract' };
const SUPPLIER = { nl: 'leverancier', en: 'supplier' };

/** The schema of an object with nothing but the name of a supplier, in this field. */
const supplierIn = (field: string): JsonSchema => ({
  type: 'object',
  required: [field],
  additionalProperties: false,
  properties: { [field]: { type: 'string', minLength: 1, maxLength: 200, title: 'Naam' } },
});

const KNOWN = sql<object>('SELECT 1 FROM contract WHERE organisation_id = @organisation AND kenmerk = @kenmerk');
const ADD_CONTRACT = sql(
  `INSERT INTO contract (id, organisation_id, supplier_id, kenmerk, titel, facts, confirmed, created_at)
   VALUES (@id, @organisation, @supplierId, @kenmerk, @titel, @facts, @confirmed, @createdAt)`,
);
const SUPPLIER_ID = sql<{ id: string }>(
  'SELECT id FROM supplier WHERE organisation_id = @organisation AND name = @name',
);
const ADD_SUPPLIER = sql(
  'INSERT INTO supplier (id, organisation_id, name, created_at) VALUES (@id, @organisation, @name, @at)',
);

/** Contracts and suppliers of an organisation. */
export class Contracts {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Adds what a file held, all or none, and puts the import on record. @throws DataInvalid, AlreadyExists */
  async import(organisation: string, contracts: readonly NewContract[], actor: string): Promise<Contract[]> {
    for (const contract of contracts) mustBeRight(contract);
    const subject = { kind: 'contract-import', id: uuid() };
    const details = { contracts: contracts.length };
    return this.database.write(() => this.importAll(contracts, { organisation, actor, subject, details }));
  }

  /** Adds contracts, all or none, and puts on record which numbers were confirmed. @throws DataInvalid, AlreadyExists */
  async add(organisation: string, contracts: readonly NewContract[], actor = LOCAL_ACTOR): Promise<Contract[]> {
    for (const contract of contracts) mustBeRight(contract);
    return this.database.write(() => this.addNew(organisation, contracts, actor));
  }

  /** Adds a supplier. @throws DataInvalid, AlreadyExists */
  async addSupplier(organisation: string, name: string, actor = LOCAL_ACTOR): Promise<Supplier> {
    const problems = checkData(supplierIn('name'), { name });
    if (problems.length > 0) throw new DataInvalid(problems);
    return this.database.write(() => this.addNewSupplier(organisation, name, actor));
  }

  /** References of these that the organisation has already. */
  async existing(organisation: string, references: readonly string[]): Promise<string[]> {
    return this.database.read(function* () {
      const found: string[] = [];
      for (const kenmerk of references) if (yield* first(KNOWN, { organisation, kenmerk })) found.push(kenmerk);
      return found;
    });
  }

  /** The organisation's contracts with these references, by reference. */
  async byReference(organisationId: string, references: readonly string[]): Promise<Map<string, Contract>> {
    const found = await this.database.dataSource
      .getRepository(ContractEntity)
      .findBy({ organisationId, kenmerk: In(references) });
    return new Map(found.map((entity) => [entity.kenmerk, toContract(entity)]));
  }

  /** @throws NotFound */
  async get(within: Within, id: string): Promise<Contract> {
    const found = await this.database.dataSource.getRepository(ContractEntity).findOneBy({ id, ...seenWithin(within) });
    if (!found) throw new NotFound(CONTRACT, id);
    return toContract(found);
  }

  /** One page, newest first; with a reference: only the contract that has exactly this one. */
  async page(within: Within, limit: number, before?: string, kenmerk?: string): Promise<Contract[]> {
    const { organisation, supplier } = scopeOf(within);
    const query = this.database.dataSource
      .getRepository(ContractEntity)
      .createQueryBuilder('c')
      .where('c.organisation_id = :organisation', { organisation });
    if (supplier !== undefined) query.andWhere('c.supplier_id = :supplier', { supplier });
    if (before !== undefined) query.andWhere('c.id < :before', { before });
    if (kenmerk !== undefined) query.andWhere('c.kenmerk = :kenmerk', { kenmerk });
    return (await query.orderBy('c.id', 'DESC').limit(limit).getMany()).map(toContract);
  }

  /** @throws NotFound */
  async supplier(within: Within, id: string): Promise<Supplier> {
    const { organisation: organisationId, supplier: own = id } = scopeOf(within);
    if (own !== id) throw new NotFound(SUPPLIER, id);
    const found = await this.database.dataSource.getRepository(SupplierEntity).findOneBy({ id, organisationId });
    if (!found) throw new NotFound(SUPPLIER, id);
    return { id: found.id, name: found.name };
  }

  /** One page of suppliers, newest first. */
  async suppliers(within: Within, limit: number, before?: string): Promise<Supplier[]> {
    const { organisation, supplier } = scopeOf(within);
    const query = this.database.dataSource
      .getRepository(SupplierEntity)
      .createQueryBuilder('s')
      .where('s.organisation_id = :organisation', { organisation });
    if (supplier !== undefined) query.andWhere('s.id = :supplier', { supplier });
    if (before !== undefined) query.andWhere('s.id < :before', { before });
    return (await query.orderBy('s.id', 'DESC').limit(limit).getMany()).map(({ id, name }) => ({ id, name }));
  }

  private *importAll(contracts: readonly NewContract[], line: Omit<AuditRecord, 'action'>): Work<Contract[]> {
    const added = yield* this.addAll(line.organisation, contracts);
    yield* this.audit.record({ ...line, action: 'contracts.imported' });
    const { organisation, actor, subject } = line;
    yield* this.recordConfirmed(contracts, added, { organisation, actor, details: { import: subject.id } });
    return added;
  }

  private *recordConfirmed(
    contracts: readonly NewContract[],
    added: readonly Contract[],
    line: Pick<AuditRecord, 'organisation' | 'actor' | 'details'>,
  ): Work<void> {
    for (const [index, { confirmations = [] }] of contracts.entries()) {
      for (const { path, number, reason } of confirmations) {
        const subject = { kind: 'contract', id: added[index]?.id ?? '' };
        const details = { ...line.details, field: path, number: hiddenNumber(number) };
        yield* this.audit.record({ ...line, action: 'number.confirmed', subject, reason, details });
      }
    }
  }

  private *addNew(organisation: string, contracts: readonly NewContract[], actor: string): Work<Contract[]> {
    const added = yield* this.addAll(organisation, contracts);
    const [one, ...more] = added;
    if (!one) return added;
    const subject = more.length === 0 ? { kind: 'contract', id: one.id } : { kind: 'contracts', id: organisation };
    const details = { contracts: added.length };
    yield* this.audit.record({ organisation, actor, action: 'contracts.added', subject, details });
    yield* this.recordConfirmed(contracts, added, { organisation, actor });
    return added;
  }

  private *addAll(organisation: string, contracts: readonly NewContract[]): Work<Contract[]> {
    const seen = new Set<string>();
    for (const { kenmerk } of contracts.map(({ facts }) => facts)) {
      const known = seen.has(kenmerk) || (yield* first(KNOWN, { organisation, kenmerk })) !== undefined;
      if (known) throw new AlreadyExists(CONTRACT, kenmerk);
      seen.add(kenmerk);
    }
    const added: Contract[] = [];
    for (const contract of contracts) added.push(yield* this.insert(organisation, contract));
    return added;
  }

  private *insert(organisation: string, { facts, supplier, confirmations = [] }: NewContract): Work<Contract> {
    const supplierId = supplier === undefined ? null : yield* this.supplierNamed(organisation, supplier);
    const contract: Contract = { id: uuid(), supplierId, facts, createdAt: this.clock() };
    const { kenmerk, titel } = facts;
    const confirmed = confirmations.length === 0 ? null : JSON.stringify(confirmations);
    yield* change(ADD_CONTRACT, {
      ...{ id: contract.id, supplierId, createdAt: contract.createdAt, organisation, kenmerk, titel },
      ...{ facts: JSON.stringify(facts), confirmed },
    });
    return contract;
  }

  private *addNewSupplier(organisation: string, name: string, actor: string): Work<Supplier> {
    if (yield* first(SUPPLIER_ID, { organisation, name })) throw new AlreadyExists(SUPPLIER, name);
    const id = yield* this.supplierNamed(organisation, name);
    yield* this.audit.record({ organisation, actor, action: 'supplier.added', subject: { kind: 'supplier', id } });
    return { id, name };
  }

  /** Id of the supplier, added when it is not there yet. */
  private *supplierNamed(organisation: string, name: string): Work<string> {
    const known = yield* first(SUPPLIER_ID, { organisation, name });
    if (known) return known.id;
    const id = uuid();
    yield* change(ADD_SUPPLIER, { id, organisation, name, at: this.clock() });
    return id;
  }
}

function mustBeRight({ facts, supplier, confirmations = [] }: NewContract): void {
  const problems = [
    ...confirmationProblems({ data: { ...facts, supplier }, confirmations }),
    ...contractProblems(facts, confirmations),
    ...(supplier === undefined ? [] : checkData(supplierIn('supplier'), { supplier }, confirmations)),
  ];
  if (problems.length > 0) throw new DataInvalid(problems);
}

function toContract({ id, supplierId, facts, createdAt }: ContractEntity): Contract {
  return { id, supplierId, facts: JSON.parse(facts) as ContractFacts, createdAt };
}
