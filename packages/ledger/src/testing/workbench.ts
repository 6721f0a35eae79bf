import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freshDatabase } from '@samenwerkt/services';
import { type Database } from '../database/database.js';
import { openLedger, type Ledger } from '../ledger.js';
import { type LedgerLocation } from '../location.js';
import { miniPack } from './mini-pack.js';
import { rawPostgres, rawSqlite, type Raw } from './raw.js';

export const HERE = '01900000-0000-7000-8000-00000000000a';
export const ELSEWHERE = '01900000-0000-7000-8000-00000000000b';
/** An id that no row has. */
export const NOBODY = '01900000-0000-7000-8000-0000000000ff';

/** What a test works with: a ledger of its own, with two organisations that both have the mini pack. */
export interface Workbench {
  readonly ledger: Ledger;
  readonly location: LedgerLocation;
  /** The moment the ledger takes for the present. */
  readonly time: { now: string };
  /** A second connection to the same database, as another program would have. */
  readonly raw: Raw;
  /** Opens one more ledger on it; the test closes it. */
  again(): Promise<Ledger>;
}

/** A folder for one test, gone afterwards. */
export async function withFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'samenwerkt-ledger-'));
  try {
    await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs a test on a ledger of its own: on SQLite, or with `TEST_DATABASE_URL` on that PostgreSQL server. */
export function withLedger(work: (bench: Workbench) => Promise<void>): Promise<void> {
  return withFolder(async (folder) => {
    const location = await locationIn(folder);
    const time = { now: '2026-03-02T09:00:00.000Z' };
    const again = () => openLedger({ ...location, clock: () => time.now });
    const ledger = await again();
    const raw = location.url === undefined ? rawSqlite(location.file) : await rawPostgres(location.url);
    try {
      for (const organisation of [HERE, ELSEWHERE]) {
        await ledger.ensureOrganisation(organisation, organisation);
        await ledger.shelf.add(organisation, miniPack());
      }
      await work({ ledger, location, time, raw, again });
    } finally {
      await raw.close();
      await ledger.close();
    }
  });
}

/** The key of every ledger that tests keep on PostgreSQL. */
export const SECRET_KEY = 'ab'.repeat(32);

let databases = 0;

/** A place for a ledger that nobody else uses. */
export async function locationIn(folder: string): Promise<LedgerLocation> {
  const file = join(folder, 'ledger.sqlite');
  const server = process.env['TEST_DATABASE_URL'];
  if (server === undefined) return { file };
  const url = await freshDatabase(server, `ledger_${process.pid}_${++databases % 8}`);
  return { file, url, secretKey: { text: SECRET_KEY } };
}

/** The one value of a query. */
export async function value(raw: Raw, sql: string, ...values: unknown[]): Promise<unknown> {
  const [row = {}] = await raw.rows(sql, ...values);
  return Object.values(row)[0];
}

/** How many rows a query finds. */
export async function count(raw: Raw, table: string, where = 'TRUE', ...values: unknown[]): Promise<number> {
  return Number(await value(raw, `SELECT count(*) FROM ${table} WHERE ${where}`, ...values));
}

/** What is under the ledger. */
export function databaseOf(ledger: Ledger): Database {
  return Reflect.get(ledger.shelf, 'database') as Database;
}
