import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import ICAL from 'ical.js';
import { calendarPart, feed } from './calendar.js';
import { uidOf, type CalendarEvent } from './event.js';

const uid = uidOf('01998f2a-0000-7000-8000-00000000000a', 'gesprek', '2026-3m-3');

const deadline: CalendarEvent = {
  uid,
  revision: 0,
  moment: { on: '2026-09-30' },
  summary: 'Voortgangsgesprek',
  status: 'confirmed',
  changedAt: '2026-09-16T07:00:00.000Z',
};

const meeting: CalendarEvent = {
  ...deadline,
  revision: 2,
  moment: { on: '2026-10-24', at: '09:30', minutes: 90 },
  description: 'Kijk; luister,\nzwijg \\ praat',
  location: 'Stadskantoor, kamer 4.12',
  link: 'https://samenwerkt.example/partnerships/1?a=1,2;3',
  organiser: { name: 'Anneke "A." de Vries', email: 'a.devries@gemeente.example' },
  guests: [{ name: 'Henk; Keulen', email: 'henk@keulen.example' }],
};

/** As somebody else's program reads it. */
function read(content: string) {
  const calendar = new ICAL.Component(ICAL.parse(content) as ConstructorParameters<typeof ICAL.Component>[0]);
  const events = calendar.getAllSubcomponents('vevent');
  return { calendar, events, value: (name: string, at = 0) => events[at]?.getFirstPropertyValue(name) };
}

/** What of a text can be in a calendar: no control characters or half characters, line breaks of one kind. */
const kept = (text: string) =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[\p{Cc}\p{Surrogate}]/gu, (character) => ('\n\t'.includes(character) ? character : ''));

describe('a date by which something must have happened', () => {
  it('is a whole day that stays free', () => {
    const { content } = calendarPart('PUBLISH', deadline);
    expect(content).toContain('\r\nDTSTART;VALUE=DATE:20260930\r\nTRANSP:TRANSPARENT\r\n');
    expect(read(content).value('dtstart')).toMatchObject({ isDate: true, year: 2026, month: 9, day: 30 });
    expect(content).not.toContain('VTIMEZONE');
  });
});

describe('a conversation', () => {
  const { method, content } = calendarPart('REQUEST', meeting);
  const { calendar, events, value } = read(content);

  it('is at its local time, in summer and in winter', () => {
    const zone = calendar.getFirstSubcomponent('vtimezone');
    if (!zone) throw new Error('no time zone');
    const utcHour = (on: string) => {
      const moved = read(calendarPart('REQUEST', { ...meeting, moment: { on, at: '09:30', minutes: 90 } }).content);
      const start = moved.value('dtstart');
      if (!(start instanceof ICAL.Time)) throw new Error('no start');
      start.zone = new ICAL.Timezone(zone);
      return start.toJSDate().getUTCHours();
    };
    expect([utcHour('2026-10-24'), utcHour('2026-10-25'), utcHour('2027-03-27'), utcHour('2027-03-28')]).toEqual([
      7, 8, 8, 7,
    ]);
    expect(content).toContain('\r\nDTSTART;TZID=Europe/Amsterdam:20261024T093000\r\nDURATION:PT90M\r\n');
  });

  it('asks its guests for an answer, in the name of the organiser', () => {
    expect(method).toBe('REQUEST');
    expect(calendar.getFirstPropertyValue('method')).toBe('REQUEST');
    const organiser = events[0]?.getFirstProperty('organizer');
    expect(organiser?.getFirstValue()).toBe('mailto:a.devries@gemeente.example');
    expect(organiser?.getParameter('cn')).toBe("Anneke 'A.' de Vries");
    expect(events[0]?.getFirstProperty('attendee')?.getParameter('cn')).toBe('Henk; Keulen');
  });

  it('says the same as was said', () => {
    expect(value('description')).toBe(meeting.description);
    expect(value('location')).toBe(meeting.location);
    expect(value('url')).toBe(meeting.link);
  });

  it('keeps its id when it is moved or withdrawn, and each time has a higher number', () => {
    const withdrawn = read(calendarPart('CANCEL', { ...meeting, revision: 3 }).content);
    expect(value('uid')).toBe(uid);
    expect(withdrawn.value('uid')).toBe(uid);
    expect([value('sequence'), withdrawn.value('sequence')]).toEqual([2, 3]);
    expect(withdrawn.value('status')).toBe('CANCELLED');
    expect(withdrawn.calendar.getFirstPropertyValue('method')).toBe('CANCEL');
  });

  it.each([
    ['date', { on: '2026-02-30', at: '09:30', minutes: 60 }],
    ['time', { on: '2026-02-27', at: '24:30', minutes: 60 }],
  ])('is refused when its %s does not exist', (_, moment) => {
    expect(() => calendarPart('REQUEST', { ...meeting, moment })).toThrow(/not an existing date|not a time/);
  });
});

describe('a subscription', () => {
  it('holds everything, also what was cancelled, and says how often to look', () => {
    const cancelled: CalendarEvent = { ...deadline, uid: 'b@samenwerkt', status: 'cancelled' };
    const content = feed({ name: 'Social return, Noord', refreshHours: 4, events: [deadline, meeting, cancelled] });
    const { events } = read(content);
    expect(events.map((event) => event.getFirstPropertyValue('status'))).toEqual([
      'CONFIRMED',
      'CONFIRMED',
      'CANCELLED',
    ]);
    expect(content).toContain('\r\nNAME:Social return\\, Noord\r\n');
    expect(content).toContain('\r\nREFRESH-INTERVAL;VALUE=DURATION:PT4H\r\n');
    expect(content.match(/BEGIN:VTIMEZONE/g)).toHaveLength(1);
    expect(content).toContain('\r\nLAST-MODIFIED:20260916T070000Z\r\n');
  });

  it('is a calendar when there is nothing in it', () => {
    expect(read(feed({ name: 'Leeg', refreshHours: 1, events: [] })).events).toEqual([]);
  });
});

describe('any text', () => {
  const texts = fc.oneof(
    fc.string({ minLength: 100, maxLength: 400 }),
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.string({
      unit: fc.constantFrom('é', '👩‍👧', '\\', ';', ',', '\n', '\r', ':', '"', ' ', 'n', '\uD83D', 'END:VEVENT'),
      maxLength: 200,
    }),
  );

  it('comes out of the calendar as it went in', () => {
    fc.assert(
      fc.property(texts, texts, (summary, description) => {
        const { value, events } = read(calendarPart('PUBLISH', { ...deadline, summary, description }).content);
        expect(events).toHaveLength(1);
        expect(value('summary')).toBe(kept(summary));
        expect(value('description')).toBe(kept(description));
      }),
      { numRuns: 500 },
    );
  });

  it('is on lines of at most 75 octets that end in CRLF and never cut a character', () => {
    fc.assert(
      fc.property(texts, (summary) => {
        const { content } = calendarPart('PUBLISH', { ...deadline, summary });
        const lines = content.split('\r\n');
        expect(lines.pop()).toBe('');
        for (const line of lines) {
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
          expect(line).not.toMatch(/[\r\n\p{Surrogate}]/u);
        }
      }),
    );
  });
});
