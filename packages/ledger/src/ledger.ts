import 'reflect-metadata';
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { type Database } from 'better-sqlite3';
import { DataSource } from 'typeorm';
import { systemClock, type Clock } from './clock.js';
import { ENTITIES } from './entities/index.js';
import { Caretaker } from './integrity/caretaker.js';
import { Histories } from './integrity/history.js';
import { MIGRATIONS } from './migrations/index.js';
import { PackRegistry } from './packs/pack-registry.js';
import { PackShelf } from './packs/pack-shelf.js';
import { Contracts } from './queries/contracts.js';
import { Partnerships } from './queries/partnerships.js';
import { Regressions } from './regressions/regressions.js';
import { PartnershipWriter } from './writer/partnership-writer.js';

export interface LedgerOptions {
  /** File of the SQLite database; made when it is not there. */
  readonly file: string;
  readonly clock?: Clock;
}

/** The truth: everything the product remembers, and the only way to change it. */
export interface Ledger {
  readonly shelf: PackShelf;
  readonly registry: PackRegistry;
  readonly writer: PartnershipWriter;
  readonly partnerships: Partnerships;
  readonly contracts: Contracts;
  readonly histories: Histories;
  readonly caretaker: Caretaker;
  readonly regressions: Regressions;
  readonly clock: Clock;
  /** Adds the organisation when it is not known yet. */
  ensureOrganisation(id: string, name: string): Promise<void>;
  /** Whether the database answers. */
  isAlive(): boolean;
  /** Finishes what waits, then closes the database. */
  close(): Promise<void>;
}

/** Opens the ledger, brings its tables up to date and prepares the writer. */
export async function openLedger({ file, clock = systemClock }: LedgerOptions): Promise<Ledger> {
  mkdirSync(dirname(file), { recursive: true });
  const dataSource = await new DataSource({
    type: 'better-sqlite3',
    database: file,
    entities: ENTITIES,
    migrations: MIGRATIONS,
    migrationsRun: true,
    prepareDatabase: durable,
  }).initialize();
  const database = connection(dataSource);
  const shelf = new PackShelf(database, clock);
  const writer = new PartnershipWriter(database, shelf, clock);
  const histories = new Histories(dataSource);
  const regressions = new Regressions(dataSource, database, writer, shelf, clock);
  return {
    shelf,
    registry: new PackRegistry(database, writer, shelf, clock),
    writer,
    histories,
    regressions,
    clock,
    partnerships: new Partnerships(dataSource, database, writer),
    contracts: new Contracts(dataSource, database, writer, clock),
    caretaker: new Caretaker(dataSource, database, writer, shelf, clock),
    ensureOrganisation: async (id, name) => {
      const insert = database.prepare('INSERT INTO organisation VALUES (?, ?, ?) ON CONFLICT (id) DO NOTHING');
      await writer.run(() => insert.run(id, name, clock()));
    },
    isAlive: () => database.open && database.prepare('SELECT 1').get() !== undefined,
    close: async () => {
      // Both at once: from now on no command is taken, also while a regression comes to its end.
      await Promise.all([writer.close(), regressions.close()]);
      await dataSource.destroy();
    },
  };
}

/**
 * An acknowledged commit survives a power cut: WAL alone leaves `synchronous` at NORMAL, which does not promise that.
 * Another process (the command line beside the host) is waited for instead of failing at once.
 */
function durable(database: Database): void {
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.pragma('foreign_keys = ON');
  database.pragma('busy_timeout = 10000');
  database.pragma('cache_size = -65536');
}

function connection(dataSource: DataSource): Database {
  const { databaseConnection } = dataSource.driver as unknown as { databaseConnection: Database };
  return databaseConnection;
}
