import { type FactValues } from '../facts.js';
import { type Figure, type ParameterUse } from '../explained.js';
import { type Source, type Text } from '../model.js';

/**
 * What a percentage is of: the wages of the staff used for the contract (`contract.loonsom`), or the contract value.
 * The engine records the contract value excl. btw (`contract.waarde`); `opdrachtsomExclBtw` says that a policy names it so.
 */
export type Basis = 'loonsom' | 'opdrachtsom' | 'opdrachtsomExclBtw';

/** From which amount an obligation holds, perhaps for some kinds of contract only. */
export interface Threshold {
  /** Parameter in euro. */
  readonly parameter: string;
  readonly kinds?: readonly ('werk' | 'dienst' | 'levering')[];
  /** What is compared with it; the basis of the obligation when left out. */
  readonly of?: Basis;
}

/** What a shortfall leads to; each a parameter. */
interface Shortfall {
  /** Times the shortfall: a percentage (150 is one and a half times) or a whole number. */
  readonly factor?: string;
  /** Months or days to make up for it. */
  readonly recovery?: string;
  /** Whether, or when, the supplier must be at fault: a text or jaNee. */
  readonly fault?: string;
}

/** One obligation of `obligation.yaml`. */
export interface Obligation {
  /** camelCase, unique within the pack. */
  readonly id: string;
  readonly title: Text;
  readonly basis: Basis;
  /** Parameter in procent. Without it the obligation is a duty that is not an amount. */
  readonly percentage?: string;
  /** Path of a fact in procent that goes before the parameter: what was agreed for this contract. */
  readonly agreedPercentage?: string;
  /** The first that fits the kind of contract counts. */
  readonly thresholds?: readonly Threshold[];
  /** Parameter in euro: the obligation is at least this. */
  readonly minimum?: string;
  /** Parameter in euro: the obligation is at most this. */
  readonly cap?: string;
  /** CEL over the facts of the partnership. */
  readonly appliesWhen?: string;
  readonly shortfall?: Shortfall;
  readonly source?: Source;
  readonly assumption?: string;
}

/** An obligation that passed every check. */
export interface CompiledObligation extends Obligation {
  /** Yes, no, or the names of what the condition asks for and does not find; yes without a condition. */
  applies(facts: FactValues, isoDate: string): boolean | readonly string[];
}

/** What one obligation comes to for a contract. */
export interface ObligationFigure extends Figure {
  /** Whether there is an obligation at all, also when its amount cannot be worked out. */
  readonly due: 'yes' | 'no' | 'unknown';
  /** What a shortfall leads to, as far as known, and the parameters still to be filled in. */
  readonly shortfall: { readonly known: readonly ParameterUse[]; readonly missing: readonly string[] };
}
