import { contentLines, textValue } from './content-line.js';
import { eventLines, hasTime, type CalendarEvent } from './event.js';
import { TIME_ZONE_LINES } from './time-zone.js';

/**
 * What the sender wants done with it (RFC 5546): put it in the agenda, ask for an answer, take it out.
 * REQUEST and CANCEL need an organiser and guests with an address.
 */
export type CalendarMethod = 'PUBLISH' | 'REQUEST' | 'CANCEL';

/** A calendar to go with a mail: mail programs read the method from the part's own header too. */
export interface CalendarPart {
  readonly method: CalendarMethod;
  /** The `.ics` file. */
  readonly content: string;
}

const HEAD = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Samenwerkt//Samenwerkt//NL', 'CALSCALE:GREGORIAN'];

/**
 * One event to send: an invitation (REQUEST), a date to note (PUBLISH), or its withdrawal (CANCEL, which also sets the
 * status). To change or withdraw what was sent, send the same uid with a higher revision.
 * @throws DateInvalid, TimeInvalid, InstantInvalid
 */
export function calendarPart(method: CalendarMethod, event: CalendarEvent): CalendarPart {
  const sent: CalendarEvent = method === 'CANCEL' ? { ...event, status: 'cancelled' } : event;
  return { method, content: calendar([`METHOD:${method}`], [sent]) };
}

/** A calendar that agendas subscribe to. */
export interface Feed {
  /** Shown as the agenda's name. */
  readonly name: string;
  /** How many hours an agenda may wait before it looks again; whole, at least 1. */
  readonly refreshHours: number;
  /** What was cancelled stays in it with that status, so that agendas strike it out. */
  readonly events: readonly CalendarEvent[];
}

/**
 * The `.ics` file of a subscription. `REFRESH-INTERVAL` and `NAME` are RFC 7986; the two X- properties say the same to
 * Outlook and Apple, which came before it.
 * @throws DateInvalid, TimeInvalid, InstantInvalid
 */
export function feed({ name, refreshHours, events }: Feed): string {
  const interval = `PT${Math.max(1, Math.trunc(refreshHours))}H`;
  const lines = [
    'METHOD:PUBLISH',
    `NAME:${textValue(name)}`,
    `X-WR-CALNAME:${textValue(name)}`,
    `REFRESH-INTERVAL;VALUE=DURATION:${interval}`,
    `X-PUBLISHED-TTL:${interval}`,
  ];
  return calendar(lines, events);
}

function calendar(properties: readonly string[], events: readonly CalendarEvent[]): string {
  const zone = events.some(hasTime) ? TIME_ZONE_LINES : [];
  return contentLines([...HEAD, ...properties, ...zone, ...events.flatMap(eventLines), 'END:VCALENDAR']);
}
