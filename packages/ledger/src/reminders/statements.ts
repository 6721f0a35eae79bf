import { sql } from '../database/work.js';
import { type ReminderEntity } from '../entities/reminder.js';

/** What is told of a reminder beside why it exists. */
export type ReminderRow = Omit<ReminderEntity, 'why' | 'search'>;

const ROW = `id, organisation_id AS "organisationId", partnership_id AS "partnershipId", kind, occurrence, step, recipient,
  due_on AS "dueOn", due_at AS "dueAt", state, attempts, tries, next_try_at AS "nextTryAt", worker, lease_until AS "leaseUntil",
  set_by AS "setBy", closed_by AS "closedBy", last_error AS "lastError", sent_at AS "sentAt", created_at AS "createdAt",
  updated_at AS "updatedAt"`;

/** Can still go out, or be kept from it. */
const WAITING = `state IN ('planned', 'queued', 'failed')`;
const UNSENT = `state IN ('planned', 'queued', 'failed', 'dead', 'sending')`;

export const ADD = sql(
  `INSERT INTO reminder (id, organisation_id, partnership_id, kind, occurrence, step, recipient, due_on, due_at, state,
     next_try_at, set_by, created_at, updated_at, search, why)
   VALUES (@id, @organisationId, @partnershipId, @kind, @occurrence, @step, @recipient, @dueOn, @dueAt, @state,
     @dueAt, @setBy, @at, @at, @search, @why)
   ON CONFLICT DO NOTHING`,
);

/** Also what is being sent at this moment: when that fails it is not tried again, and the delivery is on record if not. */
const CLOSE = (state: 'cancelled' | 'superseded') =>
  sql(
    `UPDATE reminder SET state = '${state}', closed_by = @closedBy, lease_until = NULL, updated_at = @at
     WHERE partnership_id = @partnership AND kind = @kind AND occurrence = @occurrence AND ${UNSENT}`,
  );
/** What they are about happened, or is no longer asked. */
export const CANCEL = CLOSE('cancelled');
/** The same occurrence falls on another moment now. */
export const SUPERSEDE = CLOSE('superseded');

/**
 * A later step of the same occurrence is due as well. Steps that are due at the same moment are told to different people
 * side by side, and what somebody asked for by hand goes out whatever came later. What was moved by hand stands apart from
 * its series: it keeps nothing else from going out.
 */
const OVERTAKEN = `EXISTS (
     SELECT 1 FROM reminder AS later
     WHERE later.partnership_id = reminder.partnership_id AND later.kind = reminder.kind
       AND later.occurrence = reminder.occurrence AND later.step > reminder.step
       AND later.due_at > reminder.due_at AND later.due_at <= @now
       AND later.state NOT IN ('cancelled', 'superseded', 'skipped')
       AND NOT EXISTS (SELECT 1 FROM reminder_act AS moved WHERE moved.reminder_id = later.id AND moved.act = 'reschedule'))
   AND NOT EXISTS (SELECT 1 FROM reminder_act WHERE reminder_act.reminder_id = reminder.id)`;

/**
 * Of what is due for one occurrence, only the last step goes out: after a long stop nobody gets the whole series at once.
 * The first so many that are due are looked at, by name: PostgreSQL would otherwise read the whole table at every scan.
 * Whatever is further back cannot be claimed either, and has its turn when those before it have gone.
 */
export const SUPERSEDE_EARLIER_STEPS = sql(
  `UPDATE reminder SET state = 'superseded', updated_at = @now
   WHERE id IN (SELECT id FROM reminder WHERE ${WAITING} AND next_try_at <= @now ORDER BY next_try_at, id LIMIT 1000)
     AND ${WAITING} AND next_try_at <= @now AND ${OVERTAKEN}`,
);

/** A page of what waits: after a moment and id, earliest first. */
export const DUE_BEFORE = sql<Pick<ReminderRow, 'id' | 'nextTryAt' | 'state' | 'attempts'>>(
  `SELECT id, next_try_at AS "nextTryAt", state, attempts FROM reminder
   WHERE ${WAITING} AND next_try_at <= @horizon AND (next_try_at, id) > (@afterMoment, @afterId)
   ORDER BY next_try_at, id LIMIT @limit`,
);
export const QUEUE = sql(
  `UPDATE reminder SET state = 'queued', updated_at = @now WHERE id = @id AND state = 'planned'`,
);
export const CLAIM = sql(
  `UPDATE reminder SET state = 'sending', worker = @worker, lease_until = @until, attempts = attempts + 1,
     tries = tries + 1, updated_at = @now
   WHERE id = @id AND ${WAITING} AND next_try_at <= @now AND due_at <= @now AND NOT (${OVERTAKEN})`,
);
export const ATTEMPT = sql(
  `INSERT INTO delivery_attempt (reminder_id, number, organisation_id, worker, started_at, outcome)
   SELECT id, attempts, organisation_id, @worker, @now, 'sending' FROM reminder WHERE id = @id`,
);
export const CLAIMED = sql<ReminderRow & { why: string; organisationName: string }>(
  `SELECT ${ROW}, why, (SELECT name FROM organisation WHERE organisation.id = reminder.organisation_id) AS "organisationName"
   FROM reminder WHERE id = @id`,
);

/** The claim of this very attempt: a worker that comes back late does not end the attempt after its own. */
const MINE = `id = @id AND state = 'sending' AND worker = @worker AND attempts = @attempt`;
export const SENT = sql(
  `UPDATE reminder SET state = 'sent', sent_at = @at, lease_until = NULL, last_error = NULL, updated_at = @at WHERE ${MINE}`,
);
/** It went out while it was called off: that stays so, and the moment is known. */
export const SENT_THOUGH_CLOSED = sql(
  `UPDATE reminder SET sent_at = @at, updated_at = @at
   WHERE id = @id AND state IN ('cancelled', 'superseded') AND worker = @worker AND attempts = @attempt`,
);
export const FAILED = sql(
  `UPDATE reminder SET state = @state, next_try_at = CASE WHEN @nextTryAt < due_at THEN due_at ELSE @nextTryAt END,
     lease_until = NULL, last_error = @error, updated_at = @at
   WHERE ${MINE}`,
);
export const END_ATTEMPT = sql(
  `UPDATE delivery_attempt SET outcome = @outcome, finished_at = @at, channel = @channel, reference = @reference, error = @error,
     may_have_arrived = @mayHaveArrived
   WHERE reminder_id = @id AND number = @attempt AND worker = @worker AND outcome = 'sending'`,
);

/** What a channel has taken is never offered to it again. */
export const HANDED_OVER = sql(
  `INSERT INTO delivery (reminder_id, channel, organisation_id, reference, at)
   SELECT id, @channel, organisation_id, @reference, @at FROM reminder WHERE id = @id
   ON CONFLICT DO NOTHING`,
);
export const TAKEN_BY = sql<{ channel: string; reference: string | null }>(
  'SELECT channel, reference FROM delivery WHERE reminder_id = @id ORDER BY at, channel',
);

/**
 * Whose worker did not come back within its lease. A lease that ends later than any could (`@beyond`) was written under
 * a clock that has been set back since: waiting for it could take years.
 */
export const LOST = sql<{ id: string; worker: string; attempt: number; tries: number }>(
  `SELECT id, worker, attempts AS attempt, tries FROM reminder
   WHERE state = 'sending' AND (lease_until <= @now OR lease_until > @beyond) ORDER BY lease_until LIMIT @limit`,
);

/** What does not go out by itself any more, of all organisations. */
export const DEAD = sql<{ count: number }>(
  `SELECT CAST(count(*) AS INTEGER) AS count FROM reminder WHERE state = 'dead'`,
);

/** What is due and not out yet, of all organisations. */
export const LATE = sql<{ count: number; since: string | null }>(
  `SELECT CAST(count(*) AS INTEGER) AS count, min(next_try_at) AS since FROM reminder
   WHERE ${WAITING} AND next_try_at < @now`,
);
