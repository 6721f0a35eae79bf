import { Temporal } from 'temporal-polyfill';
import { InstantInvalid } from './errors.js';

/**
 * Seconds from one moment to another, negative when the second is earlier. Fractions are kept to the millisecond.
 * @param from moment in UTC, `2026-02-28T09:30:00.000Z`
 * @param to moment in UTC
 * @throws InstantInvalid
 */
export function secondsBetween(from: string, to: string): number {
  return (instant(to).epochMilliseconds - instant(from).epochMilliseconds) / 1000;
}

function instant(iso: string): Temporal.Instant {
  try {
    return Temporal.Instant.from(iso);
  } catch {
    throw new InstantInvalid(iso);
  }
}
