import { type Ledger } from '@samenwerkt/ledger';
import { compose, reminderFacts, type Sender } from '@samenwerkt/reminders';

/**
 * The message of a reminder as it would go out now, to the letter and in the language of whoever receives it; one that
 * went out, as it would be made for the moment at which it went.
 * @throws NotFound, PartnershipQuarantined, PackUnavailable
 */
export async function previewOf(ledger: Ledger, organisation: string, id: string, sender: Sender) {
  const { reminder, why } = await ledger.reminders.get(organisation, id);
  const at = reminder.sentAt ?? ledger.clock();
  const organisationName = await ledger.moments.organisationName(organisation);
  const facts = await reminderFacts({ organisation, organisationName, reminder, why, at }, ledger, sender);
  const { to, subject, text, html, language } = compose(facts);
  return { to: to.name, email: to.email ?? null, language, goesOutAt: facts.goesOutAt, subject, text, html };
}
