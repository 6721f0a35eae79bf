import { InstantInvalid, secondsAfter } from '@samenwerkt/calendar';
import { checkData, type JsonSchema, type Text } from '@samenwerkt/engine';
import { v7 as uuid } from 'uuid';
import { change, first, lock, sql, type Work } from '../database/work.js';
import { type ReminderState } from '../entities/reminder.js';
import { DataInvalid, NotFound, ReminderChanged, ReminderMomentPast, ReminderNotOpen } from '../errors.js';
import { stateTitle } from './state-title.js';

/** What an administrator asks of a reminder. */
export type ReminderAct =
  /** Try again now. */
  | { readonly act: 'retry' }
  /** It does not go out. */
  | { readonly act: 'skip' }
  /** It goes out at another moment (instant, ISO, UTC). */
  | { readonly act: 'reschedule'; readonly dueAt: string };

/** Who asks it of which reminder, and why; the reason is kept. */
export interface ActCommand {
  readonly organisation: string;
  readonly id: string;
  readonly act: ReminderAct;
  readonly actorId: string;
  readonly reason: string;
  /** Instant (ISO, UTC) at which somebody saw the reminder; it is left alone when something happened to it since. */
  readonly unchangedSince?: string | undefined;
  /** Instant (ISO, UTC). */
  readonly now: string;
}

/** A reminder as it was before an act. */
interface Before {
  readonly state: ReminderState;
  readonly dueAt: string;
  readonly updatedAt: string;
}

/** In which states an act makes sense, and what it is called. */
const ACTS: Readonly<Record<ReminderAct['act'], { from: readonly ReminderState[]; title: Text }>> = {
  retry: { from: ['failed', 'dead', 'skipped'], title: { nl: 'opnieuw proberen', en: 'trying again' } },
  skip: { from: ['planned', 'queued', 'failed', 'dead'], title: { nl: 'overslaan', en: 'skipping' } },
  reschedule: {
    from: ['planned', 'queued', 'failed', 'dead', 'skipped'],
    title: { nl: 'verzetten', en: 'rescheduling' },
  },
};

/** What is put on record of an act beside who did it: never a person's data. */
const REASON_SCHEMA: JsonSchema = {
  type: 'object',
  required: ['reason'],
  additionalProperties: false,
  properties: { reason: { type: 'string', minLength: 1, maxLength: 1000, title: 'Reden' } },
};

/** What can be asked of a reminder in this state. */
export function actsIn(state: ReminderState): ReminderAct['act'][] {
  return (Object.keys(ACTS) as ReminderAct['act'][]).filter((act) => ACTS[act].from.includes(state));
}

const LOCK = sql('SELECT 1 FROM reminder WHERE id = @id');
/** The reminder as an act finds it. */
const FOUND = sql<Before>(
  'SELECT state, due_at AS "dueAt", updated_at AS "updatedAt" FROM reminder WHERE id = @id AND organisation_id = @organisation',
);
const DO: Readonly<Record<ReminderAct['act'], ReturnType<typeof sql<never>>>> = {
  // Also what was skipped before its moment waits for that moment.
  retry: sql(
    `UPDATE reminder SET state = CASE WHEN due_at <= @now THEN 'queued' ELSE 'planned' END,
       next_try_at = CASE WHEN due_at <= @now THEN @now ELSE due_at END, tries = 0, updated_at = @now
     WHERE id = @id`,
  ),
  skip: sql(`UPDATE reminder SET state = 'skipped', updated_at = @now WHERE id = @id`),
  reschedule: sql(
    `UPDATE reminder SET state = 'planned', due_at = @dueAt, next_try_at = @dueAt, tries = 0, updated_at = @now WHERE id = @id`,
  ),
};
const ADD_ACT = sql(
  `INSERT INTO reminder_act (id, reminder_id, organisation_id, act, actor_id, reason, was, at)
   VALUES (@id, @reminder, @organisation, @act, @actorId, @reason, @was, @now)`,
);

/**
 * Refuses what can be refused before any reminder is looked at.
 * @returns the act with its moment written as all moments are, so that it compares as text
 * @throws DataInvalid, ReminderMomentPast
 */
export function checked({ act, reason, now }: Pick<ActCommand, 'act' | 'reason' | 'now'>): ReminderAct {
  const problems = checkData(REASON_SCHEMA, { reason });
  if (problems.length > 0) throw new DataInvalid(problems);
  if (act.act !== 'reschedule') return act;
  const dueAt = instant(act.dueAt);
  if (dueAt <= now) throw new ReminderMomentPast(dueAt);
  return { ...act, dueAt };
}

function instant(text: string): string {
  try {
    return secondsAfter(text, 0);
  } catch (error) {
    if (!(error instanceof InstantInvalid)) throw error;
    throw new DataInvalid([{ path: '/dueAt', code: 'format', message: error.text }]);
  }
}

/**
 * Does what is asked, and puts on record who asked it and why.
 * @throws NotFound, ReminderChanged, ReminderNotOpen, DataInvalid, ReminderMomentPast
 */
export function* carryOut(command: ActCommand): Work<void> {
  const { organisation, id, actorId, reason, now } = command;
  const act = checked(command);
  yield* lock(LOCK, { id });
  const { state, dueAt } = yield* possible({ ...command, act });
  yield* change(DO[act.act], { id, now, ...act });
  const record = {
    id: uuid(),
    reminder: id,
    organisation,
    act: act.act,
    actorId,
    reason,
    was: JSON.stringify({ state, dueAt }),
    now,
  };
  yield* change(ADD_ACT, record);
}

/** The reminder as it is, when the act can be done. @throws NotFound, ReminderChanged, ReminderNotOpen */
export function* possible({
  organisation,
  id,
  act: { act },
  unchangedSince,
}: Pick<ActCommand, 'organisation' | 'id' | 'act' | 'unchangedSince'>): Work<Before> {
  const found = yield* first(FOUND, { id, organisation });
  if (!found) throw new NotFound({ nl: 'herinnering', en: 'reminder' }, id);
  if (unchangedSince !== undefined && found.updatedAt > unchangedSince) throw new ReminderChanged(id);
  const { from, title } = ACTS[act];
  if (!from.includes(found.state)) throw new ReminderNotOpen(id, stateTitle(found.state), title);
  return found;
}
