import { type Source, type Text } from '../model.js';

/** Something that comes back every so many months. */
export interface Terugkerend {
  readonly kind: 'terugkerend';
  /** Parameter in maanden. */
  readonly every: string;
  /**
   * `kalender`: once in every period of the calendar year (month, quarter, half year), by its last day;
   * `contractStart`: once in every period counted from the first day of the contract.
   */
  readonly anchor: 'kalender' | 'contractStart';
}

/** Something about each calendar year, due within a term after its last day. */
export interface Jaarlijks {
  readonly kind: 'jaarlijks';
  /** Parameter in maanden or dagen. */
  readonly within: string;
}

/** Something due within a term after the day of an event. */
export interface NaGebeurtenis {
  readonly kind: 'naGebeurtenis';
  /** Event of which the dossier keeps the day. */
  readonly after: string;
  /** Parameter in maanden or dagen. */
  readonly within: string;
}

/** Something due a term before the last day of the contract. */
export interface VoorContracteinde {
  readonly kind: 'voorContracteinde';
  /** Parameter in maanden or dagen. */
  readonly before: string;
}

/** A step in which the partnership has stood for too long. */
export interface Stilstand {
  readonly kind: 'stilstand';
  /** Parameter in dagen. */
  readonly longerThan: string;
}

/** A coordinator who has no back-up, or is their own. */
export interface ZonderBackup {
  readonly kind: 'zonderBackup';
  /** Parameter in dagen. */
  readonly within: string;
}

/** When something must have happened. */
export type Moment = Terugkerend | Jaarlijks | NaGebeurtenis | VoorContracteinde | Stilstand | ZonderBackup;

/** Whom to tell once something is late. */
export interface Escalation {
  /** Parameter in dagen: so many days after the due date. */
  readonly after: string;
  /** A role, or `backup`: the back-up of the coordinator. */
  readonly to: string;
}

/** One entry of `cadence.yaml`: a moment that must not pass unseen. */
export interface CadenceEntry {
  /** camelCase, unique within the pack; the kind of the timers that it plans. */
  readonly id: string;
  readonly title: Text;
  readonly moment: Moment;
  /**
   * States in which it runs. Absent: for what recurs those in which the contract is monitored, for `stilstand` the steps
   * that leave a record, for the others every state; never while suspended.
   */
  readonly states?: readonly string[];
  /** Events that show it was done. */
  readonly doneBy: readonly string[];
  /** Where a due date goes that is no working day: to the one before, the one after, or nowhere. */
  readonly workday: 'voor' | 'na' | 'geen';
  /** Local time (Europe/Amsterdam) at which the reminder goes out, `HH:mm`. */
  readonly at: string;
  /** Parameter in dagen: so many days before the due date the reminder goes out; on that date without it. */
  readonly leadTime?: string;
  /** Whom to remind: a role, or `backup`. */
  readonly to: string;
  /** In order; empty when nobody is told of lateness. */
  readonly escalation: readonly Escalation[];
  readonly source?: Source;
  readonly assumption?: string;
}
