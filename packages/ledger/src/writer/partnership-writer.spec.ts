import { describe, expect, it } from '@jest/globals';
import { type Acceptance } from '@samenwerkt/engine';
import { EventRefused, VersionConflict } from '../errors.js';
import { ACTOR, beginning, facts, handOver, step, TO_MONITORING, walked } from '../testing/partnerships.js';
import { wearOut } from '../testing/raw.js';
import { count, ELSEWHERE, HERE, NOBODY, value, withLedger } from '../testing/workbench.js';

describe('a command', () => {
  it('answers with what was recorded', () =>
    withLedger(async ({ ledger, time, raw }) => {
      const { partnership } = await walked(ledger);
      time.now = '2026-03-02T10:00:00.000Z';
      const receipt = await ledger.writer.submit(step(partnership, 'principebesluitNemen'));
      expect(receipt).toEqual({
        partnership,
        version: 2,
        event: 'principebesluitNemen',
        states: ['voorbereidendGesprek'],
        done: false,
        at: time.now,
        hash: await value(raw, 'SELECT head_hash FROM partnership'),
        warnings: [],
      });
      expect(await count(raw, 'history', 'hash = ? AND sequence = 2 AND at = ?', receipt.hash, receipt.at)).toBe(1);
    }));

  it('that is refused records nothing and comes with its reasons', () =>
    withLedger(async ({ ledger, raw }) => {
      const { partnership } = await walked(ledger);
      const powerless = { ...ACTOR, roles: [] };
      const refused = ledger.writer.submit(step(partnership, 'principebesluitNemen', { actor: powerless }));
      await expect(refused).rejects.toMatchObject({
        code: 'not-allowed',
        refusal: { reasons: [{ id: 'role', severity: 'block' }] },
      });
      await expect(ledger.writer.submit(step(partnership, 'borgingVaststellen'))).rejects.toMatchObject({
        code: 'event-not-possible',
      });
      expect(await count(raw, 'history')).toBe(1);
    }));

  it('on an unknown partnership, or one of another organisation, finds nothing', () =>
    withLedger(async ({ ledger, raw }) => {
      const { partnership } = await walked(ledger);
      const { writer } = ledger;
      for (const strange of [handOver(NOBODY), handOver(partnership, { organisation: ELSEWHERE })]) {
        await expect(writer.submit(strange)).rejects.toMatchObject({ code: 'not-found' });
        await expect(writer.rehearse(strange)).rejects.toMatchObject({ code: 'not-found' });
      }
      expect(await count(raw, 'history')).toBe(1);
    }));

  it('leaves no trace in the snapshot of fields that were given as undefined', () =>
    withLedger(async ({ ledger }) => {
      const { partnership } = await walked(ledger, ['dossierAanvullen']);
      const empty = { principebesluit: { doel: undefined } };
      await ledger.writer.submit(step(partnership, 'dossierAanvullen', { data: empty }));
      await expect(ledger.caretaker.verify(HERE, partnership)).resolves.toMatchObject({ snapshotMatches: true });
    }));

  it('is recorded as it was given, whatever the caller does with the data afterwards', () =>
    withLedger(async ({ ledger }) => {
      const { partnership } = await walked(ledger);
      const data = { principebesluit: { doel: 'Twee banen' } };
      await ledger.writer.submit(step(partnership, 'dossierAanvullen', { data }));
      data.principebesluit.doel = 'Nul banen';
      await ledger.writer.submit(handOver(partnership));
      const { partnership: now } = await ledger.partnerships.get(HERE, partnership);
      expect(now.dossier.principebesluit).toEqual({ doel: 'Twee banen' });
      await expect(ledger.caretaker.verify(HERE, partnership)).resolves.toMatchObject({ snapshotMatches: true });
    }));
});

describe('the version a command is based on', () => {
  it('must be the current one; the conflict says which that is', () =>
    withLedger(async ({ ledger }) => {
      const { partnership } = await walked(ledger, ['principebesluitNemen']);
      const late = ledger.writer.submit(handOver(partnership, { expectedVersion: 1 }));
      await expect(late).rejects.toMatchObject({ code: 'version-conflict', expected: 1, current: 2 });
      const early = ledger.writer.rehearse(handOver(partnership, { expectedVersion: 3 }));
      await expect(early).rejects.toBeInstanceOf(VersionConflict);
      await expect(ledger.writer.submit(handOver(partnership, { expectedVersion: 2 }))).resolves.toMatchObject({
        version: 3,
      });
    }));

  it('lets only the first of several in one turn through', () =>
    withLedger(async ({ ledger, raw }) => {
      const { partnership } = await walked(ledger);
      const commands = [1, 1, 1].map((expectedVersion) => handOver(partnership, { expectedVersion }));
      const outcomes = await Promise.allSettled(commands.map((command) => ledger.writer.submit(command)));
      expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected']);
      expect(outcomes.slice(1)).toMatchObject([{ reason: { current: 2 } }, { reason: { current: 2 } }]);
      expect(await count(raw, 'history')).toBe(2);
    }));

  it('may be left out: commands of one turn then build on each other', () =>
    withLedger(async ({ ledger, raw }) => {
      const { partnership } = await walked(ledger);
      const receipts = await Promise.all(TO_MONITORING.map((event) => ledger.writer.submit(step(partnership, event))));
      expect(receipts.map(({ version }) => version)).toEqual([2, 3, 4, 5, 6, 7, 8]);
      expect(receipts.at(-1)?.states).toEqual(['monitorenEnEvalueren']);
      expect(await count(raw, 'history')).toBe(8);
      await expect(ledger.caretaker.verify(HERE, partnership)).resolves.toMatchObject({ snapshotMatches: true });
    }));
});

describe('a failure of the storage', () => {
  it('costs only the command it befalls; its neighbours of the same turn are recorded', () =>
    withLedger(async ({ ledger, raw }) => {
      const started = await Promise.all(
        ['A', 'B', 'C'].map((kenmerk) => walked(ledger, [], { contract: facts({ kenmerk }) })),
      );
      const [a = '', b = '', c = ''] = started.map(({ partnership }) => partnership);
      const mend = await wearOut(raw, 'reminder', `NEW.partnership_id = '${b}'`);
      const submit = (id: string) => ledger.writer.submit(handOver(id, { idempotencyKey: id }));
      const outcomes = await Promise.allSettled([a, b, c].map(submit));
      expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
      expect((await raw.rows('SELECT version FROM partnership ORDER BY id')).map(({ version }) => version)).toEqual([
        2, 1, 2,
      ]);
      expect(await count(raw, 'history', 'partnership_id = ?', b)).toBe(1);
      expect(await count(raw, 'idempotency_key', 'key = ?', b)).toBe(0);
      await mend();
      await expect(submit(b)).resolves.toMatchObject({ version: 2 });
      for (const id of [a, b, c])
        await expect(ledger.caretaker.verify(HERE, id)).resolves.toMatchObject({ intact: true, snapshotMatches: true });
    }));
});

describe('rehearsing', () => {
  it('tells what would come of a command and records nothing', () =>
    withLedger(async ({ ledger, raw }) => {
      const { partnership } = await walked(ledger);
      const before = await value(raw, 'SELECT snapshot FROM partnership');
      const command = step(partnership, 'principebesluitNemen', { idempotencyKey: 'k' });
      const decision = (await ledger.writer.rehearse(command)) as Acceptance;
      expect(decision).toMatchObject({ outcome: 'accepted', next: { version: 2, states: ['voorbereidendGesprek'] } });
      const refusal = await ledger.writer.rehearse(step(partnership, 'borgingVaststellen'));
      expect(refusal).toMatchObject({ outcome: 'refused', cause: 'eventNotPossible' });
      expect([await count(raw, 'history'), await count(raw, 'idempotency_key')]).toEqual([1, 0]);
      expect(await value(raw, 'SELECT snapshot FROM partnership')).toBe(before);
      await expect(ledger.writer.submit(command)).resolves.toMatchObject({ version: 2 });
    }));
});

describe('the clock', () => {
  it('may be set back: the history still never runs backwards', () =>
    withLedger(async ({ ledger, time }) => {
      const { partnership, at } = await walked(ledger);
      time.now = '2020-01-01T00:00:00.000Z';
      await expect(ledger.writer.submit(handOver(partnership))).resolves.toMatchObject({ at });
      await expect(
        ledger.writer.submit(handOver(partnership, { at: '2019-01-01T00:00:00.000Z' })),
      ).resolves.toMatchObject({ at });
      time.now = '2026-03-02T09:00:00.001Z';
      await expect(ledger.writer.submit(handOver(partnership))).resolves.toMatchObject({ at: time.now });
    }));
});

describe('starting', () => {
  it('refuses facts of a contract that are not right, each by name', () =>
    withLedger(async ({ ledger, raw }) => {
      const contract = { ...facts(), titel: 'Voor 123456782', waarde: '1' };
      await expect(ledger.writer.start(beginning({ contract }))).rejects.toMatchObject({
        code: 'data-invalid',
        problems: [expect.objectContaining({ path: '/titel', code: 'bsn' })],
      });
      expect(await count(raw, 'history')).toBe(0);
    }));

  it('opens a history of one event under the newest pack', () =>
    withLedger(async ({ ledger, time, raw }) => {
      const receipt = await ledger.writer.start(beginning());
      expect(receipt).toMatchObject({ version: 1, states: ['doelstelling'], done: false, at: time.now });
      expect(await count(raw, 'history', `event = 'partnerschapStarten' AND hash = ?`, receipt.hash)).toBe(1);
    }));

  it('under an unknown pack, or one for another lifecycle, starts nothing', () =>
    withLedger(async ({ ledger, raw }) => {
      await expect(ledger.writer.start(beginning({ pack: 'onbekend' }))).rejects.toMatchObject({ code: 'not-found' });
      await expect(ledger.writer.start(beginning({ lifecycle: 'stappenplan-1999' }))).rejects.toMatchObject({
        code: 'pack-not-for-lifecycle',
      });
      expect(await count(raw, 'partnership')).toBe(0);
    }));

  it('on a contract or with a supplier of another organisation finds nothing', () =>
    withLedger(async ({ ledger, raw }) => {
      const [contract] = await ledger.contracts.add(ELSEWHERE, [{ facts: facts(), supplier: 'De Linde' }]);
      const strange = [
        { contractId: contract?.id },
        { supplierId: contract?.supplierId ?? '' },
        { contractId: NOBODY },
      ];
      for (const over of strange)
        await expect(ledger.writer.start(beginning(over))).rejects.toMatchObject({ code: 'not-found' });
      expect(await count(raw, 'partnership')).toBe(0);
      const own = { organisation: ELSEWHERE, contractId: contract?.id, supplierId: contract?.supplierId ?? '' };
      await expect(ledger.writer.start(beginning(own))).resolves.toMatchObject({ version: 1 });
    }));
});

describe('closing', () => {
  it('answers what waits and refuses what comes later', () =>
    withLedger(async ({ again, ledger, raw }) => {
      const { partnership } = await walked(ledger);
      const other = await again();
      const waiting = other.writer.submit(handOver(partnership));
      const closing = other.close();
      const refused = other.writer.submit(handOver(partnership));
      await expect(refused).rejects.toMatchObject({ code: 'ledger-closed' });
      await expect(waiting).resolves.toMatchObject({ version: 2 });
      await closing;
      expect(await count(raw, 'history')).toBe(2);
    }));
});

describe('a refusal', () => {
  it('is known by its class, so that the host can tell it from a fault', () =>
    withLedger(async ({ ledger }) => {
      const { partnership } = await walked(ledger);
      await expect(ledger.writer.submit(step(partnership, 'toveren', { data: {} }))).rejects.toBeInstanceOf(
        EventRefused,
      );
    }));
});
