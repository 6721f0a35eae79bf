import { type StateInfo } from '../model.js';
import { handreiking2020 } from '../shared/sources.js';
import { records } from './records.js';

const phase = 'voorbereiding';

/** Step 1: plan and support. */
export const preparationStates: readonly StateInfo[] = [
  {
    id: 'principebesluit',
    step: '1a',
    phase,
    title: { nl: 'Principebesluit', en: 'Decision in principle' },
    result: {
      nl: 'Het bevoegd gezag heeft besloten, met een korte notitie over aanleiding en doel; geld of structuur hoeft nog niet geregeld te zijn.',
      en: 'The competent body has decided, on a short note with occasion and goal; money and structure need not be settled yet.',
    },
    source: handreiking2020('p. 9', '1a'),
    record: records.principebesluit,
    final: false,
  },
  {
    id: 'werkgroep',
    step: '1b',
    phase,
    title: { nl: 'Werkgroep', en: 'Working group' },
    result: {
      nl: 'Een werkgroep met één coördinator, een back-up en leden namens inkoop, HR, contractbeheer en de interne opdrachtgever.',
      en: 'A working group with one coordinator, a back-up and members for procurement, HR, contract management and the internal client.',
    },
    source: handreiking2020('p. 10', '1b'),
    record: records.werkgroep,
    final: false,
  },
  {
    id: 'doelstellingen',
    step: '1c',
    phase,
    title: { nl: 'Doelstellingen', en: 'Goals' },
    result: {
      nl: 'De doelen waarover de werkgroep het eens is, en op welke doelgroep ze zich richt.',
      en: 'The goals the working group agrees on, and the target group it aims at.',
    },
    source: handreiking2020('p. 10-11', '1c'),
    record: records.doelstellingen,
    final: false,
  },
  {
    id: 'actieplan',
    step: '1d',
    phase,
    title: { nl: 'Actieplan', en: 'Action plan' },
    result: {
      nl: 'Een actieplan in vijf delen: doel en besluit, taakverdeling, acties met eigenaar en deadline, overleg en externe partijen.',
      en: 'An action plan in five parts: goal and decision, division of tasks, actions with owner and deadline, meetings and external parties.',
    },
    source: handreiking2020('p. 11', '1d'),
    record: records.actieplan,
    final: false,
  },
  {
    id: 'draagvlak',
    step: '1e',
    phase,
    title: { nl: 'Draagvlak en route', en: 'Support and route' },
    result: {
      nl: 'Een ambassadeur, betrokken stakeholders en de gekozen route: een aanbesteding, een bestaande overeenkomst of beide.',
      en: 'An ambassador, stakeholders who are involved, and the chosen route: a tender, an existing agreement or both.',
    },
    source: handreiking2020('p. 12-13', '1e'),
    record: records.draagvlak,
    final: false,
  },
];
