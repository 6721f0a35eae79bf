import { type ReminderFacts } from '../message/facts.js';
import { uidOf, type CalendarEvent } from './event.js';

/**
 * The date of a reminder for an agenda: a whole day that stays free. Its last change is the moment the reminder was to go
 * out, so that a second try makes the same file.
 * @param dueOn ISO date
 */
export function deadline(
  facts: Pick<ReminderFacts, 'id' | 'partnership' | 'kind' | 'occurrence' | 'revision' | 'goesOutAt' | 'link'>,
  dueOn: string,
  words: { readonly summary: string; readonly description: string },
): CalendarEvent {
  return {
    uid: uidOf(facts.partnership?.id ?? facts.id, facts.kind, facts.occurrence),
    revision: facts.revision ?? 0,
    moment: { on: dueOn },
    ...words,
    link: facts.link,
    status: 'confirmed',
    changedAt: facts.goesOutAt,
  };
}
