import { type Text } from '@samenwerkt/lifecycle';
import { type Contribution, type Figure } from '@samenwerkt/rule-pack';
import { type PackRef } from '../model.js';

/** A person as bonuses see one, without names: whom the supplier can find besides people of whom nothing more is known. */
type Profile = Pick<Contribution, 'leeftijd' | 'statushouder' | 'taalachterstand' | 'niveau' | 'kenmerken'>;

/** What a supplier can do at most. */
export interface Limits {
  /** Most people that can be placed, 0 to 50. */
  readonly people: number;
  /** Ids of the blocks that are possible; every block of the pack when left out. */
  readonly blocks?: readonly string[];
  /** Whole hours a week of a place; at least {@link USUAL_LEAST_HOURS} and at most full time when left out. */
  readonly hours?: { readonly min?: number; readonly max?: number };
  /** Most months of a place, 1 to 60. Left out: until the end of the contract, or a year when that is not known. */
  readonly months?: number;
  /** Most euro, excl. btw, for buying; nothing when left out. */
  readonly purchases?: string;
  /** Most hours of help and knowledge in all; none when left out. */
  readonly supportHours?: number;
  /** Whether a permanent contract is possible; not when left out. */
  readonly permanent?: boolean;
  readonly profiles?: readonly Profile[];
}

/** The limits with everything that was left out filled in. */
export interface AppliedLimits {
  readonly people: number;
  readonly blocks: readonly string[];
  readonly hours: { readonly min: number; readonly max: number };
  readonly months: number;
  readonly purchases: string;
  readonly supportHours: number;
  readonly permanent: boolean;
  readonly profiles: readonly Profile[];
}

/** A place under this many hours a week is only proposed when the limits ask for it: our own convention, no policy. */
export const USUAL_LEAST_HOURS = 12;

/** What to close, and within which limits. */
export interface AdviceInput {
  /** What is still open, in euro. */
  readonly open: string;
  readonly limits: Limits;
  /** First and last day of the contract, ISO; the last bounds the months. */
  readonly contract?: { readonly start?: string; readonly einde?: string };
}

/** Some equal contributions of a proposal. */
export interface ProposalLine {
  /** How many of it: places, or 1 for buying and for support. */
  readonly count: number;
  readonly contribution: Contribution;
  /** One of them, by the pack's own valuation. */
  readonly figure: Figure;
  /** All of them, in euro. */
  readonly amount: string;
  readonly text: Text;
}

/** What a combination takes and gives. */
export interface Combination {
  readonly lines: readonly ProposalLine[];
  /** Sum of the lines, in euro. */
  readonly total: string;
  readonly people: number;
  /** Hours a week of all places together. */
  readonly hoursPerWeek: number;
  /** Months of the longest place; 0 without places. */
  readonly months: number;
  /** Euro spent on buying. */
  readonly purchases: string;
  readonly supportHours: number;
}

/** Why a proposal is among the proposals. */
export type ProposalKind = 'work' | 'fewestPeople' | 'otherGroups' | 'spread' | 'shortest' | 'notPermanent' | 'exact';

/** A combination that closes the gap. */
export interface Proposal extends Combination {
  readonly kind: ProposalKind;
  readonly title: Text;
  /** By how much the total is over what is open, in euro. */
  readonly over: string;
  /** To paste in a mail to the supplier. */
  readonly text: Text;
}

/** What keeps the gap from being closed. */
export interface Limiting {
  readonly limit: keyof AppliedLimits;
  readonly text: Text;
}

/** The most that can be reached when nothing closes the gap. */
export interface Reachable extends Combination {
  /** What stays open, in euro. */
  readonly short: string;
  readonly limitedBy: readonly Limiting[];
}

/** A block that may help and is not counted: the adviser decides, something is not filled in, or the limits leave it out. */
export interface Possibility {
  readonly block: string;
  readonly title: Text;
  readonly why: 'adviser' | 'unknown' | 'leftOut';
  /** Parameters to fill in (`parameter.<name>`), with `unknown`. */
  readonly missing: readonly string[];
  readonly text: Text;
}

/** Which combinations of bouwblokken close the gap. */
export interface Advice {
  readonly pack: PackRef;
  /** ISO date at which parameters were read. */
  readonly date: string;
  readonly open: string;
  readonly limits: AppliedLimits;
  /** At most five, the first the best; empty when nothing is open or nothing closes it. */
  readonly proposals: readonly Proposal[];
  /** Only when something is open and nothing closes it. */
  readonly reachable?: Reachable;
  readonly possibilities: readonly Possibility[];
  /** The whole advice, to paste in a mail. */
  readonly text: Text;
}
