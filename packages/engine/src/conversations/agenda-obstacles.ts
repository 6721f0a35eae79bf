import { money, obligations } from '@samenwerkt/rule-pack';
import { factsOf } from '../facts.js';
import { options } from '../options.js';
import { ROLES } from '../roles.js';
import { type AgendaBasis, type AgendaPoint } from './agenda.js';

/** Events that end the partnership: what stands in their way is only of interest when its end is near. */
const ENDING: readonly string[] = ['afronden', 'beeindigen'];

/** That there is nobody to take over from the coordinator. */
export function backupPoints({ partnership: { coordinator, backup } }: AgendaBasis): AgendaPoint[] {
  if (coordinator === undefined || (backup !== undefined && backup !== coordinator)) return [];
  return [
    {
      kind: 'backup',
      id: 'backup',
      title: { nl: 'Wie is de back-up van de coördinator?', en: 'Who is the back-up of the coordinator?' },
      reason: {
        nl: 'Er is geen back-up vastgelegd; zonder haar valt het stil als de coördinator wegvalt.',
        en: 'No back-up is on record; without one it comes to a stop when the coordinator drops out.',
      },
      source: {
        title: 'Handreiking Partnerships voor meer banen (2020)',
        document: '001_6c3f9123756a8f34.txt',
        page: 'p. 10, stap 1b',
      },
    },
  ];
}

/** What stands in the way of a next step, whoever would take it, once for each rule. */
export function blockingPoints({ partnership, policy, now, horizon }: AgendaBasis): AgendaPoint[] {
  const nearEnd = partnership.contract.einde !== undefined && partnership.contract.einde <= horizon;
  const everybody = { id: 'agenda', roles: ROLES };
  const found = new Map<string, AgendaPoint>();
  for (const { event, title, reasons } of options(partnership, policy, everybody, now)) {
    if (ENDING.includes(event) && !nearEnd) continue;
    for (const { severity, canBeGivenWithEvent, id, message, source, ...reason } of reasons) {
      if (severity !== 'block' || canBeGivenWithEvent || found.has(id)) continue;
      found.set(id, {
        kind: 'belemmering',
        id,
        title: reason.title,
        reason: {
          nl: `Staat "${title.nl}" in de weg: ${message.nl}`,
          en: `Stands in the way of "${title.en}": ${message.en}`,
        },
        source,
      });
    }
  }
  return [...found.values()];
}

/** What is owed under the pack, as far as it can be worked out. */
export function owedPoints({ partnership, policy, on }: AgendaBasis): AgendaPoint[] {
  const figures = obligations(policy.pack, factsOf(partnership, partnership.dossier, on), on);
  return figures.flatMap(({ id, title, due, outcome }) => {
    if (due !== 'yes' || outcome.kind !== 'amount') return [];
    const amount = money(outcome.amount);
    return [
      {
        kind: 'verplichting' as const,
        id,
        title,
        reason: {
          nl: `Verplicht over het contract: ${amount.nl}. Hoeveel is er gerealiseerd, en wat staat nog open?`,
          en: `Owed over the contract: ${amount.en}. How much has been realised, and what is still open?`,
        },
      },
    ];
  });
}
