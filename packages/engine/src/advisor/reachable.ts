import { type Text } from '@samenwerkt/lifecycle';
import { money, type Pack, valuate } from '@samenwerkt/rule-pack';
import { centsOf, euroOf, timesToReach } from '../cents.js';
import { combinationOf } from './lines.js';
import { capacity, fillAll } from './means.js';
import { largest, type World } from './mix.js';
import { type AppliedLimits, type Limiting, type Reachable } from './model.js';
import { largestOf, type Place } from './places.js';

/** One gap that nothing closes, and all there is to close it with. */
interface Trial {
  readonly pack: Pack;
  readonly limits: AppliedLimits;
  readonly world: World;
  /** Cents. */
  readonly open: bigint;
  readonly date: string;
  readonly top: Place | undefined;
  /** Cents that stay open. */
  readonly short: bigint;
}

/** The most that can be reached within the limits, and which of them would have to be wider. */
export function reachableWithin(
  pack: Pack,
  limits: AppliedLimits,
  world: World,
  open: bigint,
  date: string,
): Reachable {
  const top = largest(world.places);
  const groups = top && world.people > 0 ? [{ place: top, count: world.people }] : [];
  const combination = combinationOf(pack, { groups, fillings: fillAll(world.means) }, date);
  const short = open - centsOf(combination.total);
  const trial: Trial = { pack, limits, world, open, date, top, short };
  return { ...combination, short: euroOf(short), limitedBy: CHECKS.flatMap((check) => check(trial) ?? []) };
}

/** Each says whether one limit stands in the way, and what would help. */
const CHECKS: readonly ((trial: Trial) => Limiting | undefined)[] = [
  people,
  months,
  hours,
  permanent,
  blocks,
  purchases,
  supportHours,
];

function people({ top, world, open, limits }: Trial): Limiting | undefined {
  if (!top) return undefined;
  const needed = timesToReach(open - capacity(world.means), top.cents);
  return limiting(
    'people',
    `plaats voor hoogstens ${limits.people}; met ${needed} kan het wel.`,
    `room for at most ${limits.people}; with ${needed} it can.`,
  );
}

function months(trial: Trial): Limiting | undefined {
  const { top, limits } = trial;
  if (!top || top.months < limits.months || !isMore(trial, { maanden: top.months + 1 })) return undefined;
  const nl = `hoogstens ${limits.months} maanden; een langere plaats telt voor meer.`;
  return limiting('months', nl, `at most ${limits.months} months; a longer place counts for more.`);
}

function hours(trial: Trial): Limiting | undefined {
  const { top, limits } = trial;
  if (!top || top.hours === 0 || !isMore(trial, { urenPerWeek: top.hours + 1 })) return undefined;
  const nl = `hoogstens ${limits.hours.max} uur per week; meer uren tellen voor meer.`;
  return limiting('hours', nl, `at most ${limits.hours.max} hours a week; more hours count for more.`);
}

function permanent(trial: Trial): Limiting | undefined {
  if (trial.limits.permanent || !isMore(trial, { vastContract: true })) return undefined;
  return limiting(
    'permanent',
    'geen vast contract; daarmee telt een plaats voor meer.',
    'no permanent contract; with one a place counts for more.',
  );
}

/** Whether the best place would be worth more when something of it changes. */
function isMore({ pack, date, top, limits }: Trial, change: object): boolean {
  if (!top || limits.people === 0) return false;
  const { outcome } = valuate(pack, { ...top.contribution, ...change }, { date });
  return outcome.kind === 'amount' && centsOf(outcome.amount) > top.cents;
}

function blocks({ pack, limits, date, top }: Trial): Limiting | undefined {
  const others = (pack.valuation?.blocks ?? []).filter(({ id }) => !limits.blocks.includes(id));
  const better = others.filter(({ id }) => largestOf(pack, id, limits, date) > (top?.cents ?? 0n));
  if (better.length === 0) return undefined;
  const named = (language: keyof Text): string => better.map(({ title }) => title[language]).join(', ');
  return limiting(
    'blocks',
    `deze bouwblokken tellen voor meer: ${named('nl')}.`,
    `these building blocks count for more: ${named('en')}.`,
  );
}

function purchases({ world, limits, short }: Trial): Limiting | undefined {
  if (world.means.invoice === undefined) return undefined;
  const needed = money(euroOf(centsOf(limits.purchases) + short));
  const given = money(limits.purchases);
  return limiting(
    'purchases',
    `hoogstens ${given.nl} aan inkoop; met ${needed.nl} wel.`,
    `at most ${given.en} for buying; with ${needed.en} it can.`,
  );
}

function supportHours({ world, limits, short }: Trial): Limiting | undefined {
  const best = world.means.rates.reduce((most, { cents }) => (cents > most ? cents : most), 0n);
  if (best === 0n) return undefined;
  const needed = world.means.hours + timesToReach(short, best);
  return limiting(
    'supportHours',
    `hoogstens ${limits.supportHours} uur ondersteuning; met ${needed} uur wel.`,
    `at most ${limits.supportHours} hours of support; with ${needed} hours it can.`,
  );
}

function limiting(limit: Limiting['limit'], nl: string, en: string): Limiting {
  return { limit, text: { nl, en } };
}
