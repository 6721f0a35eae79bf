import {
  type Contribution,
  type Figure,
  type ObligationFigure,
  type Outcome,
  type Pack,
  valuate,
} from '@samenwerkt/rule-pack';
import { type Text } from '@samenwerkt/lifecycle';
import { centsOf, euroOf } from '../cents.js';
import { type ContractFacts } from '../model.js';
import { type Balance, type ContributionsFigure } from './model.js';

/**
 * What contributions come to under a pack: each by the pack's own valuation, and the sum of those that are an amount.
 * @param date ISO date at which parameters are read
 * @throws ContributionInvalid when a quantity, amount or date is not written as it should be
 */
export function valueContributions(
  pack: Pack,
  contributions: readonly Contribution[],
  contract: Pick<ContractFacts, 'start'>,
  date: string,
): ContributionsFigure {
  const { start } = contract;
  const moment = start === undefined ? { date } : { date, contractStart: start };
  const figures = contributions.map((contribution) => valuate(pack, contribution, moment));
  const total = figures.reduce((sum, figure) => sum + (amountOf(figure) ?? 0n), 0n);
  const unvalued = figures.flatMap(({ id, outcome }, index) =>
    outcome.kind === 'amount' ? [] : [{ index, block: id, reason: whyNoAmount(outcome) }],
  );
  return { figures, total: euroOf(total), unvalued };
}

/** The cents of a figure; undefined when it is not an amount. */
export function amountOf({ outcome }: Pick<Figure, 'outcome'>): bigint | undefined {
  return outcome.kind === 'amount' ? centsOf(outcome.amount) : undefined;
}

/** Why there is no amount, in words. */
export function whyNoAmount(outcome: Outcome): Text {
  if (outcome.kind === 'none' || outcome.kind === 'unknown') return outcome.reason;
  if (outcome.kind === 'duty') return { nl: 'De verplichting is geen bedrag.', en: 'The obligation is not an amount.' };
  return {
    nl: 'De adviseur beslist: er is geen formule en geen bedrag.',
    en: 'The adviser decides: there is no formula and no amount.',
  };
}

/** What is owed beside what counts, for every obligation that is an amount. */
export function balancesOf(obligations: readonly ObligationFigure[], { total }: ContributionsFigure): Balance[] {
  return obligations.flatMap((figure) => {
    const owed = amountOf(figure);
    if (owed === undefined) return [];
    const open = owed - centsOf(total);
    return [{ obligation: figure.id, owed: euroOf(owed), counted: total, open: euroOf(open > 0n ? open : 0n) }];
  });
}
