import { atLocalTime, isPlainDate, secondsAfter } from '@samenwerkt/calendar';
import { ValidateBy } from 'class-validator';

/** Time of day at which a reminder goes out when nobody says another. */
const MORNING = '09:00';

/** Whether a text is a moment in UTC that exists. */
function isInstant(text: string): boolean {
  try {
    return secondsAfter(text, 0).length > 0;
  } catch {
    return false;
  }
}

/** A local date (the beginning of that day in Europe/Amsterdam) or a moment in UTC, as a moment in UTC. */
export function momentOf(text: string): string {
  return isPlainDate(text) ? atLocalTime(text, '00:00') : secondsAfter(text, 0);
}

/** A local date with a time of day, as a moment in UTC. */
export function localMoment(date: string, time = MORNING): string {
  return atLocalTime(date, time);
}

type Check = (text: string) => boolean;

function textThat(name: string, check: Check, message: string): PropertyDecorator {
  const validate = (value: unknown) => typeof value === 'string' && check(value);
  return ValidateBy({ name, validator: { validate } }, { message });
}

/** The field holds a date or a moment in UTC. */
export function IsDateOrInstant(field: string): PropertyDecorator {
  return textThat(
    'isDateOrInstant',
    (text) => isPlainDate(text) || isInstant(text),
    `${field} moet een datum zijn als 2026-03-31, of een moment als 2026-03-31T07:00:00Z | ${field} must be a date such as 2026-03-31, or a moment such as 2026-03-31T07:00:00Z`,
  );
}

/** The field holds a moment in UTC. */
export function IsInstant(field: string): PropertyDecorator {
  return textThat(
    'isInstant',
    isInstant,
    `${field} moet een moment zijn als 2026-03-31T07:00:00Z | ${field} must be a moment such as 2026-03-31T07:00:00Z`,
  );
}

/** The field holds an existing date. */
export function IsDate(field: string): PropertyDecorator {
  return textThat(
    'isDate',
    isPlainDate,
    `${field} moet een bestaande datum zijn als 2026-03-31 | ${field} must be an existing date such as 2026-03-31`,
  );
}
