import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { openLedger } from './ledger.js';
import { miniPack } from './testing/mini-pack.js';
import { facts, handOver, step, TO_MONITORING, walked } from './testing/partnerships.js';
import { count, HERE, locationIn, NOBODY, value, withFolder, withLedger } from './testing/workbench.js';

describe('rows that point to nothing', () => {
  it('are refused by the database', () =>
    withLedger(async ({ ledger }) => {
      const refused = { message: expect.stringMatching(/foreign key/i) };
      await expect(ledger.shelf.add(NOBODY, miniPack())).rejects.toMatchObject(refused);
      await expect(ledger.contracts.add(NOBODY, [{ facts: facts() }])).rejects.toMatchObject(refused);
    }));
});

describe('closing and opening again', () => {
  it('keeps everything', () =>
    withFolder(async (folder) => {
      const location = await locationIn(join(folder, 'nog', 'niet', 'daar'));
      const options = { ...location, clock: () => '2026-03-02T09:00:00.000Z' };
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
      expect(await count(raw, 'history')).toBe(301);
    }));
});

describe('an organisation', () => {
  it('is added once, however often and at whatever moment it is asked for', () =>
    withLedger(async ({ ledger, raw }) => {
      await Promise.all([1, 2, 3].map(() => ledger.ensureOrganisation(NOBODY, 'Nieuw')));
      await ledger.ensureOrganisation(NOBODY, 'Anders');
      expect(await value(raw, 'SELECT name FROM organisation WHERE id = ?', NOBODY)).toBe('Nieuw');
    }));
});

describe('two programs on one database', () => {
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
          await count(raw, 'history', 'hash = ? AND partnership_id = ? AND sequence = ?', hash, partnership, version),
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

  it('may open a database that has no tables yet at the same moment', () =>
    withFolder(async (folder) => {
      const location = await locationIn(folder);
      const ledgers = await Promise.all([openLedger(location), openLedger(location)]);
      expect(await Promise.all(ledgers.map((ledger) => ledger.isAlive()))).toEqual([true, true]);
      await Promise.all(ledgers.map((ledger) => ledger.close()));
    }));
});
