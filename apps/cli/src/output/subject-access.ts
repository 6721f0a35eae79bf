import { ERASED, type SubjectAccess } from '@samenwerkt/ledger';
import { eventTitle } from '@samenwerkt/engine';
import { type Language } from '../workplace.js';

const WORDS = {
  nl: {
    since: 'voor het eerst genoemd op',
    mentions: 'Genoemd in',
    reminders: 'Herinneringen',
    evidence: 'Bewijs gezien',
    addresses: 'Adresboek',
    accounts: 'Accounts',
    none: 'niets',
  },
  en: {
    since: 'first named on',
    mentions: 'Named in',
    reminders: 'Reminders',
    evidence: 'Evidence seen',
    addresses: 'Address book',
    accounts: 'Accounts',
    none: 'nothing',
  },
} as const;

/** What is on record of somebody, for a person to read. */
export function accessLines({ subject, ...rest }: SubjectAccess, language: Language): string[] {
  const words = WORDS[language];
  const mentions = rest.mentions.map(
    ({ at, title, lifecycle, event, sequence, fields }) =>
      `${at.slice(0, 10)}  ${title}: ${eventTitle(lifecycle, event)[language]} (${sequence}), ${fields.join(', ')}`,
  );
  const reminders = rest.reminders.map(({ dueAt, kind, state }) => `${dueAt.slice(0, 10)}  ${kind}, ${state}`);
  const evidence = rest.evidence.map(
    ({ seenOn, title, kind, sequence }) => `${seenOn}  ${title}: ${kind} (${sequence})`,
  );
  const addresses = rest.addresses.map(({ name, email }) => `${name}  ${email}`);
  const accounts = rest.accounts.map(({ email, state, roles }) => `${email}  ${state}, ${roles.join(', ')}`);
  return [
    `${subject.name ?? ERASED[language]}  (${subject.id}), ${words.since} ${subject.createdAt.slice(0, 10)}`,
    ...under(words.mentions, mentions),
    ...under(words.reminders, reminders),
    ...under(words.evidence, evidence),
    ...under(words.addresses, addresses),
    ...under(words.accounts, accounts),
  ];

  function under(heading: string, lines: readonly string[]): string[] {
    return [`${heading}:`, ...(lines.length === 0 ? [words.none] : lines).map((line) => `  ${line}`)];
  }
}
