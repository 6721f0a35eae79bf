import { addMonths } from '@samenwerkt/calendar';
import { cents, exact, money } from '../amounts.js';
import {
  type Figure,
  look,
  none,
  type Outcome,
  type ParameterUse,
  Settled,
  settle,
  step,
  Unsettled,
} from '../explained.js';
import { evidenceFor } from '../evidence/evidence-for.js';
import { type Pack } from '../model.js';
import { checkContribution } from './contribution.js';
import { type BlockKind, type Contribution } from './model.js';
import { placement } from './placement.js';
import { countedMonths, given, inForce, type Work } from './work.js';

/** When a contribution is valued. */
export interface ValuationMoment {
  /** ISO date of the first day of the contract; needed to see whether an earlier hiring counts. */
  readonly contractStart?: string;
  /** ISO date at which parameters are read. */
  readonly date: string;
}

/**
 * What a contribution is worth under a pack, with the whole way to it.
 * @returns an amount, the adviser's decision, nothing with the reason, or what is missing to work it out
 * @throws ContributionInvalid when a quantity, amount or date is not written as it should be
 */
export function valuate(pack: Pack, contribution: Contribution, at: ValuationMoment): Figure {
  checkContribution(contribution);
  const { valuation } = pack;
  const block = valuation?.blocks.find(({ id }) => id === contribution.block);
  if (!valuation || !block) {
    const title = { nl: contribution.block, en: contribution.block };
    const nl = `Het pakket ${pack.manifest.name} heeft geen bouwblok '${contribution.block}'.`;
    const en = `The pack ${pack.manifest.name} has no building block '${contribution.block}'.`;
    return { id: contribution.block, title, outcome: none(nl, en), steps: [] };
  }
  const work: Work = { pack, valuation, block, contribution, date: at.date, steps: [] };
  const outcome = settle(pack, () => {
    hiredInTime(work, at.contractStart);
    return ways[block.kind](work);
  });
  const figure = { id: block.id, title: block.title, outcome, steps: work.steps };
  // What counts for nothing needs no proof.
  const evidence = outcome.kind === 'none' ? [] : evidenceFor(pack, { block: block.id }, at.date);
  return evidence.length > 0 ? { ...figure, evidence } : figure;
}

const ways: Readonly<Record<BlockKind, (work: Work) => Outcome>> = {
  plaatsing: placement,
  maandbedrag: monthly,
  urenPerPersoon: hoursOfPeople,
  factuur: invoice,
  adviseur: byAdviser,
};

/** Somebody hired before the contract counts only when that was not too long before it. */
function hiredInTime({ pack, valuation, contribution, date, steps }: Work, contractStart: string | undefined): void {
  const { indienst } = contribution;
  const name = valuation.countableBeforeStart;
  if (name === undefined || indienst === undefined || contractStart === undefined || indienst >= contractStart) return;
  const window = look(pack, name, date);
  if (window.state === 'unknown') throw new Unsettled([`parameter.${name}`]);
  if (window.state === 'notInForce') return;
  const first = addMonths(contractStart, -Number(window.use.value));
  const counts = indienst >= first;
  const nl = `In dienst op ${indienst}; het contract begint op ${contractStart}, indiensttreding telt vanaf ${first}`;
  const en = `Hired on ${indienst}; the contract starts on ${contractStart}, hiring counts from ${first}`;
  steps.push(
    step(`${nl}: telt${counts ? '' : ' niet'} mee.`, `${en}: ${counts ? 'counts' : 'does not count'}.`, {
      parameters: [window.use],
    }),
  );
  if (!counts) throw new Settled(none(`${nl}: telt niet mee.`, `${en}: does not count.`));
}

function monthly(work: Work): Outcome {
  const amount = inForce(work, work.block.amount);
  const { months, uses } = countedMonths(work);
  const value = cents(exact(String(amount.value)).times(months));
  return amountOf(work, value, [amount, ...uses], `${months} maanden`, `${months} months`, amount);
}

function hoursOfPeople(work: Work): Outcome {
  const amount = inForce(work, work.block.amount);
  const people = given(work, 'personen');
  const hours = given(work, 'uren');
  const value = cents(exact(String(amount.value)).times(people).times(hours));
  return amountOf(
    work,
    value,
    [amount],
    `${people} personen × ${hours} uur`,
    `${people} people × ${hours} hours`,
    amount,
  );
}

function amountOf(
  { block, steps }: Work,
  value: string,
  parameters: readonly ParameterUse[],
  timesNl: string,
  timesEn: string,
  amount: ParameterUse,
): Outcome {
  const each = money(String(amount.value));
  const total = money(value);
  steps.push(
    step(`${each.nl} × ${timesNl} = ${total.nl}`, `${each.en} × ${timesEn} = ${total.en}`, {
      parameters,
      ...(block.assumption === undefined ? {} : { assumption: block.assumption }),
    }),
  );
  return { kind: 'amount', amount: value };
}

function invoice(work: Work): Outcome {
  const parameters = work.block.inForceWith === undefined ? [] : [inForce(work, work.block.inForceWith)];
  const value = cents(given(work, 'bedrag'));
  const { nl, en } = money(value);
  work.steps.push(step(`De kosten zonder btw tellen: ${nl}`, `The costs excl. btw count: ${en}`, { parameters }));
  return { kind: 'amount', amount: value };
}

function byAdviser(work: Work): Outcome {
  const parameters = work.block.inForceWith === undefined ? [] : [inForce(work, work.block.inForceWith)];
  const nl = 'De adviseur beslist: er is geen formule en geen bedrag.';
  work.steps.push(step(nl, 'The adviser decides: there is no formula and no amount.', { parameters }));
  return { kind: 'adviser' };
}
