import { type Source, type StateInfo } from '../model.js';
import { NO_FIELDS, type SharedEvent } from './catalogue.js';
import { date, optional, person, text } from './fields.js';
import { ALL_MEMBERS, BOARD } from './roles.js';

/** Events that do not belong to a step: they are possible all along the course of a partnership. */
export const COURSE_EVENTS = {
  dossierAanvullen: {
    title: { nl: 'Dossier aanvullen', en: 'Add to the record' },
    roles: ALL_MEMBERS,
    completes: false,
    fields: NO_FIELDS,
    keeps: { record: '*' },
  },
  opschorten: {
    title: { nl: 'Opschorten', en: 'Suspend' },
    roles: BOARD,
    completes: false,
    fields: {
      reden: text('Reden van opschorten', 'Reason for suspending'),
      verwachteHervatting: optional(date('Verwachte hervatting', 'Expected to resume on')),
    },
    keeps: { record: 'verloop', series: 'opschortingen' },
  },
  hervatten: {
    title: { nl: 'Hervatten', en: 'Resume' },
    roles: BOARD,
    completes: false,
    fields: { toelichting: text('Waarom het weer verder kan', 'Why it can go on again') },
    keeps: { record: 'verloop', series: 'hervattingen' },
  },
  coordinatorOverdragen: {
    title: { nl: 'Coördinatie overdragen', en: 'Hand over coordination' },
    roles: BOARD,
    completes: false,
    fields: {
      coordinator: person('Nieuwe coördinator', 'New coordinator'),
      backup: optional(person('Nieuwe back-up', 'New back-up')),
      reden: text('Reden van overdracht', 'Reason for handing over'),
    },
    keeps: { record: 'verloop', series: 'overdrachten' },
    sets: { coordinator: 'coordinator', backup: 'backup' },
  },
  beeindigen: {
    title: { nl: 'Voortijdig beëindigen', en: 'End early' },
    roles: BOARD,
    completes: false,
    fields: { reden: text('Reden van beëindigen', 'Reason for ending') },
    keeps: { record: 'beeindiging' },
  },
} satisfies Readonly<Record<string, SharedEvent>>;

/** The state of rest between suspending and resuming. */
export function suspended(source: Source): StateInfo {
  return {
    id: 'opgeschort',
    step: '-',
    phase: 'opgeschort',
    title: { nl: 'Opgeschort', en: 'Suspended' },
    result: {
      nl: 'Waarom het partnerschap stillag, en wat er veranderd is waardoor het verder kan.',
      en: 'Why the partnership stood still, and what has changed so that it can go on.',
    },
    source,
    final: false,
  };
}
