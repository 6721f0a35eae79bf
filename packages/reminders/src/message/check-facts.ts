import { type Text } from '@samenwerkt/engine';
import { ReminderFactsInvalid } from '../errors.js';
import { type ReminderFacts } from './facts.js';

/** One address, and nothing that could name a second one or end the header. */
const address = /^[^\s<>()[\]"@,;:\\\p{Cc}]{1,64}@[^\s<>()[\]"@,;:\\\p{Cc}]{1,255}$/u;

/** RFC 5322 without its obsolete forms, short enough to name a file by. */
const messageId = /^<[\w.!#$%&'*+/=?^`{|}~-]+@[\w.-]+>$/;
const longestMessageId = 150;

interface Check {
  readonly field: string;
  readonly isRight: (facts: ReminderFacts) => boolean;
  readonly text: Text;
}

const CHECKS: readonly Check[] = [
  {
    field: 'messageId',
    isRight: (facts) => messageId.test(facts.messageId) && facts.messageId.length <= longestMessageId,
    text: {
      nl: `schrijf het als <id@host>, hooguit ${longestMessageId} tekens.`,
      en: `write it as <id@host>, ${longestMessageId} characters at most.`,
    },
  },
  {
    field: 'recipient.email',
    isRight: ({ recipient }) => recipient.email === undefined || address.test(recipient.email),
    text: {
      nl: 'is geen mailadres; geef er één als naam@gemeente.nl, of laat het weg.',
      en: 'is not a mail address; give one such as name@municipality.nl, or leave it out.',
    },
  },
  {
    field: 'link',
    isRight: ({ link }) => isWebAddress(link),
    text: {
      nl: 'is geen webadres; geef een volledig adres dat met https:// of http:// begint.',
      en: 'is not a web address; give a full address that starts with https:// or http://.',
    },
  },
  {
    field: 'step',
    isRight: ({ step }) => Number.isInteger(step) && step >= 0,
    text: {
      nl: 'is 0 voor de herinnering zelf, 1 en hoger voor een escalatie.',
      en: 'is 0 for the reminder itself, 1 and up for an escalation.',
    },
  },
  {
    field: 'revision',
    isRight: ({ revision = 0 }) => Number.isInteger(revision) && revision >= 0,
    text: { nl: 'is een geheel getal vanaf 0.', en: 'is a whole number from 0.' },
  },
];

/**
 * Refuses facts that would make a message that cannot be sent or that says something else than it should.
 * @throws ReminderFactsInvalid naming the field and how to mend it
 */
export function checkFacts(facts: ReminderFacts): void {
  const failed = CHECKS.find(({ isRight }) => !isRight(facts));
  if (failed) throw new ReminderFactsInvalid(failed);
}

function isWebAddress(link: string): boolean {
  return /^https?:\/\/[^\s\p{Cc}]+$/u.test(link) && URL.canParse(link);
}
