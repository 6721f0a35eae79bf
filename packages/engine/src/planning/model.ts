import { type CadenceEntry } from '@samenwerkt/rule-pack';
import { type Partnership } from '../model.js';
import { type Policy } from '../policy.js';

/** What a kind of moment is worked out from: the partnership and the policy, never the clock. */
export interface Situation {
  readonly partnership: Partnership;
  readonly policy: Policy;
  /** Events that show it was done. */
  readonly doneBy: readonly string[];
  /** The states among those it stands in that the moment is about; at least one. */
  readonly states: readonly string[];
  /** ISO date on which the first of them was entered. */
  readonly since: string;
}

/** A moment that is open. */
export interface Planned {
  /** Names it once and for all within its kind; it does not change when the due date moves to a working day. */
  readonly occurrence: string;
  /** ISO date by which it must have happened, working day or not. */
  readonly due: string;
  /** ISO date from which it counts. */
  readonly anchor: string;
  /** ISO date on which the parameters are read. */
  readonly readOn: string;
}

/** Works out the moments of one kind that are open. */
export type Planner<Moment> = (moment: Moment, situation: Situation) => readonly Planned[];

/** An open moment with the entry of the cadence that asks for it, and the date on which it is due after all. */
export interface Plan extends Planned {
  readonly entry: CadenceEntry;
  /** ISO date, moved to a working day where the entry says so. */
  readonly dueOn: string;
}
