import { timesToReach } from '../cents.js';
import { capacity, fill, type Filling, type Means, worthOf } from './means.js';
import { type Place } from './places.js';

/** What may be combined. */
export interface World {
  readonly places: readonly Place[];
  /** Most places. */
  readonly people: number;
  readonly means: Means;
}

/** Some equal places. */
interface Group {
  readonly place: Place;
  readonly count: number;
}

/** A combination before it is explained. */
export interface Mix {
  readonly groups: readonly Group[];
  readonly fillings: readonly Filling[];
}

/**
 * Closes the gap with as little buying and support as possible, then with the fewest people, all in the same kind of place,
 * then with the least over. Undefined when nothing closes it.
 */
export function leastMeans({ places, people, means }: World, open: bigint): Mix | undefined {
  const top = largest(places);
  const needed = top && timesToReach(open, top.cents);
  if (needed !== undefined && needed <= BigInt(people)) return filled(same(places, Number(needed), open), means, open);
  return filled(top && people > 0 ? [{ place: top, count: people }] : [], means, open);
}

/** Closes the gap with the fewest people, no larger places than the means leave needed, and the means for the rest. */
export function fewestPeople({ places, people, means }: World, open: bigint): Mix | undefined {
  const rest = open - capacity(means);
  if (rest <= 0n) return filled([], means, open);
  const top = largest(places);
  const needed = top && timesToReach(rest, top.cents);
  if (needed === undefined || needed > BigInt(people)) return undefined;
  return filled(same(places, Number(needed), rest), means, open);
}

/** The fewest people, in at most two kinds of place, with the least over: nothing but places. */
export function leastOver({ places, people }: World, open: bigint): Mix | undefined {
  const top = largest(places);
  if (!top) return undefined;
  const needed = Number(timesToReach(open, top.cents));
  if (needed > people) return undefined;
  const rising = distinctAmounts(places);
  let best: { readonly groups: readonly Group[]; readonly sum: bigint } | undefined;
  for (const first of rising) {
    for (let count = 1; count <= needed; count++) {
      const others = needed - count;
      const second =
        others === 0 ? undefined : leastFrom(rising, timesToReach(open - first.cents * BigInt(count), BigInt(others)));
      if (others > 0 && !second) continue;
      const sum = first.cents * BigInt(count) + (second?.cents ?? 0n) * BigInt(others);
      if (sum < open || (best && sum >= best.sum)) continue;
      best = { groups: [{ place: first, count }, ...(second ? [{ place: second, count: others }] : [])], sum };
    }
  }
  return best && { groups: together(best.groups), fillings: [] };
}

/** The fewest people, each in another block, the last place no larger than needed. */
export function oneOfEach({ places, people }: World, open: bigint): Mix | undefined {
  const blocks = [...new Set(places.map(({ contribution }) => contribution.block))];
  const tops = blocks.flatMap((block) => largest(inBlock(places, block)) ?? []);
  tops.sort((a, b) => (a.cents === b.cents ? 0 : a.cents > b.cents ? -1 : 1));
  const chosen: Place[] = [];
  let sum = 0n;
  for (const top of tops) {
    if (chosen.length === people) return undefined;
    if (sum + top.cents >= open) {
      const last = least(inBlock(places, top.contribution.block), open - sum) ?? top;
      return { groups: [...chosen, last].map((place) => ({ place, count: 1 })), fillings: [] };
    }
    chosen.push(top);
    sum += top.cents;
  }
  return undefined;
}

/** The place that is worth most, of equals the least demanding. */
export function largest(places: readonly Place[]): Place | undefined {
  return places.reduce<Place | undefined>(
    (best, place) =>
      best && (best.cents > place.cents || (best.cents === place.cents && !lighter(place, best))) ? best : place,
    undefined,
  );
}

/** Leaves out whatever the gap is closed without, so that nothing in a proposal can be missed. */
export function leanest({ groups, fillings }: Mix, open: bigint): Mix {
  const over = placesWorth(groups) + worthOf(fillings) - open;
  const group = groups.findIndex(({ place }) => place.cents <= over);
  if (group >= 0) {
    const fewer = groups.map((one, i) => (i === group ? { ...one, count: one.count - 1 } : one));
    return leanest({ groups: fewer.filter(({ count }) => count > 0), fillings }, open);
  }
  const filling = fillings.findIndex(({ cents }) => cents <= over);
  return filling < 0
    ? { groups, fillings }
    : leanest({ groups, fillings: fillings.filter((_, i) => i !== filling) }, open);
}

/** So many places of one kind, worth as little as reaches the target. */
function same(places: readonly Place[], count: number, target: bigint): readonly Group[] {
  const place = least(places, timesToReach(target, BigInt(count)));
  return place ? [{ place, count }] : [];
}

/** The groups, and the means for what they leave open. */
function filled(groups: readonly Group[], means: Means, open: bigint): Mix | undefined {
  const fillings = fill(means, open - placesWorth(groups));
  return fillings && { groups, fillings };
}

function placesWorth(groups: readonly Group[]): bigint {
  return groups.reduce((sum, { place, count }) => sum + place.cents * BigInt(count), 0n);
}

/** The smallest amount that reaches a target, of equals the least demanding place. */
function least(places: readonly Place[], target: bigint): Place | undefined {
  return places.reduce<Place | undefined>((best, place) => {
    if (place.cents < target) return best;
    return best && (best.cents < place.cents || (best.cents === place.cents && !lighter(place, best))) ? best : place;
  }, undefined);
}

/** Of places that are worth the same: first what demands less, then more hours a week, then fewer months. */
function lighter(a: Place, b: Place): boolean {
  return (
    a.demand - b.demand < 0 ||
    (a.demand === b.demand && (a.hours > b.hours || (a.hours === b.hours && a.months < b.months)))
  );
}

function inBlock(places: readonly Place[], block: string): readonly Place[] {
  return places.filter(({ contribution }) => contribution.block === block);
}

/** One place for each amount, rising. */
function distinctAmounts(places: readonly Place[]): readonly Place[] {
  const byAmount = new Map<bigint, Place>();
  for (const place of places) {
    const known = byAmount.get(place.cents);
    if (!known || lighter(place, known)) byAmount.set(place.cents, place);
  }
  return [...byAmount.values()].sort((a, b) => (a.cents < b.cents ? -1 : 1));
}

/** The first of a rising list that reaches a target. */
function leastFrom(rising: readonly Place[], target: bigint): Place | undefined {
  let low = 0;
  let high = rising.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const found = rising[middle];
    if (found && found.cents >= target) high = middle;
    else low = middle + 1;
  }
  return rising[low];
}

function together(groups: readonly Group[]): readonly Group[] {
  const [first, second] = groups;
  if (!first || !second || first.place !== second.place) return groups;
  return [{ place: first.place, count: first.count + second.count }];
}
