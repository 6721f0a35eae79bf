import { today } from '@samenwerkt/calendar';
import { type PackRef, type Partnership, type Policy, type Text } from '@samenwerkt/engine';
import { PackUnavailable, type Claimed, type Ledger } from '@samenwerkt/ledger';
import { isDated, subjectOf } from '../message/facts-of.js';
import { type ReminderFacts } from '../message/facts.js';
import { reasonOf, type PlannedReason } from './reason.js';
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

/**
 * Everything a message is made of, as it stands now: who is coordinator today, and where their mail goes today.
 * @throws NotFound, PartnershipQuarantined, PackUnavailable
 */
export async function reminderFacts(claim: Claimed, ledger: Ledger, sender: Sender): Promise<ReminderFacts> {
  const { id, organisationId, kind, occurrence, step, dueOn, dueAt } = claim.reminder;
  const why = claim.why as PlannedReason;
  const partnership = await partnershipOf(claim, ledger);
  const pack = why.pack ?? partnership?.pack;
  if (!pack) throw new PackUnavailable(kind, occurrence);
  const policy = await ledger.shelf.policy(organisationId, pack);
  const recipient = recipientOf(claim.reminder.recipient, partnership, await ledger.addresses.list(organisationId));
  return {
    id,
    messageId: `<${id}@${sender.host}>`,
    kind,
    occurrence,
    step: why.cadence === undefined ? 0 : step,
    ...(isDated(why) && { dueOn }),
    goesOutAt: goesOutAt(dueAt, ledger.clock()),
    ...(partnership && { partnership: subjectOf(partnership) }),
    recipient,
    organisation: claim.organisationName,
    link: partnership ? sender.pageOf(partnership.id) : sender.packPageOf(pack),
    why: reasonOf(why, kind, pack, recipient.language),
    texts: textsOf(policy),
  };
}

/** What it is about, unless that is a rule pack. */
async function partnershipOf({ reminder }: Claimed, { partnerships }: Ledger): Promise<Partnership | undefined> {
  const { organisationId, partnershipId } = reminder;
  return partnershipId === null ? undefined : (await partnerships.get(organisationId, partnershipId)).partnership;
}

/** On its own day every try says the same, to the letter; a later day is another day to the reader as well. */
function goesOutAt(dueAt: string, now: string): string {
  return today(now) > today(dueAt) ? now : dueAt;
}

/** The pack's own words; a pack that is read by an older engine has none. */
function textsOf({ pack }: Policy): Record<string, Text> {
  const texts: unknown = 'texts' in pack ? pack.texts : undefined;
  return texts instanceof Map ? (Object.fromEntries(texts) as Record<string, Text>) : {};
}
