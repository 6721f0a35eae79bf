import { addDays, addMonths } from '@samenwerkt/calendar';
import { LONGEST } from '@samenwerkt/rule-pack';
import { type Policy } from '../policy.js';

/** A number of months or days. */
interface Duration {
  readonly unit: 'maanden' | 'dagen';
  readonly value: number;
}

/**
 * A parameter as a duration on a date; undefined when it is not in force then or nobody knows it, and then nothing can
 * be planned with it. Packs older than the cadence were not checked for durations that lead beyond the calendar.
 */
export function durationOn({ pack }: Policy, name: string, isoDate: string): Duration | undefined {
  const found = pack.parameterOn(name, isoDate);
  const value = found?.current.value;
  const unit = found?.parameter.unit;
  if (typeof value !== 'number' || (unit !== 'maanden' && unit !== 'dagen') || value > LONGEST[unit]) return undefined;
  return { unit, value };
}

/** The date so much later; months are clamped to the end of the month. */
export function later(isoDate: string, { unit, value }: Duration): string {
  return unit === 'maanden' ? addMonths(isoDate, value) : addDays(isoDate, value);
}

/** The date so much earlier. */
export function earlier(isoDate: string, { unit, value }: Duration): string {
  return later(isoDate, { unit, value: -value });
}
