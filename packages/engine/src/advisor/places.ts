import { type Block, type Contribution, type Outcome, type Pack, valuate } from '@samenwerkt/rule-pack';
import { centsOf } from '../cents.js';
import { AdviceTooWide } from './errors.js';
import { type AppliedLimits } from './model.js';

/** One form that a place can take, with what the pack says it is worth. */
export interface Place {
  readonly contribution: Contribution;
  /** Hours a week; 0 where the block does not look at them. */
  readonly hours: number;
  readonly months: number;
  readonly cents: bigint;
  /** What it asks of the person or the contract; 0 is nothing. Of equal places the least demanding is proposed. */
  readonly demand: number;
}

/** Every form of a place within the limits, and per block the parameters without which some forms have no amount. */
export interface Forms {
  readonly places: readonly Place[];
  readonly missing: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Most forms that are valued for one advice: about a second of work at worst. */
const MOST_FORMS = 30_000;

/** What of a contribution is the same for all forms of one kind of place. */
type Variant = Omit<Contribution, 'maanden' | 'urenPerWeek'>;

/** All forms of one variant of a block, before they are valued. */
interface Family {
  readonly block: Block;
  readonly variant: Variant;
  readonly demand: number;
  /** Whole hours a week; `[0]` where the block does not look at them. */
  readonly hours: readonly number[];
  readonly months: number;
}

/**
 * Values every form of a place: each block, with and without a permanent contract and for each profile, at every whole
 * number of hours and months within the limits. Each amount is the pack's own valuation.
 * @throws AdviceTooWide with more than {@link MOST_FORMS} forms
 */
export function formsOf(pack: Pack, limits: AppliedLimits, date: string): Forms {
  const families = familiesOf(pack, limits, date);
  const forms = families.reduce((sum, { hours, months }) => sum + hours.length * months, 0);
  if (forms > MOST_FORMS) throw new AdviceTooWide(forms, MOST_FORMS);
  const missing = new Map<string, Set<string>>();
  const places: Place[] = [];
  for (const family of families) {
    for (const hours of family.hours) {
      for (let months = 1; months <= family.months; months++) {
        const contribution = formOf(family, hours, months);
        const { outcome } = valuate(pack, contribution, { date });
        if (outcome.kind === 'unknown') note(missing, family.block.id, outcome.missing);
        if (endsHere(outcome, family.block)) break;
        const cents = outcome.kind === 'amount' ? centsOf(outcome.amount) : 0n;
        if (cents > 0n) places.push({ contribution, hours, months, cents, demand: family.demand });
      }
    }
  }
  return { places, missing };
}

/** What the largest form of a block within the limits is worth, whether or not the limits allow the block; 0 when nothing. */
export function largestOf(pack: Pack, block: string, limits: AppliedLimits, date: string): bigint {
  const { places } = formsOf(
    pack,
    { ...limits, blocks: [block], hours: { min: limits.hours.max, max: limits.hours.max } },
    date,
  );
  return places.reduce((most, { cents }) => (cents > most ? cents : most), 0n);
}

function familiesOf(pack: Pack, limits: AppliedLimits, date: string): Family[] {
  const blocks = pack.valuation?.blocks.filter(({ id }) => limits.blocks.includes(id)) ?? [];
  return blocks.flatMap((block): Family[] => {
    const months = Math.min(limits.months, longest(pack, block, date));
    if (block.kind === 'maandbedrag') return [{ block, variant: { block: block.id }, demand: 0, hours: [0], months }];
    if (block.kind !== 'plaatsing') return [];
    const { min, max } = limits.hours;
    const hours = Array.from({ length: Math.max(max - min + 1, 0) }, (_, i) => max - i);
    return variantsOf(block, limits).map(({ variant, demand }) => ({ block, variant, demand, hours, months }));
  });
}

/** More months than count are never worth more. */
function longest(pack: Pack, { maxMonths }: Block, date: string): number {
  const value = maxMonths === undefined ? undefined : pack.parameterOn(maxMonths, date)?.current.value;
  return typeof value === 'number' ? value : Number.POSITIVE_INFINITY;
}

function variantsOf(
  { id }: Block,
  { permanent, profiles }: AppliedLimits,
): readonly { readonly variant: Variant; readonly demand: number }[] {
  const people = [{}, ...profiles];
  return (permanent ? [false, true] : [false]).flatMap((vastContract) =>
    people.map((profile, i) => ({
      variant: { block: id, ...profile, vastContract },
      demand: i * 2 + Number(vastContract),
    })),
  );
}

function formOf({ variant }: Family, hours: number, months: number): Contribution {
  return { ...variant, maanden: months, ...(hours > 0 ? { urenPerWeek: hours } : {}) };
}

/** When nobody knows how long a place counts, no longer place has an amount either. */
function endsHere(outcome: Outcome, { maxMonths }: Block): boolean {
  return outcome.kind === 'unknown' && outcome.missing.includes(`parameter.${maxMonths}`);
}

function note(missing: Map<string, Set<string>>, block: string, names: readonly string[]): void {
  missing.set(block, new Set([...(missing.get(block) ?? []), ...names]));
}
