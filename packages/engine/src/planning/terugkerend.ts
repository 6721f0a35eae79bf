import { addDays } from '@samenwerkt/calendar';
import { type Terugkerend } from '@samenwerkt/rule-pack';
import { durationOn } from './duration.js';
import { type Planner, type Situation } from './model.js';
import { calendarPeriod, contractPeriod, type Period } from './periods.js';
import { coveredBy } from './traces.js';

/** The oldest period that is still open, and since when it counts. */
interface OpenPeriod extends Period {
  /** ISO date. */
  readonly anchor: string;
}

/**
 * Once in every period, due on its last day: the oldest that nothing was about yet. What fell in the time before the
 * state, a suspension for one, is not asked afterwards; nor is a period that begins after the contract.
 */
export const terugkerend: Planner<Terugkerend> = (moment, situation) => {
  const open = openPeriod(moment, situation);
  if (!open) return [];
  const { occurrence, last, anchor } = open;
  return [{ occurrence, due: last, anchor, readOn: situation.since }];
};

/** The period that is asked for now, also when it has not begun; undefined when there is none any more. */
export function openPeriod(
  { every, anchor }: Terugkerend,
  { partnership, policy, doneBy, since }: Situation,
): OpenPeriod | undefined {
  const { start, einde } = partnership.contract;
  const months = durationOn(policy, every, since)?.value ?? 0;
  const begin = anchor === 'kalender' ? since : start;
  if (months === 0 || begin === undefined) return undefined;
  const periodOf = (date: string) =>
    anchor === 'kalender' ? calendarPeriod(months, date) : contractPeriod(begin, months, date);
  const covered = doneBy.flatMap((event) => coveredBy(partnership, event) ?? []);
  // What happened before the contract began belongs to none of its periods.
  const counted = anchor === 'kalender' ? covered : covered.filter((day) => day >= begin);
  const next = counted.map((day) => addDays(periodOf(day).last, 1));
  const from = newest([since, begin, ...next]);
  if (einde !== undefined && from > einde) return undefined;
  return { ...periodOf(from), anchor: newest([since, begin]) };
}

function newest(dates: readonly string[]): string {
  return dates.reduce((last, date) => (date > last ? date : last));
}
