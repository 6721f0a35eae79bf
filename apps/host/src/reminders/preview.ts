import { type Ledger } from '@samenwerkt/ledger';
import { compose, factsOf } from '@samenwerkt/reminders';
import { type Language } from '../http/language.js';

/** Which message, for whom to read. */
interface Asked {
  readonly organisation: string;
  readonly id: string;
  readonly language: Language;
  /** Scheme, host and port of this program. */
  readonly site: string;
}

/**
 * The message of a reminder as it would be made now; one that went out, as it was made on its day.
 * @throws NotFound, PartnershipQuarantined
 */
export async function previewOf(ledger: Ledger, { organisation, id, language, site }: Asked) {
  const { reminder, title, why } = await ledger.reminders.get(organisation, id);
  const { partnership } = await ledger.partnerships.get(organisation, reminder.partnershipId);
  const name = await ledger.moments.organisationName(organisation);
  const now = ledger.clock();
  const goesOutAt = reminder.sentAt ?? (now > reminder.dueAt ? now : reminder.dueAt);
  const facts = factsOf({ reminder, title, why, partnership, organisation: name, goesOutAt, site, language });
  const { to, subject, text, html } = compose(facts);
  return { to: to.name, email: to.email ?? null, language, goesOutAt, subject, text, html };
}
