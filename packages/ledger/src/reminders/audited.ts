import { type AuditRecord } from '../audit/audit.js';
import { type ActCommand, type ReminderAct } from './acts.js';
import { type ReminderFilter } from './listing.js';

/** The line of the audit log about an act on one reminder. */
export function actLine({ organisation, id, act, actorId, reason }: ActCommand): AuditRecord {
  return {
    ...{ organisation, actor: actorId, action: `reminder.${act.act}`, reason },
    subject: { kind: 'reminder', id },
    details: momentOf(act),
  };
}

/**
 * The one line about an act on many: for how many it was asked, and by which conditions. A text that was looked for may be
 * a name, so the line only says that there was one.
 */
export function bulkLine(
  { organisation, act, actorId, reason }: Omit<ActCommand, 'now' | 'id'>,
  ids: readonly string[],
  filter: ReminderFilter | undefined,
): AuditRecord {
  const { text, ...conditions } = filter ?? {};
  const selection = filter ? { ...conditions, ...(text !== undefined && { byText: true }) } : 'ids';
  return {
    ...{ organisation, actor: actorId, action: `reminders.${act.act}`, reason },
    subject: { kind: 'reminders', id: organisation },
    details: { count: ids.length, selection, ...momentOf(act) },
  };
}

function momentOf(act: ReminderAct): { dueAt?: string } {
  return act.act === 'reschedule' ? { dueAt: act.dueAt } : {};
}
