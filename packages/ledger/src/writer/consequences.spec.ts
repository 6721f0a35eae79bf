import { describe, expect, it } from '@jest/globals';
import { sampleData } from '@samenwerkt/engine';
import {
  ACTOR,
  beginning,
  facts,
  handOver,
  LIFECYCLE,
  planned,
  step,
  TO_MONITORING,
  walked,
} from '../testing/partnerships.js';
import { wearOut, type Raw } from '../testing/raw.js';
import { count, ELSEWHERE, HERE, value, withLedger } from '../testing/workbench.js';

/** Timers of the only partnership in a state, earliest first. */
function timers(raw: Raw, state: 'open' | 'closed'): Promise<unknown[]> {
  return raw.rows('SELECT kind, occurrence, due_on AS "dueOn" FROM timer WHERE state = ? ORDER BY due_on', state);
}

const nextDue = (raw: Raw) => value(raw, 'SELECT next_due_on FROM partnership');

describe('timers', () => {
  it('are set in the transaction of the event that brings them', () =>
    withLedger(async ({ ledger, raw }) => {
      const { partnership } = await walked(ledger, TO_MONITORING.slice(0, -1));
      expect(await count(raw, 'timer')).toBe(0);
      const mend = await wearOut(raw, 'timer');
      const lost = ledger.writer.submit(step(partnership, 'borgingVaststellen'));
      await expect(lost).rejects.toMatchObject({ message: 'worn out' });
      expect(await count(raw, 'history', `event = 'borgingVaststellen'`)).toBe(0);
      await mend();
      await ledger.writer.submit(step(partnership, 'borgingVaststellen'));
      const expected = await planned(ledger, partnership);
      expect(expected.map(({ kind }) => kind).sort()).toEqual(['gesprek', 'jaaropgave']);
      expect(await timers(raw, 'open')).toEqual(expected);
      expect(await count(raw, 'timer', 'set_by = 8 AND closed_by IS NULL')).toBe(2);
      expect(await nextDue(raw)).toBe(expected[0]?.dueOn);
    }));

  it('are closed by the event that makes them superfluous, which sets the next', () =>
    withLedger(async ({ ledger, raw }) => {
      const { partnership } = await walked(ledger, TO_MONITORING);
      const before = (await planned(ledger, partnership)).find(({ kind }) => kind === 'gesprek');
      const data = { ...sampleData(LIFECYCLE, 'gesprekVastleggen'), datum: '2026-03-10' };
      await ledger.writer.submit(step(partnership, 'gesprekVastleggen', { data }));
      const expected = await planned(ledger, partnership);
      expect(expected).not.toContainEqual(before);
      expect(await timers(raw, 'open')).toEqual(expected);
      expect(await timers(raw, 'closed')).toEqual([before]);
      expect(await count(raw, 'timer', `kind = 'gesprek' AND state = 'closed' AND set_by = 8 AND closed_by = 9`)).toBe(
        1,
      );
      expect(await count(raw, 'timer', `kind = 'gesprek' AND state = 'open' AND set_by = 9`)).toBe(1);
      expect(await nextDue(raw)).toBe(expected[0]?.dueOn);
    }));

  it('rest while the partnership is suspended', () =>
    withLedger(async ({ ledger, raw }) => {
      const { partnership } = await walked(ledger, TO_MONITORING);
      const before = await timers(raw, 'open');
      await ledger.writer.submit(step(partnership, 'opschorten'));
      expect(await timers(raw, 'open')).toEqual([]);
      expect(await timers(raw, 'closed')).toEqual(before);
      expect(await nextDue(raw)).toBeNull();
      await ledger.writer.submit(step(partnership, 'hervatten'));
      const expected = await planned(ledger, partnership);
      expect(await timers(raw, 'open')).toEqual(expected);
      expect(await count(raw, 'timer', `state = 'open' AND closed_by IS NOT NULL`)).toBe(0);
      expect(await nextDue(raw)).toBe(expected[0]?.dueOn);
    }));
});

describe('messages', () => {
  it('wait from the commit on, one for each who must be told', () =>
    withLedger(async ({ ledger, raw, time }) => {
      const { partnership } = await walked(ledger);
      await ledger.writer.submit(handOver(partnership));
      const stored = await raw.rows(
        `SELECT organisation_id, partnership_id, set_by, kind, recipient, due_at, state FROM reminder
         WHERE kind = 'coordinatorOvergedragen' ORDER BY step`,
      );
      const { coordinator, backup } = handOver(partnership).data;
      const told = (recipient: unknown) => [
        HERE,
        partnership,
        2,
        'coordinatorOvergedragen',
        recipient,
        time.now,
        'planned',
      ];
      const rows = await ledger.subjects.shown(HERE, stored, 'nl');
      expect(rows.map((row) => Object.values(row))).toEqual([told(coordinator), told(backup)]);
    }));
});

describe('the opdrachtnemer', () => {
  it('becomes a supplier of the organisation, and the partnership is found by it', () =>
    withLedger(async ({ ledger, raw }) => {
      const { partnership } = await walked(ledger, TO_MONITORING.slice(0, 4));
      const [supplier] = await ledger.contracts.suppliers(HERE, 10);
      expect(supplier?.name).toBe(sampleData(LIFECYCLE, 'opdrachtnemerKiezen').opdrachtnemer);
      const found = await ledger.partnerships.page(HERE, { supplier: supplier?.id }, 10);
      expect(found).toMatchObject([{ id: partnership, supplier }]);
      expect(await count(raw, 'supplier', 'organisation_id = ?', ELSEWHERE)).toBe(0);
    }));

  it('is the supplier that the organisation knows by that name already, not one of another organisation', () =>
    withLedger(async ({ ledger, raw }) => {
      const name = String(sampleData(LIFECYCLE, 'opdrachtnemerKiezen').opdrachtnemer);
      await ledger.contracts.addSupplier(ELSEWHERE, name);
      const known = await ledger.contracts.addSupplier(HERE, name);
      await walked(ledger, TO_MONITORING.slice(0, 4));
      expect(await value(raw, 'SELECT supplier_id FROM partnership')).toBe(known.id);
      expect(await count(raw, 'supplier')).toBe(2);
    }));
});

describe('taking over', () => {
  const moments = ['2023-05-15', '2023-09-12', '2023-11-06'].map((day) => `${day}T09:00:00.000Z`);
  const course = (kenmerk: string, events = TO_MONITORING.slice(0, 2)) => ({
    start: beginning({ contract: facts({ kenmerk }), at: moments[0] }),
    events: events.map((event, i) => ({
      organisation: HERE,
      actor: ACTOR,
      event,
      data: sampleData(LIFECYCLE, event),
      at: moments[i + 1],
    })),
  });

  it('records every event at its own moment', () =>
    withLedger(async ({ ledger, raw }) => {
      const receipts = await ledger.writer.takeOver([course('A'), course('B')]);
      expect(receipts).toMatchObject([{ version: 3 }, { version: 3 }]);
      for (const { partnership } of receipts) {
        const rows = await raw.rows('SELECT at FROM history WHERE partnership_id = ? ORDER BY sequence', partnership);
        expect(rows.map(({ at }) => at)).toEqual(moments);
        await expect(ledger.caretaker.verify(HERE, partnership)).resolves.toMatchObject({ snapshotMatches: true });
      }
    }));

  it('takes over all or nothing when the engine refuses an event, and says which of which contract', () =>
    withLedger(async ({ ledger, raw }) => {
      const [contract] = await ledger.contracts.add(HERE, [{ facts: facts({ kenmerk: 'A' }) }]);
      const linked = { ...course('A'), start: { ...course('A').start, contractId: contract?.id } };
      const both = ledger.writer.takeOver([linked, course('B', ['borgingVaststellen'])]);
      await expect(both).rejects.toMatchObject({
        code: 'take-over-failed',
        contract: 'B',
        event: 'borgingVaststellen',
        cause: { code: 'event-not-possible' },
      });
      for (const table of ['partnership', 'history', 'timer', 'reminder']) expect(await count(raw, table)).toBe(0);
    }));

  it.each([
    ['a pack that is not there', { pack: 'onbekend' }, 'not-found'],
    ['a lifecycle the pack is not for', { lifecycle: 'stappenplan-1999' }, 'pack-not-for-lifecycle'],
  ])('takes over all or nothing when the second cannot even start: %s', (_name, over, code) =>
    withLedger(async ({ ledger, raw }) => {
      const second = { ...course('B'), start: { ...course('B').start, ...over } };
      const both = ledger.writer.takeOver([course('A'), second]);
      await expect(both).rejects.toMatchObject({ code: 'take-over-failed', contract: 'B', cause: { code } });
      expect([await count(raw, 'partnership'), await count(raw, 'history')]).toEqual([0, 0]);
    }),
  );

  it('that fails does not cost a command of the same turn its place', () =>
    withLedger(async ({ ledger, raw }) => {
      const { partnership } = await walked(ledger);
      const [failed, fine] = await Promise.allSettled([
        ledger.writer.takeOver([course('A'), course('B', ['borgingVaststellen'])]),
        ledger.writer.submit(handOver(partnership)),
      ]);
      expect([failed.status, fine.status]).toEqual(['rejected', 'fulfilled']);
      expect(await count(raw, 'partnership')).toBe(1);
    }));
});
