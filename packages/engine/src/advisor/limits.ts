import { monthsBetween, addMonths, plainDate } from '@samenwerkt/calendar';
import { type Pack, type Valuation } from '@samenwerkt/rule-pack';
import { centsOf, euroOf } from '../cents.js';
import { BlockUnknown } from './errors.js';
import { type AdviceInput, type AppliedLimits, USUAL_LEAST_HOURS } from './model.js';

/** Full time where a pack does not say on this date how many hours that is. */
const USUAL_FULL_TIME = 36;
const MONTHS_IN_YEAR = 12;
/** Longest place that is looked at, in months. */
export const MOST_MONTHS = 60;

/**
 * The limits with what was left out filled in. More than full time never counts for more, so hours end there.
 * @throws BlockUnknown
 */
export function appliedLimits(pack: Pack, valuation: Valuation, input: AdviceInput, date: string): AppliedLimits {
  const { limits, contract } = input;
  const known = valuation.blocks.map(({ id }) => id);
  const stranger = limits.blocks?.find((id) => !known.includes(id));
  if (stranger !== undefined) throw new BlockUnknown(stranger, known);
  const base = pack.parameterOn(valuation.baseHours, date)?.current.value;
  const fullTime = typeof base === 'number' ? base : USUAL_FULL_TIME;
  const least = limits.hours?.min ?? USUAL_LEAST_HOURS;
  const most = Math.max(least, Math.min(limits.hours?.max ?? fullTime, fullTime));
  const left = contract?.einde === undefined ? MONTHS_IN_YEAR : monthsLeft(contract.start, contract.einde, date);
  return {
    people: limits.people,
    blocks: known.filter((id) => limits.blocks?.includes(id) ?? true),
    hours: { min: least, max: most },
    months: contract?.einde === undefined ? (limits.months ?? left) : Math.min(limits.months ?? left, left),
    purchases: euroOf(centsOf(limits.purchases ?? '0')),
    supportHours: limits.supportHours ?? 0,
    permanent: limits.permanent ?? false,
    profiles: limits.profiles ?? [],
  };
}

/** Whole months that a place can last from today, or from the start of the contract when that is later. */
function monthsLeft(start: string | undefined, end: string, date: string): number {
  const from = start !== undefined && start > date ? start : date;
  const rounded = monthsBetween(from, end);
  const past = plainDate(end).add({ days: 1 }).toString();
  const whole = addMonths(from, rounded) > past ? rounded - 1 : rounded;
  return Math.min(Math.max(whole, 0), MOST_MONTHS);
}
