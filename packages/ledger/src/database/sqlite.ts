import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { type Database as Connection, type Statement } from 'better-sqlite3';
import { DataSource } from 'typeorm';
import { ENTITIES } from '../entities/index.js';
import { MIGRATIONS } from '../migrations/index.js';
import { type Database, type Transactor } from './database.js';
import { GroupCommit } from './group-commit.js';
import { type Ask, type Sql, type Work } from './work.js';

/** Opens the file, makes it when it is not there, and brings its tables up to date. */
export async function openSqlite(file: string): Promise<Database> {
  mkdirSync(dirname(file), { recursive: true });
  const dataSource = await upToDate(file);
  const connection = connectionOf(dataSource);
  const transactor = new SqliteTransactor(connection);
  const commits = new GroupCommit(transactor);
  return {
    dataSource,
    read: async (work) => transactor.look(work),
    glance: async (work) => transactor.glance(work),
    write: (work) => commits.run(work),
    alone: async (work) => transactor.transact(work),
    activity: () => commits.activity(),
    isAlive: async () => connection.open && connection.prepare('SELECT 1').get() !== undefined,
    drain: () => commits.close(),
    close: () => dataSource.destroy(),
  };
}

/** How often two processes that start together may meet while they bring the tables up to date. */
const MEETINGS = 20;

/**
 * All steps are one transaction, so that of two processes that start together one makes the tables. The other finds that
 * they are there already, and looks again.
 */
async function upToDate(file: string, meeting = 1): Promise<DataSource> {
  const dataSource = new DataSource({
    type: 'better-sqlite3',
    database: file,
    entities: ENTITIES,
    migrations: MIGRATIONS,
    prepareDatabase: (database: Connection) => {
      durable(database);
      foldsLetters(database);
    },
  });
  try {
    await dataSource.initialize();
    await dataSource.runMigrations();
    return dataSource;
  } catch (error) {
    if (dataSource.isInitialized) await dataSource.destroy();
    if (meeting === MEETINGS || !isMeeting(error)) throw error;
    await setTimeout(100);
    return upToDate(file, meeting + 1);
  }
}

function isMeeting(error: unknown): boolean {
  const { code, message } = error as { code?: unknown; message?: unknown };
  return String(code).startsWith('SQLITE_BUSY') || /already exists/.test(String(message));
}

/** Work on a connection of better-sqlite3: every answer comes at once, and nothing else gets its turn meanwhile. */
export class SqliteTransactor implements Transactor {
  private readonly prepared = new Map<Sql<unknown>, Statement<[object]>>();

  constructor(private readonly connection: Connection) {}

  transact<T>(work: () => Work<T>): T {
    return this.connection.transaction(() => this.play(work())).immediate();
  }

  /** Reads in a transaction that does not keep others from writing. */
  look<T>(work: () => Work<T>): T {
    return this.connection.transaction(() => this.play(work())).deferred();
  }

  /** Asks without a transaction. */
  glance<T>(work: () => Work<T>): T {
    return this.play(work());
  }

  verdict(error: unknown): 'alone' | 'given up' {
    const { code } = error as { code?: unknown };
    // Another program held the database for all the time that was waited: waiting again for each job would block for minutes.
    return typeof code === 'string' && code.startsWith('SQLITE_BUSY') ? 'given up' : 'alone';
  }

  private play<T>(work: Work<T>): T {
    let step = work.next();
    while (step.done !== true) {
      let answer: unknown;
      try {
        answer = this.answer(step.value);
      } catch (error) {
        step = work.throw(error);
        continue;
      }
      step = work.next(answer);
    }
    return step.value;
  }

  private answer({ kind, sql, values }: Ask): unknown {
    if (kind === 'lock') return undefined;
    const statement = this.statement(sql);
    if (kind === 'first') return statement.get(values);
    return kind === 'all' ? statement.all(values) : statement.run(values).changes;
  }

  private statement(sql: Sql<unknown>): Statement<[object]> {
    const known = this.prepared.get(sql);
    if (known) return known;
    const statement = this.connection.prepare<[object]>(sql.text);
    this.prepared.set(sql, statement);
    return statement;
  }
}

/** The connection under TypeORM: whoever reads there sees what is written here. */
export function connectionOf(dataSource: DataSource): Connection {
  const { databaseConnection } = dataSource.driver as unknown as { databaseConnection: Connection };
  return databaseConnection;
}

/**
 * An acknowledged commit survives a power cut: WAL alone leaves `synchronous` at NORMAL, which does not promise that.
 * Another process (the command line beside the host) is waited for instead of failing at once.
 */
function durable(database: Connection): void {
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.pragma('foreign_keys = ON');
  // A destroyed key is overwritten where it stood. FAST does so in pages that are written anyway; ON halves all writing.
  database.pragma('secure_delete = FAST');
  database.pragma('busy_timeout = 10000');
  database.pragma('cache_size = -65536');
}

/** Its own `lower` knows no capitals but those of ASCII: `Überland` would not be found by `überland`. */
function foldsLetters(database: Connection): void {
  database.function('folded', { deterministic: true }, (text: unknown) =>
    typeof text === 'string' ? text.toLowerCase() : text,
  );
}
