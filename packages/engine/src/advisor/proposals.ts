import { type Pack } from '@samenwerkt/rule-pack';
import { centsOf, euroOf } from '../cents.js';
import { combinationOf } from './lines.js';
import { leanest, type Mix, type World } from './mix.js';
import { type Proposal } from './model.js';
import { ALTERNATIVES, FIRST, type Strategy } from './strategies.js';
import { proposalText } from './texts.js';

/** Most proposals in one advice. */
const MOST_PROPOSALS = 5;

/**
 * At most five different combinations that close the gap. The first needs the least buying and support, then the fewest people,
 * then has the least over; the others are ranked likewise.
 * @param open cents, more than zero
 */
export function proposalsFor(pack: Pack, world: World, open: bigint, date: string): readonly Proposal[] {
  const first = FIRST.find(world, open, { groups: [], fillings: [] });
  if (!first) return [];
  const found = new Map<string, Proposal>();
  for (const strategy of [FIRST, ...ALTERNATIVES]) {
    const mix = strategy.find(world, open, first);
    if (!mix || found.size === MOST_PROPOSALS) continue;
    const proposal = proposalOf(pack, strategy, leanest(mix, open), open, date);
    const name = nameOf(proposal);
    if (!found.has(name)) found.set(name, proposal);
  }
  return [...found.values()].sort(byRank);
}

function proposalOf(pack: Pack, { kind, title }: Strategy, mix: Mix, open: bigint, date: string): Proposal {
  const combination = combinationOf(pack, mix, date);
  const over = euroOf(centsOf(combination.total) - open);
  return { kind, title, ...combination, over, text: proposalText(title, combination, euroOf(open), over) };
}

/** What makes two proposals the same. */
function nameOf({ lines }: Proposal): string {
  const named = lines.map(({ count, contribution }) => JSON.stringify([count, contribution]));
  return named.sort().join();
}

function byRank(a: Proposal, b: Proposal): number {
  const [one, other] = [rankOf(a), rankOf(b)];
  const at = one.findIndex((value, i) => value !== other[i]);
  return at < 0 ? 0 : (one[at] ?? 0n) < (other[at] ?? 0n) ? -1 : 1;
}

/** Euro of buying and support, people, kinds of places, over: less is better. */
function rankOf({ lines, people, over }: Proposal): readonly bigint[] {
  const places = lines.filter(({ contribution }) => contribution.maanden !== undefined);
  const means = lines.filter((line) => !places.includes(line)).reduce((sum, { amount }) => sum + centsOf(amount), 0n);
  return [means, BigInt(people), BigInt(places.length), centsOf(over)];
}
