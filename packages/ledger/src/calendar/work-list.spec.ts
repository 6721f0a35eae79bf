import { describe, expect, it } from '@jest/globals';
import { reminded } from '../testing/reminders.js';
import { ELSEWHERE, HERE, withLedger } from '../testing/workbench.js';

describe('the work list', () => {
  it('has what is open of all partnerships, earliest first, page by page', () =>
    withLedger(async ({ ledger }) => {
      const [first, second] = [await reminded(ledger), await reminded(ledger)];
      const all = await ledger.workList.page(HERE, {}, 100);
      expect(new Set(all.map(({ partnership }) => partnership))).toEqual(new Set([first, second]));
      expect(all.map(({ dueOn }) => dueOn)).toEqual(all.map(({ dueOn }) => dueOn).sort());
      const paged = [];
      for (let after = undefined as (typeof all)[number] | undefined; ;) {
        const page = await ledger.workList.page(HERE, {}, 1, after);
        after = page[0];
        if (!after) break;
        paged.push(after);
      }
      expect(paged).toEqual(all);
    }));

  it('is narrowed by date, kind, phase, pack, coordinator and text, and never holds what is another’s', () =>
    withLedger(async ({ ledger }) => {
      await reminded(ledger);
      const [one] = await ledger.workList.page(HERE, { kind: 'gesprek' }, 10);
      if (!one) throw new Error('no conversation is open');
      const found = async (filter: object) =>
        (await ledger.workList.page(HERE, filter, 10)).some(({ id }) => id === one.id);
      const { dueOn, phase, pack, title } = one;
      expect(
        await found({ from: dueOn, until: dueOn, phase, pack: pack.name, text: title.slice(1).toUpperCase() }),
      ).toBe(true);
      for (const filter of [
        { until: '2000-01-01' },
        { kind: 'x' },
        { except: 'gesprek' },
        { phase: 'x' },
        { pack: 'x' },
        { text: '%x' },
      ])
        expect(await found(filter)).toBe(false);
      expect(await found({ coordinator: 'Niemand' })).toBe(false);
      expect(await ledger.workList.page(ELSEWHERE, {}, 10)).toEqual([]);
      const { partnership } = await ledger.partnerships.get(HERE, one.partnership);
      const shown = await ledger.subjects.shown(HERE, partnership, 'nl');
      if (shown.coordinator !== undefined) expect(await found({ coordinator: shown.coordinator })).toBe(true);
    }));

  it('is counted by how near it is, and partnerships by phase', () =>
    withLedger(async ({ ledger }) => {
      await reminded(ledger);
      const [first] = await ledger.workList.page(HERE, {}, 10);
      const total = (await ledger.workList.page(HERE, {}, 100)).length;
      const { overdue, today, week, later, phases } = await ledger.workList.counts(HERE, first?.dueOn ?? '');
      expect(today).toBeGreaterThan(0);
      expect(overdue + today + week + later).toBe(total);
      expect(phases).toEqual([{ phase: 'monitoring', count: 1 }]);
      expect(await ledger.workList.counts(ELSEWHERE, '2026-01-01')).toEqual({
        ...{ overdue: 0, today: 0, week: 0, later: 0 },
        phases: [],
      });
    }));
});
