import { type Source, type StateInfo, type StepRecord, type Text } from '../model.js';
import { CHOICE_RECORD, CONVERSATIONS_RECORD } from '../shared/supplier-choice.js';
import { handreiking2020, serviceDocument } from '../shared/sources.js';
import { records } from './records.js';

/** A step of a route, or the way in which that route came to rest. */
function exploring(id: string, source: Source, title: Text, result: Text, record?: StepRecord): StateInfo {
  const common = {
    id: `verkenning.${id}`,
    step: source.step ?? '-',
    phase: 'verkenning',
    title,
    result,
    source,
    final: false,
  };
  return record ? { ...common, record } : common;
}

const waitsForOther: Text = {
  nl: 'Niets meer: deze route is klaar en wacht zo nodig op de andere.',
  en: 'Nothing more: this route has ended and waits for the other one if need be.',
};

const notChosen: Text = {
  nl: 'Niets: deze route is niet gekozen.',
  en: 'Nothing: this route was not chosen.',
};

const dropped: Text = {
  nl: 'Niets meer: met de andere route wordt verdergegaan.',
  en: 'Nothing more: the other route goes on.',
};

/** Step 2A: by a tender. */
const tenderStates: readonly StateInfo[] = [
  exploring(
    'aanbesteding.inventarisatie',
    handreiking2020('p. 14', '2Aa'),
    { nl: 'Inventarisatie van inkoopopdrachten', en: 'Inventory of planned procurement' },
    {
      nl: 'Een gekozen inkoopopdracht, met zicht op het werk dat erin zit en op wat de markt kan.',
      en: 'A chosen procurement, with a view of the labour in it and of what the market can do.',
    },
    records.inventarisatie,
  ),
  exploring(
    'aanbesteding.inkoopstrategie',
    handreiking2020('p. 15-16', '2Ab'),
    { nl: 'Sociale inkoopstrategie', en: 'Social procurement strategy' },
    {
      nl: 'De keuze tussen kopen bij een sociaal ondernemer en social return bij een gewone onderneming, met het instrument daarvoor.',
      en: 'The choice between buying from a social enterprise and social return with a regular one, with the instrument for it.',
    },
    records.inkoopstrategie,
  ),
  exploring(
    'aanbesteding.toepassing',
    handreiking2020('p. 16-18', '2Ac'),
    { nl: 'Toepassing van social return', en: 'Application of social return' },
    {
      nl: 'Of en hoeveel social return bij deze opdracht past, gezien omvang, aard, duur en arbeidsdeel.',
      en: 'Whether and how much social return fits this contract, given its size, nature, duration and labour share.',
    },
    records.toepassing,
  ),
  exploring(
    'aanbesteding.uitvraag',
    handreiking2020('p. 18-19', '2Ad'),
    { nl: 'Uitvraag', en: 'Request in the tender' },
    {
      nl: 'Hoe social return in de aanbesteding staat: als eis, criterium of voorwaarde, liefst met een leidraad erbij.',
      en: 'How social return is put into the tender: as requirement, criterion or condition, preferably with a guide attached.',
    },
    records.uitvraag,
  ),
  exploring(
    'aanbesteding.gunning',
    serviceDocument('p. 2', '2Ad'),
    { nl: 'Gunning', en: 'Award' },
    {
      nl: 'Aan wie is gegund, en het contract met looptijd en waarde.',
      en: 'To whom it was awarded, and the contract with its term and value.',
    },
    records.gunning,
  ),
  exploring(
    'aanbesteding.nietGekozen',
    handreiking2020('p. 13', '1e'),
    { nl: 'Aanbesteding niet gekozen', en: 'Tender not chosen' },
    notChosen,
  ),
  exploring('aanbesteding.gegund', serviceDocument('p. 2', '2Ad'), { nl: 'Gegund', en: 'Awarded' }, waitsForOther),
  exploring(
    'aanbesteding.nietGegund',
    handreiking2020('p. 18-19', '2Ad'),
    { nl: 'Niet gegund', en: 'Not awarded' },
    waitsForOther,
  ),
  exploring(
    'aanbesteding.gestaakt',
    handreiking2020('p. 12-13', '1e'),
    { nl: 'Aanbesteding gestaakt', en: 'Tender dropped' },
    dropped,
  ),
];

/** Step 2B: within an agreement there already is. */
const existingStates: readonly StateInfo[] = [
  exploring(
    'bestaandeOvereenkomst.keuze',
    handreiking2020('p. 20-21', '2Ba'),
    { nl: 'Keuze van opdrachtnemer', en: 'Choice of contractor' },
    {
      nl: 'Een overzicht van contracten, een shortlist van hoogstens drie en de opdrachtnemer waarmee het begint.',
      en: 'An overview of contracts, a shortlist of three at most and the contractor to start with.',
    },
    CHOICE_RECORD,
  ),
  exploring(
    'bestaandeOvereenkomst.gesprekken',
    handreiking2020('p. 21-23', '2Bb'),
    { nl: 'Verkennende gesprekken', en: 'Exploring conversations' },
    {
      nl: 'Twee gesprekken met deelnemers, agenda en uitkomst, zodat duidelijk is of beide kanten willen.',
      en: 'Two conversations with participants, agenda and outcome, so that it is clear whether both sides are willing.',
    },
    CONVERSATIONS_RECORD,
  ),
  exploring(
    'bestaandeOvereenkomst.nietGekozen',
    handreiking2020('p. 13', '1e'),
    { nl: 'Bestaande overeenkomst niet gekozen', en: 'Existing agreement not chosen' },
    notChosen,
  ),
  exploring(
    'bestaandeOvereenkomst.bereid',
    handreiking2020('p. 21-23', '2Bb'),
    { nl: 'Bereid', en: 'Willing' },
    waitsForOther,
  ),
  exploring(
    'bestaandeOvereenkomst.afscheidGenomen',
    handreiking2020('p. 23', '2Bb'),
    { nl: 'Afscheid genomen', en: 'Parted ways' },
    waitsForOther,
  ),
  exploring(
    'bestaandeOvereenkomst.gestaakt',
    handreiking2020('p. 12-13', '1e'),
    { nl: 'Bestaande overeenkomst gestaakt', en: 'Existing agreement dropped' },
    dropped,
  ),
];

/** Step 2: exploring by one route or by both. */
export const explorationStates: readonly StateInfo[] = [...tenderStates, ...existingStates];
