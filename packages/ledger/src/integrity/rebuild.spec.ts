import { describe, expect, it } from '@jest/globals';
import { IN_PLAIN_SIGHT, WITHIN } from '../testing/damages.js';
import { handOver, TO_MONITORING, walked } from '../testing/partnerships.js';
import { count, HERE, value, withLedger } from '../testing/workbench.js';

const EVENTS = ['principebesluitNemen', 'coordinatorOverdragen'];
const SIX = TO_MONITORING.slice(0, 6);
const accept = { actor: { id: 'beheerder', roles: [] }, reason: 'Gezien: schijffout' };
const ROW = `SELECT version, snapshot, snapshot_hash, head_hash, phase, states, coordinator, next_due_on, contract_ends_on, updated_at, quarantined_at
  FROM partnership`;

describe('rebuilding a damaged snapshot', () => {
  it.each(IN_PLAIN_SIGHT.filter(({ what }) => !what.includes('gone')))('mends $what to the letter', ({ do: harm }) =>
    withLedger(async ({ ledger, raw }) => {
      const { partnership } = await walked(ledger, TO_MONITORING);
      const before = (await raw.rows(ROW))[0];
      await harm(raw, partnership);
      await ledger.caretaker.verify(HERE, partnership);
      expect(await value(raw, 'SELECT quarantined_at FROM partnership')).not.toBeNull();
      await expect(ledger.caretaker.rebuild(HERE, partnership)).resolves.toEqual({
        partnership,
        version: 8,
        states: ['monitorenEnEvalueren'],
        acknowledged: [],
      });
      expect((await raw.rows(ROW))[0]).toEqual(before);
      await expect(ledger.writer.submit(handOver(partnership))).resolves.toMatchObject({ version: 9 });
    }),
  );

  it('mends the columns by which lists search', () =>
    withLedger(async ({ ledger, raw }) => {
      const { partnership } = await walked(ledger, TO_MONITORING);
      const before = (await raw.rows(ROW))[0];
      await raw.damage(
        `UPDATE partnership SET phase = 'x', states = '|x|', coordinator = 'x', next_due_on = NULL, contract_ends_on = NULL, snapshot = '{}'`,
      );
      await ledger.caretaker.rebuild(HERE, partnership);
      expect((await raw.rows(ROW))[0]).toEqual(before);
    }));
});

describe('rebuilding', () => {
  it('opens the timers that the history asks for, and no others', () =>
    withLedger(async ({ ledger, raw }) => {
      const { partnership } = await walked(ledger, TO_MONITORING);
      const open = `SELECT kind, occurrence, due_on FROM timer WHERE state = 'open' ORDER BY kind`;
      const before = await raw.rows(open);
      expect(before).not.toEqual([]);
      await raw.damage(`UPDATE timer SET state = 'closed' WHERE kind = 'jaaropgave'`);
      await raw.damage(`UPDATE timer SET occurrence = 'x', due_on = '2020-01-01' WHERE kind = 'gesprek'`);
      await ledger.caretaker.rebuild(HERE, partnership);
      expect(await raw.rows(open)).toEqual(before);
    }));
});

describe('rebuilding on a broken chain', () => {
  it('is refused without acceptance, and the partnership stays apart', () =>
    withLedger(async ({ ledger, raw }) => {
      const { partnership } = await walked(ledger, EVENTS);
      await WITHIN[0]?.do(raw, partnership);
      await ledger.caretaker.verify(HERE, partnership);
      const refused = ledger.caretaker.rebuild(HERE, partnership);
      await expect(refused).rejects.toMatchObject({ code: 'chain-broken', sequences: [2] });
      await expect(ledger.caretaker.quarantined(HERE)).resolves.toHaveLength(1);
      expect(await count(raw, 'history')).toBe(3);
    }));

  it('with acceptance puts the break on record, and the partnership goes on', () =>
    withLedger(async ({ ledger, raw, time }) => {
      const { partnership } = await walked(ledger, EVENTS);
      await WITHIN[0]?.do(raw, partnership);
      await ledger.caretaker.verify(HERE, partnership);
      time.now = '2026-03-05T09:00:00.000Z';
      const rebuilt = await ledger.caretaker.rebuild(HERE, partnership, accept);
      expect(rebuilt).toMatchObject({ version: 4, acknowledged: [{ sequence: 2, kind: 'changed' }] });
      const [seal] = await ledger.histories.page(HERE, partnership, 3, 10);
      expect(seal).toMatchObject({ event: 'ketenHersteld', actorId: 'beheerder', at: time.now });
      expect(JSON.parse(seal?.data ?? '')).toMatchObject({ reden: accept.reason, breuken: [{ sequence: 2 }] });
      await expect(ledger.caretaker.verify(HERE, partnership)).resolves.toMatchObject({
        intact: true,
        breaks: [{ sequence: 2, acknowledged: true }],
        snapshotMatches: true,
      });
      await expect(ledger.caretaker.rebuild(HERE, partnership)).resolves.toMatchObject({
        version: 4,
        acknowledged: [],
      });
      await expect(ledger.writer.submit(handOver(partnership))).resolves.toMatchObject({ version: 5 });
    }));

  it('never lets the history run backwards, not even with a clock that was set back', () =>
    withLedger(async ({ ledger, raw, time }) => {
      const { partnership, at } = await walked(ledger, EVENTS);
      await WITHIN[0]?.do(raw, partnership);
      time.now = '2020-01-01T00:00:00.000Z';
      await ledger.caretaker.rebuild(HERE, partnership, accept);
      expect(await value(raw, 'SELECT at FROM history WHERE sequence = 4')).toBe(at);
      time.now = '2026-06-01T00:00:00.000Z';
      await raw.damage(`UPDATE history SET data = '{"doel":"nog iets"}' WHERE sequence = 2`);
      await ledger.caretaker.rebuild(HERE, partnership, accept);
      const sealedAt = time.now;
      time.now = '2026-05-01T00:00:00.000Z';
      await expect(ledger.writer.submit(handOver(partnership))).resolves.toMatchObject({ at: sealedAt });
    }));

  it('needs a new acceptance when the same event is damaged again', () =>
    withLedger(async ({ ledger, raw }) => {
      const { partnership } = await walked(ledger, EVENTS);
      await WITHIN[0]?.do(raw, partnership);
      await ledger.caretaker.rebuild(HERE, partnership, accept);
      await raw.damage(`UPDATE history SET data = '{"doel":"nog iets"}' WHERE sequence = 2`);
      await expect(ledger.caretaker.rebuild(HERE, partnership)).rejects.toMatchObject({ sequences: [2] });
    }));

  it('is refused, also with acceptance, when an event cannot be read', () =>
    withLedger(async ({ ledger, raw }) => {
      const { partnership } = await walked(ledger, EVENTS);
      await WITHIN.find(({ what }) => what.includes('no longer readable'))?.do(raw, partnership);
      const refused = ledger.caretaker.rebuild(HERE, partnership, accept);
      await expect(refused).rejects.toMatchObject({ code: 'history-unplayable', sequence: 2 });
      expect(await count(raw, 'history')).toBe(3);
    }));
});

describe('a missing event', () => {
  it.each([1, 3, 6, 7])('cannot be rebuilt, also with acceptance: event %i of seven', (gone) =>
    withLedger(async ({ ledger, raw }) => {
      const { partnership } = await walked(ledger, SIX);
      const before = (await raw.rows(ROW))[0];
      await raw.damage('DELETE FROM history WHERE sequence = ?', gone);
      for (const accepted of [undefined, accept])
        await expect(ledger.caretaker.rebuild(HERE, partnership, accepted)).rejects.toMatchObject({
          code: 'chain-broken',
          sequences: expect.arrayContaining([gone]),
        });
      expect((await raw.rows(ROW))[0]).toEqual(before);
    }),
  );

  it('cannot be rebuilt when all events are gone', () =>
    withLedger(async ({ ledger, raw }) => {
      const { partnership } = await walked(ledger, EVENTS);
      await raw.damage('DELETE FROM history');
      await expect(ledger.caretaker.rebuild(HERE, partnership, accept)).rejects.toMatchObject({ sequences: [1, 2, 3] });
    }));
});
