import { centsOf, euroOf } from '../cents.js';
import { type Policy } from '../policy.js';
import { NothingToPropose } from './errors.js';
import { appliedLimits } from './limits.js';
import { meansOf } from './means.js';
import { type World } from './mix.js';
import { type Advice, type AdviceInput } from './model.js';
import { formsOf } from './places.js';
import { possibilitiesOf } from './possibilities.js';
import { proposalsFor } from './proposals.js';
import { reachableWithin } from './reachable.js';
import { adviceText } from './texts.js';

/**
 * Which combinations of bouwblokken close a gap, within what a supplier can do. Every amount is the pack's own valuation, every
 * proposal reaches what is open, and nothing in one can be missed. The same question always has the same answer.
 * @param input checked with `adviceProblems`
 * @param date ISO date at which parameters are read
 * @throws NothingToPropose, BlockUnknown, AdviceTooWide
 */
export function advise(policy: Policy, input: AdviceInput, date: string): Advice {
  const { pack, ref } = policy;
  if (!pack.valuation) throw new NothingToPropose(ref.name);
  const limits = appliedLimits(pack, pack.valuation, input, date);
  const open = centsOf(input.open);
  const forms = formsOf(pack, limits, date);
  const world: World = { places: forms.places, people: limits.people, means: meansOf(pack, limits, date) };
  const proposals = open > 0n ? proposalsFor(pack, world, open, date) : [];
  const stuck = open > 0n && proposals.length === 0;
  const advice = {
    pack: ref,
    date,
    open: euroOf(open),
    limits,
    proposals,
    ...(stuck ? { reachable: reachableWithin(pack, limits, world, open, date) } : {}),
    possibilities: possibilitiesOf(pack, limits, forms, date),
  };
  return { ...advice, text: adviceText(advice) };
}
