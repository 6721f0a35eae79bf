import { REMINDER_STATES } from '@samenwerkt/ledger';
import { bilingual, date, flag, list, object, parameterReading, ref, text, whole, type Schema } from './schemas.js';

const id: Schema = { type: 'string', format: 'uuid' };
const instant: Schema = { type: 'string', format: 'date-time' };
const orNull = (schema: Schema): Schema => ({ oneOf: [schema, { type: 'null' }] });
const oneOf = (...words: readonly string[]): Schema => ({ type: 'string', enum: [...words] });
const page = (items: Schema): Schema => object({ items: list(items), nextCursor: orNull(text) });

const state = oneOf(...REMINDER_STATES);
const act = oneOf('retry', 'skip', 'reschedule');

const line = {
  id,
  state: object({ id: state, title: text }),
  kind: text,
  occurrence: text,
  step: { ...whole, description: '0 is de herinnering zelf, 1 en hoger de escalaties' },
  revision: { ...whole, description: 'Welke wijziging van de datum; 0 zolang niemand eerder bericht kreeg' },
  purpose: {
    ...oneOf('ask', 'moved', 'calledOff'),
    description: 'Vraagt iets; of zegt wie eerder bericht kreeg dat de datum is gewijzigd, of dat het vervalt',
  },
  recipient: object({ id: text, title: text }),
  dueOn: date,
  dueAt: instant,
  nextTryAt: orNull(instant),
  attempts: whole,
  sentAt: orNull(instant),
  lastError: orNull(text),
  partnership: orNull(object({ id, title: text })),
  subject: { ...text, description: 'Titel van het partnerschap; zonder partnerschap de naam van het regelpakket' },
  updatedAt: instant,
};

const actorName: Schema = { ...orNull(text), description: 'Naam bij actor; null voor een programma' };
const acts = list(
  object({ id, act, actor: text, actorName, reason: text, was: object({ state, dueAt: instant }), at: instant }),
);

const why = object({
  text,
  event: orNull(object({ id: text, title: text, sequence: whole })),
  cadence: orNull(object({ id: text, title: text })),
  anchor: orNull(date),
  parameters: list(parameterReading),
  missing: list(text),
  pack: orNull(object({ name: text, version: text, digest: text })),
});

const attempt = object({
  number: whole,
  worker: text,
  startedAt: instant,
  finishedAt: orNull(instant),
  outcome: oneOf('sending', 'sent', 'failed', 'lost'),
  mayHaveArrived: { ...flag, description: 'Niemand weet of het bericht is aangekomen' },
  channel: orNull(text),
  reference: orNull(text),
  error: orNull(text),
});

const reconciliation = object({ offered: whole, requeued: whole, planned: whole });

const dispatcher = object(
  {
    worker: text,
    queue: text,
    trouble: { ...bilingual, description: 'Waarom de wachtrij niet te vertrouwen is; ontbreekt als zij dat is' },
    scans: { ...flag, description: 'Of dit proces degene is die controleert' },
    lastScanAt: orNull(instant),
    lastReconciliation: orNull(reconciliation),
    late: object({ count: whole, seconds: { type: 'number' } }),
    depth: orNull(object({ waiting: whole, delayed: whole })),
    delivered: { ...whole, description: 'Sinds dit proces begon' },
    failed: whole,
    lastFailure: orNull(text),
  },
  ['trouble'],
);

const token = { id, label: text, createdAt: instant, revokedAt: orNull(instant), lastUsedAt: orNull(instant) };
const address = { name: text, email: text, language: oneOf('nl', 'en') };
const mail = { id: text, messageId: text, at: instant, to: text, subject: text };

/** What the resources about reminders, calendars and written mail answer. */
export const REMINDER_SCHEMAS: Readonly<Record<string, Schema>> = {
  ReminderLine: object(line),
  Reminders: page(ref('ReminderLine')),
  Reminder: object({
    ...line,
    title: text,
    why,
    claim: orNull(object({ worker: text, until: instant })),
    closedBy: orNull(whole),
    createdAt: instant,
    possible: list(act),
    tried: list(attempt),
    acts,
  }),
  ReminderCount: object({
    count: whole,
    countedTo: { ...whole, description: 'Zover wordt geteld: dit getal betekent zoveel of meer' },
  }),
  PartnershipReminders: page(object({ ...line, acts })),
  ReminderPreview: object({
    to: text,
    email: orNull(text),
    language: oneOf('nl', 'en'),
    goesOutAt: instant,
    subject: text,
    text,
    html: text,
  }),
  ReminderActs: object({
    dryRun: flag,
    act,
    at: { ...instant, description: 'Wanneer gekeken is; geef het bij het uitvoeren als unchangedSince' },
    selected: whole,
    done: { ...whole, description: 'Hoeveel het deden, of met dryRun zouden doen' },
    refusedCount: whole,
    refused: list(object({ id, code: text, reason: text })),
  }),
  ReminderHealth: object({
    counts: object(Object.fromEntries(REMINDER_STATES.map((name) => [name, whole]))),
    countedTo: whole,
    late: object({ count: whole, since: orNull(instant), lagSeconds: whole }),
    maybeTwice: {
      ...whole,
      description: 'Hoogstens zoveel berichten kwamen een keer extra aan, onder hetzelfde bericht-id',
    },
    dispatcher: orNull(dispatcher),
    board: {
      ...orNull(text),
      description: 'Waar de ruwe wachtrij te zien is voor wie de installatie beheert; null zonder Redis',
    },
  }),
  Reconciliation: reconciliation,
  CalendarToken: object(token),
  CalendarTokens: page(ref('CalendarToken')),
  NewCalendarToken: object({ ...token, token: text }),
  Address: object(address),
  Addresses: object({
    items: list(ref('Address')),
    missing: list(object({ name: text, namedBy: oneOf('reminders', 'partnerships'), instead: orNull(text) })),
  }),
  OutboxMails: page(object(mail)),
  OutboxMail: object({ ...mail, text, cut: flag }),
};
