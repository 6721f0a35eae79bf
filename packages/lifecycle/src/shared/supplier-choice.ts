import { type StepRecord } from '../model.js';
import { type SharedEvent, NO_FIELDS } from './catalogue.js';
import { date, list, people, text } from './fields.js';
import { CONTRACTING, CONVERSATION } from './roles.js';

const MOST_ON_SHORTLIST = 3;
const MOST_CHOSEN = 2;

/** From the contracts there are to one opdrachtnemer: the inventory, the top three, and one or two to talk with. */
export const CHOICE_RECORD: StepRecord = {
  key: 'keuze',
  fields: {
    contracten: list(
      'Bekeken contracten (categorie, waarde, looptijd, verlenging)',
      'Contracts considered (category, value, term, extension)',
    ),
    shortlist: list('Shortlist (hoogstens drie)', 'Shortlist (three at most)', MOST_ON_SHORTLIST),
    gekozen: list('Gekozen om mee te beginnen (hoogstens twee)', 'Chosen to start with (two at most)', MOST_CHOSEN),
    opdrachtnemer: text('Opdrachtnemer van dit partnerschap', 'Contractor of this partnership'),
    motivering: text('Waarom deze opdrachtnemer', 'Why this contractor'),
  },
};

/** The two exploring conversations with the opdrachtnemer. */
export const CONVERSATIONS_RECORD: StepRecord = {
  key: 'gesprekken',
  fields: {
    eersteGesprek: date('Datum eerste gesprek', 'Date of the first conversation'),
    tweedeGesprek: date('Datum tweede gesprek', 'Date of the second conversation'),
    deelnemers: people('Deelnemers van beide kanten (functies)', 'Participants of both sides (functions)'),
    agenda: list('Besproken punten', 'Points discussed'),
    uitkomst: text('Uitkomst van de gesprekken', 'Outcome of the conversations'),
  },
};

/** Events of choosing an opdrachtnemer among existing contracts and finding out whether both sides are willing. */
export const SUPPLIER_EVENTS = {
  opdrachtnemerKiezen: {
    title: { nl: 'Opdrachtnemer kiezen', en: 'Choose a contractor' },
    roles: CONTRACTING,
    completes: true,
    fields: NO_FIELDS,
    keeps: { record: 'keuze' },
  },
  bereidheidVastleggen: {
    title: { nl: 'Bereidheid vastleggen', en: 'Record willingness' },
    roles: CONVERSATION,
    completes: true,
    fields: { opdrachtnemer: text('Opdrachtnemer die meedoet', 'Contractor that joins in') },
    keeps: { record: 'gesprekken' },
    sets: { opdrachtnemer: 'opdrachtnemer' },
  },
  afscheidNemen: {
    title: { nl: 'Afscheid nemen', en: 'Part ways' },
    roles: CONVERSATION,
    completes: false,
    fields: {
      reden: text('Waarom het nu niet lukt', 'Why it does not work out now'),
      adviesVolgendeAanbesteding: text('Advies voor de volgende aanbesteding', 'Advice for the next tender'),
    },
    keeps: { record: 'afscheid' },
  },
} satisfies Readonly<Record<string, SharedEvent>>;
