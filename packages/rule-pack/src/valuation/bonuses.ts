import { exact, money } from '../amounts.js';
import { look, type ParameterUse, type Step, step, Unsettled } from '../explained.js';
import { type CompiledBonus } from './model.js';
import { type Work } from './work.js';

/** An amount that counts towards a placement. */
export interface Counted {
  readonly use: ParameterUse;
  readonly prorated: boolean;
}

interface Earned extends Counted {
  readonly bonus: CompiledBonus;
}

/**
 * The bonuses of a placement, after cumulation. One whose condition asks for something that is not given does not count,
 * and the way to the figure says so.
 * @param full whether the placement is exactly a full-time year: then proration makes no difference
 * @throws Settled when the amount of a bonus, or whether it is prorated where that matters, is not known
 */
export function countedBonuses(work: Work, full: boolean): readonly Earned[] {
  const { valuation, block, steps } = work;
  const parts: Step[] = [];
  const earned = valuation.bonuses
    .filter(({ blocks }) => blocks?.includes(block.id) ?? true)
    .flatMap((bonus) => earnedBy(bonus, work, full, parts) ?? []);
  const kept = valuation.cumulation === 'highest' ? highestOf(earned) : highestOfGroups(earned);
  for (const { bonus } of earned.filter((one) => !kept.includes(one)))
    parts.push(
      step(`${bonus.title.nl}: een hogere toeslag gaat voor.`, `${bonus.title.en}: a higher bonus goes first.`),
    );
  for (const { bonus, use } of kept) {
    const { nl, en } = money(String(use.value));
    const { assumption } = bonus;
    const more = { parameters: [use], ...(assumption === undefined ? {} : { assumption }) };
    parts.push(step(`${bonus.title.nl}: + ${nl}`, `${bonus.title.en}: + ${en}`, more));
  }
  if (parts.length > 0) steps.push(step('Toeslagen', 'Bonuses', { parts }));
  return kept;
}

function earnedBy(bonus: CompiledBonus, work: Work, full: boolean, parts: Step[]): Earned | undefined {
  const { pack, contribution, date } = work;
  const { title } = bonus;
  const amount = look(pack, bonus.amount, date);
  if (amount.state === 'notInForce') {
    parts.push(step(`${title.nl}: geldt niet op ${date}.`, `${title.en}: not in force on ${date}.`));
    return undefined;
  }
  const holds = bonus.holds(contribution, date);
  if (holds === false) return undefined;
  if (holds !== true) {
    const missing = holds.join(', ');
    parts.push(
      step(
        `${title.nl}: telt niet mee, want ${missing} is niet gegeven.`,
        `${title.en}: not counted, since ${missing} is not given.`,
      ),
    );
    return undefined;
  }
  if (amount.state === 'unknown') throw new Unsettled([`parameter.${bonus.amount}`]);
  return { bonus, use: amount.use, prorated: proratedOn(bonus, work, full) };
}

function proratedOn({ prorated }: CompiledBonus, { pack, date }: Work, full: boolean): boolean {
  if (typeof prorated === 'boolean') return prorated;
  const found = look(pack, prorated, date);
  if (found.state === 'value') return found.use.value === true;
  if (full || found.state === 'notInForce') return false;
  throw new Unsettled([`parameter.${prorated}`]);
}

function highestOfGroups(earned: readonly Earned[]): readonly Earned[] {
  const groups = new Set(earned.map(({ bonus }) => bonus.group));
  return [...groups].flatMap((group) => {
    const members = earned.filter(({ bonus }) => bonus.group === group);
    return group === undefined ? members : highestOf(members);
  });
}

function highestOf(earned: readonly Earned[]): readonly Earned[] {
  const [first, ...rest] = earned;
  if (!first) return [];
  return [rest.reduce((best, one) => (worth(one).greaterThan(worth(best)) ? one : best), first)];
}

function worth({ use }: Earned): ReturnType<typeof exact> {
  return exact(String(use.value));
}
