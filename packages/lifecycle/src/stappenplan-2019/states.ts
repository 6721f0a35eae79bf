import { type StateInfo } from '../model.js';
import { ending } from '../shared/catalogue.js';
import { suspended } from '../shared/course-events.js';
import { handreiking2019, handreiking2020 } from '../shared/sources.js';
import { CHOICE_RECORD, CONVERSATIONS_RECORD } from '../shared/supplier-choice.js';
import { records } from './records.js';

/** A step with the page of the handreiking that describes it. */
function step(number: string, page: string, info: Omit<StateInfo, 'step' | 'source' | 'final'>): StateInfo {
  return { ...info, step: number, source: handreiking2019(page, number), final: false };
}

const steps: readonly StateInfo[] = [
  step('1', 'p. 9', {
    id: 'doelstelling',
    phase: 'voorbereiding',
    title: { nl: 'Doelstelling en draagvlak', en: 'Goal and support' },
    result: {
      nl: 'Een principebesluit met doel, doelgroep en draagvlak, en een coördinator met back-up.',
      en: 'A decision in principle with goal, target group and support, and a coordinator with a back-up.',
    },
    record: records.principebesluit,
  }),
  step('2', 'p. 10', {
    id: 'voorbereidendGesprek',
    phase: 'voorbereiding',
    title: { nl: 'Voorbereidend gesprek HR en inkoop', en: 'Preparatory conversation of HR and procurement' },
    result: {
      nl: 'Een aanpak die HR en inkoop delen, met afspraken over planning en verantwoordelijkheden.',
      en: 'An approach shared by HR and procurement, with agreements on planning and responsibilities.',
    },
    record: records.voorbereiding,
  }),
  step('3', 'p. 11', {
    id: 'keuzeLeverancier',
    phase: 'verkenning',
    title: { nl: 'Keuze van leverancier en contract', en: 'Choice of supplier and contract' },
    result: {
      nl: 'Een overzicht van contracten, een shortlist van hoogstens drie en de opdrachtnemer waarmee het begint.',
      en: 'An overview of contracts, a shortlist of three at most and the contractor to start with.',
    },
    record: CHOICE_RECORD,
  }),
  step('4', 'p. 13', {
    id: 'verkennenMogelijkheden',
    phase: 'verkenning',
    title: { nl: 'Mogelijkheden verkennen', en: 'Exploring the possibilities' },
    result: {
      nl: 'Twee gesprekken met deelnemers, agenda en uitkomst, zodat duidelijk is of beide kanten willen.',
      en: 'Two conversations with participants, agenda and outcome, so that it is clear whether both sides are willing.',
    },
    record: CONVERSATIONS_RECORD,
  }),
  step('5', 'p. 15', {
    id: 'mogelijkhedenInKaart',
    phase: 'realisatie',
    title: { nl: 'Samen mogelijkheden in kaart brengen', en: 'Mapping the possibilities together' },
    result: {
      nl: 'Een gezamenlijk actieplan: mogelijke banen, budget, toets op wezenlijke wijziging en acties met eigenaar.',
      en: 'A joint action plan: possible jobs, budget, check on substantial modification and actions with an owner.',
    },
    record: records.actieplan,
  }),
  step('6', 'p. 16', {
    id: 'banenRealiseren',
    phase: 'realisatie',
    title: { nl: 'Banen realiseren', en: 'Realising the jobs' },
    result: {
      nl: 'Wie inwerkt en begeleidt, en wanneer de eerste medewerker begint.',
      en: 'Who does the onboarding and guidance, and when the first employee starts.',
    },
    record: records.rolverdeling,
  }),
  step('7', 'p. 17', {
    id: 'integrerenEnBorgen',
    phase: 'realisatie',
    title: { nl: 'Integreren en borgen', en: 'Integrating and anchoring' },
    result: {
      nl: 'Een ambitieplan met eigenaren, en een plaats voor social return in het inkoopbeleid.',
      en: 'An ambition plan with owners, and a place for social return in procurement policy.',
    },
    record: records.borging,
  }),
  step('8', 'p. 18', {
    id: 'monitorenEnEvalueren',
    phase: 'monitoring',
    title: { nl: 'Monitoren en evalueren', en: 'Monitoring and evaluating' },
    result: {
      nl: 'Gesprekken, kwartaalrapportages en jaaropgaven van verloonde uren zolang het contract loopt.',
      en: 'Conversations, quarterly reports and yearly statements of paid hours while the contract runs.',
    },
  }),
  step('9', 'p. 19', {
    id: 'aanpakBijAanbestedingen',
    phase: 'monitoring',
    title: { nl: 'Aanpak bij aanbestedingen', en: 'Approach to tenders' },
    result: {
      nl: 'De keuze wat er na dit contract komt: een volgende aanbesteding, verder monitoren of afronden.',
      en: 'The choice of what comes after this contract: a next tender, further monitoring or completion.',
    },
  }),
];

const endings: readonly StateInfo[] = [
  ending(
    'afgewezen',
    { nl: 'Afgewezen', en: 'Rejected' },
    {
      nl: 'Geen principebesluit: het partnerschap begint niet.',
      en: 'No decision in principle: the partnership does not start.',
    },
    handreiking2019('p. 9', '1'),
  ),
  ending(
    'afscheid',
    { nl: 'Afscheid', en: 'Parted ways' },
    {
      nl: 'Het lukte nu niet samen; er ligt een advies voor de volgende aanbesteding.',
      en: 'It did not work out together now; there is advice for the next tender.',
    },
    handreiking2019('p. 14', '4'),
  ),
  ending(
    'afgerond',
    { nl: 'Afgerond', en: 'Completed' },
    {
      nl: 'Het contract is voorbij of gaat over in een volgende aanbesteding, en de lessen liggen vast.',
      en: 'The contract has ended or passes into a next tender, and the lessons are on record.',
    },
    handreiking2019('p. 19', '9'),
  ),
  {
    ...ending(
      'beeindigd',
      { nl: 'Voortijdig beëindigd', en: 'Ended early' },
      {
        nl: 'Het partnerschap is met reden gestopt voordat het klaar was.',
        en: 'The partnership was stopped, for a reason, before it was complete.',
      },
      handreiking2019('p. 14'),
    ),
    step: '-',
  },
];

/** What every state of the lifecycle of 2019 means. */
export const states: readonly StateInfo[] = [...steps, suspended(handreiking2020('p. 33')), ...endings];
