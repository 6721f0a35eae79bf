import { confirmedIn, type Acceptance } from '@samenwerkt/engine';
import { type AuditRecord } from '../audit/audit.js';

/** A line of the audit log for each number in an event of which somebody said that it is no BSN. */
export function confirmedLines({ event, next }: Acceptance): AuditRecord[] {
  return confirmedIn(event.data).map(({ veld, nummer, reden }) => ({
    ...{ organisation: next.organisation, actor: event.actor.id, action: 'number.confirmed', reason: reden },
    subject: { kind: 'partnership', id: next.id },
    details: { sequence: event.sequence, event: event.event, field: veld, number: nummer },
  }));
}
