import { type Decimal } from 'decimal.js';
import { cents, exact, money } from '../amounts.js';
import { look, none, type Outcome, type ParameterUse, Settled, step, Unsettled } from '../explained.js';
import { type Text } from '../model.js';
import { type Counted, countedBonuses } from './bonuses.js';
import { countedMonths, given, inForce, type Work } from './work.js';

/** Which part of a full-time year a placement is: an exact fraction, and how it is written. */
interface Share {
  readonly above: Decimal;
  readonly below: Decimal;
  readonly words: string;
  readonly uses: readonly ParameterUse[];
}

const one = exact(1);
const whole: Share = { above: one, below: one, words: '', uses: [] };

/**
 * A placement: the amount for a full-time year, and its bonuses, by hours and months. Everything is multiplied before it
 * is divided, and rounded once, at the end.
 */
export function placement(work: Work): Outcome {
  const amount = inForce(work, work.block.amount);
  const hours = hoursShare(work);
  const months = monthsShare(work);
  const above = hours.above.times(months.above);
  const below = hours.below.times(months.below);
  const bonuses = countedBonuses(work, above.equals(below));
  const parts: readonly Counted[] = [{ use: amount, prorated: true }, ...bonuses];
  const sum = (prorated: boolean): Decimal =>
    parts
      .filter((part) => part.prorated === prorated)
      .reduce((total, { use }) => total.plus(exact(String(use.value))), exact(0));
  const value = cents(sum(true).times(above).plus(sum(false).times(below)).dividedBy(below));
  const formula = formulaOf(sum(true), sum(false), hours.words + months.words);
  const total = money(value);
  const { proration } = work.valuation;
  const { assumption, source } = proration;
  work.steps.push(
    step(`${formula.nl} = ${total.nl}`, `${formula.en} = ${total.en}`, {
      parameters: [amount, ...hours.uses, ...months.uses],
      ...(source ? { source } : {}),
      ...(assumption === undefined ? {} : { assumption }),
    }),
  );
  return { kind: 'amount', amount: value };
}

function formulaOf(prorated: Decimal, flat: Decimal, share: string): Text {
  const part = money(cents(prorated));
  if (flat.isZero()) return { nl: part.nl + share, en: part.en + share };
  const rest = money(cents(flat));
  return { nl: `${part.nl}${share} + ${rest.nl}`, en: `${part.en}${share} + ${rest.en}` };
}

/** Hours over base hours, at most 1: more than full time counts as full time. */
function hoursShare(work: Work): Share {
  const { valuation, block } = work;
  enoughHours(work);
  if (!valuation.proration.hours || block.prorated === false) return whole;
  const use = inForce(work, valuation.baseHours);
  const base = exact(Number(use.value));
  if (base.isZero()) throw new Unsettled([`parameter.${valuation.baseHours}`]);
  const hours = given(work, 'urenPerWeek');
  const counted = hours.greaterThan(base) ? base : hours;
  if (hours.greaterThan(base))
    work.steps.push(
      step(`${hours} uur telt als voltijd: ${base} uur.`, `${hours} hours count as full time: ${base} hours.`),
    );
  return { above: counted, below: base, words: ` × ${counted}/${base}`, uses: [use] };
}

function enoughHours(work: Work): void {
  const { pack, block, date } = work;
  if (block.minHours === undefined) return;
  const least = look(pack, block.minHours, date);
  if (least.state === 'unknown') throw new Unsettled([`parameter.${block.minHours}`]);
  if (least.state === 'notInForce') return;
  const hours = given(work, 'urenPerWeek');
  const { value } = least.use;
  const enough = hours.greaterThanOrEqualTo(Number(value));
  const nl = `${hours} uur per week; een plaatsing telt mee vanaf ${String(value)} uur.`;
  const en = `${hours} hours a week; a placement counts from ${String(value)} hours.`;
  work.steps.push(step(nl, en, { parameters: [least.use] }));
  if (!enough) throw new Settled(none(nl, en));
}

function monthsShare(work: Work): Share {
  const { valuation, block } = work;
  if (!valuation.proration.months || block.prorated === false) return whole;
  const { months, uses } = countedMonths(work);
  return { above: months, below: exact(12), words: ` × ${months}/12`, uses };
}
