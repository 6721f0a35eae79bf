import { addDays, lastDayOf, occurrence, plainDate } from '@samenwerkt/calendar';

/** A period in which something must happen once. */
export interface Period {
  /** `2026-3m-4`: the fourth period of three months of 2026; counted from a contract `2026-02-15-3m-4`. */
  readonly occurrence: string;
  /** ISO date of its first day. */
  readonly first: string;
  /** ISO date of its last day. */
  readonly last: string;
}

/** How long a period of the calendar year can be. */
const YEAR = 12;

/** The period of the calendar year in which a date falls; the last of a year is shorter when they do not fit. */
export function calendarPeriod(months: number, isoDate: string): Period {
  const { year, month } = plainDate(isoDate);
  const length = Math.min(months, YEAR);
  const number = Math.ceil(month / length);
  return {
    occurrence: `${year}-${months}m-${number}`,
    first: plainDate(isoDate)
      .with({ month: (number - 1) * length + 1, day: 1 })
      .toString(),
    last: lastDayOf(year, Math.min(number * length, YEAR)),
  };
}

/**
 * The period in which a date falls, counted from the first day of a contract. Each ends so many months after that day,
 * clamped to the end of the month, never after the end of the period before: no days are lost in February.
 * @param isoDate not before the start
 */
export function contractPeriod(start: string, months: number, isoDate: string): Period {
  const passed = plainDate(start).until(plainDate(isoDate), { largestUnit: 'months' }).months;
  let number = Math.max(1, Math.floor(passed / months));
  while (occurrence(start, months, number) < isoDate) number += 1;
  return {
    occurrence: `${start}-${months}m-${number}`,
    first: number === 1 ? start : addDays(occurrence(start, months, number - 1), 1),
    last: occurrence(start, months, number),
  };
}
