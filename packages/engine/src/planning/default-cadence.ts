import { type CadenceEntry, type Source } from '@samenwerkt/rule-pack';

function requirement(page: string): Source {
  return { title: 'Handreiking Partnership en inkoopkracht (2019)', document: '002_4864943f1a9f0d2c.txt', page };
}

const usual = { workday: 'geen', at: '09:00', to: 'coordinator', escalation: [] } as const;

/**
 * What is planned for a pack that has no cadence of its own, as far as it has the parameters: a conversation in every
 * period of the calendar year and a yearly statement. Packs had only these before they could say what is planned, and
 * partnerships keep the pack they pinned.
 */
export const DEFAULT_CADENCE: readonly CadenceEntry[] = [
  {
    ...usual,
    id: 'gesprek',
    title: { nl: 'Voortgangsgesprek', en: 'Progress conversation' },
    moment: { kind: 'terugkerend', every: 'gespreksfrequentieMaanden', anchor: 'kalender' },
    doneBy: ['gesprekVastleggen'],
    source: requirement('p. 20, model A eis 3.1'),
  },
  {
    ...usual,
    id: 'jaaropgave',
    title: { nl: 'Jaaropgave', en: 'Yearly statement' },
    moment: { kind: 'jaarlijks', within: 'jaaropgaveTermijnMaanden' },
    doneBy: ['jaaropgaveOntvangen'],
    source: requirement('p. 20, model A eis 3.2'),
  },
];
