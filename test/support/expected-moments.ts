/**
 * When conversations are due, worked out apart from the product: with whole numbers and a list of free days that somebody
 * copied from a calendar. The five years hold both leap days and all ten changes of the clock.
 */

/** Public holidays in the Netherlands from 2024 to 2028: a day off for most public bodies. */
const HOLIDAYS = new Set([
  ...['2024-01-01', '2024-03-31', '2024-04-01', '2024-04-27', '2024-05-09', '2024-05-19', '2024-05-20'],
  ...['2024-12-25', '2024-12-26'],
  ...['2025-01-01', '2025-04-20', '2025-04-21', '2025-04-26', '2025-05-05', '2025-05-29', '2025-06-08', '2025-06-09'],
  ...['2025-12-25', '2025-12-26'],
  ...['2026-01-01', '2026-04-05', '2026-04-06', '2026-04-27', '2026-05-14', '2026-05-24', '2026-05-25'],
  ...['2026-12-25', '2026-12-26'],
  ...['2027-01-01', '2027-03-28', '2027-03-29', '2027-04-27', '2027-05-06', '2027-05-16', '2027-05-17'],
  ...['2027-12-25', '2027-12-26'],
  ...['2028-01-01', '2028-04-16', '2028-04-17', '2028-04-27', '2028-05-25', '2028-06-04', '2028-06-05'],
  ...['2028-12-25', '2028-12-26'],
]);

/** Days since 1970-01-01. */
const numberOf = (isoDate: string): number => Date.parse(`${isoDate}T12:00:00Z`) / 86_400_000 - 0.5;

/** The ISO date of a day. */
const dayOf = (number: number): string => new Date((number + 0.5) * 86_400_000).toISOString().slice(0, 10);

/** Whether people work on a day. 1970-01-01 was a Thursday. */
export function isWorkday(isoDate: string): boolean {
  const weekday = (numberOf(isoDate) + 4) % 7;
  return weekday !== 0 && weekday !== 6 && !HOLIDAYS.has(isoDate);
}

/** So many days later; with a negative number earlier. */
export function shifted(isoDate: string, days: number): string {
  return dayOf(numberOf(isoDate) + days);
}

/** Every day from the first to the last. */
export function daysFrom(first: string, last: string): string[] {
  return Array.from({ length: numberOf(last) - numberOf(first) + 1 }, (_, i) => dayOf(numberOf(first) + i));
}

/** The last working day of each period of so many months, from 2024 to 2028. */
export function lastWorkdays(months: number): string[] {
  const periods = Array.from({ length: (5 * 12) / months }, (_, i) => (i + 1) * months);
  return periods.map((after) => {
    const [year, month] = [2024 + Math.floor(after / 12), (after % 12) + 1];
    let day = shifted(`${year}-${String(month).padStart(2, '0')}-01`, -1);
    while (!isWorkday(day)) day = shifted(day, -1);
    return day;
  });
}
