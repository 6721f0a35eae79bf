import { Temporal } from 'temporal-polyfill';
import { InstantInvalid, TimeInvalid } from './errors.js';
import { plainDate } from './plain-date.js';

const zone = 'Europe/Amsterdam';
const written = /^\d{4}-\d{2}-\d{2}T\d{2}:[0-5]\d:[0-5]\d(\.\d{1,9})?Z$/;
const hourLength = '2026-02-28T09'.length;
const hourInNanoseconds = 3_600_000_000_000;
const rememberedHours = 4096;

/**
 * Local date by UTC hour. Amsterdam is a whole number of hours ahead of UTC and changes clocks on the whole hour, so all
 * moments within one UTC hour fall on the same local date; converting each of them would cost a hundred times as much.
 */
const dateByHour = new Map<string, string>();

/**
 * The local date in Europe/Amsterdam at a moment.
 * @param instantIso moment in UTC, `2026-02-28T23:30:00.000Z`
 * @returns ISO date, here `2026-03-01`
 * @throws InstantInvalid when the text is not a moment in UTC
 */
export function today(instantIso: string): string {
  if (!written.test(instantIso)) throw new InstantInvalid(instantIso);
  const hour = instantIso.slice(0, hourLength);
  return dateByHour.get(hour) ?? convert(instantIso, hour);
}

function convert(instantIso: string, hour: string): string {
  const local = localTime(instantIso);
  const date = local.toPlainDate().toString();
  // Long ago the clock was not a whole number of hours ahead: such moments are converted each time.
  if (local.offsetNanoseconds % hourInNanoseconds === 0) remember(hour, date);
  return date;
}

function localTime(instantIso: string): Temporal.ZonedDateTime {
  try {
    return Temporal.Instant.from(instantIso).toZonedDateTimeISO(zone);
  } catch {
    throw new InstantInvalid(instantIso);
  }
}

function remember(hour: string, date: string): void {
  if (dateByHour.size >= rememberedHours) dateByHour.clear();
  dateByHour.set(hour, date);
}

/**
 * The last millisecond of a local day in Europe/Amsterdam. Days of 23 and 25 hours included.
 * @returns moment in UTC with milliseconds
 * @throws DateInvalid
 */
export function endOfLocalDay(isoDate: string): string {
  const nextDay = plainDate(isoDate).add({ days: 1 }).toZonedDateTime(zone);
  return utc(nextDay.toInstant().subtract({ milliseconds: 1 }));
}

/**
 * The moment at which it is a time of day in Europe/Amsterdam. Disambiguation is Temporal's `compatible`: a time that
 * the clock skips in March counts from the clock before the change (02:30 becomes 03:30 summer time), a time that
 * happens twice in October is the first of the two.
 * @param time `HH:mm`
 * @returns moment in UTC with milliseconds
 * @throws DateInvalid, TimeInvalid
 */
export function atLocalTime(isoDate: string, time: string): string {
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) throw new TimeInvalid(time);
  const local = plainDate(isoDate).toPlainDateTime(Temporal.PlainTime.from(time));
  return utc(local.toZonedDateTime(zone, { disambiguation: 'compatible' }).toInstant());
}

function utc(instant: Temporal.Instant): string {
  return instant.toString({ smallestUnit: 'millisecond' });
}
