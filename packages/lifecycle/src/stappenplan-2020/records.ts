import { type StepRecord } from '../model.js';
import {
  choice,
  choices,
  date,
  euro,
  list,
  optional,
  people,
  percentage,
  person,
  text,
  yesNo,
} from '../shared/fields.js';
import { actions, coordination, decision, division, jobKinds, oneOrMore, targetGroup } from '../shared/terms.js';

/** What must be on record before step 1a to 1e, 2Aa to 2Ad and 3a to 3c can be left. */
export const records = {
  principebesluit: {
    key: 'principebesluit',
    fields: {
      ...decision,
      uitkomst: choice('Uitkomst', 'Outcome', ['genomen', 'afgewezen', 'uitgesteld']),
      doel: text('Doel', 'Goal'),
    },
  },
  werkgroep: {
    key: 'werkgroep',
    fields: {
      ...coordination,
      inkoop: person('Lid namens inkoop', 'Member for procurement'),
      hr: person('Lid namens HR', 'Member for HR'),
      contractmanager: person('Contract- of categoriemanager', 'Contract or category manager'),
      interneOpdrachtgever: person('Interne opdrachtgever', 'Internal client'),
      overigeLeden: optional(people('Overige leden', 'Other members')),
    },
  },
  doelstellingen: {
    key: 'doelstellingen',
    fields: {
      doelen: list('Doelen', 'Goals'),
      doelgroep: targetGroup,
      toelichting: optional(text('Toelichting', 'Explanation')),
    },
  },
  actieplan: {
    key: 'actieplan',
    fields: {
      doelEnBesluit: text('Doel en beleidsbesluit', 'Goal and policy decision'),
      taakverdeling: people('Leden met rol en taak', 'Members with role and task'),
      acties: actions,
      overlegafspraken: text('Overlegafspraken', 'Meeting agreements'),
      externePartijen: list('Externe partijen (zoals UWV en WSP)', 'External parties (such as UWV and WSP)'),
    },
  },
  draagvlak: {
    key: 'draagvlak',
    fields: {
      ambassadeur: person('Ambassadeur', 'Ambassador'),
      stakeholders: people('Betrokken stakeholders', 'Stakeholders involved'),
      businesscase: optional(text('Businesscase', 'Business case')),
    },
  },
  inventarisatie: {
    key: 'inventarisatie',
    fields: {
      opdracht: text('Voorgenomen opdracht', 'Planned procurement'),
      aard: choice('Aard van de opdracht', 'Nature of the contract', ['werk', 'dienst', 'levering']),
      arbeidscomponent: text('Arbeidscomponent', 'Labour component'),
      marktpotentieel: text('Marktpotentieel', 'Market potential'),
    },
  },
  inkoopstrategie: {
    key: 'inkoopstrategie',
    fields: {
      spoor: choice('Spoor', 'Track', ['sociaalOndernemer', 'socialReturn']),
      instrument: choice('Instrument', 'Instrument', [
        'voorbehoudenOpdracht',
        'percelenregeling',
        'onderhands',
        'socialReturn',
      ]),
      aandeelDoelgroep: optional(
        percentage(
          'Aandeel doelgroep in het personeel (art. 2.82 Aanbestedingswet)',
          'Share of the target group in the staff (art. 2.82 Aanbestedingswet)',
        ),
      ),
      motivering: text('Motivering van de strategie', 'Grounds for the strategy'),
    },
  },
  toepassing: {
    key: 'toepassing',
    fields: {
      toepassen: yesNo('Social return toepassen', 'Apply social return'),
      percentage: optional(percentage('Percentage', 'Percentage')),
      grondslag: optional(
        choice('Grondslag van het percentage', 'What the percentage is of', [
          'loonsom',
          'opdrachtsom',
          'opdrachtsomExclBtw',
        ]),
      ),
      motivering: text('Afweging van omvang, aard en duur', 'Weighing of size, nature and duration'),
      marktconsultatie: optional(yesNo('Markt geconsulteerd', 'Market consulted')),
    },
  },
  uitvraag: {
    key: 'uitvraag',
    fields: {
      vormen: choices('Vormen van uitvraag', 'Forms of the request', [
        'geschiktheidseis',
        'minimumeis',
        'gunningscriterium',
        'subgunningscriterium',
        'uitvoeringsvoorwaarde',
      ]),
      leidraad: yesNo('Visiestuk of leidraad bijgevoegd', 'Vision paper or guide attached'),
      alleenBanenafspraak: yesNo(
        'Aanbestedingstekst noemt alleen de doelgroep banenafspraak',
        'Tender text names only the banenafspraak target group',
      ),
      publicatiedatum: date('Publicatiedatum', 'Publication date'),
    },
  },
  gunning: {
    key: 'gunning',
    fields: {
      opdrachtnemer: text('Opdrachtnemer', 'Contractor'),
      contractkenmerk: text('Kenmerk van het contract', 'Contract reference'),
      gunningsdatum: date('Gunningsdatum', 'Award date'),
      contractStart: date('Eerste dag van het contract', 'First day of the contract'),
      contractEinde: date('Laatste dag van het contract', 'Last day of the contract'),
      contractwaarde: euro('Contractwaarde (excl. btw)', 'Contract value (excl. VAT)'),
    },
  },
  potentieleBanen: {
    key: 'potentieleBanen',
    fields: {
      aantal: oneOrMore('Aantal mogelijke banen', 'Number of possible jobs'),
      soorten: jobKinds,
      leveranciersPerStapelbaan: optional(oneOrMore('Leveranciers per stapelbaan', 'Suppliers per stacked job')),
      toelichting: text('Toelichting op de banen', 'Explanation of the jobs'),
    },
  },
  besluitvorming: {
    key: 'besluitvorming',
    fields: {
      beslissers: people('Beslissers (functies)', 'Deciders (functions)'),
      extraBudget: euro('Extra budget', 'Extra budget'),
      wezenlijkeWijziging: yesNo('Wezenlijke wijziging van het contract', 'Substantial modification of the contract'),
      getoetstDoor: person('Getoetst door', 'Checked by'),
    },
  },
  rolverdeling: { key: 'rolverdeling', fields: division },
} satisfies Readonly<Record<string, StepRecord>>;
