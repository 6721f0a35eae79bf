import { type LifecycleDefinition } from '../model.js';
import { chart } from './chart.js';
import { events } from './events.js';
import { states } from './states.js';

/** The lifecycle of the handreiking of 2019 (002_4864943f1a9f0d2c.txt): nine steps. */
export const stappenplan2019: LifecycleDefinition = {
  id: 'stappenplan-2019',
  version: '1.1.0',
  title: {
    nl: 'Stappenplan Partnership en inkoopkracht (2019)',
    en: 'Step plan Partnership and procurement power (2019)',
  },
  chart,
  states,
  events,
};
