import { Temporal } from 'temporal-polyfill';
import { plainDate } from './plain-date.js';

/**
 * The same day a number of months later, clamped to the end of the month: 31 January + 1 month is 28 or 29 February.
 * For a series always add to the anchor ({@link occurrence}); adding to the previous date would stay on the 28th.
 * @param months whole months, negative to go back
 * @returns ISO date
 * @throws DateInvalid
 */
export function addMonths(isoDate: string, months: number): string {
  return plainDate(isoDate).add({ months }, { overflow: 'constrain' }).toString();
}

/**
 * A date of a series that repeats every so many months, counted from its anchor.
 * @param anchor ISO date of occurrence 0
 * @param everyMonths whole months between occurrences, 3 for quarterly
 * @param n which occurrence; 0 is the anchor itself
 * @returns ISO date
 * @throws DateInvalid
 */
export function occurrence(anchor: string, everyMonths: number, n: number): string {
  return addMonths(anchor, everyMonths * n);
}

/**
 * Whole months of a period, rounded up: 1 January to 31 March is 3, one day longer is 4.
 * @param start first day
 * @param endInclusive last day; before `start` the period is empty and the answer is 0
 * @throws DateInvalid
 */
export function monthsBetween(start: string, endInclusive: string): number {
  const end = plainDate(endInclusive).add({ days: 1 });
  const whole = plainDate(start).until(end, { largestUnit: 'months' }).months;
  if (whole < 0) return 0;
  return Temporal.PlainDate.compare(addMonths(start, whole), end) < 0 ? whole + 1 : whole;
}

/**
 * The last day of a month.
 * @param month 1-12
 * @returns ISO date
 */
export function lastDayOf(year: number, month: number): string {
  const first = Temporal.PlainDate.from({ year, month, day: 1 }, { overflow: 'reject' });
  return first.with({ day: first.daysInMonth }).toString();
}

/**
 * The last day on which the yearly statement over a calendar year is in time: the last day of the month that lies
 * `months` after the year's end. With 2 months: for 2023 on 2024-02-29, for 2024 on 2025-02-28
 * (`002_4864943f1a9f0d2c.txt`, handreiking 2019, p. 20, model A eis 3.2).
 * @param year the calendar year the statement is about
 * @param months how many months after the year's end, 2 in model A
 * @returns ISO date
 */
export function yearlyStatementDue(year: number, months: number): string {
  return addMonths(lastDayOf(year, 12), months);
}
