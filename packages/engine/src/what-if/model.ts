import { type Text } from '@samenwerkt/lifecycle';
import {
  type Contribution,
  type Figure,
  type ObligationFigure,
  type RuleAdvice,
  type Source,
  type Unit,
} from '@samenwerkt/rule-pack';
import { type ContractFacts, type Dossier, type PackRef, type Reading, type Reason, type Timer } from '../model.js';

/** A contract that may come, with as much as is known of what would be decided and done. Nothing of it is recorded. */
export interface WhatIfInput {
  readonly contract: ContractFacts;
  /** What the supplier did or plans to do; none when left out. */
  readonly contributions?: readonly Contribution[];
  /** Decisions as they would stand in the dossier, such as `{ toepassing: { percentage: "5" } }`. */
  readonly dossier?: Dossier;
  /** Id of the lifecycle; the first of the pack when left out. */
  readonly lifecycle?: string;
}

/** The contributions, each with the way to its figure. */
export interface ContributionsFigure {
  readonly figures: readonly Figure[];
  /** Sum in euro of the figures that are an amount. */
  readonly total: string;
  /** Which contributions have no amount (place in the list, from 0), and why. */
  readonly unvalued: readonly { readonly index: number; readonly block: string; readonly reason: Text }[];
}

/** What is owed by one obligation beside what the contributions count for. */
export interface Balance {
  readonly obligation: string;
  readonly owed: string;
  readonly counted: string;
  /** What is still open, in euro, never under zero. */
  readonly open: string;
}

/** A rule on these facts, with the events of the lifecycle that it guards: only there it blocks or warns. */
export interface JudgedRule extends Reason {
  readonly events: readonly { readonly id: string; readonly title: Text }[];
}

/** The rules of a pack on these facts, by what they would do at the events they guard. */
export interface RulesByEffect {
  readonly blocks: readonly JudgedRule[];
  readonly warns: readonly JudgedRule[];
  /** Cannot be judged yet; `missing` of each says what for. */
  readonly unknown: readonly JudgedRule[];
  readonly fulfilled: readonly JudgedRule[];
  readonly notApplicable: readonly JudgedRule[];
}

/** Whether social return suits the contract. */
export type Suitability = 'geschikt' | 'geschiktMetAandacht' | 'minderGeschikt' | 'nietTeZeggen';

/** One point of the advice: what of the contract, how it stands, and what that means. */
export interface AdvicePoint extends RuleAdvice {
  readonly standing: 'inFavour' | 'against' | 'open';
  readonly reason: Reason;
}

/** Advice on whether to apply social return, from the rules of the pack that say they count in it. */
export interface ApplicationAdvice {
  readonly conclusion: Suitability;
  readonly summary: Text;
  readonly points: readonly AdvicePoint[];
  /** Facts taken for the sake of the question: as if social return were applied. */
  readonly assumed: readonly Reading[];
  /** What would have to be known to say more. */
  readonly missing: readonly string[];
}

/** The moments that would be planned if the partnership were monitored from a day on. */
export interface Cadence {
  readonly lifecycle: string;
  /** ISO date. */
  readonly from: string;
  readonly timers: readonly Timer[];
}

/** The extra records that a pack asks in one state. */
export interface StateRecords {
  readonly state: string;
  readonly title: Text;
  readonly records: readonly {
    readonly field: string;
    readonly title: Text;
    readonly source: Source;
    /** Whether the given dossier holds it. */
    readonly present: boolean;
  }[];
}

/** What one pack makes of a contract that may come. */
export interface WhatIf {
  readonly pack: PackRef;
  readonly title: Text;
  /** ISO date at which parameters were read, unless a rule reads them at the start of the contract. */
  readonly date: string;
  readonly obligations: readonly ObligationFigure[];
  readonly contributions: ContributionsFigure;
  readonly balances: readonly Balance[];
  readonly rules: RulesByEffect;
  readonly advice: ApplicationAdvice;
  readonly cadence: Cadence;
  readonly requiredRecords: readonly StateRecords[];
  /** Parameters that the organisation must still fill in. */
  readonly toFillIn: readonly { readonly name: string; readonly title: Text; readonly unit: Unit }[];
}
