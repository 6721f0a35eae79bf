import { calendarPart } from '../ics/calendar.js';
import { deadline } from '../ics/deadline.js';
import { type CalendarEvent } from '../ics/event.js';
import { checkFacts } from './check-facts.js';
import { type ReminderFacts } from './facts.js';
import { html } from './html.js';
import { letterOf, type Letter } from './letter.js';
import { type Message } from './message.js';
import { oneLine } from './one-line.js';
import { plainText } from './plain.js';
import { isLate } from './words-for.js';

/**
 * The message for these facts, in the language the recipient chose and in no other: a mail in two languages is twice as
 * long, and half of it is noise to its reader and to a screen reader.
 * The first message about a date carries that date for the agenda, as long as it is to come; an escalation does not, for
 * its reader is asked to act now. Who was told before gets another date too, also one that has passed, and its withdrawal.
 * @throws ReminderFactsInvalid, DateInvalid, InstantInvalid
 */
export function compose(facts: ReminderFacts): Message {
  checkFacts(facts);
  const letter = letterOf(facts);
  const { recipient } = facts;
  return {
    messageId: facts.messageId,
    to: { name: oneLine(recipient.name), ...(recipient.email !== undefined && { email: recipient.email }) },
    subject: letter.subject,
    text: plainText(letter),
    html: html(letter),
    language: recipient.language,
    ...agendaPart(facts, letter),
    about: aboutOf(facts),
  };
}

function agendaPart(facts: ReminderFacts, { subject }: Letter): Pick<Message, 'ics'> {
  const { dueOn, news } = facts;
  if (dueOn === undefined || (news === undefined && (facts.step > 0 || isLate(facts)))) return {};
  const items = (facts.agenda ?? []).map((item) => `- ${oneLine(item)}`);
  const event = deadline(facts, dueOn, { summary: subject, description: [...items, facts.link].join('\n') });
  return {
    ics: news === 'calledOff' ? calendarPart('CANCEL', withPeople(event, facts)) : calendarPart('PUBLISH', event),
  };
}

/** A withdrawal names who withdraws and for whom (RFC 5546 §3.2.5); what was only to be noted had neither. */
function withPeople(event: CalendarEvent, { messageId, organisation, recipient }: ReminderFacts): CalendarEvent {
  const { name, email } = recipient;
  const host = messageId.slice(messageId.lastIndexOf('@') + 1, -1);
  return {
    ...event,
    organiser: { name: organisation, email: `noreply@${host}` },
    guests: email === undefined ? [] : [{ name, email }],
  };
}

function aboutOf({ partnership, recipient, why, ...facts }: ReminderFacts): Message['about'] {
  return {
    reminderId: facts.id,
    kind: facts.kind,
    occurrence: facts.occurrence,
    step: facts.step,
    ...(facts.dueOn !== undefined && { dueOn: facts.dueOn }),
    revision: facts.revision ?? 0,
    news: facts.news ?? null,
    goesOutAt: facts.goesOutAt,
    partnershipId: partnership?.id ?? null,
    kenmerk: partnership?.kenmerk ?? null,
    role: recipient.role,
    link: facts.link,
    pack: { name: why.pack.name, version: why.pack.version },
  };
}
