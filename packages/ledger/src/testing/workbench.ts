import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import BetterSqlite3, { type Database } from 'better-sqlite3';
import { type Database as LedgerDatabase } from '../database/database.js';
import { connectionOf as sqliteConnection } from '../database/sqlite.js';
import { openLedger, type Ledger } from '../ledger.js';
import { miniPack } from './mini-pack.js';

export const HERE = '01900000-0000-7000-8000-00000000000a';
export const ELSEWHERE = '01900000-0000-7000-8000-00000000000b';
/** An id that no row has. */
export const NOBODY = '01900000-0000-7000-8000-0000000000ff';

/** What a test works with: a ledger on a file of its own, with two organisations that both have the mini pack. */
export interface Workbench {
  readonly ledger: Ledger;
  readonly file: string;
  /** The moment the ledger takes for the present. */
  readonly time: { now: string };
  /** A second connection to the same file, as another program would have. */
  readonly raw: Database;
  /** Opens one more ledger on the file; the test closes it. */
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

export function withLedger(work: (bench: Workbench) => Promise<void>): Promise<void> {
  return withFolder(async (folder) => {
    const file = join(folder, 'ledger.sqlite');
    const time = { now: '2026-03-02T09:00:00.000Z' };
    const again = () => openLedger({ file, clock: () => time.now });
    const ledger = await again();
    const raw = new BetterSqlite3(file);
    try {
      for (const organisation of [HERE, ELSEWHERE]) {
        await ledger.ensureOrganisation(organisation, organisation);
        await ledger.shelf.add(organisation, miniPack());
      }
      await work({ ledger, file, time, raw, again });
    } finally {
      raw.close();
      await ledger.close();
    }
  });
}

/** Changes what nobody may change: as a failing disk or somebody with a database tool would. */
export function damage(raw: Database, sql: string, ...values: unknown[]): void {
  raw.exec('DROP TRIGGER IF EXISTS history_keeps_rows; DROP TRIGGER IF EXISTS history_keeps_content');
  raw.pragma('foreign_keys = OFF');
  raw.prepare(sql).run(...values);
}

/** The one value of a query. */
export function value(raw: Database, sql: string, ...values: unknown[]): unknown {
  return raw
    .prepare(sql)
    .pluck()
    .get(...values);
}

/** How many rows a query finds. */
export function count(raw: Database, table: string, where = 'TRUE', ...values: unknown[]): unknown {
  return value(raw, `SELECT count(*) FROM ${table} WHERE ${where}`, ...values);
}

/** The ledger's own connection, for what cannot be seen from another one. */
export function connectionOf(ledger: Ledger): Database {
  return sqliteConnection(databaseOf(ledger).dataSource);
}

/** What is under the ledger. */
export function databaseOf(ledger: Ledger): LedgerDatabase {
  return Reflect.get(ledger.shelf, 'database') as LedgerDatabase;
}
