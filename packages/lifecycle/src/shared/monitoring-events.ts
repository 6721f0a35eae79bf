import { type SharedEvent } from './catalogue.js';
import { choice, count, date, euro, hours, list, optional, people, text, yesNo } from './fields.js';
import { CLOSING, CONTRACTING, CONVERSATION, REALISATION, REPORTING } from './roles.js';

const year = count('Kalenderjaar', 'Calendar year', 2000, 2100);
const receivedOn = date('Ontvangen op', 'Received on');

/** What comes back again and again while the contract runs. Each is a series: the dossier keeps its count and latest. */
export const MONITORING_EVENTS = {
  gesprekVastleggen: {
    title: { nl: 'Voortgangsgesprek vastleggen', en: 'Record a progress conversation' },
    roles: CONVERSATION,
    completes: false,
    fields: {
      datum: date('Datum van het gesprek', 'Date of the conversation'),
      deelnemers: people('Deelnemers (functies)', 'Participants (functions)'),
      verslag: text('Verslag op hoofdlijnen', 'Main points'),
      afspraken: optional(list('Afspraken', 'Agreements')),
    },
    keeps: { record: 'monitoring', series: 'gesprekken' },
  },
  rapportageOntvangen: {
    title: { nl: 'Kwartaalrapportage ontvangen', en: 'Quarterly report received' },
    roles: REPORTING,
    completes: false,
    fields: { jaar: year, kwartaal: count('Kwartaal', 'Quarter', 1, 4), ontvangenOp: receivedOn },
    keeps: { record: 'monitoring', series: 'rapportages' },
  },
  jaaropgaveOntvangen: {
    title: { nl: 'Jaaropgave verloonde uren ontvangen', en: 'Yearly statement of paid hours received' },
    roles: REPORTING,
    completes: false,
    fields: { jaar: year, verloondeUren: hours('Verloonde uren', 'Paid hours'), ontvangenOp: receivedOn },
    keeps: { record: 'monitoring', series: 'jaaropgaven' },
  },
  evaluatieVastleggen: {
    title: { nl: 'Evaluatie vastleggen', en: 'Record an evaluation' },
    roles: REALISATION,
    completes: false,
    fields: {
      datum: date('Datum van de evaluatie', 'Date of the evaluation'),
      soort: choice('Soort evaluatie', 'Kind of evaluation', ['tussentijds', 'eind']),
      uitkomst: text('Uitkomst en lessen', 'Outcome and lessons'),
    },
    keeps: { record: 'monitoring', series: 'evaluaties' },
  },
  contractWijzigen: {
    title: { nl: 'Contract wijzigen', en: 'Change the contract' },
    roles: CONTRACTING,
    completes: false,
    fields: {
      datum: date('Datum van de wijziging', 'Date of the change'),
      omschrijving: text('Wat er verandert en waarom', 'What changes and why'),
      toestemming: yesNo('Vooraf schriftelijk toegestaan', 'Permitted in writing beforehand'),
      wezenlijk: yesNo('Wezenlijke wijziging', 'Substantial modification'),
      contractwaarde: optional(euro('Nieuwe contractwaarde (excl. btw)', 'New contract value (excl. VAT)')),
      contractEinde: optional(date('Nieuwe einddatum', 'New end date')),
    },
    keeps: { record: 'monitoring', series: 'wijzigingen' },
    sets: { 'contract.waarde': 'contractwaarde', 'contract.einde': 'contractEinde' },
  },
  contractVerlengen: {
    title: { nl: 'Contract verlengen', en: 'Extend the contract' },
    roles: CONTRACTING,
    completes: false,
    fields: {
      datum: date('Datum van de verlenging', 'Date of the extension'),
      contractEinde: date('Nieuwe einddatum', 'New end date'),
      socialReturnAfspraak: text('Wat over social return is afgesproken', 'What was agreed on social return'),
    },
    keeps: { record: 'monitoring', series: 'verlengingen' },
    sets: { 'contract.einde': 'contractEinde' },
  },
  afronden: {
    title: { nl: 'Partnerschap afronden', en: 'Complete the partnership' },
    roles: CLOSING,
    completes: true,
    fields: {
      toelichting: text('Terugblik op het partnerschap', 'Looking back on the partnership'),
      datum: date('Datum van afronding', 'Date of completion'),
    },
    keeps: { record: 'afronding' },
  },
} satisfies Readonly<Record<string, SharedEvent>>;
