import { type Ledger } from '@samenwerkt/ledger';
import { compose, factsOf } from '@samenwerkt/reminders';
import { type Language } from '../http/language.js';
import { type PageOf } from '../http/site.js';

/** Which message, for whom to read. */
interface Asked {
  readonly organisation: string;
  readonly id: string;
  readonly language: Language;
  readonly pageOf: PageOf;
}

/**
 * The message of a reminder as it would be made now; one that went out, as it was made on its day.
 * @throws NotFound, PartnershipQuarantined
 */
export async function previewOf(ledger: Ledger, { organisation, id, language, pageOf }: Asked) {
  const { reminder: stored, title, why } = await ledger.reminders.get(organisation, id);
  const found = await ledger.partnerships.get(organisation, stored.partnershipId);
  const about = { reminder: stored, partnership: found.partnership };
  const { reminder, partnership } = await ledger.subjects.shown(organisation, about, language);
  const name = await ledger.moments.organisationName(organisation);
  const now = ledger.clock();
  const goesOutAt = reminder.sentAt ?? (now > reminder.dueAt ? now : reminder.dueAt);
  const link = pageOf(reminder.partnershipId);
  const facts = factsOf({ reminder, title, why, partnership, organisation: name, goesOutAt, link, language });
  const { to, subject, text, html } = compose(facts);
  return { to: to.name, email: to.email ?? null, language, goesOutAt, subject, text, html };
}
