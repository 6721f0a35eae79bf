import { addDays } from '@samenwerkt/calendar';
import { type Terugkerend } from '@samenwerkt/rule-pack';
import { durationOn } from './duration.js';
import { type Planner } from './model.js';
import { calendarPeriod, contractPeriod } from './periods.js';
import { dayOf } from './traces.js';

/**
 * Once in every period, due on its last day: the period after the one in which it last happened. What fell in the time
 * before the state, a suspension for one, is not asked afterwards; nor is a period that begins after the contract.
 */
export const terugkerend: Planner<Terugkerend> = ({ every, anchor }, { partnership, policy, doneBy, since }) => {
  const { start, einde } = partnership.contract;
  const months = durationOn(policy, every, since)?.value ?? 0;
  const begin = anchor === 'kalender' ? since : start;
  if (months === 0 || begin === undefined) return [];
  const periodOf = (date: string) =>
    anchor === 'kalender' ? calendarPeriod(months, date) : contractPeriod(begin, months, date);
  const done = doneBy.flatMap((event) => dayOf(partnership, event) ?? []);
  // What happened before the contract began belongs to none of its periods.
  const counted = anchor === 'kalender' ? done : done.filter((day) => day >= begin);
  const next = counted.map((day) => addDays(periodOf(day).last, 1));
  const from = newest([since, begin, ...next]);
  if (einde !== undefined && from > einde) return [];
  const { occurrence, last } = periodOf(from);
  return [{ occurrence, due: last, anchor: newest([since, begin]), readOn: since }];
};

function newest(dates: readonly string[]): string {
  return dates.reduce((last, date) => (date > last ? date : last));
}
