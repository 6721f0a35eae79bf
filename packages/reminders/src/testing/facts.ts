import { type ReminderFacts } from '../message/facts.js';

/** Facts about a partnership. */
type OfPartnership = ReminderFacts & Required<Pick<ReminderFacts, 'partnership'>>;

/** The reminder of a conversation that is due at the end of September, two weeks before that. */
export const conversation: OfPartnership = {
  id: '01998f2a-0000-7000-8000-000000000001',
  messageId: '<01998f2a-0000-7000-8000-000000000001.0@samenwerkt.example>',
  kind: 'gesprek',
  occurrence: '2026-3m-3',
  step: 0,
  dueOn: '2026-09-30',
  goesOutAt: '2026-09-16T07:00:00.000Z',
  partnership: {
    id: '01998f2a-0000-7000-8000-00000000000a',
    title: 'Groenonderhoud Noord',
    kenmerk: 'MWD-2024-001',
    opdrachtnemer: 'Van Benthem & Keulen',
    coordinator: 'Anneke de Vries',
  },
  recipient: { name: 'Anneke de Vries', role: 'coordinator', email: 'a.devries@gemeente.example', language: 'nl' },
  organisation: 'Gemeente Voorbeeld',
  link: 'https://samenwerkt.example/partnerships/01998f2a-0000-7000-8000-00000000000a',
  why: {
    title: { nl: 'Voortgangsgesprek', en: 'Progress conversation' },
    readings: [{ name: 'gespreksfrequentieMaanden', value: '3 maanden', source: 'Handreiking 2019, p. 20' }],
    pack: { name: 'basis', version: '1.1.0' },
  },
};

/** The same facts with some of them different. */
export function facts(changes: Partial<ReminderFacts> = {}): ReminderFacts {
  return { ...conversation, ...changes };
}

/** The same facts for a recipient who reads English. */
export function inEnglish(changes: Partial<ReminderFacts> = {}): ReminderFacts {
  return facts({ recipient: { ...conversation.recipient, language: 'en' }, ...changes });
}
