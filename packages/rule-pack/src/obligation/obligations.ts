import { type Decimal } from 'decimal.js';
import { cents, exact, money } from '../amounts.js';
import {
  look,
  none,
  type Outcome,
  type ParameterUse,
  Settled,
  settle,
  type Step,
  step,
  Unsettled,
} from '../explained.js';
import { FactSet, type FactValues } from '../facts.js';
import { type FactType, type Pack } from '../model.js';
import { type Euro, type Procent } from '../quantities.js';
import { type Basis, type CompiledObligation, type ObligationFigure, type Threshold } from './model.js';

/** One obligation being worked out. */
interface Work {
  readonly pack: Pack;
  readonly obligation: CompiledObligation;
  readonly facts: FactSet;
  readonly date: string;
  readonly steps: Step[];
}

const basisFact = {
  loonsom: 'contract.loonsom',
  opdrachtsom: 'contract.waarde',
  opdrachtsomExclBtw: 'contract.waarde',
} as const satisfies Record<Basis, string>;

/**
 * What the obligations of a pack come to for a contract, each with the whole way to it.
 * @param facts as rules read them: `contract`, and `dossier` where a condition asks for it
 * @param isoDate date at which parameters are read
 * @returns one figure for each obligation of the pack, in its order; empty when the pack has none
 */
export function obligations(pack: Pack, facts: FactValues, isoDate: string): readonly ObligationFigure[] {
  return pack.obligations.map((obligation) => {
    const work: Work = { pack, obligation, facts: new FactSet(facts), date: isoDate, steps: [] };
    let due: ObligationFigure['due'] = 'unknown';
    const outcome = settle(pack, () => {
      checkApplies(work);
      checkThreshold(work);
      due = 'yes';
      return amountOf(work);
    });
    if (outcome.kind === 'none') due = 'no';
    const { id, title } = obligation;
    return { id, title, due, outcome, steps: work.steps, shortfall: shortfallOf(work) };
  });
}

function checkApplies({ obligation, facts, date, steps }: Work): void {
  if (obligation.appliesWhen === undefined) return;
  const applies = obligation.applies(facts.values, date);
  if (typeof applies !== 'boolean') throw new Unsettled(applies);
  const condition = obligation.appliesWhen;
  if (applies) {
    steps.push(step(`De voorwaarde geldt: ${condition}`, `The condition holds: ${condition}`));
    return;
  }
  // How the pack writes its condition is for whoever asks how this came about; the reason itself is for people.
  steps.push(step(`De voorwaarde geldt niet: ${condition}`, `The condition does not hold: ${condition}`));
  throw new Settled(
    none(
      'Deze verplichting geldt hier niet: aan de voorwaarde van het pakket is niet voldaan.',
      'This obligation does not hold here: the condition of the pack is not met.',
    ),
  );
}

function checkThreshold(work: Work): void {
  const { pack, obligation, date, steps } = work;
  const threshold = thresholdOf(work);
  if (!threshold) return;
  const found = look(pack, threshold.parameter, date);
  if (found.state === 'unknown') throw new Unsettled([`parameter.${threshold.parameter}`]);
  if (found.state === 'notInForce') return;
  const value = basisOf(work, threshold.of ?? obligation.basis);
  const least = exact(String(found.use.value));
  const here = money(cents(value));
  const there = money(cents(least));
  if (value.lessThan(least)) {
    const nl = `${here.nl} ligt onder de drempel van ${there.nl}; er is geen verplichting.`;
    const en = `${here.en} is under the threshold of ${there.en}; there is no obligation.`;
    steps.push(step(nl, en, { parameters: [found.use] }));
    throw new Settled(none(nl, en));
  }
  const nl = `${here.nl} haalt de drempel van ${there.nl}.`;
  steps.push(step(nl, `${here.en} reaches the threshold of ${there.en}.`, { parameters: [found.use] }));
}

function thresholdOf({ obligation, facts }: Work): Threshold | undefined {
  const { thresholds = [] } = obligation;
  if (thresholds.every(({ kinds }) => kinds === undefined)) return thresholds[0];
  const kind = factIn(facts, 'contract.soort', 'string') as string;
  return thresholds.find(({ kinds }) => kinds === undefined || kinds.some((one) => one === kind));
}

function amountOf(work: Work): Outcome {
  const { obligation, steps } = work;
  const grounds = {
    ...(obligation.source ? { source: obligation.source } : {}),
    ...(obligation.assumption === undefined ? {} : { assumption: obligation.assumption }),
  };
  if (obligation.percentage === undefined && obligation.agreedPercentage === undefined) {
    const nl = 'Er is een verplichting; zij is geen bedrag.';
    steps.push(step(nl, 'There is an obligation; it is not an amount.', grounds));
    return { kind: 'duty' };
  }
  const { share, uses } = percentageOf(work);
  const basis = basisOf(work, obligation.basis);
  const exactAmount = basis.times(share).dividedBy(100);
  const of = money(cents(basis));
  const is = money(cents(exactAmount));
  steps.push(
    step(
      `${share}% van ${of.nl} (${obligation.basis}) = ${is.nl}`,
      `${share}% of ${of.en} (${obligation.basis}) = ${is.en}`,
      {
        parameters: uses,
        ...grounds,
      },
    ),
  );
  return { kind: 'amount', amount: cents(bounded(work, exactAmount)) };
}

function percentageOf(work: Work): { readonly share: Decimal; readonly uses: readonly ParameterUse[] } {
  const { pack, obligation, facts, date, steps } = work;
  const { percentage, agreedPercentage } = obligation;
  const agreed =
    agreedPercentage && (facts.read(agreedPercentage, agreedPercentage.split('.'), 'Procent') as Procent | undefined);
  if (agreed) {
    steps.push(
      step(`Voor dit contract is ${agreed.share}% afgesproken.`, `For this contract ${agreed.share}% was agreed.`),
    );
    return { share: exact(agreed.share.toFixed()), uses: [] };
  }
  if (percentage === undefined) throw new Unsettled([agreedPercentage ?? '']);
  const found = look(pack, percentage, date);
  if (found.state === 'value') return { share: exact(String(found.use.value)), uses: [found.use] };
  if (found.state === 'unknown') throw new Unsettled([`parameter.${percentage}`]);
  throw new Settled(
    none(
      `De verplichting bestaat niet op ${date}: ${found.title.nl} geldt dan niet.`,
      `The obligation does not exist on ${date}: ${found.title.en} is not in force then.`,
    ),
  );
}

/** At least the minimum, then at most the cap. */
function bounded(work: Work, amount: Decimal): Decimal {
  const { minimum, cap } = work.obligation;
  const least = limit(work, minimum);
  const most = limit(work, cap);
  let bound = amount;
  if (least && bound.lessThan(least.amount)) {
    bound = least.amount;
    const { nl, en } = money(cents(bound));
    work.steps.push(step(`Het is ten minste ${nl}.`, `It is at least ${en}.`, { parameters: [least.use] }));
  }
  if (most && bound.greaterThan(most.amount)) {
    bound = most.amount;
    const { nl, en } = money(cents(bound));
    work.steps.push(step(`Het is hoogstens ${nl}.`, `It is at most ${en}.`, { parameters: [most.use] }));
  }
  return bound;
}

function limit({ pack, date }: Work, name: string | undefined): { amount: Decimal; use: ParameterUse } | undefined {
  if (name === undefined) return undefined;
  const found = look(pack, name, date);
  if (found.state === 'unknown') throw new Unsettled([`parameter.${name}`]);
  return found.state === 'value' ? { amount: exact(String(found.use.value)), use: found.use } : undefined;
}

function basisOf({ facts }: Work, basis: Basis): Decimal {
  const { amount } = factIn(facts, basisFact[basis], 'Euro') as Euro;
  return exact(amount.toFixed());
}

function factIn(facts: FactSet, path: string, type: FactType): unknown {
  const value = facts.read(path, path.split('.'), type);
  if (value === undefined) throw new Unsettled([path]);
  return value;
}

function shortfallOf({ pack, obligation, date }: Work): ObligationFigure['shortfall'] {
  const { factor, recovery, fault } = obligation.shortfall ?? {};
  const names = [factor, recovery, fault].filter((name) => name !== undefined);
  const found = names.map((name) => ({ name, looked: look(pack, name, date) }));
  return {
    known: found.flatMap(({ looked }) => (looked.state === 'value' ? [looked.use] : [])),
    missing: found.flatMap(({ name, looked }) => (looked.state === 'unknown' ? [`parameter.${name}`] : [])),
  };
}
