import { Temporal } from 'temporal-polyfill';
import { DateInvalid } from './errors.js';

/** A date without time or zone. */
export type PlainDate = Temporal.PlainDate;

const written = /^\d{4}-\d{2}-\d{2}$/;

/**
 * Reads an ISO date (`yyyy-mm-dd`, nothing else).
 * @throws DateInvalid for another spelling and for days that do not exist, such as 2026-02-30
 */
export function plainDate(iso: string): PlainDate {
  if (!written.test(iso)) throw new DateInvalid(iso);
  try {
    return Temporal.PlainDate.from(iso, { overflow: 'reject' });
  } catch {
    throw new DateInvalid(iso);
  }
}

const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/**
 * Whether the text is an existing date written as `yyyy-mm-dd`. The same answer as `plainDate` gives by throwing, without
 * making a date: every date field of every command passes here.
 */
export function isPlainDate(text: string): boolean {
  if (!written.test(text)) return false;
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  const leap = month === 2 && (year % 400 === 0 || (year % 4 === 0 && year % 100 !== 0));
  return month >= 1 && month <= 12 && day >= 1 && day <= (MONTH_LENGTHS[month - 1] ?? 0) + (leap ? 1 : 0);
}
