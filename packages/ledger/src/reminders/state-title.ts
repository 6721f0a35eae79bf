import { type Text } from '@samenwerkt/engine';
import { type ReminderState } from '../entities/reminder.js';

const TITLES: Readonly<Record<ReminderState, Text>> = {
  planned: { nl: 'gepland', en: 'planned' },
  queued: { nl: 'in de wachtrij', en: 'queued' },
  sending: { nl: 'onderweg', en: 'being sent' },
  sent: { nl: 'verstuurd', en: 'sent' },
  failed: { nl: 'mislukt, wordt opnieuw geprobeerd', en: 'failed, to be tried again' },
  dead: { nl: 'mislukt, wacht op iemand', en: 'failed, waiting for somebody' },
  skipped: { nl: 'overgeslagen', en: 'skipped' },
  cancelled: { nl: 'vervallen', en: 'cancelled' },
  superseded: { nl: 'vervangen', en: 'superseded' },
};

/** States of a reminder, from its first to its last. */
export const REMINDER_STATES = Object.keys(TITLES) as ReminderState[];

/** A state in words. */
export function stateTitle(state: ReminderState): Text {
  return TITLES[state];
}
