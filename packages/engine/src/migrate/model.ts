import { type Text } from '@samenwerkt/lifecycle';
import { type ObligationFigure, type ParameterUse } from '@samenwerkt/rule-pack';
import { type Reason, type Timer } from '../model.js';
import { type Cause } from '../regress/model.js';

/** What it takes to move a partnership to another pack. */
export interface MigrationCommand {
  /** Why, in words for whoever reads the history later; never a person's data. */
  readonly reden: string;
}

/** What one obligation comes to under one of the two packs. */
export interface ObligationReading {
  readonly due: ObligationFigure['due'];
  readonly outcome: ObligationFigure['outcome'];
  /** Percent as decimal text, `"5"`: agreed for the contract, or of the pack; absent when neither gives one. */
  readonly percentage?: string;
  /** What a shortfall leads to, as far as the pack says. */
  readonly shortfall: readonly ParameterUse[];
}

/** An obligation under the pack that is left and the one that is moved to; absent where that pack has no such. */
export interface ObligationChange {
  readonly id: string;
  readonly title: Text;
  readonly was?: ObligationReading;
  readonly now?: ObligationReading;
  /** Whether somebody has to do something else than before: other wording of a reason is no change. */
  readonly changed: boolean;
}

/** A rule or record by which the two packs come to another judgement, with where it comes from. */
export interface JudgementChange extends Cause {
  readonly source: Reason['source'];
  /** Whether the event itself can bring what is lacking. */
  readonly canBeGivenWithEvent: boolean;
}

/** An event that is possible now and that the two packs judge differently; at most ten of each kind. */
export interface EventChange {
  readonly event: string;
  readonly title: Text;
  /** What stands in the way after the move and did not before. */
  readonly blocks: readonly JudgementChange[];
  /** What stood in the way before the move and does no more. */
  readonly lifted: readonly JudgementChange[];
  /** Warnings that come and go. */
  readonly appeared: readonly JudgementChange[];
  readonly disappeared: readonly JudgementChange[];
  /** Rules that can only judge once the event's own data is there, and that will judge otherwise than before. */
  readonly withData: readonly JudgementChange[];
}

/** A moment that falls on another date, or gets another name. */
interface MovedTimer {
  readonly kind: Timer['kind'];
  readonly was: Pick<Timer, 'occurrence' | 'dueOn'>;
  readonly now: Pick<Timer, 'occurrence' | 'dueOn'>;
}

/** A figure that the organisation still has to fill in. */
export interface UnknownParameter {
  readonly name: string;
  readonly title: Text;
  /** What the pack that is left says of it. */
  readonly was: 'known' | 'unknown' | 'absent';
}

/** What a move to another pack changes for a partnership as it stands; what is recorded never changes. */
export interface MigrationPreview {
  /** Every obligation of either pack. */
  readonly obligations: readonly ObligationChange[];
  /** Only events that are judged differently. */
  readonly events: readonly EventChange[];
  readonly timers: {
    readonly added: readonly Timer[];
    readonly removed: readonly Timer[];
    readonly moved: readonly MovedTimer[];
  };
  /** Figures without a value under the pack that is moved to. */
  readonly unknownParameters: readonly UnknownParameter[];
}
