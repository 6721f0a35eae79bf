import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import BetterSqlite3 from 'better-sqlite3';
import { DataSource } from 'typeorm';
import { openLedger } from '../ledger.js';
import { MIGRATIONS } from '../migrations/index.js';
import { miniPack } from '../testing/mini-pack.js';
import { TO_MONITORING, walked } from '../testing/partnerships.js';
import { HERE, withFolder } from '../testing/workbench.js';
import { connectionOf, openSqlite } from './sqlite.js';

const TABLES = `SELECT name FROM sqlite_master WHERE type IN ('table', 'trigger') AND name NOT LIKE 'sqlite_%' AND name <> 'migrations'
  ORDER BY name`;

/** Reads the settings of a connection as the ledger opens it. */
function pragmas(read: (pragma: (name: string) => unknown) => void): Promise<void> {
  return withFolder(async (folder) => {
    const database = await openSqlite(join(folder, 'nog', 'niet', 'ledger.sqlite'));
    const connection = connectionOf(database.dataSource);
    read((name) => connection.pragma(name, { simple: true }));
    await database.close();
  });
}

describe('an acknowledged commit', () => {
  it('survives a power cut: write-ahead log, and every commit is flushed to disk', () =>
    pragmas((pragma) => {
      const full = 2;
      expect(pragma('journal_mode')).toBe('wal');
      expect(pragma('synchronous')).toBe(full);
    }));

  it('waits for another program rather than failing at once', () =>
    pragmas((pragma) => expect(pragma('busy_timeout')).toBeGreaterThanOrEqual(5000)));
});

describe('the tables', () => {
  it('come up and go down again, also with something in them', () =>
    withFolder(async (folder) => {
      const file = join(folder, 'ledger.sqlite');
      const ledger = await openLedger({ file });
      await ledger.ensureOrganisation(HERE, 'Hier');
      await ledger.shelf.add(HERE, miniPack());
      await walked(ledger, TO_MONITORING);
      await ledger.close();
      const raw = new BetterSqlite3(file);
      const tables = () => raw.prepare(TABLES).pluck().all();
      const all = tables();
      expect(all).toEqual(expect.arrayContaining(['history', 'history_keeps_content', 'history_keeps_rows', 'timer']));
      const source = new DataSource({ type: 'better-sqlite3', database: file, migrations: MIGRATIONS });
      await source.initialize();
      for (let steps = MIGRATIONS.length; steps > 0; steps--) await source.undoLastMigration();
      expect(tables()).toEqual([]);
      await source.runMigrations();
      expect(tables()).toEqual(all);
      await source.destroy();
      raw.close();
    }));
});
