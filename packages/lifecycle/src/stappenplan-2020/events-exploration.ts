import { type EventInfo } from '../model.js';
import { NO_FIELDS, sourced } from '../shared/catalogue.js';
import { choice, text } from '../shared/fields.js';
import { CONTRACTING, PROCUREMENT, REALISATION } from '../shared/roles.js';
import { handreiking2020, serviceDocument } from '../shared/sources.js';
import { SUPPLIER_EVENTS } from '../shared/supplier-choice.js';

/** Events of step 2A. */
const tenderEvents: readonly EventInfo[] = [
  {
    id: 'inventarisatieAfronden',
    title: { nl: 'Inventarisatie afronden', en: 'Complete the inventory' },
    source: handreiking2020('p. 14', '2Aa'),
    roles: PROCUREMENT,
    completes: true,
    fields: NO_FIELDS,
    keeps: { record: 'inventarisatie' },
  },
  {
    id: 'inkoopstrategieKiezen',
    title: { nl: 'Inkoopstrategie kiezen', en: 'Choose the procurement strategy' },
    source: handreiking2020('p. 15-16', '2Ab'),
    roles: PROCUREMENT,
    completes: true,
    fields: NO_FIELDS,
    keeps: { record: 'inkoopstrategie' },
  },
  {
    id: 'toepassingBepalen',
    title: { nl: 'Toepassing bepalen', en: 'Determine the application' },
    source: handreiking2020('p. 16-18', '2Ac'),
    roles: PROCUREMENT,
    completes: true,
    fields: NO_FIELDS,
    keeps: { record: 'toepassing' },
  },
  {
    id: 'uitvraagPubliceren',
    title: { nl: 'Uitvraag publiceren', en: 'Publish the request' },
    source: handreiking2020('p. 18-19', '2Ad'),
    roles: PROCUREMENT,
    completes: true,
    fields: NO_FIELDS,
    keeps: { record: 'uitvraag' },
  },
  {
    id: 'gunnen',
    title: { nl: 'Gunnen', en: 'Award' },
    source: serviceDocument('p. 2', '2Ad'),
    roles: CONTRACTING,
    completes: true,
    fields: NO_FIELDS,
    keeps: { record: 'gunning' },
    sets: {
      opdrachtnemer: 'opdrachtnemer',
      'contract.start': 'contractStart',
      'contract.einde': 'contractEinde',
      'contract.waarde': 'contractwaarde',
    },
  },
  {
    id: 'nietGunnen',
    title: { nl: 'Niet gunnen', en: 'Do not award' },
    source: handreiking2020('p. 18-19', '2Ad'),
    roles: CONTRACTING,
    completes: false,
    fields: {
      reden: text('Waarom niet is gegund', 'Why there was no award'),
      vervolg: choice('Vervolg', 'What follows', ['opnieuwUitvragen', 'stoppen']),
    },
    keeps: { record: 'gunning', series: 'pogingen' },
  },
];

/** Events of step 2, by either route. */
export const explorationEvents: readonly EventInfo[] = [
  ...tenderEvents,
  ...sourced(SUPPLIER_EVENTS, {
    opdrachtnemerKiezen: handreiking2020('p. 20-21', '2Ba'),
    bereidheidVastleggen: handreiking2020('p. 21-23', '2Bb'),
    afscheidNemen: handreiking2020('p. 23', '2Bb'),
  }),
  {
    id: 'routeStaken',
    title: { nl: 'Route staken', en: 'Drop a route' },
    source: handreiking2020('p. 12-13', '1e'),
    roles: REALISATION,
    completes: false,
    fields: {
      route: choice('Route die stopt', 'Route to drop', ['aanbesteding', 'bestaandeOvereenkomst']),
      reden: text('Waarom deze route stopt', 'Why this route is dropped'),
    },
    keeps: { record: 'gestaakteRoute' },
  },
];
