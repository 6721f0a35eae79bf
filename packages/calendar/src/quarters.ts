import { lastDayOf } from './months.js';
import { plainDate } from './plain-date.js';

/** A calendar quarter. */
export interface Quarter {
  readonly year: number;
  readonly quarter: 1 | 2 | 3 | 4;
  /** First day, ISO date. */
  readonly start: string;
  /** Last day, ISO date. */
  readonly end: string;
}

const quarters = [1, 2, 3, 4] as const;

/**
 * The calendar quarter a date falls in.
 * @throws DateInvalid
 */
export function quarterOf(isoDate: string): Quarter {
  const { year, month } = plainDate(isoDate);
  const quarter = quarters[Math.floor((month - 1) / 3)] ?? 4;
  const firstMonth = quarter * 3 - 2;
  return {
    year,
    quarter,
    start: plainDate(`${isoDate.slice(0, 4)}-${String(firstMonth).padStart(2, '0')}-01`).toString(),
    end: lastDayOf(year, firstMonth + 2),
  };
}
