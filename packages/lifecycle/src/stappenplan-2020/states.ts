import { type StateInfo } from '../model.js';
import { ending } from '../shared/catalogue.js';
import { suspended } from '../shared/course-events.js';
import { handreiking2020 } from '../shared/sources.js';
import { explorationStates } from './states-exploration.js';
import { preparationStates } from './states-preparation.js';
import { anchoringStates, realisationStates } from './states-realisation.js';

const endings: readonly StateInfo[] = [
  ending(
    'afgewezen',
    { nl: 'Afgewezen', en: 'Rejected' },
    {
      nl: 'Geen principebesluit: het partnerschap begint niet.',
      en: 'No decision in principle: the partnership does not start.',
    },
    handreiking2020('p. 9', '1a'),
  ),
  ending(
    'afscheid',
    { nl: 'Afscheid', en: 'Parted ways' },
    {
      nl: 'Het lukte nu niet samen; er ligt een advies voor de volgende aanbesteding.',
      en: 'It did not work out together now; there is advice for the next tender.',
    },
    handreiking2020('p. 23', '2Bb'),
  ),
  ending(
    'nietGegund',
    { nl: 'Niet gegund', en: 'Not awarded' },
    { nl: 'De aanbesteding is zonder gunning gestopt.', en: 'The tender was stopped without an award.' },
    handreiking2020('p. 18-19', '2Ad'),
  ),
  ending(
    'afgerond',
    { nl: 'Afgerond', en: 'Completed' },
    {
      nl: 'Het contract is voorbij, de laatste opgave is binnen en de eindevaluatie ligt vast.',
      en: 'The contract has ended, the last statement is in and the final evaluation is on record.',
    },
    handreiking2020('p. 27', '4b'),
  ),
  {
    ...ending(
      'beeindigd',
      { nl: 'Voortijdig beëindigd', en: 'Ended early' },
      {
        nl: 'Het partnerschap is met reden gestopt voordat het klaar was.',
        en: 'The partnership was stopped, for a reason, before it was complete.',
      },
      handreiking2020('p. 23'),
    ),
    step: '-',
  },
];

/** What every state of the lifecycle of 2020 means. */
export const states: readonly StateInfo[] = [
  ...preparationStates,
  ...explorationStates,
  ...realisationStates,
  ...anchoringStates,
  suspended(handreiking2020('p. 33')),
  ...endings,
];
