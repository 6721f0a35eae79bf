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
