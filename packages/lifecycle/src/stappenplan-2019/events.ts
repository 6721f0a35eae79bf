import { type EventInfo } from '../model.js';
import { NO_FIELDS, sourced } from '../shared/catalogue.js';
import { COURSE_EVENTS } from '../shared/course-events.js';
import { DECISION_EVENTS } from '../shared/decision-events.js';
import { choice, date, text } from '../shared/fields.js';
import { MONITORING_EVENTS } from '../shared/monitoring-events.js';
import { ANCHORING, CLOSING, CONTRACTING, REALISATION, WORKING_GROUP } from '../shared/roles.js';
import { handreiking2019, handreiking2020 } from '../shared/sources.js';
import { SUPPLIER_EVENTS } from '../shared/supplier-choice.js';

const decisionInPrinciple = handreiking2019('p. 9', '1');
const { principebesluitNemen, ...otherDecisions } = DECISION_EVENTS;

/** Events of the steps that only this handreiking has. */
const stepEvents: readonly EventInfo[] = [
  {
    id: 'principebesluitNemen',
    ...principebesluitNemen,
    source: decisionInPrinciple,
    sets: { coordinator: 'coordinator', backup: 'backup' },
  },
  {
    id: 'voorbereidingAfronden',
    title: { nl: 'Voorbereiding afronden', en: 'Complete the preparation' },
    source: handreiking2019('p. 10', '2'),
    roles: WORKING_GROUP,
    completes: true,
    fields: NO_FIELDS,
    keeps: { record: 'voorbereiding' },
  },
  {
    id: 'actieplanVaststellen',
    title: { nl: 'Actieplan vaststellen', en: 'Adopt the action plan' },
    source: handreiking2019('p. 15', '5'),
    roles: REALISATION,
    completes: true,
    fields: NO_FIELDS,
    keeps: { record: 'actieplan' },
  },
  {
    id: 'eersteBaanRealiseren',
    title: { nl: 'Eerste baan realiseren', en: 'Realise the first job' },
    source: handreiking2019('p. 16', '6'),
    roles: REALISATION,
    completes: true,
    fields: NO_FIELDS,
    keeps: { record: 'rolverdeling' },
  },
  {
    id: 'borgingVaststellen',
    title: { nl: 'Borging vaststellen', en: 'Adopt the anchoring' },
    source: handreiking2019('p. 17', '7'),
    roles: ANCHORING,
    completes: true,
    fields: NO_FIELDS,
    keeps: { record: 'borging' },
  },
  {
    id: 'eindeContractNaderen',
    title: { nl: 'Einde van het contract nadert', en: 'The contract nears its end' },
    source: handreiking2019('p. 19', '9'),
    roles: CONTRACTING,
    completes: false,
    fields: { datum: date('Vastgesteld op', 'Established on') },
    keeps: { record: 'monitoring', series: 'naderendeEinden' },
  },
  {
    id: 'volgendeAanbestedingStarten',
    title: { nl: 'Volgende aanbesteding starten', en: 'Start the next tender' },
    source: handreiking2019('p. 19', '9'),
    roles: CONTRACTING,
    completes: true,
    fields: {
      model: choice('Modeltekst', 'Model text', ['modelA', 'modelB', 'anders']),
      toelichting: text('Wat er meegaat naar de aanbesteding', 'What is carried over into the tender'),
    },
    keeps: { record: 'volgendeAanbesteding' },
  },
  {
    id: 'monitoringVoortzetten',
    title: { nl: 'Monitoring voortzetten', en: 'Continue monitoring' },
    source: handreiking2019('p. 18', '8'),
    roles: CLOSING,
    completes: false,
    fields: { toelichting: text('Waarom het contract doorloopt', 'Why the contract runs on') },
    keeps: { record: 'monitoring', series: 'voortzettingen' },
  },
];

/** What every event of the lifecycle of 2019 means. */
export const events: readonly EventInfo[] = [
  ...stepEvents,
  ...sourced(otherDecisions, {
    principebesluitAfwijzen: decisionInPrinciple,
    principebesluitUitstellen: decisionInPrinciple,
  }),
  ...sourced(SUPPLIER_EVENTS, {
    opdrachtnemerKiezen: handreiking2019('p. 11-12', '3'),
    bereidheidVastleggen: handreiking2019('p. 13-14', '4'),
    afscheidNemen: handreiking2019('p. 14', '4'),
  }),
  ...sourced(MONITORING_EVENTS, {
    gesprekVastleggen: handreiking2019('p. 18', '8'),
    rapportageOntvangen: handreiking2019('p. 18', '8'),
    jaaropgaveOntvangen: handreiking2019('p. 18', '8'),
    evaluatieVastleggen: handreiking2019('p. 18', '8'),
    contractWijzigen: handreiking2019('p. 20', '9'),
    contractVerlengen: handreiking2019('p. 19', '9'),
    afronden: handreiking2019('p. 19', '9'),
  }),
  ...sourced(COURSE_EVENTS, {
    dossierAanvullen: handreiking2019('p. 7'),
    opschorten: handreiking2020('p. 33'),
    hervatten: handreiking2020('p. 33'),
    coordinatorOverdragen: handreiking2019('p. 9', '1'),
    beeindigen: handreiking2019('p. 14'),
  }),
];
