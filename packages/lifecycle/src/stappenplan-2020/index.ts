import { type LifecycleDefinition } from '../model.js';
import { chart } from './chart.js';
import { explorationEvents } from './events-exploration.js';
import { preparationEvents } from './events-preparation.js';
import { laterEvents } from './events-realisation.js';
import { states } from './states.js';

/** The lifecycle of the handreiking of 2020 (001_6c3f9123756a8f34.txt): five steps, two routes. */
export const stappenplan2020: LifecycleDefinition = {
  id: 'stappenplan-2020',
  version: '1.1.0',
  title: { nl: 'Stappenplan Partnerships voor meer banen (2020)', en: 'Step plan Partnerships for more jobs (2020)' },
  chart,
  states,
  events: [...preparationEvents, ...explorationEvents, ...laterEvents],
};
