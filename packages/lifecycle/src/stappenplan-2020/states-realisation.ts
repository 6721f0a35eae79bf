import { type Source, type StateInfo, type Text } from '../model.js';
import { handreiking2020 } from '../shared/sources.js';
import { records } from './records.js';

/** Step 3: the jobs. */
export const realisationStates: readonly StateInfo[] = [
  {
    id: 'realisatie.potentieleBanen',
    step: '3a',
    phase: 'realisatie',
    title: { nl: 'Potentiële banen', en: 'Possible jobs' },
    result: {
      nl: 'Hoeveel banen er mogelijk zijn en hoe ze ontstaan: door uitstroom, opleidingsplekken, nieuwe taken of stapelbanen.',
      en: 'How many jobs are possible and how they come about: by turnover, training places, new tasks or stacked jobs.',
    },
    source: handreiking2020('p. 24', '3a'),
    record: records.potentieleBanen,
    final: false,
  },
  {
    id: 'realisatie.besluitvorming',
    step: '3b',
    phase: 'realisatie',
    title: { nl: 'Besluitvorming', en: 'Decision making' },
    result: {
      nl: 'Wat de beslissers hebben besloten over budget, en de toets of het contract niet wezenlijk wijzigt.',
      en: 'What the deciders decided on budget, and the check that the contract is not substantially modified.',
    },
    source: handreiking2020('p. 25', '3b'),
    record: records.besluitvorming,
    final: false,
  },
  {
    id: 'realisatie.rolverdeling',
    step: '3c',
    phase: 'realisatie',
    title: { nl: 'Rolverdeling en eerste plaatsing', en: 'Roles and first placement' },
    result: {
      nl: 'Wie wat doet bij inwerken en begeleiden, en wanneer de eerste medewerker begint.',
      en: 'Who does what in onboarding and guidance, and when the first employee starts.',
    },
    source: handreiking2020('p. 25', '3c'),
    record: records.rolverdeling,
    final: false,
  },
  {
    id: 'monitoring',
    step: '4a-4b',
    phase: 'monitoring',
    title: { nl: 'Monitoring en evaluatie', en: 'Monitoring and evaluation' },
    result: {
      nl: 'Gesprekken, rapportages, jaaropgaven en evaluaties zolang het contract loopt; ten slotte de afronding.',
      en: 'Conversations, reports, yearly statements and evaluations while the contract runs; in the end the completion.',
    },
    source: handreiking2020('p. 26-27', '4a-4b'),
    final: false,
  },
];

/** One part of step 5, still to be done and done. */
function anchoring(key: string, source: Source, open: Text, done: Text, result: Text): readonly StateInfo[] {
  const common = { step: source.step ?? '-', phase: 'monitoring', source, final: false };
  const renewable = {
    nl: 'Niets: dit is geborgd. Leg het opnieuw vast als het verandert.',
    en: 'Nothing: this is anchored. Record it again when it changes.',
  };
  return [
    { id: `borging.${key}.open`, title: open, result, ...common },
    { id: `borging.${key}.gereed`, title: done, result: renewable, ...common },
  ];
}

/** Step 5: anchoring, beside monitoring. */
export const anchoringStates: readonly StateInfo[] = [
  ...anchoring(
    'beleid',
    handreiking2020('p. 28-29', '5a'),
    { nl: 'Beleid nog vast te stellen', en: 'Policy to be adopted' },
    { nl: 'Beleid vastgesteld', en: 'Policy adopted' },
    { nl: 'Vastgesteld beleid voor social return.', en: 'An adopted policy on social return.' },
  ),
  ...anchoring(
    'specialist',
    handreiking2020('p. 29', '5b'),
    { nl: 'Specialist nog aan te stellen', en: 'Specialist to be appointed' },
    { nl: 'Specialist aangesteld', en: 'Specialist appointed' },
    {
      nl: 'Een specialist of coördinator die adviseert, overlegt, monitort en rapporteert.',
      en: 'A specialist or coordinator who advises, consults, monitors and reports.',
    },
  ),
  ...anchoring(
    'bestuur',
    handreiking2020('p. 29-30', '5c'),
    { nl: 'Bestuur nog te betrekken', en: 'Board to be involved' },
    { nl: 'Bestuur betrokken', en: 'Board involved' },
    {
      nl: 'Een toezegging van bestuur of management om social return te blijven steunen.',
      en: 'A commitment of board or management to keep supporting social return.',
    },
  ),
  ...anchoring(
    'resultaten',
    handreiking2020('p. 30', '5d'),
    { nl: 'Resultaten nog te delen', en: 'Results to be shared' },
    { nl: 'Resultaten gedeeld', en: 'Results shared' },
    {
      nl: 'Resultaten die zijn gedeeld, niet tot personen herleidbaar.',
      en: 'Results that were shared, in a form that cannot be traced to persons.',
    },
  ),
];
