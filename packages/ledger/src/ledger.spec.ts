import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import BetterSqlite3 from 'better-sqlite3';
import { DataSource } from 'typeorm';
import { openLedger } from './ledger.js';
import { MIGRATIONS } from './migrations/index.js';
import { miniPack } from './testing/mini-pack.js';
import { facts, handOver, step, TO_MONITORING, walked } from './testing/partnerships.js';
import { connectionOf, count, HERE, NOBODY, value, withFolder, withLedger } from './testing/workbench.js';

const TABLES = `SELECT name FROM sqlite_master WHERE type IN ('table', 'trigger') AND name NOT LIKE 'sqlite_%' AND name <> 'migrations'
  ORDER BY name`;

describe('an acknowledged commit', () => {
  it('survives a power cut: write-ahead log, and every commit is flushed to disk', () =>
    withLedger(async ({ ledger }) => {
      const connection = connectionOf(ledger);
      const full = 2;
      expect(connection.pragma('journal_mode', { simple: true })).toBe('wal');
      expect(connection.pragma('synchronous', { simple: true })).toBe(full);
    }));

  it('waits for another program rather than failing at once', () =>
    withLedger(async ({ ledger }) => {
      expect(connectionOf(ledger).pragma('busy_timeout', { simple: true })).toBeGreaterThanOrEqual(5000);
    }));
});

describe('rows that point to nothing', () => {
  it('are refused by the database', () =>
    withLedger(async ({ ledger }) => {
      expect(connectionOf(ledger).pragma('foreign_keys', { simple: true })).toBe(1);
      await expect(ledger.shelf.add(NOBODY, miniPack())).rejects.toEqual(
        expect.objectContaining({ code: 'SQLITE_CONSTRAINT_FOREIGNKEY' }),
      );
      await expect(ledger.contracts.add(NOBODY, [{ facts: facts() }])).rejects.toMatchObject({
        code: 'SQLITE_CONSTRAINT_FOREIGNKEY',
      });
    }));
});

describe('closing and opening again', () => {
  it('keeps everything', () =>
    withFolder(async (folder) => {
      const options = { file: join(folder, 'nog', 'niet', 'daar.sqlite'), clock: () => '2026-03-02T09:00:00.000Z' };
      const first = await openLedger(options);
      await first.ensureOrganisation(HERE, 'Hier');
      await first.shelf.add(HERE, miniPack());
      const [contract] = await first.contracts.add(HERE, [{ facts: facts(), supplier: 'De Linde' }]);
      const { partnership } = await walked(first, TO_MONITORING, { contractId: contract?.id });
      const before = await first.partnerships.get(HERE, partnership);
      const verified = await first.caretaker.verify(HERE, partnership);
      await first.close();
      expect(await first.isAlive()).toBe(false);

      const second = await openLedger(options);
      expect(await second.isAlive()).toBe(true);
      await expect(second.partnerships.get(HERE, partnership)).resolves.toEqual(before);
      await expect(second.caretaker.verify(HERE, partnership)).resolves.toEqual(verified);
      await expect(second.contracts.get(HERE, contract?.id ?? '')).resolves.toEqual(contract);
      expect(await second.shelf.list(HERE)).toMatchObject([{ ref: { name: 'mini' } }]);
      await expect(second.writer.submit(step(partnership, 'gesprekVastleggen'))).resolves.toMatchObject({ version: 9 });
      await second.close();
    }));

  it('finishes what waits first', () =>
    withLedger(async ({ ledger, again, raw }) => {
      const { partnership } = await walked(ledger);
      const other = await again();
      const waiting = Array.from({ length: 300 }, () => other.writer.submit(handOver(partnership)));
      await other.close();
      await Promise.all(waiting);
      expect(count(raw, 'history')).toBe(301);
    }));
});

describe('an organisation', () => {
  it('is added once, however often and at whatever moment it is asked for', () =>
    withLedger(async ({ ledger, raw }) => {
      await Promise.all([1, 2, 3].map(() => ledger.ensureOrganisation(NOBODY, 'Nieuw')));
      await ledger.ensureOrganisation(NOBODY, 'Anders');
      expect(value(raw, 'SELECT name FROM organisation WHERE id = ?', NOBODY)).toBe('Nieuw');
    }));
});

describe('two programs on one file', () => {
  it('both record everything they acknowledge', () =>
    withLedger(async ({ ledger, again, raw }) => {
      const other = await again();
      const shared = await walked(ledger);
      const own = await walked(other, [], { contract: facts({ kenmerk: 'SCH-2' }) });
      const rounds = Array.from({ length: 50 }, (_, i) => i);
      const receipts = await Promise.all(
        rounds.flatMap(() => [
          ledger.writer.submit(handOver(shared.partnership)),
          other.writer.submit(handOver(shared.partnership)),
          other.writer.submit(handOver(own.partnership)),
        ]),
      );
      expect(new Set(receipts.map(({ hash }) => hash)).size).toBe(150);
      for (const { hash, partnership, version } of receipts)
        expect(
          count(raw, 'history', 'hash = ? AND partnership_id = ? AND sequence = ?', hash, partnership, version),
        ).toBe(1);
      for (const [id, events] of [
        [shared.partnership, 101],
        [own.partnership, 51],
      ] as const)
        await expect(ledger.caretaker.verify(HERE, id)).resolves.toMatchObject({
          events,
          intact: true,
          snapshotMatches: true,
        });
      await other.close();
    }));

  it('see each other’s versions', () =>
    withLedger(async ({ ledger, again }) => {
      const other = await again();
      const { partnership } = await walked(ledger);
      const outcomes = await Promise.allSettled(
        [ledger, other].map(({ writer }) => writer.submit(handOver(partnership, { expectedVersion: 1 }))),
      );
      expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      await other.close();
    }));

  it('may open a file that is not there yet at the same moment', () =>
    withFolder(async (folder) => {
      const file = join(folder, 'ledger.sqlite');
      const ledgers = await Promise.all([openLedger({ file }), openLedger({ file })]);
      expect(await Promise.all(ledgers.map((ledger) => ledger.isAlive()))).toEqual([true, true]);
      await Promise.all(ledgers.map((ledger) => ledger.close()));
    }));
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
