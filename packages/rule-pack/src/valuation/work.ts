import { type Decimal } from 'decimal.js';
import { exact } from '../amounts.js';
import { look, none, type ParameterUse, Settled, type Step, step, Unsettled } from '../explained.js';
import { type Pack } from '../model.js';
import { type Block, type Contribution, type Valuation } from './model.js';

/** One contribution being valued. */
export interface Work {
  readonly pack: Pack;
  readonly valuation: Valuation;
  readonly block: Block;
  readonly contribution: Contribution;
  /** ISO date at which parameters are read. */
  readonly date: string;
  /** The way so far. */
  readonly steps: Step[];
}

/**
 * A parameter the block cannot do without.
 * @throws Settled when it is not known, or not in force: then the block does not exist on this date
 */
export function inForce({ pack, block, date }: Work, name: string | undefined): ParameterUse {
  const found = look(pack, name ?? '', date);
  if (found.state === 'value') return found.use;
  if (found.state === 'unknown') throw new Unsettled([`parameter.${name ?? ''}`]);
  throw new Settled(
    none(
      `Het bouwblok '${block.title.nl}' bestaat niet op ${date}: ${found.title.nl} geldt dan niet.`,
      `The building block '${block.title.en}' does not exist on ${date}: ${found.title.en} is not in force then.`,
    ),
  );
}

/** A quantity of the contribution. @throws Settled when it is not given */
export function given(
  { contribution }: Work,
  field: 'maanden' | 'urenPerWeek' | 'personen' | 'uren' | 'bedrag',
): Decimal {
  const value = contribution[field];
  if (value === undefined) throw new Unsettled([field]);
  return exact(value);
}

/** Months in the year that a full amount stands for. */
const monthsInYear = 12;

/**
 * The months that count, cut off at the block's longest duration. A longest duration that nobody knows is no hindrance
 * up to a year, since that is what an amount stands for; beyond it nobody can say.
 * @throws Settled when the months, or the longest duration beyond a year, are not known
 */
export function countedMonths(work: Work): { readonly months: Decimal; readonly uses: readonly ParameterUse[] } {
  const { pack, block, date, steps } = work;
  const months = given(work, 'maanden');
  if (block.maxMonths === undefined) return { months, uses: [] };
  const longest = look(pack, block.maxMonths, date);
  if (longest.state === 'notInForce') return { months, uses: [] };
  if (longest.state === 'unknown') {
    if (months.greaterThan(monthsInYear)) throw new Unsettled([`parameter.${block.maxMonths}`]);
    steps.push(
      step('Hoe lang een plaatsing meetelt is niet bekend.', 'How long a placement counts is not known.', {
        assumption: 'Aangenomen is dat een jaar altijd meetelt.',
      }),
    );
    return { months, uses: [] };
  }
  const most = exact(Number(longest.use.value));
  if (months.lessThanOrEqualTo(most)) return { months, uses: [longest.use] };
  const nl = `${months} maanden; hoogstens ${most} tellen mee.`;
  steps.push(step(nl, `${months} months; at most ${most} count.`, { parameters: [longest.use] }));
  return { months: most, uses: [longest.use] };
}
