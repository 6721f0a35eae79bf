import { type Text } from '@samenwerkt/lifecycle';
import { type ParameterReading, type PackRef, type Reason, type RecordedEvent } from '../model.js';
import { type Policy } from '../policy.js';

/** What a parameter was on the date of judgement, in one of the two packs. */
type Figure = Pick<ParameterReading, 'value' | 'validFrom'>;

/** A parameter under the pack of the time and under the candidate; absent where a pack has no value on that date. */
export interface ParameterChange extends Pick<ParameterReading, 'name' | 'title' | 'unit'> {
  readonly was?: Figure;
  readonly now?: Figure;
}

/**
 * A rule or record by which the two packs come to another judgement. It holds texts and figures of the packs only, no
 * facts of the partnership: whoever may see those asks for them where they are kept.
 */
export interface Cause {
  readonly kind: 'rule' | 'record';
  /** Rule id, or `dossier.<key>.<field>` for a record. */
  readonly id: string;
  readonly title: Text;
  readonly message: Text;
  /** How the pack of the time judged; `absent` when it has no such rule for the event. */
  readonly was: Reason['outcome'] | 'absent';
  /** How the candidate judges. */
  readonly now: Reason['outcome'] | 'absent';
  /** Whether the rule itself was written otherwise, beside what its parameters are. */
  readonly rewritten: boolean;
  /** The parameters that differ; when none does, all that the rule reads. */
  readonly parameters: readonly ParameterChange[];
}

/** Which event of a history. */
type EventPlace = Pick<RecordedEvent, 'sequence' | 'event' | 'at'>;

/** An event that was accepted and that the candidate would have refused. */
export interface RefusedEvent extends EventPlace {
  readonly causes: readonly Cause[];
}

/** An event that would have been accepted with other warnings. */
export interface WarnedEvent extends EventPlace {
  readonly appeared: readonly Cause[];
  readonly disappeared: readonly Cause[];
}

/** What came of judging one history again. */
export interface Regression {
  /** Events judged again; the start and what the engine itself records are not. */
  readonly events: number;
  /** Events that would have been refused, and the first of them. */
  readonly refused: number;
  readonly firstRefused?: RefusedEvent;
  /** Events with other warnings, and the first of them. */
  readonly warned: number;
  readonly firstWarned?: WarnedEvent;
}

/** The pack an event was recorded under. */
export type PinnedPolicy = (ref: PackRef) => Policy;
