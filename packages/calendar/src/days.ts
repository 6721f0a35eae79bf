import { plainDate } from './plain-date.js';

/**
 * The day a number of days later.
 * @param days whole days, negative to go back
 * @returns ISO date
 * @throws DateInvalid
 */
export function addDays(isoDate: string, days: number): string {
  return plainDate(isoDate).add({ days }).toString();
}
