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

/**
 * The moment so many seconds after another, or before it when they are negative.
 * @param moment moment in UTC
 * @param seconds whole, or with milliseconds behind the point
 * @returns moment in UTC with milliseconds, so that moments compare as text
 * @throws InstantInvalid
 */
export function secondsAfter(moment: string, seconds: number): string {
  return instant(moment)
    .add({ milliseconds: Math.round(seconds * 1000) })
    .toString({ smallestUnit: 'millisecond' });
}

function instant(iso: string): Temporal.Instant {
  try {
    return Temporal.Instant.from(iso);
  } catch {
    throw new InstantInvalid(iso);
  }
}
