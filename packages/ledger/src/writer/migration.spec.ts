import { describe, expect, it } from '@jest/globals';
import { type Ledger } from '../ledger.js';
import { ACTOR, beginning, facts, handOver, planned, step, TO_MONITORING, walked } from '../testing/partnerships.js';
import { miniPack } from '../testing/mini-pack.js';
import { strictPack } from '../testing/strict-pack.js';
import { wearOut } from '../testing/raw.js';
import { count, ELSEWHERE, HERE, NOBODY, value, withLedger } from '../testing/workbench.js';
import { type MigratePartnership } from './commands.js';

const REDEN = 'De drempel is verhoogd';

function move(partnership: string, over: Partial<MigratePartnership> = {}): MigratePartnership {
  return {
    organisation: HERE,
    actor: ACTOR,
    partnership,
    to: { name: 'streng', version: '1.1.0' },
    reden: REDEN,
    ...over,
  };
}

/** A partnership under the strict pack 1.0.0, with 1.1.0 on the shelf, which asks ten times as much. */
async function onStrict(ledger: Ledger): Promise<string> {
  await ledger.shelf.add(HERE, strictPack('100000.00'));
  await ledger.shelf.add(ELSEWHERE, strictPack('100000.00'));
  const { partnership } = await ledger.writer.start(beginning({ pack: 'streng', contract: facts() }));
  await ledger.shelf.add(HERE, strictPack('1000000.00', '1.1.0'));
  return partnership;
}

const hashes = async (ledger: Ledger, id: string) => (await ledger.histories.all(HERE, id)).map(({ hash }) => hash);

describe('moving a partnership to another version of its pack', () => {
  it('is one event more in its history, and the new version judges from there on', () =>
    withLedger(async ({ ledger, time }) => {
      const id = await onStrict(ledger);
      const receipt = await ledger.writer.migrate(move(id));
      expect(receipt).toMatchObject({
        partnership: id,
        version: 2,
        event: 'regelpakketWisselen',
        states: ['doelstelling'],
        at: time.now,
        warnings: [],
      });
      const { partnership } = await ledger.partnerships.get(HERE, id);
      expect(partnership.pack).toEqual((await ledger.shelf.version(HERE, 'streng', '1.1.0')).ref);
      await expect(ledger.writer.submit(step(id, 'principebesluitNemen'))).rejects.toMatchObject({
        code: 'not-allowed',
        refusal: { reasons: [{ id: 'ST-01', pack: { version: '1.1.0' } }] },
      });
    }));

  it('rewrites nothing: what was recorded keeps its hashes and its pack, and the chain holds', () =>
    withLedger(async ({ ledger }) => {
      const id = await onStrict(ledger);
      await ledger.writer.submit(handOver(id));
      const before = await ledger.histories.all(HERE, id);
      const { hash } = await ledger.writer.migrate(move(id));
      await ledger.writer.submit(handOver(id));
      const rows = await ledger.histories.all(HERE, id);
      expect(rows.slice(0, 2)).toEqual(before);
      expect(rows[2]).toMatchObject({ hash, packVersion: '1.1.0' });
      expect(rows.map(({ packVersion }) => packVersion)).toEqual(['1.0.0', '1.0.0', '1.1.0', '1.1.0']);
      const verified = await ledger.caretaker.verify(HERE, id);
      expect(verified).toMatchObject({ intact: true, snapshotMatches: true, events: 4 });
    }));

  it('leaves the day before it as it was: time travel shows the pack of then', () =>
    withLedger(async ({ ledger, time }) => {
      const id = await onStrict(ledger);
      time.now = '2026-03-05T09:00:00.000Z';
      await ledger.writer.migrate(move(id));
      const packOn = async (day: string) => (await ledger.histories.asOf(HERE, id, day)).pack.version;
      expect([await packOn('2026-03-04'), await packOn('2026-03-05')]).toEqual(['1.0.0', '1.1.0']);
    }));

  it('shows in lists at once, and after a rebuild that finds other columns too', () =>
    withLedger(async ({ ledger, raw }) => {
      const id = await onStrict(ledger);
      await ledger.shelf.add(HERE, miniPack());
      await ledger.writer.migrate(move(id, { to: { name: 'mini', version: '1.0.0' } }));
      const listed = async () => (await ledger.partnerships.page(HERE, { pack: 'mini' }, 10)).map((row) => row.pack);
      expect(await listed()).toEqual([{ name: 'mini', version: '1.0.0' }]);
      await raw.damage(`UPDATE partnership SET pack_name = 'streng' WHERE id = ?`, id);
      expect(await listed()).toEqual([]);
      await ledger.caretaker.rebuild(HERE, id);
      expect(await listed()).toEqual([{ name: 'mini', version: '1.0.0' }]);
      expect((await ledger.caretaker.verify(HERE, id)).fault).toBeUndefined();
    }));

  it('resets the moments to those of the new pack, in one transaction with the move', () =>
    withLedger(async ({ ledger, raw }) => {
      const monthly = miniPack({ version: '1.1.0' });
      const frequency = 'parameters/gespreksfrequentieMaanden.yaml';
      monthly.set(frequency, (monthly.get(frequency) ?? '').replace('value: 3', 'value: 1'));
      const { partnership } = await walked(ledger, TO_MONITORING);
      await ledger.shelf.add(HERE, monthly);
      const command = move(partnership, { to: { name: 'mini', version: '1.1.0' } });
      const mend = await wearOut(raw, 'reminder');
      await expect(ledger.writer.migrate(command)).rejects.toMatchObject({ message: 'worn out' });
      expect(await count(raw, 'history', `event = 'regelpakketWisselen'`)).toBe(0);
      await mend();
      await ledger.writer.migrate(command);
      const open = await raw.rows(
        `SELECT kind, occurrence, due_on AS "dueOn" FROM timer WHERE state = 'open' ORDER BY due_on`,
      );
      expect(open).toEqual(await planned(ledger, partnership));
      expect(await count(raw, 'timer', `state = 'open' AND occurrence LIKE '%-1m-%' AND set_by = 9`)).toBe(1);
      expect(await count(raw, 'timer', `state = 'closed' AND occurrence LIKE '%-3m-%' AND closed_by = 9`)).toBe(1);
      expect(await value(raw, 'SELECT next_due_on FROM partnership')).toBe(
        (await planned(ledger, partnership))[0]?.dueOn,
      );
      expect(await count(raw, 'reminder', `kind = 'regelpakketGewisseld' AND set_by = 9`)).toBeGreaterThan(0);
    }));
});

describe('a move keeps the promises of every command', () => {
  it('gives the same answer to the same key, and records it once', () =>
    withLedger(async ({ ledger }) => {
      const id = await onStrict(ledger);
      const command = move(id, { idempotencyKey: 'sleutel' });
      const first = await ledger.writer.migrate(command);
      expect(await ledger.writer.migrate(command)).toEqual(first);
      await expect(ledger.writer.migrate({ ...command, reden: 'Iets anders' })).rejects.toMatchObject({
        code: 'idempotency-conflict',
      });
      expect(await hashes(ledger, id)).toHaveLength(2);
    }));

  it.each([
    ['another version than expected', { expectedVersion: 7 }, 'version-conflict'],
    ['a version that is not on the shelf', { to: { name: 'streng', version: '9.9.9' } }, 'not-found'],
    ['a partnership that is not there', { partnership: NOBODY }, 'not-found'],
    ['a partnership of another organisation', { organisation: ELSEWHERE }, 'not-found'],
    ['the version it has', { to: { name: 'streng', version: '1.0.0' } }, 'already-on-pack'],
    ['no reason', { reden: '' }, 'data-invalid'],
    ['a reason with a BSN in it', { reden: 'Voor 111222333' }, 'data-invalid'],
    ['an actor without the role', { actor: { id: 'x', roles: ['hrExpert'] as const } }, 'not-allowed'],
  ])('is refused for %s, and changes nothing', (_, over, code) =>
    withLedger(async ({ ledger }) => {
      const id = await onStrict(ledger);
      const before = await hashes(ledger, id);
      await expect(ledger.writer.migrate(move(id, over))).rejects.toMatchObject({ code });
      expect(await hashes(ledger, id)).toEqual(before);
    }),
  );

  it('is refused after the end', () =>
    withLedger(async ({ ledger }) => {
      const id = await onStrict(ledger);
      await ledger.writer.submit(step(id, 'beeindigen'));
      await expect(ledger.writer.migrate(move(id))).rejects.toMatchObject({ code: 'partnership-done' });
    }));

  it('is refused for a damaged partnership, which is set apart', () =>
    withLedger(async ({ ledger, raw }) => {
      const id = await onStrict(ledger);
      await raw.damage(`UPDATE partnership SET snapshot_hash = 'x' WHERE id = ?`, id);
      const apart = { code: 'partnership-quarantined' };
      await expect(ledger.writer.migrate(move(id))).rejects.toMatchObject(apart);
      await expect(ledger.writer.rehearseMigration(move(id))).rejects.toMatchObject(apart);
      expect(await count(raw, 'history', `event = 'regelpakketWisselen'`)).toBe(0);
    }));

  it('is refused when the pack it has is gone: what would change cannot be told', () =>
    withLedger(async ({ ledger, raw, again }) => {
      const id = await onStrict(ledger);
      await raw.damage(
        `DELETE FROM rule_pack WHERE name = 'streng' AND version = '1.0.0' AND organisation_id = ?`,
        HERE,
      );
      const other = await again();
      try {
        await expect(other.writer.migrate(move(id))).rejects.toMatchObject({ code: 'pack-unavailable' });
      } finally {
        await other.close();
      }
    }));
});

describe('a rehearsal of a move', () => {
  it('says what would change, and records nothing', () =>
    withLedger(async ({ ledger, raw }) => {
      const id = await onStrict(ledger);
      const rehearsal = await ledger.writer.rehearseMigration(move(id));
      expect(rehearsal).toMatchObject({
        partnership: id,
        kenmerk: 'SCH-1',
        version: 1,
        from: { version: '1.0.0' },
        to: { version: '1.1.0' },
        decision: { outcome: 'accepted' },
        preview: { events: [{ event: 'principebesluitNemen', blocks: [{ id: 'ST-01' }] }] },
      });
      expect(await count(raw, 'history')).toBe(1);
    }));

  it('says why the move would be refused', () =>
    withLedger(async ({ ledger }) => {
      const id = await onStrict(ledger);
      const rehearsal = await ledger.writer.rehearseMigration(move(id, { to: { name: 'streng', version: '1.0.0' } }));
      expect(rehearsal).toMatchObject({ decision: { outcome: 'refused', cause: 'alreadyOnPack' } });
      expect(rehearsal.preview).toBeUndefined();
    }));
});
