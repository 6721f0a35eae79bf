import { flag, free, hash, instant, list, object, orNull, text, whole, type Schema } from './schemas.js';

const entry = object({
  sequence: whole,
  at: instant,
  actor: text,
  actorName: { ...orNull(text), description: 'Naam bij actor; null voor een programma' },
  action: { ...text, description: 'Stabiel; title is de tekst erbij' },
  title: text,
  subject: object({
    kind: text,
    id: text,
    name: { ...orNull(text), description: 'Naam als het over iemand met een account gaat' },
  }),
  reason: orNull(text),
  details: free,
  hash,
});

/** Answers about who did what to the administration. */
export const AUDIT_SCHEMAS: Readonly<Record<'AuditLog' | 'AuditVerification', Schema>> = {
  AuditLog: object({ items: list(entry), nextCursor: orNull(text) }),
  AuditVerification: object({
    intact: flag,
    entries: whole,
    head: hash,
    breaks: list(object({ sequence: whole, kind: { type: 'string', enum: ['changed', 'missing'] }, count: whole })),
  }),
};
