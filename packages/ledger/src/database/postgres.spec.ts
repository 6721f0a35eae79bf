import { describe, expect, it } from '@jest/globals';
import { freshDatabase } from '@samenwerkt/services';
import { DataSource } from 'typeorm';
import { openLedger } from '../ledger.js';
import { ledgerLocation } from '../location.js';
import { MIGRATIONS } from '../migrations/index.js';
import { miniPack } from '../testing/mini-pack.js';
import { facts, handOver, TO_MONITORING, walked } from '../testing/partnerships.js';
import { rawPostgres, type Raw } from '../testing/raw.js';
import { HERE, SECRET_KEY, withLedger } from '../testing/workbench.js';
import { openPostgres } from './postgres.js';
import { change, sql } from './work.js';

const SERVER = process.env['TEST_DATABASE_URL'] ?? '';

describe('two processes that spoil each other’s transaction', () => {
  it('both get their work done: what was rolled back is done again', () =>
    withLedger(async ({ ledger, again }) => {
      const other = await again();
      const ids: string[] = [];
      for (const kenmerk of ['A', 'B'])
        ids.push((await walked(ledger, [], { contract: facts({ kenmerk }) })).partnership);
      // Each batch locks both partnerships, in opposite order: a deadlock as soon as they meet.
      const rounds = Array.from({ length: 20 }, () => [
        ...ids.map((id) => ledger.writer.submit(handOver(id))),
        ...[...ids].reverse().map((id) => other.writer.submit(handOver(id))),
      ]);
      await Promise.all(rounds.flat());
      for (const id of ids)
        await expect(ledger.caretaker.verify(HERE, id)).resolves.toMatchObject({ events: 41, snapshotMatches: true });
      await other.close();
    }));

  it('and a contract that both add is added by one of them', () =>
    withLedger(async ({ ledger, again }) => {
      const other = await again();
      const adding = [ledger, other].map(({ contracts }) => contracts.add(HERE, [{ facts: facts({ kenmerk: 'X' }) }]));
      const outcomes = await Promise.allSettled(adding);
      expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({
        reason: { code: 'already-exists' },
      });
      await other.close();
    }));
});

describe('a connection that breaks', () => {
  /** Ends every other connection to the database, as an administrator or a restart does. */
  const cut = (raw: Raw) =>
    raw.rows(
      'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
    );

  it('while nothing happens is replaced', () =>
    withLedger(async ({ ledger, raw }) => {
      const { partnership } = await walked(ledger);
      await cut(raw);
      await new Promise((resolve) => setTimeout(resolve, 100));
      await expect(ledger.writer.submit(handOver(partnership))).resolves.toMatchObject({ version: 2 });
      expect(await ledger.isAlive()).toBe(true);
    }));

  it('in the middle of work leaves nothing half done, and says so', () =>
    withLedger(async ({ raw, location }) => {
      const database = await openPostgres(location.url ?? '');
      const add = sql('INSERT INTO organisation (id, name, created_at) VALUES (@id, @id, @id)');
      const outcome = database.alone(function* () {
        yield* change(add, { id: 'half' });
        yield* change(sql('SELECT pg_terminate_backend(pg_backend_pid())'));
      });
      await expect(outcome).rejects.toThrow();
      expect(await raw.rows(`SELECT 1 FROM organisation WHERE id = 'half'`)).toEqual([]);
      await database.close();
    }));
});

describe('a database', () => {
  it('that is not there is named by what to look at, without its password', async () => {
    const url = 'postgres://iemand:geheim@127.0.0.1:1/niets';
    const opening = openLedger({ file: '', url });
    await expect(opening).rejects.toMatchObject({
      code: 'database-unreachable',
      text: { nl: expect.stringMatching(/DATABASE_URL/) },
    });
    await expect(opening).rejects.not.toThrow(/geheim/);
  });

  it.each(['mysql://x/y', 'samenwerkt', 'postgres://'])('cannot be at %s', (url) =>
    expect(() => ledgerLocation('.', { DATABASE_URL: url })).toThrow(
      expect.objectContaining({ code: 'database-url-invalid' }),
    ),
  );

  it('compares text byte by byte, so that lists have the order they have on SQLite', () =>
    withLedger(async ({ raw }) => {
      for (const id of ['b', 'B', 'a', 'é'])
        await raw.rows('INSERT INTO organisation (id, name, created_at) VALUES (?, ?, ?)', id, id, id);
      const ids = await raw.rows('SELECT id FROM organisation WHERE length(id) = 1 ORDER BY id');
      expect(ids.map(({ id }) => id)).toEqual(['B', 'a', 'b', 'é']);
    }));
});

describe('the tables', () => {
  const TABLES = `SELECT table_name AS name FROM information_schema.tables
    WHERE table_schema = 'public' AND table_name <> 'migrations' ORDER BY table_name`;

  it('come up and go down again, also with something in them', async () => {
    const url = await freshDatabase(SERVER, 'op_en_neer');
    const ledger = await openLedger({ file: '', url, secretKey: { text: SECRET_KEY } });
    await ledger.ensureOrganisation(HERE, 'Hier');
    await ledger.shelf.add(HERE, miniPack());
    await walked(ledger, TO_MONITORING);
    await ledger.close();
    const raw = await rawPostgres(url);
    const all = await raw.rows(TABLES);
    expect(all).toEqual(expect.arrayContaining([{ name: 'history' }, { name: 'timer' }]));
    const source = new DataSource({ type: 'postgres', url, migrations: MIGRATIONS });
    await source.initialize();
    for (let steps = MIGRATIONS.length; steps > 0; steps--) await source.undoLastMigration();
    expect(await raw.rows(TABLES)).toEqual([]);
    await source.runMigrations();
    expect(await raw.rows(TABLES)).toEqual(all);
    await source.destroy();
    await raw.close();
  });
});
