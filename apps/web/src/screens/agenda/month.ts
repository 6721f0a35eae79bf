import { daysBetween, plusDays } from '../../i18n/format.js';

/** A Monday, to count weekdays from. */
const MONDAY = '2024-01-01';

/** The first day of a month that lies so many months away. @param month `2026-11` */
export function monthAway(month: string, months: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const count = year * 12 + number - 1 + months;
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`;
}

export function lastDayOf(month: string): string {
  return plusDays(`${monthAway(month, 1)}-01`, -1);
}

/** The weeks of a month, Monday first; days of the months around it fill the first and last. @returns ISO dates */
export function weeksOf(month: string): string[][] {
  const first = `${month}-01`;
  const weekday = ((daysBetween(MONDAY, first) % 7) + 7) % 7;
  const start = plusDays(first, -weekday);
  const weeks = Math.ceil((daysBetween(start, lastDayOf(month)) + 1) / 7);
  return Array.from({ length: weeks }, (_week, week) =>
    Array.from({ length: 7 }, (_day, day) => plusDays(start, week * 7 + day)),
  );
}
