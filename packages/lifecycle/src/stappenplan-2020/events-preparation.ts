import { type EventInfo } from '../model.js';
import { NO_FIELDS, sourced } from '../shared/catalogue.js';
import { DECISION_EVENTS } from '../shared/decision-events.js';
import { choice } from '../shared/fields.js';
import { BOARD, WORKING_GROUP } from '../shared/roles.js';
import { handreiking2020 } from '../shared/sources.js';

const decisionInPrinciple = handreiking2020('p. 9', '1a');

/** Events of step 1. */
export const preparationEvents: readonly EventInfo[] = [
  ...sourced(DECISION_EVENTS, {
    principebesluitNemen: decisionInPrinciple,
    principebesluitAfwijzen: decisionInPrinciple,
    principebesluitUitstellen: decisionInPrinciple,
  }),
  {
    id: 'werkgroepInstellen',
    title: { nl: 'Werkgroep instellen', en: 'Set up the working group' },
    source: handreiking2020('p. 10', '1b'),
    roles: BOARD,
    completes: true,
    fields: NO_FIELDS,
    keeps: { record: 'werkgroep' },
    sets: { coordinator: 'coordinator', backup: 'backup' },
  },
  {
    id: 'doelstellingenVaststellen',
    title: { nl: 'Doelstellingen vaststellen', en: 'Set the goals' },
    source: handreiking2020('p. 10-11', '1c'),
    roles: WORKING_GROUP,
    completes: true,
    fields: NO_FIELDS,
    keeps: { record: 'doelstellingen' },
  },
  {
    id: 'actieplanVaststellen',
    title: { nl: 'Actieplan vaststellen', en: 'Adopt the action plan' },
    source: handreiking2020('p. 11', '1d'),
    roles: WORKING_GROUP,
    completes: true,
    fields: NO_FIELDS,
    keeps: { record: 'actieplan' },
  },
  {
    id: 'routeKiezen',
    title: { nl: 'Route kiezen', en: 'Choose the route' },
    source: handreiking2020('p. 12-13', '1e'),
    roles: WORKING_GROUP,
    completes: true,
    // The chart looks at the route, so it is given with the event and never taken from the record.
    fields: { route: choice('Route', 'Route', ['aanbesteding', 'bestaandeOvereenkomst', 'beide']) },
    keeps: { record: 'draagvlak' },
  },
];
