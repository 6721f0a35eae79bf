import { type FactValues } from '../facts.js';
import { type Shortage } from '../obligation/shortfall.js';
import { type Source, type Text, type Verdict } from '../model.js';
import { type Contribution } from '../valuation/model.js';

/** How firm an expectation is: the source says it, it is arithmetic on what the source says, or it is assumed. */
export type Standing = 'sourced' | 'arithmetic' | 'assumed';

interface Common {
  /** Unique within the pack, for example `UT-T01`. */
  readonly id: string;
  readonly title: Text;
  /** ISO date at which parameters are read. */
  readonly date: string;
  /**
   * An amount as decimal text with two decimals, or a word: `adviseurBeslist`; `none`, `due` (whatever the amount) or
   * `unknown`; for a rule its outcome.
   */
  readonly expected: string;
  readonly standing: Standing;
  readonly source?: Source;
}

/** What a contribution is worth. */
export interface ValuationTest extends Common {
  readonly kind: 'valuation';
  readonly input: { readonly contribution: Contribution; readonly contractStart?: string };
}

/** What an obligation comes to. */
export interface ObligationTest extends Common {
  readonly kind: 'obligation';
  readonly input: { readonly obligation: string; readonly facts: FactValues };
}

/** What a shortfall leads to. */
export interface ShortfallTest extends Common {
  readonly kind: 'shortfall';
  readonly input: Shortage & { readonly obligation: string; readonly facts?: FactValues };
}

/** What a rule says. */
export interface RuleTest extends Common {
  readonly kind: 'rule';
  readonly input: { readonly rule: string; readonly facts: FactValues };
}

/** One test of `tests/*.yaml`. */
export type PackTest = ValuationTest | ObligationTest | ShortfallTest | RuleTest;

/** The words that stand for an outcome, by kind of test. */
export const outcomeWords = {
  valuation: ['adviseurBeslist', 'none', 'unknown'],
  obligation: ['due', 'none', 'unknown'],
  shortfall: ['none', 'unknown'],
  rule: ['fulfilled', 'notFulfilled', 'notApplicable', 'unknown'] satisfies Verdict['outcome'][],
} as const;
