import { all, sql, type Work } from '../database/work.js';
import { type ReminderPurpose } from '../entities/reminder.js';

/** What somebody was told last of one occurrence. */
export interface Told {
  /** Role, function or person, as the reminder had it. */
  readonly recipient: string;
  readonly purpose: ReminderPurpose;
  /** Local date (ISO) they were told. */
  readonly dueOn: string;
  readonly revision: number;
  /** Why they were told, as JSON. */
  readonly why: string;
}

/** The occurrence of a kind of moment of a partnership. */
interface Occurrence {
  readonly partnership: string;
  readonly kind: string;
  readonly occurrence: string;
}

/**
 * What went out, what is going out at this moment, and what may have arrived although its channel did not say so: whoever
 * has the old date must not keep it.
 */
const TOLD = sql<Told>(
  `SELECT recipient, purpose, due_on AS "dueOn", revision, why FROM reminder
   WHERE partnership_id = @partnership AND kind = @kind AND occurrence = @occurrence AND attempts > 0
     AND (EXISTS (SELECT 1 FROM delivery_attempt AS tried WHERE tried.reminder_id = reminder.id
            AND (tried.outcome IN ('sending', 'sent') OR tried.may_have_arrived = 1))
       OR EXISTS (SELECT 1 FROM delivery WHERE delivery.reminder_id = reminder.id))
   ORDER BY revision, step, id`,
);

/** For everybody who was told of an occurrence, what they were told last. */
export function* lastTold({ partnership, kind, occurrence }: Occurrence): Work<Told[]> {
  const told = yield* all(TOLD, { partnership, kind, occurrence });
  return [...new Map(told.map((one) => [one.recipient, one])).values()];
}

/** Whether somebody has another date in mind than this one, or thinks that it is not asked any more. */
export function isOutdated({ purpose, dueOn }: Told, now: string): boolean {
  return purpose === 'calledOff' || dueOn !== now;
}

/**
 * The revision of a date: that of what everybody knows already when nothing changes for them, and otherwise one of its own.
 * @param sequence of the event that set the date
 */
export function revisionOf(told: readonly Told[], dueOn: string, sequence: number): number {
  if (told.some((one) => isOutdated(one, dueOn))) return sequence;
  return Math.max(0, ...told.map(({ revision }) => revision));
}
