import { today } from '@samenwerkt/calendar';
import { obligations, sumOf } from '@samenwerkt/rule-pack';
import { factsOf } from '../facts.js';
import { type Partnership } from '../model.js';
import { type Policy } from '../policy.js';

/** What the obligations of one pack come to for one partnership. */
export interface ObligationTotal {
  /** Sum of those that are an amount, in euro as decimal text; absent when none is. */
  readonly amount?: string;
  /** How many are there without being an amount. */
  readonly duties: number;
  /** Whether there are any that cannot be worked out: a fact or a figure of the pack is not filled in. */
  readonly unknown: boolean;
}

/** The obligation of a partnership under the pack it is pinned to, and under a candidate. */
export interface OwedChange {
  readonly before: ObligationTotal;
  readonly after: ObligationTotal;
  /** Whether the two differ in amount, or in what is no amount. */
  readonly changed: boolean;
}

/**
 * What a partnership owes, as it now stands, under two packs. Parameters are read as of the first day of its contract,
 * as rules with `referenceDate: contractStart` do; while that day is not known, of the day the partnership began. So the
 * answer does not depend on the day of asking.
 */
export function obligationChange(partnership: Partnership, pinned: Policy, candidate: Policy): OwedChange {
  const before = totalOf(partnership, pinned);
  const after = totalOf(partnership, candidate);
  const changed = before.amount !== after.amount || before.duties !== after.duties || before.unknown !== after.unknown;
  return { before, after, changed };
}

function totalOf(partnership: Partnership, { pack }: Policy): ObligationTotal {
  const date = partnership.contract.start ?? today(partnership.startedAt);
  const figures = obligations(pack, factsOf(partnership, partnership.dossier, date), date);
  const outcomes = figures.map(({ outcome }) => outcome);
  const amounts = outcomes.flatMap((outcome) => (outcome.kind === 'amount' ? [outcome.amount] : []));
  return {
    ...(amounts.length > 0 ? { amount: sumOf(amounts) } : {}),
    duties: outcomes.filter(({ kind }) => kind === 'duty').length,
    unknown: outcomes.some(({ kind }) => kind === 'unknown'),
  };
}
