import { atLocalTime, plainDate, today } from '@samenwerkt/calendar';
import { quoted, textValue } from './content-line.js';
import { TIME_ZONE } from './time-zone.js';

/** When it is: a whole day, or a time of day in Europe/Amsterdam and how long it takes. */
export type EventMoment =
  | { readonly on: string }
  | {
      /** ISO date. */
      readonly on: string;
      /** Local time, `HH:mm`. */
      readonly at: string;
      /** Whole minutes, more than 0. */
      readonly minutes: number;
    };

/** Somebody with a mail address, as organiser or guest of a conversation. */
export interface Attendee {
  readonly name: string;
  readonly email: string;
}

/** Something for an agenda: a conversation, or a date by which something must have happened. */
export interface CalendarEvent {
  /** The same as long as it is the same thing: agendas replace by it. See `uidOf`. */
  readonly uid: string;
  /** How often it was changed; agendas ignore what is lower than they have. */
  readonly revision: number;
  readonly moment: EventMoment;
  readonly summary: string;
  readonly description?: string;
  readonly location?: string;
  /** Address of the partnership's page. */
  readonly link?: string;
  readonly status: 'tentative' | 'confirmed' | 'cancelled';
  /** Moment in UTC of the last change. */
  readonly changedAt: string;
  readonly organiser?: Attendee;
  readonly guests?: readonly Attendee[];
}

/**
 * The id of what is planned in agendas: one per partnership, kind and occurrence, whatever its date becomes.
 * @param occurrence as the timer names it: `2026-3m-4`
 */
export function uidOf(partnershipId: string, kind: string, occurrence: string): string {
  return `${partnershipId}-${kind}-${occurrence}@samenwerkt`;
}

/**
 * The lines of one VEVENT, not folded.
 * @throws DateInvalid, TimeInvalid, InstantInvalid
 */
export function eventLines(event: CalendarEvent): string[] {
  const { description, location, link, organiser, guests = [] } = event;
  return [
    'BEGIN:VEVENT',
    `UID:${textValue(event.uid)}`,
    `SEQUENCE:${event.revision}`,
    `DTSTAMP:${utc(event.changedAt)}`,
    `LAST-MODIFIED:${utc(event.changedAt)}`,
    ...momentLines(event.moment),
    `STATUS:${event.status.toUpperCase()}`,
    `SUMMARY:${textValue(event.summary)}`,
    ...(description === undefined ? [] : [`DESCRIPTION:${textValue(description)}`]),
    ...(location === undefined ? [] : [`LOCATION:${textValue(location)}`]),
    ...(link === undefined ? [] : [`URL:${new URL(link).href}`]),
    ...(organiser === undefined ? [] : [`ORGANIZER;CN=${quoted(organiser.name)}:${mailto(organiser)}`]),
    ...guests.map((guest) => `ATTENDEE;CN=${quoted(guest.name)};PARTSTAT=NEEDS-ACTION;RSVP=TRUE:${mailto(guest)}`),
    'END:VEVENT',
  ];
}

/** Whether the event is at a time of day and so needs the time zone beside it. */
export function hasTime({ moment }: CalendarEvent): boolean {
  return 'at' in moment;
}

/** A date by which something must have happened takes nobody's day: it is shown, and the day stays free. */
function momentLines(moment: EventMoment): string[] {
  const day = plainDate(moment.on).toString().replaceAll('-', '');
  if (!('at' in moment)) return [`DTSTART;VALUE=DATE:${day}`, 'TRANSP:TRANSPARENT'];
  atLocalTime(moment.on, moment.at); // refuses what is no time of day
  return [
    `DTSTART;TZID=${TIME_ZONE}:${day}T${moment.at.replace(':', '')}00`,
    `DURATION:PT${Math.max(1, Math.trunc(moment.minutes))}M`,
    'TRANSP:OPAQUE',
  ];
}

/** `2026-07-01T07:00:00.000Z` as `20260701T070000Z`. */
function utc(instantIso: string): string {
  today(instantIso); // refuses what is no moment in UTC
  return `${instantIso.slice(0, 19).replace(/[-:]/g, '')}Z`;
}

function mailto({ email }: Attendee): string {
  return `mailto:${encodeURI(email)}`;
}
