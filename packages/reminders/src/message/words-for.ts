import { today } from '@samenwerkt/calendar';
import { type ReminderFacts } from './facts.js';
import { CALLED_OFF, MOVED } from './news-words.js';
import { NOTICES, OTHER_NOTICE } from './notice-words.js';
import { OTHER_REMINDER, REMINDERS } from './standard-words.js';
import { type Words } from './words.js';

/** Subject and body in the recipient's language, placeholders still in them. The pack's own words go first. */
export function wordsFor(facts: ReminderFacts): { subject: string; body: string } {
  const { language } = facts.recipient;
  if (facts.news === 'calledOff') return { subject: CALLED_OFF.subject[language], body: CALLED_OFF.body[language] };
  const standard = standardWords(facts);
  const own = (part: 'onderwerp' | 'tekst') => {
    const text = facts.texts?.[`herinnering.${facts.kind}${isLate(facts) ? 'TeLaat' : ''}.${part}`]?.[language];
    return text?.trim() ? text : undefined;
  };
  const subject = own('onderwerp') ?? standard.subject[language];
  const body = own('tekst') ?? standard.body[language];
  if (facts.news === 'moved')
    return { subject: `${MOVED.subject[language]} ${subject}`, body: `${MOVED.body[language]}\n\n${body}` };
  return { subject, body };
}

/**
 * Whether the date has passed on the day the message goes out. Not the step decides: a first reminder that was held up
 * for a week must not ask for something before a date that is gone, and an escalation may come before it.
 */
export function isLate({ dueOn, goesOutAt }: ReminderFacts): boolean {
  return dueOn !== undefined && today(goesOutAt) > dueOn;
}

function standardWords(facts: ReminderFacts): Words {
  if (facts.dueOn === undefined) return NOTICES.get(facts.kind) ?? OTHER_NOTICE;
  const { ahead, late } = REMINDERS.get(facts.kind) ?? OTHER_REMINDER;
  return isLate(facts) ? late : ahead;
}
