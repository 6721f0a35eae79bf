import { REMINDER_STATES } from '@samenwerkt/ledger';
import { date, id, instant, list, object, orNull, text, whole, type Schema } from './schemas.js';

const mention = object({
  partnership: id,
  title: text,
  sequence: whole,
  event: text,
  eventTitle: text,
  at: instant,
  lifecycle: text,
  fields: list({ ...text, description: 'JSON-pointer in de gegevens van de gebeurtenis' }),
});

const reminder = object({
  id,
  partnership: id,
  kind: text,
  dueAt: instant,
  state: { type: 'string', enum: [...REMINDER_STATES] },
  sentAt: orNull(instant),
});

/** Answers about people whom histories name. */
export const DATA_SUBJECT_SCHEMAS: Readonly<Record<'DataSubjects' | 'SubjectAccess' | 'Erasure', Schema>> = {
  DataSubjects: object({ items: list(object({ id, name: text, createdAt: instant })) }),
  SubjectAccess: object({
    subject: object({ id, name: orNull(text), createdAt: instant }),
    mentions: list(mention),
    reminders: list(reminder),
    evidence: list(object({ partnership: id, title: text, sequence: whole, kind: text, seenOn: date })),
    addresses: list(object({ name: text, email: text })),
    accounts: list(
      object({
        id,
        email: text,
        state: { type: 'string', enum: ['invited', 'active', 'blocked'] },
        roles: list(text),
        createdAt: instant,
      }),
    ),
  }),
  Erasure: object({ id, erasedAt: instant, addresses: whole, accounts: whole }),
};
