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
const UNSENT = `state IN ('planned', 'queued', 'failed', 'dead')`;

export const ADD = sql(
  `INSERT INTO reminder (id, organisation_id, partnership_id, kind, occurrence, step, recipient, due_on, due_at, state,
     next_try_at, set_by, created_at, updated_at, search, why)
   VALUES (@id, @organisationId, @partnershipId, @kind, @occurrence, @step, @recipient, @dueOn, @dueAt, 'planned',
     @dueAt, @setBy, @at, @at, @search, @why)
   ON CONFLICT DO NOTHING`,
);

const CLOSE = (state: 'cancelled' | 'superseded') =>
  sql(
    `UPDATE reminder SET state = '${state}', closed_by = @closedBy, updated_at = @at
     WHERE partnership_id = @partnership AND kind = @kind AND occurrence = @occurrence AND ${UNSENT}`,
  );
/** What they are about happened, or is no longer asked. */
export const CANCEL = CLOSE('cancelled');
/** The same occurrence falls on another moment now. */
export const SUPERSEDE = CLOSE('superseded');

/** Of what is due for one occurrence, only the last step goes out: after a long stop nobody gets the whole series at once. */
export const SUPERSEDE_EARLIER_STEPS = sql(
  `UPDATE reminder SET state = 'superseded', updated_at = @now
   WHERE ${WAITING} AND next_try_at <= @now AND EXISTS (
     SELECT 1 FROM reminder AS later
     WHERE later.partnership_id = reminder.partnership_id AND later.kind = reminder.kind
       AND later.occurrence = reminder.occurrence AND later.step > reminder.step AND later.due_at <= @now
       AND later.state NOT IN ('cancelled', 'superseded', 'skipped'))`,
);

export const DUE_BEFORE = sql<Pick<ReminderRow, 'id' | 'nextTryAt' | 'state'>>(
  `SELECT id, next_try_at AS "nextTryAt", state FROM reminder
   WHERE ${WAITING} AND next_try_at <= @horizon ORDER BY next_try_at, id LIMIT @limit`,
);
export const QUEUE = sql(
  `UPDATE reminder SET state = 'queued', updated_at = @now WHERE id = @id AND state = 'planned'`,
);
export const CLAIM = sql(
  `UPDATE reminder SET state = 'sending', worker = @worker, lease_until = @until, attempts = attempts + 1,
     tries = tries + 1, updated_at = @now
   WHERE id = @id AND ${WAITING} AND next_try_at <= @now`,
);
export const ATTEMPT = sql(
  `INSERT INTO delivery_attempt (reminder_id, number, organisation_id, worker, started_at, outcome)
   SELECT id, attempts, organisation_id, @worker, @now, 'sending' FROM reminder WHERE id = @id`,
);
export const ONE = sql<ReminderRow & { why: string }>(`SELECT ${ROW}, why FROM reminder WHERE id = @id`);

const MINE = `id = @id AND state = 'sending' AND worker = @worker`;
export const SENT = sql(
  `UPDATE reminder SET state = 'sent', sent_at = @at, lease_until = NULL, last_error = NULL, updated_at = @at WHERE ${MINE}`,
);
export const FAILED = sql(
  `UPDATE reminder SET state = @state, next_try_at = @nextTryAt, lease_until = NULL, last_error = @error, updated_at = @at
   WHERE ${MINE}`,
);
export const END_ATTEMPT = sql(
  `UPDATE delivery_attempt SET outcome = @outcome, finished_at = @at, channel = @channel, reference = @reference, error = @error
   WHERE reminder_id = @id AND outcome = 'sending' AND worker = @worker`,
);

/** Whose worker did not come back within its lease. */
export const LOST = sql<{ id: string; worker: string }>(
  `SELECT id, worker FROM reminder WHERE state = 'sending' AND lease_until <= @now ORDER BY lease_until LIMIT @limit`,
);
