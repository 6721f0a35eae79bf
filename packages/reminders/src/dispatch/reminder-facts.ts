import { today } from '@samenwerkt/calendar';
import {
  agendaFor,
  cadenceOf,
  CONVERSATION_EVENT,
  type PackRef,
  type Partnership,
  type Policy,
  type Text,
} from '@samenwerkt/engine';
import { PackUnavailable, type Ledger, type ReminderDossier, type ReminderWhy } from '@samenwerkt/ledger';
import { agendaLines } from '../message/agenda-lines.js';
import { type Recipient, type ReminderFacts } from '../message/facts.js';
import { reasonOf } from './reason.js';
import { recipientOf } from './recipient.js';

/** What a message says of the place it comes from. */
export interface Sender {
  /** Name of this installation in message ids: `samenwerkt.gemeente.nl`. */
  readonly host: string;
  /** Address of a partnership's page. */
  readonly pageOf: (partnership: string) => string;
  /** Address of a version of a rule pack. */
  readonly packPageOf: (pack: Pick<PackRef, 'name' | 'version'>) => string;
}

/** A reminder of which the message is wanted. */
export interface ReminderToTell {
  readonly organisation: string;
  readonly organisationName: string;
  readonly reminder: Pick<
    ReminderDossier['reminder'],
    'id' | 'partnershipId' | 'kind' | 'occurrence' | 'step' | 'revision' | 'purpose' | 'dueOn' | 'dueAt' | 'recipient'
  >;
  readonly why: ReminderWhy;
  /** Instant (ISO, UTC) at which it goes out: now, or when it went. */
  readonly at: string;
}

/**
 * Everything a message is made of, as it stands now: who is coordinator today, and where their mail goes today. The one
 * way to it: what is sent and what is shown beforehand are the same message.
 * @throws NotFound, PartnershipQuarantined, PackUnavailable
 */
export async function reminderFacts(told: ReminderToTell, ledger: Ledger, sender: Sender): Promise<ReminderFacts> {
  const { organisation, reminder, why, at } = told;
  const { id, kind, occurrence, revision, purpose, dueOn, dueAt } = reminder;
  const stored = { partnership: await partnershipOf(told, ledger), to: reminder.recipient };
  const { partnership, to } = await ledger.subjects.shown(organisation, stored, 'nl');
  const pack = why.pack ?? partnership?.pack;
  if (!pack) throw new PackUnavailable(kind, occurrence);
  const policy = await ledger.shelf.policy(organisation, pack);
  const recipient = recipientOf(to, partnership, await ledger.addresses.list(organisation));
  const goesOutAt = today(at) > today(dueAt) ? at : dueAt; // on its own day every try says the same, to the letter
  const agenda =
    partnership && purpose !== 'calledOff' && agendaOf(why.cadence, partnership, policy, goesOutAt, recipient);
  return {
    id,
    messageId: `<${id}@${sender.host}>`,
    kind,
    occurrence,
    step: stepOf(told),
    revision,
    ...(purpose !== 'ask' && { news: purpose }),
    ...(isDated(why) && { dueOn }),
    goesOutAt,
    ...(partnership && { partnership: subjectOf(partnership) }),
    recipient,
    organisation: told.organisationName,
    link: partnership ? sender.pageOf(partnership.id) : sender.packPageOf(pack),
    why: reasonOf(why, kind, pack, recipient.language),
    texts: textsOf(policy),
    ...(agenda && { agenda }),
  };
}

/** Only what asks for something is a step of a series; otherwise the number tells recipients apart. */
function stepOf({ reminder: { step, purpose }, why }: ReminderToTell): number {
  return why.cadence === undefined || purpose !== 'ask' ? 0 : step;
}

/** What it is about, unless that is a rule pack. */
async function partnershipOf(
  { organisation, reminder: { partnershipId } }: ReminderToTell,
  { partnerships }: Ledger,
): Promise<Partnership | undefined> {
  return partnershipId === null ? undefined : (await partnerships.get(organisation, partnershipId)).partnership;
}

/** Whether it is about a date, and does not only tell of an event. */
function isDated({ cadence, packStep }: ReminderWhy): boolean {
  return cadence !== undefined || packStep !== undefined;
}

/** A partnership as a message tells of it. */
function subjectOf({ id, contract, opdrachtnemer, coordinator }: Partnership): ReminderFacts['partnership'] {
  return {
    id,
    title: contract.titel,
    kenmerk: contract.kenmerk,
    ...(opdrachtnemer !== undefined && { opdrachtnemer }),
    ...(coordinator !== undefined && { coordinator }),
  };
}

/** What to talk about, when it is a conversation. What stands in the way inside the organisation is not the supplier's. */
function agendaOf(
  cadence: string | undefined,
  partnership: Partnership,
  policy: Policy,
  at: string,
  { role, language }: Recipient,
): string[] | undefined {
  const entry = cadenceOf(policy).find(({ id }) => id === cadence);
  if (!entry?.doneBy.includes(CONVERSATION_EVENT) || role === 'opdrachtnemer') return undefined;
  return agendaLines(agendaFor(partnership, policy, at), language);
}

/** The pack's own words; a pack that is read by an older engine has none. */
function textsOf({ pack }: Policy): Record<string, Text> {
  const texts: unknown = 'texts' in pack ? pack.texts : undefined;
  return texts instanceof Map ? (Object.fromEntries(texts) as Record<string, Text>) : {};
}
