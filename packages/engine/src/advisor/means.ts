import { type Contribution, type Pack, valuate } from '@samenwerkt/rule-pack';
import { centsOf, euroOf, timesToReach } from '../cents.js';
import { type AppliedLimits } from './model.js';

/** An hour of help under one block, in cents. */
interface Rate {
  readonly block: string;
  readonly cents: bigint;
}

/** What a supplier can do besides placing people. */
export interface Means {
  /** Block under which costs count; undefined when there is none or nothing may be spent. */
  readonly invoice?: string;
  /** Most cents that may be spent under it. */
  readonly budget: bigint;
  readonly rates: readonly Rate[];
  /** Most hours of help. */
  readonly hours: bigint;
}

/** A contribution that is no place, with what it is worth in cents. */
export interface Filling {
  readonly contribution: Contribution;
  readonly cents: bigint;
}

export const NO_MEANS: Means = { budget: 0n, rates: [], hours: 0n };

/** The means within the limits, as far as their blocks are in force and have an amount. */
export function meansOf(pack: Pack, limits: AppliedLimits, date: string): Means {
  const blocks = pack.valuation?.blocks.filter(({ id }) => limits.blocks.includes(id)) ?? [];
  const worth = (contribution: Contribution): bigint => {
    const { outcome } = valuate(pack, contribution, { date });
    return outcome.kind === 'amount' ? centsOf(outcome.amount) : 0n;
  };
  const budget = centsOf(limits.purchases);
  const invoice = blocks.find(({ id, kind }) => kind === 'factuur' && worth({ block: id, bedrag: '1.00' }) > 0n)?.id;
  const rates = blocks
    .filter(({ kind }) => kind === 'urenPerPersoon')
    .map(({ id }) => ({ block: id, cents: worth(help(id, 1n)) }))
    .filter(({ cents }) => cents > 0n);
  return {
    ...(invoice === undefined || budget === 0n ? {} : { invoice }),
    budget: invoice === undefined ? 0n : budget,
    rates: limits.supportHours > 0 ? rates : [],
    hours: BigInt(limits.supportHours),
  };
}

/** The most that the means are worth, in cents. */
export function capacity({ budget, rates, hours }: Means): bigint {
  return budget + hours * rates.reduce((most, { cents }) => (cents > most ? cents : most), 0n);
}

/** Fills a gap with as little as possible: costs to the cent, whole hours of help for the rest. Undefined when it cannot. */
export function fill(means: Means, gap: bigint): readonly Filling[] | undefined {
  if (gap <= 0n) return [];
  const ways = [undefined, ...means.rates].flatMap((rate) => {
    const way = filledWith(means, gap, rate);
    return way ? [way] : [];
  });
  return ways.reduce<readonly Filling[] | undefined>(
    (best, way) => (best && worthOf(best) <= worthOf(way) ? best : way),
    undefined,
  );
}

/** Everything the means can do. */
export function fillAll(means: Means): readonly Filling[] {
  const best = means.rates.reduce<Rate | undefined>(
    (most, rate) => (most && most.cents >= rate.cents ? most : rate),
    undefined,
  );
  return [...bought(means, means.budget), ...helped(best, means.hours)];
}

/** Cents that fillings are worth. */
export function worthOf(fillings: readonly Filling[]): bigint {
  return fillings.reduce((sum, { cents }) => sum + cents, 0n);
}

function filledWith(means: Means, gap: bigint, rate: Rate | undefined): readonly Filling[] | undefined {
  const rest = gap > means.budget ? gap - means.budget : 0n;
  if (!rate) return rest === 0n ? bought(means, gap) : undefined;
  const hours = timesToReach(rest, rate.cents);
  if (hours > means.hours) return undefined;
  const left = gap - hours * rate.cents;
  return [...bought(means, left > 0n ? left : 0n), ...helped(rate, hours)];
}

function bought({ invoice }: Means, cents: bigint): readonly Filling[] {
  if (invoice === undefined || cents === 0n) return [];
  return [{ contribution: { block: invoice, bedrag: euroOf(cents) }, cents }];
}

function helped(rate: Rate | undefined, hours: bigint): readonly Filling[] {
  return rate && hours > 0n ? [{ contribution: help(rate.block, hours), cents: hours * rate.cents }] : [];
}

/** Hours of help in all, whoever of the supplier gives them. */
function help(block: string, hours: bigint): Contribution {
  return { block, personen: '1', uren: String(hours) };
}
