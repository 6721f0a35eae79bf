import { describe, expect, it } from '@jest/globals';
import { TO_MONITORING, walked } from '../testing/partnerships.js';
import { lines, reminded, STEPS } from '../testing/reminders.js';
import { HERE, withLedger, type Workbench } from '../testing/workbench.js';

/** As a ledger from before there were reminders: the moments are open, and nobody is told of any. */
async function forgetReminders({ raw }: Workbench, partnership: string): Promise<void> {
  await raw.rows('DELETE FROM reminder WHERE partnership_id = ?', partnership);
}

describe('moments that are open without a reminder', () => {
  it('get theirs, with their escalations and the reason why, as if their event had planned them', () =>
    withLedger(async (bench) => {
      const { ledger } = bench;
      const partnership = await reminded(ledger);
      const planned = await lines(ledger);
      const whyOf = async () =>
        Promise.all((await lines(ledger)).map(async ({ id }) => (await ledger.reminders.get(HERE, id)).why));
      const whys = await whyOf();
      await forgetReminders(bench, partnership);
      expect(await ledger.missingReminders.plan()).toEqual({ planned: 1 });
      const facts = (all: typeof planned) => all.map(({ id: _id, createdAt: _at, updatedAt: _then, ...rest }) => rest);
      expect(facts(await lines(ledger))).toEqual(facts(planned));
      expect(await whyOf()).toEqual(whys);
    }));

  it('get them once: those that have theirs are left alone, also when it went out or was called off', () =>
    withLedger(async (bench) => {
      const { ledger, raw } = bench;
      await reminded(ledger);
      await raw.rows(`UPDATE reminder SET state = 'cancelled'`);
      const before = await lines(ledger);
      expect(await ledger.missingReminders.plan()).toEqual({ planned: 0 });
      expect(await lines(ledger)).toEqual(before);
    }));

  it('get them once, also when two processes look at the same time', () =>
    withLedger(async (bench) => {
      const { ledger, again } = bench;
      await forgetReminders(bench, await reminded(ledger));
      const other = await again();
      const found = await Promise.all([ledger.missingReminders.plan(), other.missingReminders.plan()]);
      expect(found.reduce((sum, { planned }) => sum + planned, 0)).toBe(1);
      expect(await lines(ledger)).toHaveLength(3);
      await other.close();
    }));

  it('that are overdue tell only whom the last step is for', () =>
    withLedger(async (bench) => {
      const { ledger, time } = bench;
      await forgetReminders(bench, await reminded(ledger));
      time.now = STEPS[2];
      expect(await ledger.missingReminders.plan()).toEqual({ planned: 1 });
      const [due] = await ledger.dispatch.queueUntil(time.now);
      expect(await lines(ledger, { state: 'queued' })).toMatchObject([
        { id: due?.id, step: 2, recipient: 'contractmanager' },
      ]);
      expect(await lines(ledger, { state: 'superseded' })).toHaveLength(2);
    }));

  it('of a partnership that is set apart do not keep others from theirs', () =>
    withLedger(async (bench) => {
      const { ledger, raw } = bench;
      const [apart, damaged, sound] = [await reminded(ledger), await reminded(ledger), await reminded(ledger)];
      for (const one of [apart, damaged, sound]) await forgetReminders(bench, one);
      await ledger.writer.setApart(apart, 'proef');
      await raw.rows(`UPDATE partnership SET snapshot = '{}' WHERE id = ?`, damaged);
      expect(await ledger.missingReminders.plan()).toEqual({ planned: 1 });
      expect(await lines(ledger, { partnership: sound })).toHaveLength(3);
    }));

  it(
    'are looked at page by page',
    () =>
      withLedger(async (bench) => {
        const { ledger, raw } = bench;
        const { partnership } = await walked(ledger, TO_MONITORING);
        await raw.rows(`DELETE FROM timer`);
        const ids = Array.from({ length: 501 }, (_, i) => `01900000-0000-7000-8000-${String(i).padStart(12, '0')}`);
        for (const id of ids)
          await raw.rows(
            `INSERT INTO timer (id, organisation_id, partnership_id, kind, occurrence, due_on, state, set_by)
             VALUES (?, ?, ?, 'oud', ?, '2026-03-31', 'open', 1)`,
            ...[id, HERE, partnership, id],
          );
        const { planned, next } = await ledger.missingReminders.plan();
        expect([planned, next]).toEqual([0, { dueOn: '2026-03-31', id: ids[499] }]);
        expect(await ledger.missingReminders.plan(next)).toEqual({ planned: 0 });
      }),
    60_000,
  );
});
