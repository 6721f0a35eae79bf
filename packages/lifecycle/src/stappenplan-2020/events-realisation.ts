import { type EventInfo, type Field, type Role, type Source, type Text } from '../model.js';
import { NO_FIELDS, sourced } from '../shared/catalogue.js';
import { COURSE_EVENTS } from '../shared/course-events.js';
import { date, text } from '../shared/fields.js';
import { MONITORING_EVENTS } from '../shared/monitoring-events.js';
import { ANCHORING, REALISATION } from '../shared/roles.js';
import { handreiking2019, handreiking2020 } from '../shared/sources.js';

/** Events of step 3. */
const realisationEvents: readonly EventInfo[] = [
  {
    id: 'banenInKaartBrengen',
    title: { nl: 'Banen in kaart brengen', en: 'Map the possible jobs' },
    source: handreiking2020('p. 24', '3a'),
    roles: REALISATION,
    completes: true,
    fields: NO_FIELDS,
    keeps: { record: 'potentieleBanen' },
  },
  {
    id: 'besluitVastleggen',
    title: { nl: 'Besluit vastleggen', en: 'Record the decision' },
    source: handreiking2020('p. 25', '3b'),
    roles: REALISATION,
    completes: true,
    fields: NO_FIELDS,
    keeps: { record: 'besluitvorming' },
  },
  {
    id: 'eersteBaanRealiseren',
    title: { nl: 'Eerste baan realiseren', en: 'Realise the first job' },
    source: handreiking2020('p. 25', '3c'),
    roles: REALISATION,
    completes: true,
    fields: NO_FIELDS,
    keeps: { record: 'rolverdeling' },
  },
];

/** A part of step 5. Its data comes with the event each time, so that recording it again renews the whole of it. */
function anchoring(
  id: string,
  record: string,
  title: Text,
  source: Source,
  fields: Readonly<Record<string, Field>>,
): EventInfo {
  const roles: readonly Role[] = ANCHORING;
  return { id, title, source, roles, completes: false, fields, keeps: { record } };
}

/** Events of step 5. */
const anchoringEvents: readonly EventInfo[] = [
  anchoring(
    'beleidVaststellen',
    'beleid',
    { nl: 'Beleid vaststellen', en: 'Adopt the policy' },
    handreiking2020('p. 28-29', '5a'),
    {
      titel: text('Titel van het beleidsstuk', 'Title of the policy paper'),
      datum: date('Vastgesteld op', 'Adopted on'),
    },
  ),
  anchoring(
    'specialistAanstellen',
    'specialist',
    { nl: 'Specialist aanstellen', en: 'Appoint a specialist' },
    handreiking2020('p. 29', '5b'),
    {
      functie: text('Functie van de specialist', 'Function of the specialist'),
      datum: date('Aangesteld op', 'Appointed on'),
    },
  ),
  anchoring(
    'bestuurBetrekken',
    'bestuur',
    { nl: 'Bestuur betrekken', en: 'Involve the board' },
    handreiking2020('p. 29-30', '5c'),
    {
      orgaan: text('Orgaan', 'Body'),
      datum: date('Besproken op', 'Discussed on'),
      toezegging: text('Toezegging', 'Commitment'),
    },
  ),
  anchoring(
    'resultatenDelen',
    'resultaten',
    { nl: 'Resultaten delen', en: 'Share the results' },
    handreiking2020('p. 30', '5d'),
    {
      datum: date('Gedeeld op', 'Shared on'),
      publiek: text('Met wie', 'With whom'),
      kanaal: text('Langs welke weg', 'By which channel'),
    },
  ),
];

/** Events of steps 3 to 5, and those that are possible all along. */
export const laterEvents: readonly EventInfo[] = [
  ...realisationEvents,
  ...sourced(MONITORING_EVENTS, {
    gesprekVastleggen: handreiking2020('p. 26', '4a'),
    rapportageOntvangen: handreiking2020('p. 26-27', '4a'),
    jaaropgaveOntvangen: handreiking2019('p. 19-20', '9'),
    evaluatieVastleggen: handreiking2020('p. 27', '4b'),
    contractWijzigen: handreiking2019('p. 20', '9'),
    contractVerlengen: handreiking2020('p. 20', '2Ba'),
    afronden: handreiking2020('p. 27', '4b'),
  }),
  ...anchoringEvents,
  ...sourced(COURSE_EVENTS, {
    dossierAanvullen: handreiking2020('p. 8'),
    opschorten: handreiking2020('p. 33'),
    hervatten: handreiking2020('p. 33'),
    coordinatorOverdragen: handreiking2020('p. 10', '1b'),
    beeindigen: handreiking2020('p. 23'),
  }),
];
