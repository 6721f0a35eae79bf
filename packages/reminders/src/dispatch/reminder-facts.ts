import { today } from '@samenwerkt/calendar';
import { type Policy, type Text } from '@samenwerkt/engine';
import { type Claimed, type Ledger } from '@samenwerkt/ledger';
import { type ReminderFacts } from '../message/facts.js';
import { reasonOf, type PlannedReason } from './reason.js';
import { recipientOf } from './recipient.js';

/** What a message says of the place it comes from. */
export interface Sender {
  /** Name of this installation in message ids: `samenwerkt.gemeente.nl`. */
  readonly host: string;
  /** Address of a partnership's page. */
  readonly pageOf: (partnership: string) => string;
}

/**
 * Everything a message is made of, as it stands now: who is coordinator today, and where their mail goes today.
 * @throws NotFound, PartnershipQuarantined, PackUnavailable
 */
export async function reminderFacts(claim: Claimed, ledger: Ledger, { host, pageOf }: Sender): Promise<ReminderFacts> {
  const { id, organisationId, partnershipId, kind, occurrence, step, dueOn, dueAt } = claim.reminder;
  const why = claim.why as PlannedReason;
  const { partnership: stored } = await ledger.partnerships.get(organisationId, partnershipId);
  const told = { partnership: stored, to: claim.reminder.recipient };
  const { partnership, to } = await ledger.subjects.shown(organisationId, told, 'nl');
  const policy = await ledger.shelf.policy(organisationId, why.pack ?? partnership.pack);
  const recipient = recipientOf(to, partnership, await ledger.addresses.list(organisationId));
  const { contract, opdrachtnemer, coordinator, pack } = partnership;
  return {
    id,
    messageId: `<${id}@${host}>`,
    kind,
    occurrence,
    step: why.cadence === undefined ? 0 : step,
    ...(why.cadence !== undefined && { dueOn }),
    goesOutAt: goesOutAt(dueAt, ledger.clock()),
    partnership: {
      id: partnershipId,
      title: contract.titel,
      kenmerk: contract.kenmerk,
      ...(opdrachtnemer !== undefined && { opdrachtnemer }),
      ...(coordinator !== undefined && { coordinator }),
    },
    recipient,
    organisation: claim.organisationName,
    link: pageOf(partnershipId),
    why: reasonOf(why, kind, pack, recipient.language),
    texts: textsOf(policy),
  };
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
