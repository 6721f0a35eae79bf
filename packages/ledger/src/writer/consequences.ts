import { atLocalTime, today } from '@samenwerkt/calendar';
import {
  eventTitle,
  isCalledOff,
  reminderOf,
  type Acceptance,
  type OutboxMessage,
  type Partnership,
  type Policy,
  type Timer,
} from '@samenwerkt/engine';
import { v7 as uuid } from 'uuid';
import { all, change, type Work } from '../database/work.js';
import { type ReminderPurpose } from '../entities/reminder.js';
import * as reminders from '../reminders/statements.js';
import { isOutdated, lastTold, revisionOf, type Told } from '../reminders/told.js';
import * as statements from './statements.js';

/** An event that has consequences: the partnership as it left it, and the pack it was judged by. */
interface Happened {
  readonly partnership: Partnership;
  readonly policy: Policy;
  /** Sequence of the event. */
  readonly sequence: number;
  /** Its instant (ISO, UTC). */
  readonly at: string;
  /** Its id, shown as the reason why somebody is told something. */
  readonly event: string;
}

type Changes = Pick<Acceptance['timers'], 'set' | 'cancel'>;

/** Sets and closes the moments, and with them the reminders of each. */
export function* setMoments(happened: Happened, { set, cancel }: Changes): Work<void> {
  const { partnership, policy, sequence, at, event } = happened;
  const again = new Set(set.map(nameOf));
  for (const timer of cancel) {
    const { kind, occurrence } = timer;
    const closed = { closedBy: sequence, partnership: partnership.id, kind, occurrence };
    yield* change(statements.CLOSE_TIMER, closed);
    // What moves to another date is not called off: the reminder of the old date makes room for that of the new one.
    const moves = again.has(nameOf(timer));
    yield* change(moves ? reminders.SUPERSEDE : reminders.CANCEL, { ...closed, at });
    if (!moves && isCalledOff(kind, event, partnership, policy)) yield* callOff(happened, timer);
  }
  for (const timer of set) {
    const { id: partnershipId, organisation: organisationId } = partnership;
    yield* change(statements.SET_TIMER, { ...timer, id: uuid(), organisationId, partnershipId, setBy: sequence });
    yield* remind(happened, timer);
  }
}

/**
 * Makes these the open moments of a partnership, and no others: for one that is written anew. A reminder that went out for
 * a moment that stays does not go out again.
 */
export function* resetMoments(happened: Happened, wanted: readonly Timer[]): Work<void> {
  const open = yield* all(statements.OPEN_TIMERS, { partnership: happened.partnership.id });
  const whole = ({ kind, occurrence, dueOn }: Timer) => `${kind} ${occurrence} ${dueOn}`;
  const there = new Set(open.map(whole));
  const stays = new Set(wanted.map(whole));
  yield* setMoments(happened, {
    set: wanted.filter((timer) => !there.has(whole(timer))),
    cancel: open.filter((timer) => !stays.has(whole(timer))),
  });
}

/**
 * Whoever must be told of the event itself hears of it at once. What happened on an earlier day and is only recorded now,
 * such as a history that is taken over, is old news: on record for whoever looks, and nobody is told.
 * @param now instant (ISO, UTC) of recording
 */
export function* tell(happened: Happened, messages: readonly OutboxMessage[], now: string): Work<void> {
  const { partnership, sequence, at, event } = happened;
  const state = today(at) < today(now) ? 'skipped' : 'planned';
  const title = eventTitle(partnership.lifecycle.id, event);
  for (const [step, { topic, recipient }] of messages.entries()) {
    const told = { kind: topic, occurrence: String(sequence), step, recipient, state } as const;
    yield* plan(happened, { ...told, dueOn: today(at), dueAt: at, why: { title, event, sequence } });
  }
}

/**
 * Plans the reminder of a moment, and its escalations; nothing when the partnership, as it stands, has no such moment.
 * Whoever was told another date hears the new one at once, in place of what of the new series is due by now.
 */
export function* remind(happened: Happened, timer: Timer): Work<void> {
  const { partnership, policy, sequence, event } = happened;
  const reminder = reminderOf(timer, partnership, policy);
  if (!reminder) return;
  const told = yield* toldBefore(happened, timer);
  const outdated = told.filter((one) => isOutdated(one, timer.dueOn)).map(({ recipient }) => recipient);
  const revision = revisionOf(told, timer.dueOn, sequence);
  const { entry, goesOutOn, at, to, escalations, missing, why } = reminder;
  const because = { title: entry.title, event, sequence, ...why, missing };
  const steps = [{ on: goesOutOn, to }, ...escalations];
  for (const [step, { on, to: recipient }] of steps.entries()) {
    const dueAt = atLocalTime(on, at);
    if (dueAt <= happened.at && outdated.includes(recipient)) continue;
    yield* plan(happened, { ...timer, step, revision, recipient, dueAt, why: because });
  }
  for (const [step, recipient] of outdated.entries()) {
    const news = { step, revision, purpose: 'moved', recipient, dueAt: happened.at, why: because } as const;
    yield* plan(happened, { ...timer, ...news });
  }
}

/** Who was told of the occurrence. That it was called off is not told any more by whoever has not been told so yet. */
function* toldBefore({ partnership, sequence, at }: Happened, { kind, occurrence }: Timer): Work<Told[]> {
  const moment = { partnership: partnership.id, kind, occurrence };
  const told = yield* lastTold(moment);
  if (told.length === 0) return told;
  const kept = yield* change(reminders.SUPERSEDE, { ...moment, closedBy: sequence, at });
  return kept === 0 ? told : yield* lastTold(moment); // one of them may have left meanwhile
}

/** Whoever was told of a moment hears that it is not asked any more. */
function* callOff(happened: Happened, { kind, occurrence }: Timer): Work<void> {
  const { partnership, sequence: revision, at: dueAt, event } = happened;
  const told = yield* lastTold({ partnership: partnership.id, kind, occurrence });
  const asked = told.filter(({ purpose }) => purpose !== 'calledOff');
  for (const [step, { recipient, dueOn, why }] of asked.entries()) {
    const because = { ...(JSON.parse(why) as object), event, sequence: revision };
    const news = { step, revision, purpose: 'calledOff', recipient, dueOn, dueAt, why: because } as const;
    yield* plan(happened, { kind, occurrence, ...news });
  }
}

/** One reminder to be. */
interface ToPlan {
  readonly kind: string;
  readonly occurrence: string;
  readonly step: number;
  /** 0 when left out. */
  readonly revision?: number;
  /** `ask` when left out. */
  readonly purpose?: ReminderPurpose;
  readonly recipient: string;
  readonly dueOn: string;
  readonly dueAt: string;
  readonly state?: 'planned' | 'skipped';
  readonly why: object;
}

function* plan({ partnership, sequence, at }: Happened, { why, ...reminder }: ToPlan): Work<void> {
  const { id, organisation, contract } = partnership;
  yield* change(reminders.ADD, {
    state: 'planned',
    revision: 0,
    purpose: 'ask',
    ...reminder,
    id: uuid(),
    organisationId: organisation,
    partnershipId: id,
    setBy: sequence,
    at,
    search: `${contract.titel} ${contract.kenmerk} ${reminder.recipient}`.toLowerCase(),
    why: JSON.stringify(why),
  });
}

function nameOf({ kind, occurrence }: Timer): string {
  return `${kind} ${occurrence}`;
}
