import { PackUnavailable, type Ledger } from '@samenwerkt/ledger';
import { compose, factsOf } from '@samenwerkt/reminders';
import { type Language } from '../http/language.js';
import { type PackPageOf, type PageOf } from '../http/site.js';

/** Which message, for whom to read. */
interface Asked {
  readonly organisation: string;
  readonly id: string;
  readonly language: Language;
  readonly pageOf: PageOf;
  readonly packPageOf: PackPageOf;
}

/**
 * The message of a reminder as it would be made now; one that went out, as it was made on its day.
 * @throws NotFound, PartnershipQuarantined
 */
export async function previewOf(ledger: Ledger, { organisation, id, language, ...pages }: Asked) {
  const { reminder, title, why } = await ledger.reminders.get(organisation, id);
  const { partnershipId } = reminder;
  const partnership =
    partnershipId === null ? undefined : (await ledger.partnerships.get(organisation, partnershipId)).partnership;
  const pack = why.pack ?? partnership?.pack;
  if (!pack) throw new PackUnavailable(reminder.kind, reminder.occurrence);
  const name = await ledger.moments.organisationName(organisation);
  const now = ledger.clock();
  const goesOutAt = reminder.sentAt ?? (now > reminder.dueAt ? now : reminder.dueAt);
  const link = partnership ? pages.pageOf(partnership.id) : pages.packPageOf(pack);
  const about = { reminder, title, why, pack, ...(partnership && { partnership }) };
  const facts = factsOf({ ...about, organisation: name, goesOutAt, link, language });
  const { to, subject, text, html } = compose(facts);
  return { to: to.name, email: to.email ?? null, language, goesOutAt, subject, text, html };
}
