import { contractProblems, checkData, type ContractFacts, type JsonSchema } from '@samenwerkt/engine';
import { type Database } from 'better-sqlite3';
import { In, type DataSource } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { type Clock } from '../clock.js';
import { ContractEntity } from '../entities/contract.js';
import { SupplierEntity } from '../entities/supplier.js';
import { AlreadyExists, DataInvalid, NotFound } from '../errors.js';
import { type PartnershipWriter } from '../writer/partnership-writer.js';

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
  readonly supplier?: string;
}

const CONTRACT = { nl: 'contract', en: 'contract' };
const SUPPLIER = { nl: 'leverancier', en: 'supplier' };

const SUPPLIER_SCHEMA: JsonSchema = {
  type: 'object',
  required: ['name'],
  additionalProperties: false,
  properties: { name: { type: 'string', minLength: 1, maxLength: 200, title: 'Naam' } },
};

/** Contracts and suppliers of an organisation. */
export class Contracts {
  constructor(
    private readonly dataSource: DataSource,
    private readonly database: Database,
    private readonly writer: PartnershipWriter,
    private readonly clock: Clock,
  ) {}

  /** Adds contracts, all or none. @throws DataInvalid, AlreadyExists */
  async add(organisation: string, contracts: readonly NewContract[]): Promise<Contract[]> {
    for (const { facts, supplier } of contracts) mustBeRight(facts, supplier);
    return this.writer.run(() => {
      const seen = new Set<string>();
      for (const { kenmerk } of contracts.map(({ facts }) => facts)) {
        if (seen.has(kenmerk) || this.known(organisation, kenmerk)) throw new AlreadyExists(CONTRACT, kenmerk);
        seen.add(kenmerk);
      }
      return contracts.map((contract) => this.insert(organisation, contract));
    });
  }

  /** Adds a supplier. @throws DataInvalid, AlreadyExists */
  async addSupplier(organisation: string, name: string): Promise<Supplier> {
    const problems = checkData(SUPPLIER_SCHEMA, { name });
    if (problems.length > 0) throw new DataInvalid(problems);
    return this.writer.run(() => {
      if (this.supplierId(organisation, name) !== undefined) throw new AlreadyExists(SUPPLIER, name);
      return { id: this.insertSupplier(organisation, name), name };
    });
  }

  /** References of these that the organisation has already. */
  existing(organisation: string, references: readonly string[]): string[] {
    return references.filter((kenmerk) => this.known(organisation, kenmerk));
  }

  /** The organisation's contracts with these references, by reference. */
  async byReference(organisationId: string, references: readonly string[]): Promise<Map<string, Contract>> {
    const found = await this.dataSource
      .getRepository(ContractEntity)
      .findBy({ organisationId, kenmerk: In(references) });
    return new Map(found.map((entity) => [entity.kenmerk, toContract(entity)]));
  }

  /** @throws NotFound */
  async get(organisationId: string, id: string): Promise<Contract> {
    const found = await this.dataSource.getRepository(ContractEntity).findOneBy({ id, organisationId });
    if (!found) throw new NotFound(CONTRACT, id);
    return toContract(found);
  }

  /** One page, newest first. */
  async page(organisation: string, limit: number, before?: string): Promise<Contract[]> {
    const query = this.dataSource
      .getRepository(ContractEntity)
      .createQueryBuilder('c')
      .where('c.organisation_id = :organisation', { organisation });
    if (before !== undefined) query.andWhere('c.id < :before', { before });
    return (await query.orderBy('c.id', 'DESC').limit(limit).getMany()).map(toContract);
  }

  /** @throws NotFound */
  async supplier(organisationId: string, id: string): Promise<Supplier> {
    const found = await this.dataSource.getRepository(SupplierEntity).findOneBy({ id, organisationId });
    if (!found) throw new NotFound(SUPPLIER, id);
    return { id: found.id, name: found.name };
  }

  /** One page of suppliers, newest first. */
  async suppliers(organisation: string, limit: number, before?: string): Promise<Supplier[]> {
    const query = this.dataSource
      .getRepository(SupplierEntity)
      .createQueryBuilder('s')
      .where('s.organisation_id = :organisation', { organisation });
    if (before !== undefined) query.andWhere('s.id < :before', { before });
    return (await query.orderBy('s.id', 'DESC').limit(limit).getMany()).map(({ id, name }) => ({ id, name }));
  }

  private known(organisation: string, kenmerk: string): boolean {
    return (
      this.database
        .prepare('SELECT 1 FROM contract WHERE organisation_id = ? AND kenmerk = ?')
        .get(organisation, kenmerk) !== undefined
    );
  }

  private insert(organisation: string, { facts, supplier }: NewContract): Contract {
    const supplierId =
      supplier === undefined
        ? null
        : (this.supplierId(organisation, supplier) ?? this.insertSupplier(organisation, supplier));
    const contract: Contract = { id: uuid(), supplierId, facts, createdAt: this.clock() };
    this.database
      .prepare(
        'INSERT INTO contract (id, organisation_id, supplier_id, kenmerk, titel, facts, created_at) VALUES (?, ?, ?, ?, ?, ?, ?)',
      )
      .run(
        contract.id,
        organisation,
        supplierId,
        facts.kenmerk,
        facts.titel,
        JSON.stringify(facts),
        contract.createdAt,
      );
    return contract;
  }

  private supplierId(organisation: string, name: string): string | undefined {
    const row = this.database
      .prepare('SELECT id FROM supplier WHERE organisation_id = ? AND name = ?')
      .get(organisation, name);
    return (row as { id: string } | undefined)?.id;
  }

  private insertSupplier(organisation: string, name: string): string {
    const id = uuid();
    this.database
      .prepare('INSERT INTO supplier (id, organisation_id, name, created_at) VALUES (?, ?, ?, ?)')
      .run(id, organisation, name, this.clock());
    return id;
  }
}

function mustBeRight(facts: ContractFacts, supplier: string | undefined): void {
  const problems = [
    ...contractProblems(facts),
    ...(supplier === undefined ? [] : checkData(SUPPLIER_SCHEMA, { name: supplier })),
  ];
  if (problems.length > 0) throw new DataInvalid(problems);
}

function toContract({ id, supplierId, facts, createdAt }: ContractEntity): Contract {
  return { id, supplierId, facts: JSON.parse(facts) as ContractFacts, createdAt };
}
