import { type FactTree, type Trace, type Vocabulary } from '../model.js';

const contractAndPartnership: FactTree = {
  vandaag: 'Datum',
  contract: {
    kenmerk: 'string',
    titel: 'string',
    categorie: 'string',
    soort: 'string',
    waarde: 'Euro',
    loonsom: 'Euro',
    arbeidsaandeel: 'Procent',
    start: 'Datum',
    einde: 'Datum',
    looptijdMaanden: 'int',
    procedure: 'string',
  },
  partnerschap: { opdrachtnemer: 'string', coordinator: 'string', backup: 'string', lifecycle: 'string' },
};

/** The records of both lifecycles as the engine offers them to rules, as far as the shipped packs and the tests read them. */
const dossier: FactTree = {
  principebesluit: {
    orgaan: 'string',
    datum: 'Datum',
    uitkomst: 'string',
    doelgroep: 'string',
    coordinator: 'string',
    backup: 'string',
  },
  werkgroep: { coordinator: 'string', backup: 'string', inkoop: 'string', overigeLeden: 'list<string>' },
  doelstellingen: { doelen: 'list<string>', doelgroep: 'string', toelichting: 'string' },
  actieplan: {
    doelEnBesluit: 'string',
    potentieleBanen: 'int',
    soorten: 'list<string>',
    beslissers: 'list<string>',
    leveranciersPerStapelbaan: 'int',
    extraBudget: 'Euro',
    wezenlijkeWijziging: 'bool',
  },
  inventarisatie: { opdracht: 'string', aard: 'string', arbeidscomponent: 'string', marktpotentieel: 'string' },
  inkoopstrategie: { spoor: 'string', instrument: 'string', aandeelDoelgroep: 'Procent', motivering: 'string' },
  toepassing: {
    toepassen: 'bool',
    percentage: 'Procent',
    grondslag: 'string',
    motivering: 'string',
    marktconsultatie: 'bool',
  },
  uitvraag: { vormen: 'list<string>', leidraad: 'bool', alleenBanenafspraak: 'bool', publicatiedatum: 'Datum' },
  gunning: {
    opdrachtnemer: 'string',
    contractkenmerk: 'string',
    gunningsdatum: 'Datum',
    contractStart: 'Datum',
    contractEinde: 'Datum',
    contractwaarde: 'Euro',
  },
  keuze: {
    contracten: 'list<string>',
    shortlist: 'list<string>',
    gekozen: 'list<string>',
    opdrachtnemer: 'string',
    motivering: 'string',
  },
  gesprekken: { eersteGesprek: 'Datum', tweedeGesprek: 'Datum', opdrachtnemer: 'string', uitkomst: 'string' },
  potentieleBanen: { aantal: 'int', soorten: 'list<string>', leveranciersPerStapelbaan: 'int', toelichting: 'string' },
  besluitvorming: { beslissers: 'list<string>', extraBudget: 'Euro', wezenlijkeWijziging: 'bool' },
  rolverdeling: { taken: 'list<string>', inwerken: 'string', begeleiding: 'string', eerstePlaatsing: 'Datum' },
  volgendeAanbesteding: { model: 'string', toelichting: 'string' },
  monitoring: {
    gesprekken: { aantal: 'int', laatste: { datum: 'Datum', periode: 'Datum', verslag: 'string' } },
    rapportages: { aantal: 'int', laatste: { jaar: 'int', kwartaal: 'int', ontvangenOp: 'Datum' } },
    jaaropgaven: { aantal: 'int', laatste: { jaar: 'int', ontvangenOp: 'Datum' } },
    evaluaties: { aantal: 'int', laatste: { datum: 'Datum', soort: 'string', uitkomst: 'string' } },
    wijzigingen: {
      aantal: 'int',
      laatste: {
        datum: 'Datum',
        toestemming: 'bool',
        wezenlijk: 'bool',
        contractwaarde: 'Euro',
        contractEinde: 'Datum',
      },
    },
    verlengingen: { aantal: 'int', laatste: { datum: 'Datum', contractEinde: 'Datum' } },
  },
};

const shared = [
  'principebesluitNemen',
  'actieplanVaststellen',
  'opdrachtnemerKiezen',
  'bereidheidVastleggen',
  'gesprekVastleggen',
  'rapportageOntvangen',
  'jaaropgaveOntvangen',
  'evaluatieVastleggen',
  'contractWijzigen',
  'contractVerlengen',
  'afronden',
];

const only2020 = [
  'werkgroepInstellen',
  'doelstellingenVaststellen',
  'inkoopstrategieKiezen',
  'toepassingBepalen',
  'uitvraagPubliceren',
  'gunnen',
  'banenInKaartBrengen',
  'besluitVastleggen',
];

const only2019 = ['borgingVaststellen', 'volgendeAanbestedingStarten', 'eindeContractNaderen'];

const states2020 = new Set([
  'werkgroep',
  'doelstellingen',
  'realisatie.potentieleBanen',
  'realisatie.besluitvorming',
  'realisatie.rolverdeling',
  'monitoring',
]);

const states2019 = new Set(['doelstelling', 'mogelijkhedenInKaart', 'banenRealiseren', 'monitorenEnEvalueren']);

const roles = new Set([
  'coordinator',
  'projectcoordinator',
  'bestuurder',
  'hrExpert',
  'inkoopexpert',
  'categoriemanager',
  'contractmanager',
  'interneOpdrachtgever',
  'opdrachtnemer',
]);

const once: Trace = { day: false, repeats: false, year: false };
const onADay: Trace = { ...once, day: true };
const again: Trace = { ...onADay, repeats: true };

/** Of the events that the shipped packs and the tests name in a cadence. */
const traces = new Map<string, Trace>([
  ['gunnen', onADay],
  ['besluitVastleggen', once],
  ['actieplanVaststellen', once],
  ['gesprekVastleggen', again],
  ['rapportageOntvangen', again],
  ['jaaropgaveOntvangen', { ...again, year: true }],
  ['evaluatieVastleggen', again],
  ['contractVerlengen', again],
  ['eindeContractNaderen', again],
]);

/** What the engine offers to packs, written out so that packs are tested without the engine. */
export const vocabulary: Vocabulary = {
  engineVersion: '0.1.0',
  cadence: { roles, traces },
  facts: { ...contractAndPartnership, dossier },
  lifecycles: new Map([
    ['stappenplan-2020', { version: '1.0.0', states: states2020, events: new Set([...shared, ...only2020]) }],
    ['stappenplan-2019', { version: '1.0.0', states: states2019, events: new Set([...shared, ...only2019]) }],
  ]),
};
