import { type Message } from '../message/message.js';

/**
 * What a webhook tells: ids, dates and the role, as JSON. Not in it: names, mail addresses, titles, texts and the agenda.
 * Who needs those fetches them from the link, signed in. The same message always gives the same octets.
 */
export function webhookBody({ messageId, language, about }: Message): string {
  return JSON.stringify({
    version: 1,
    messageId,
    reminderId: about.reminderId,
    kind: about.kind,
    occurrence: about.occurrence,
    step: about.step,
    dueOn: about.dueOn ?? null,
    revision: about.revision,
    news: about.news,
    goesOutAt: about.goesOutAt,
    partnershipId: about.partnershipId,
    kenmerk: about.kenmerk,
    role: about.role,
    language,
    link: about.link,
    rulePack: { name: about.pack.name, version: about.pack.version },
  });
}
