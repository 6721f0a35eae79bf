import { addDays, addMonths, isPlainDate } from '@samenwerkt/calendar';
import { UsageFault } from '../output/failure.js';

/** What `samenwerkt demo --speed` is asked, as text. */
export interface YearOptions {
  /** True when no number was given. */
  readonly speed?: string | true;
  readonly from: string;
  readonly until?: string;
  readonly redis?: string;
  readonly keep?: string;
  readonly json?: boolean;
}

/** The same, checked. Dates are local (ISO). */
export interface YearSettings {
  /** Days of the story in one second. */
  readonly daysPerSecond: number;
  readonly from: string;
  /** Last day. */
  readonly until: string;
  readonly redis: string | undefined;
  readonly keep: string | undefined;
  readonly json: boolean;
}

/** A year in about a minute: quick enough to stay for, slow enough to read along. */
const DAYS_PER_SECOND = 6;
/** The first year of which all figures of the pack below have a value, and the last that anybody needs. */
const [EARLIEST, LATEST] = ['2021-01-01', '2090-01-01'];
const LONGEST_YEARS = 5;

/** @throws UsageFault */
export function yearSettings({ speed, from, until, redis, keep, json = false }: YearOptions): YearSettings {
  if (!isPlainDate(from) || from < EARLIEST || from > LATEST)
    throw new UsageFault(
      `--from ${from}: geef een datum van ${EARLIEST} tot en met ${LATEST}, als 2026-01-01.`,
      `--from ${from}: give a date from ${EARLIEST} to ${LATEST}, such as 2026-01-01.`,
    );
  const last = until ?? addDays(addMonths(from, 12), -1);
  const furthest = addDays(addMonths(from, 12 * LONGEST_YEARS), -1);
  if (!isPlainDate(last) || last < from || last > furthest)
    throw new UsageFault(
      `--until ${last}: geef een datum van ${from} tot en met ${furthest}.`,
      `--until ${last}: give a date from ${from} to ${furthest}.`,
    );
  return { daysPerSecond: speedOf(speed), from, until: last, redis, keep, json };
}

function speedOf(speed: string | true | undefined): number {
  if (speed === true || speed === undefined) return DAYS_PER_SECOND;
  const days = Number(speed);
  if (/^\d+(\.\d+)?$/.test(speed) && days >= 0.01 && days <= 100_000) return days;
  throw new UsageFault(
    `--speed ${speed}: geef het aantal dagen per seconde, van 0.01 tot en met 100000.`,
    `--speed ${speed}: give the number of days in a second, from 0.01 to 100000.`,
  );
}
