import { type Words } from './words.js';

/** Events of a partnership that people are told of, by the topic of the engine's outbox. */
export const NOTICES: ReadonlyMap<string, Words> = new Map<string, Words>([
  [
    'coordinatorOvergedragen',
    {
      subject: { nl: 'Coördinatie overgedragen: {partnerschap}', en: 'Coordination handed over: {partnerschap}' },
      body: {
        nl: 'De coördinatie van dit partnerschap is overgedragen. Vanaf nu is de coördinator: {coordinator}.',
        en: 'The coordination of this partnership has been handed over. From now on the coordinator is: {coordinator}.',
      },
    },
  ],
  [
    'partnerschapOpgeschort',
    {
      subject: { nl: 'Partnerschap opgeschort: {partnerschap}', en: 'Partnership suspended: {partnerschap}' },
      body: {
        nl: 'Dit partnerschap is opgeschort. Zolang dat duurt, komen er geen herinneringen. De reden staat in de geschiedenis.',
        en: 'This partnership has been suspended. As long as that lasts there are no reminders. The reason is in its history.',
      },
    },
  ],
  [
    'partnerschapHervat',
    {
      subject: { nl: 'Partnerschap hervat: {partnerschap}', en: 'Partnership resumed: {partnerschap}' },
      body: {
        nl: 'Dit partnerschap is hervat waar het stond. Wat in de tussentijd viel, wordt niet alsnog gevraagd.',
        en: 'This partnership has been resumed where it stood. What fell in the time between is not asked afterwards.',
      },
    },
  ],
  [
    'partnerschapBeeindigd',
    {
      subject: { nl: 'Partnerschap beëindigd: {partnerschap}', en: 'Partnership ended: {partnerschap}' },
      body: {
        nl: 'Dit partnerschap is beëindigd. Er komen geen herinneringen meer. De reden staat in de geschiedenis.',
        en: 'This partnership has been ended. There will be no more reminders. The reason is in its history.',
      },
    },
  ],
  [
    'regelpakketGewisseld',
    {
      subject: { nl: 'Ander regelpakket: {partnerschap}', en: 'Another rule pack: {partnerschap}' },
      body: {
        nl: 'Voor dit partnerschap geldt nu een ander regelpakket. Termijnen en voorwaarden kunnen daardoor veranderd zijn.',
        en: 'Another rule pack applies to this partnership now. Terms and conditions may have changed with it.',
      },
    },
  ],
]);

/** For an event without words of its own. */
export const OTHER_NOTICE: Words = {
  subject: { nl: '{onderwerp}: {partnerschap}', en: '{onderwerp}: {partnerschap}' },
  body: {
    nl: 'In dit partnerschap is iets veranderd: {onderwerp}. De geschiedenis zegt wat en waarom.',
    en: 'Something has changed in this partnership: {onderwerp}. Its history says what and why.',
  },
};
