import { Pool, type PoolClient } from 'pg';
import { DataSource } from 'typeorm';
import { ENTITIES } from '../entities/index.js';
import { DatabaseUnreachable } from '../errors.js';
import { MIGRATIONS } from '../migrations/index.js';
import { type Database, type Transactor } from './database.js';
import { GroupCommit } from './group-commit.js';
import { type Ask, type Sql, type Work } from './work.js';

/** Opens a PostgreSQL database (13 or newer) and brings its tables up to date, one process at a time. @throws DatabaseUnreachable */
export async function openPostgres(url: string): Promise<Database> {
  const dataSource = new DataSource({
    type: 'postgres',
    url,
    entities: ENTITIES,
    migrations: MIGRATIONS,
    extra: { max: 10 },
  });
  const pool = new Pool({ connectionString: url, max: 10 });
  // A connection that breaks while idle is replaced at the next question; unheard, it would end the process.
  pool.on('error', ignore);
  try {
    await dataSource.initialize().catch((error: unknown) => {
      throw new DatabaseUnreachable(error);
    });
    await migrate(dataSource, pool);
  } catch (error) {
    await Promise.allSettled([pool.end(), dataSource.isInitialized ? dataSource.destroy() : undefined]);
    throw error;
  }
  const transactor = new PostgresTransactor(pool);
  const commits = new GroupCommit(transactor);
  return {
    dataSource,
    read: (work) => transactor.look(work),
    glance: (work) => transactor.glance(work),
    write: (work) => commits.run(work),
    alone: (work) => transactor.transact(work),
    activity: () => commits.activity(),
    isAlive: () => pool.query('SELECT 1').then(Boolean, () => false),
    drain: () => commits.close(),
    close: async () => {
      await pool.end();
      await dataSource.destroy();
    },
  };
}

/** Any number: it only must be no other program's. */
const MIGRATING = 7_201_120;

/** Two processes that start together bring the tables up to date one after the other. */
async function migrate(dataSource: DataSource, pool: Pool): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [MIGRATING]);
    await dataSource.runMigrations();
  } finally {
    await client.query('SELECT pg_advisory_unlock($1)', [MIGRATING]).finally(() => client.release());
  }
}

const ignore = (): void => undefined;

/** Nobody knows whether the commit was made: the connection broke before PostgreSQL could say. */
class CommitUncertain extends Error {}

/** Codes after which nothing is recorded and another try may go well: two processes met. */
const MET = new Set(['40001', '40P01', '23505', '55P03']);

/** Work on PostgreSQL, each transaction on a connection of its own. */
class PostgresTransactor implements Transactor {
  constructor(private readonly pool: Pool) {}

  transact<T>(work: () => Work<T>): Promise<T> {
    return this.within('BEGIN', work);
  }

  look<T>(work: () => Work<T>): Promise<T> {
    return this.within('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY', work);
  }

  /** Asks without a transaction. */
  async glance<T>(work: () => Work<T>): Promise<T> {
    const client = await this.pool.connect();
    let failure: Error | undefined;
    client.on('error', ignore);
    try {
      return await play(work(), client);
    } catch (error) {
      // Perhaps the connection broke: the next one who asks gets another.
      failure = error as Error;
      throw error;
    } finally {
      client.off('error', ignore);
      client.release(failure);
    }
  }

  verdict(error: unknown): 'again' | 'alone' | 'given up' {
    if (error instanceof CommitUncertain) return 'given up';
    const { code } = error as { code?: unknown };
    return typeof code === 'string' && MET.has(code) ? 'again' : 'alone';
  }

  private async within<T>(begin: string, work: () => Work<T>): Promise<T> {
    const client = await this.pool.connect();
    let broken: Error | undefined;
    // The question that is under way fails by itself; unheard, the event would end the process.
    client.on('error', ignore);
    try {
      await client.query(begin);
      const outcome = await play(work(), client);
      await commit(client);
      return outcome;
    } catch (error) {
      broken = await client.query('ROLLBACK').then(
        () => undefined,
        (failure: Error) => failure,
      );
      throw error;
    } finally {
      client.off('error', ignore);
      client.release(broken);
    }
  }
}

async function commit(client: PoolClient): Promise<void> {
  try {
    await client.query('COMMIT');
  } catch (error) {
    const said = (error as { code?: unknown }).code;
    // PostgreSQL that answers with a code of its own has not committed; a connection that broke may have.
    throw typeof said === 'string' && /^[0-9A-Z]{5}$/.test(said) ? error : new CommitUncertain('', { cause: error });
  }
}

async function play<T>(work: Work<T>, client: PoolClient): Promise<T> {
  let step = work.next();
  while (step.done !== true) {
    let reply: unknown;
    try {
      reply = await answer(step.value, client);
    } catch (error) {
      step = work.throw(error);
      continue;
    }
    step = work.next(reply);
  }
  return step.value;
}

async function answer({ kind, sql, values }: Ask, client: PoolClient): Promise<unknown> {
  const { text, names, name } = translated(sql, kind);
  const { rows, rowCount } = await client.query({ text, name, values: names.map((key) => valueOf(values, key)) });
  if (kind === 'all') return rows;
  return kind === 'first' ? rows[0] : (rowCount ?? 0);
}

/** A statement as PostgreSQL wants it. */
interface Translated {
  readonly text: string;
  /** Names of `$1`, `$2`, … */
  readonly names: readonly string[];
  /** Under which name the connection keeps its plan. */
  readonly name: string;
}

const known = new Map<Sql<unknown>, Translated>();

function translated(sql: Sql<unknown>, kind: Ask['kind']): Translated {
  const found = known.get(sql);
  if (found) return found;
  const names: string[] = [];
  const text = sql.text.replace(/@(\w+)/g, (_, key: string) => {
    if (!names.includes(key)) names.push(key);
    return `$${names.indexOf(key) + 1}`;
  });
  const made = { text: kind === 'lock' ? `${text} FOR UPDATE` : text, names, name: `w${known.size}` };
  known.set(sql, made);
  return made;
}

function valueOf(values: object, key: string): unknown {
  const value: unknown = Reflect.get(values, key);
  if (value === undefined) throw new TypeError(`Missing named parameter "${key}"`);
  return value;
}
