import {
  actsIn,
  stateTitle,
  type ReminderDossier,
  type ReminderLine,
  type ReminderOfPartnership,
} from '@samenwerkt/ledger';
import { reasonOf, roleName } from '@samenwerkt/reminders';
import { type Language } from '../http/language.js';
import { type Called } from '../people/called.js';

type Act = ReminderDossier['acts'][number];

/** States in which a moment of the next attempt means something. */
const WAITING: readonly string[] = ['planned', 'queued', 'failed'];

/** One line of a list. */
export function presentLine(line: ReminderLine, language: Language) {
  const {
    id,
    state,
    kind,
    occurrence,
    step,
    revision,
    purpose,
    recipient,
    dueOn,
    dueAt,
    attempts,
    sentAt,
    lastError,
    updatedAt,
  } = line;
  return {
    id,
    state: { id: state, title: stateTitle(state)[language] },
    kind,
    occurrence,
    step,
    revision,
    purpose,
    recipient: { id: recipient, title: roleName(recipient)[language] },
    dueOn,
    dueAt,
    nextTryAt: WAITING.includes(state) ? line.nextTryAt : null,
    attempts,
    sentAt,
    lastError,
    partnership: line.partnershipId === null ? null : { id: line.partnershipId, title: line.title },
    subject: line.title,
    updatedAt,
  };
}

/** Everything about one. */
export function presentDossier(dossier: ReminderDossier, called: Called, language: Language) {
  const { reminder, title, attempts, acts } = dossier;
  const { worker, leaseUntil } = reminder;
  return {
    ...presentLine(reminder, language),
    title: title[language],
    why: presentWhy(dossier, language),
    claim: worker !== null && leaseUntil !== null ? { worker, until: leaseUntil } : null,
    closedBy: reminder.closedBy,
    createdAt: reminder.createdAt,
    possible: actsIn(reminder.state),
    tried: attempts.map(({ reminderId: _id, organisationId: _organisation, mayHaveArrived, ...attempt }) => ({
      ...attempt,
      mayHaveArrived: mayHaveArrived === 1,
    })),
    acts: acts.map((act) => presentAct(act, called)),
  };
}

/** A line with what was done about it. */
export function presentWithActs({ acts, ...line }: ReminderOfPartnership, called: Called, language: Language) {
  return { ...presentLine(line, language), acts: acts.map((act) => presentAct(act, called)) };
}

function presentWhy({ reminder, title, event, why }: ReminderDossier, language: Language) {
  const { cadence, anchor, parameters = [], missing = [], pack } = why;
  return {
    text: reasonOf({ ...reminder, title, ...(event && { event }), why })[language],
    event: event ? { id: why.event, title: event[language], sequence: why.sequence } : null,
    cadence: cadence === undefined ? null : { id: cadence, title: title[language] },
    anchor: anchor ?? null,
    parameters: parameters.map((parameter) => ({ ...parameter, title: parameter.title[language] })),
    missing,
    pack: pack ?? null,
  };
}

function presentAct({ id, act, actorId, reason, was, at }: Act, called: Called) {
  return { id, act, actor: actorId, actorName: called(actorId), reason, was: JSON.parse(was) as unknown, at };
}
