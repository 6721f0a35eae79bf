import { describe, expect, it } from '@jest/globals';
import { addDays, addMonths, lastDayOf, plainDate } from '@samenwerkt/calendar';
import fc from 'fast-check';
import { type Partnership } from '../model.js';
import { EVERYTHING, monitoredSince, recurring, spoken } from '../testing/cadences.js';
import { after, LIFECYCLES, throughJson } from '../testing/partnerships.js';
import { tries, walk } from '../testing/walks.js';
import { isRunning } from './scope.js';
import { plannedTimers, plans } from './planned-timers.js';
import { reminderOf } from './reminder.js';
import { timerChanges } from './timer-changes.js';

/** Every partnership that a walk passes. */
function passed(lifecycle: string, steps: Parameters<typeof walk>[1]): Partnership[] {
  const seen: Partnership[] = [];
  const { end } = walk(lifecycle, steps, (partnership) => {
    seen.push(partnership);
    return partnership;
  });
  return [...seen, end];
}

describe.each(LIFECYCLES)('wherever a partnership of %s stands', (lifecycle) => {
  const everywhere = (check: (partnership: Partnership) => void) => {
    fc.assert(
      fc.property(tries, (steps) => {
        passed(lifecycle, steps).forEach(check);
      }),
      { numRuns: 30 },
    );
  };

  it('planning again changes nothing, also after the snapshot went through text', () => {
    everywhere((partnership) => {
      const timers = plannedTimers(partnership, EVERYTHING);
      const again = plannedTimers(throughJson(partnership), EVERYTHING);
      expect(timerChanges(timers, again)).toMatchObject({ set: [], cancel: [] });
    });
  });

  it('every occurrence has a name of its own, and each timer has its reminder', () => {
    everywhere((partnership) => {
      const timers = plannedTimers(partnership, EVERYTHING);
      expect(new Set(timers.map(({ kind, occurrence }) => `${kind} ${occurrence}`)).size).toBe(timers.length);
      for (const timer of timers) {
        const { dueOn, kind } = timer;
        expect(reminderOf(timer, partnership, EVERYTHING)).toMatchObject({ goesOutOn: dueOn, why: { cadence: kind } });
      }
    });
  });

  it('no due date lies before the day from which it counts, but those before the end of the contract', () => {
    everywhere((partnership) => {
      for (const { dueOn, anchor, entry } of plans(partnership, EVERYTHING)) {
        expect(dueOn < anchor).toBe(entry.moment.kind === 'voorContracteinde');
      }
    });
  });

  it('nothing is planned while it is suspended or after it has ended', () => {
    everywhere((partnership) => {
      if (!isRunning(partnership)) expect(plannedTimers(partnership, EVERYTHING)).toEqual([]);
    });
  });
});

const DAYS = 5 * 365;
const day = fc.integer({ min: 0, max: 900 }).map((days) => addDays('2022-01-01', days));

/** Holds the conversation that is planned on some day of its period, for five years; what was planned, in order. */
function fiveYears(months: number, anchor: 'kalender' | 'contractStart', since: string, offsets: readonly number[]) {
  const policy = recurring(months, anchor);
  const einde = addDays(since, DAYS);
  let partnership = monitoredSince(since, { start: since, einde });
  const due: string[] = [];
  const names: string[] = [];
  for (let turn = 0; ; turn += 1) {
    const [timer] = plannedTimers(partnership, policy);
    if (!timer || due.length > 100) return { due, names, einde };
    const begin = due.at(-1) === undefined ? since : addDays(due.at(-1) ?? since, 1);
    due.push(timer.dueOn);
    names.push(timer.occurrence);
    const length = plainDate(begin).until(plainDate(timer.dueOn)).days;
    partnership = after(partnership, [spoken(addDays(begin, (offsets[turn % offsets.length] ?? 0) % (length + 1)))]);
  }
}

describe('a conversation that is always held in time', () => {
  const offsets = fc.array(fc.nat({ max: 400 }), { minLength: 1, maxLength: 20 });

  it('is planned exactly once in every period of the calendar year, by its last day', () => {
    fc.assert(
      fc.property(fc.constantFrom(1, 2, 3, 4, 6, 12), day, offsets, (months, since, held) => {
        const { due, names, einde } = fiveYears(months, 'kalender', since, held);
        const { year, month } = plainDate(since);
        const first = month + months - 1 - ((month - 1) % months);
        const expected: string[] = [];
        for (let begin = since; begin <= einde; begin = addDays(expected.at(-1) ?? einde, 1)) {
          const end = first + expected.length * months;
          expected.push(lastDayOf(year + Math.floor((end - 1) / 12), ((end - 1) % 12) + 1));
        }
        expect(due).toEqual(expected);
        expect(new Set(names).size).toBe(names.length);
      }),
      { numRuns: 40 },
    );
  });

  it('is planned exactly once in every period of the contract, counted from its first day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 13 }), day, offsets, (months, since, held) => {
        const { due, names, einde } = fiveYears(months, 'contractStart', since, held);
        const expected: string[] = [];
        for (let begin = since; begin <= einde; begin = addDays(expected.at(-1) ?? einde, 1)) {
          expected.push(addMonths(since, months * (expected.length + 1)));
        }
        expect(due).toEqual(expected);
        expect(new Set(names).size).toBe(names.length);
      }),
      { numRuns: 40 },
    );
  });

  it('from a leap day goes to the last of February, and back to the 29th', () => {
    const { due } = fiveYears(12, 'contractStart', '2024-02-29', [10]);
    expect(due).toEqual(['2025-02-28', '2026-02-28', '2027-02-28', '2028-02-29', '2029-02-28']);
  });
});
