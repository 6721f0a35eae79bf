import { latest } from '../dossier.js';
import { eventTitle } from '../event-title.js';
import { type Plan } from '../planning/model.js';
import { plans } from '../planning/planned-timers.js';
import { CONVERSATION_EVENT, dayIn } from '../series.js';
import { type AgendaBasis, type AgendaPoint } from './agenda.js';

/** Kinds of moments that have points of their own, or that are no matter for the two parties. */
const ELSEWHERE: readonly string[] = ['voorContracteinde', 'zonderBackup', 'stilstand'];

/** Reports, statements and evaluations that are asked and not there, earliest first. The conversation itself is not one. */
export function plannedPoints({ partnership, policy, on, horizon }: AgendaBasis): AgendaPoint[] {
  return plans(partnership, policy)
    .filter(({ entry, dueOn }) => !ELSEWHERE.includes(entry.moment.kind) && dueOn <= horizon)
    .filter(({ entry }) => !entry.doneBy.includes(CONVERSATION_EVENT))
    .sort((one, other) => (one.dueOn < other.dueOn ? -1 : one.dueOn > other.dueOn ? 1 : 0))
    .map((plan) => planned(plan, 'ontbreekt', on));
}

/** The end of the contract, when the pack asks attention for it or it is near. */
export function contractPoints({ partnership, policy, on, horizon }: AgendaBasis): AgendaPoint[] {
  const asked = plans(partnership, policy)
    .filter(({ entry, dueOn }) => entry.moment.kind === 'voorContracteinde' && dueOn <= horizon)
    .map((plan) => planned(plan, 'contract', on));
  const { einde, verlenging } = partnership.contract;
  if (einde === undefined || einde > horizon) return asked;
  return [
    ...asked,
    {
      kind: 'contract',
      id: `einde-${einde}`,
      title: { nl: `Het contract loopt tot en met ${einde}`, en: `The contract runs until ${einde} inclusive` },
      reason:
        verlenging === undefined
          ? { nl: 'Wat gebeurt er daarna met de banen?', en: 'What becomes of the jobs afterwards?' }
          : { nl: `Verlenging volgens het contract: ${verlenging}.`, en: `Extension by the contract: ${verlenging}.` },
      dueOn: einde,
    },
  ];
}

function planned({ entry, occurrence, dueOn }: Plan, kind: AgendaPoint['kind'], on: string): AgendaPoint {
  const late = dueOn < on;
  return {
    kind,
    id: `${entry.id} ${occurrence}`,
    title: entry.title,
    reason: {
      nl: late ? `Had er op ${dueOn} moeten zijn en is niet vastgelegd.` : `Wordt uiterlijk ${dueOn} gevraagd.`,
      en: late ? `Should have been there on ${dueOn} and is not on record.` : `Is asked by ${dueOn}.`,
    },
    ...(entry.source && { source: entry.source }),
    dueOn,
    owner: entry.to,
  };
}

/** What is recorded beside conversations, by the series in which it is kept. */
const NEWS: Readonly<Record<string, string>> = {
  rapportages: 'rapportageOntvangen',
  jaaropgaven: 'jaaropgaveOntvangen',
  evaluaties: 'evaluatieVastleggen',
  wijzigingen: 'contractWijzigen',
  verlengingen: 'contractVerlengen',
};

/** The latest of what was recorded since the day of the last conversation; everything when there was none. */
export function newsPoints({ partnership }: AgendaBasis): AgendaPoint[] {
  const { dossier, lifecycle } = partnership;
  const last = latest(dossier, 'monitoring', 'gesprekken');
  const since = last && dayIn(CONVERSATION_EVENT, last);
  return Object.entries(NEWS).flatMap(([series, event]) => {
    const entry = latest(dossier, 'monitoring', series);
    const day = entry && dayIn(event, entry);
    if (!day || (since !== undefined && day < since)) return [];
    return [
      {
        kind: 'sindsVorigGesprek' as const,
        id: `${event} ${day}`,
        title: eventTitle(lifecycle.id, event),
        reason: {
          nl: since === undefined ? `Vastgelegd op ${day}.` : `Van ${day}, sinds het gesprek van ${since}.`,
          en: since === undefined ? `Recorded for ${day}.` : `Of ${day}, since the conversation of ${since}.`,
        },
      },
    ];
  });
}
