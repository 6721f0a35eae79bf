import { addMonths, lastDayOf, plainDate } from '@samenwerkt/calendar';
import { type ContractRow } from '../contracts/contract-row.js';

type Data = Readonly<Record<string, unknown>>;

/** People of the fictional gemeente Merwedam who look after contracts; the first is the coordinator with whom the demo signs in. */
const coordinators = [
  { coordinator: 'Sanne de Wit', backup: 'Joris Hendriks', door: 'coördinator social return' },
  { coordinator: 'Joris Hendriks', backup: 'Sanne de Wit', door: 'adviseur social return bedrijfsvoering' },
  { coordinator: 'Fatima el Idrissi', backup: 'Sanne de Wit', door: 'adviseur social return sociaal domein' },
];

const reports = [
  'De plaatsingen lopen goed; de begeleider komt wekelijks langs.',
  'Eén kandidaat is doorgestroomd naar een vaste baan; de opvolger begint volgende maand.',
  'De rapportage klopt met de planning. De vakantieperiode vraagt om extra begeleiding.',
  'Er is ruimte voor een leerwerkplek; de opdrachtnemer zoekt een leermeester.',
];

/** The contract an event belongs to, and the day it happens on. */
interface Moment {
  readonly row: ContractRow;
  /** ISO date. */
  readonly on: string;
  /** How many events came before; gives texts some variety. */
  readonly index: number;
}

/**
 * Where the data of an event must differ from the sample: the dates of this partnership and the facts of its contract.
 * A value of undefined leaves the field out; a field that the sample does not have is left out too.
 */
export function fitting(event: string, moment: Moment): Data {
  return Object.hasOwn(fits, event) ? (fits[event]?.(moment) ?? {}) : {};
}

const decision = ({ on }: Moment): Data => ({ orgaan: 'College van burgemeester en wethouders', datum: on });
const dated = ({ on }: Moment): Data => ({ datum: on });

const fits: Readonly<Record<string, (moment: Moment) => Data>> = {
  principebesluitAfwijzen: decision,
  principebesluitUitstellen: decision,
  // The plan of 2019 names the coordinator here; that of 2020 does so in its second step and has no such field.
  principebesluitNemen: (moment) => ({ ...decision(moment), ...coordination(moment.row) }),
  werkgroepInstellen: ({ row }) => coordination(row),
  doelstellingenVaststellen: ({ on }) => ({ doelen: [`Twee duurzame banen voor eind ${yearOf(on) + 1}`] }),
  actieplanVaststellen: (moment) => ({
    doelEnBesluit: `Uitvoering van het besluit van het college voor ${moment.row.facts.titel.toLowerCase()}`,
    acties: actions(moment),
  }),
  voorbereidingAfronden: dated,
  inventarisatieAfronden: ({ row: { facts } }) => ({
    opdracht: facts.titel,
    aard: facts.soort,
    arbeidscomponent: `Ongeveer ${facts.arbeidsaandeel ?? '50'} procent van de opdracht is arbeid.`,
    marktpotentieel: 'Verschillende aanbieders werken al met de doelgroep.',
  }),
  toepassingBepalen: ({ row: { facts } }) => ({
    percentage: Number(facts.arbeidsaandeel ?? '50') < 50 ? '2' : '5',
    grondslag: facts.loonsom === undefined ? 'opdrachtsom' : 'loonsom',
    motivering: 'Naar omvang, aard en duur van de opdracht.',
  }),
  uitvraagPubliceren: ({ on }) => ({ publicatiedatum: on }),
  gunnen: ({ row: { leverancier, facts }, on }) => ({
    opdrachtnemer: leverancier,
    contractkenmerk: facts.kenmerk,
    gunningsdatum: on,
    contractStart: facts.start,
    contractEinde: facts.einde,
    contractwaarde: facts.waarde,
  }),
  opdrachtnemerKiezen: ({ row: { leverancier, facts } }) => ({
    contracten: [`${facts.titel} (${facts.categorie}, tot ${facts.einde ?? 'onbekend'})`],
    shortlist: [leverancier],
    gekozen: [leverancier],
    opdrachtnemer: leverancier,
    motivering: 'Uitvoerend werk op onze locaties, en al contact over begeleiding op de werkvloer.',
  }),
  bereidheidVastleggen: ({ row, on }) => ({
    opdrachtnemer: row.leverancier,
    eersteGesprek: daysAfter(on, -28),
    tweedeGesprek: daysAfter(on, -7),
    uitkomst: 'Beide partijen willen verder en werken een voorstel uit.',
  }),
  banenInKaartBrengen: () => ({ toelichting: 'Eén baan door pensionering, één door losse taken te bundelen.' }),
  eersteBaanRealiseren: ({ on }) => ({ eerstePlaatsing: on }),
  gesprekVastleggen: ({ on, index }) => ({
    datum: on,
    periode: lastDayOfQuarterBefore(on),
    verslag: reports[index % reports.length],
    afspraken: undefined,
  }),
  rapportageOntvangen: ({ on }) => ({ ...quarterBefore(on), ontvangenOp: on }),
  jaaropgaveOntvangen: ({ on, index }) => ({
    jaar: yearOf(on) - 1,
    verloondeUren: `${1331 + 117 * (index % 8)}.00`,
    ontvangenOp: on,
  }),
  evaluatieVastleggen: dated,
  contractWijzigen: ({ on }) => ({
    datum: on,
    omschrijving: 'Extra ochtendronde, zodat een volledige baan ontstaat.',
    contractwaarde: undefined,
  }),
  contractVerlengen: ({ row, on }) => ({ datum: on, contractEinde: addMonths(row.facts.einde ?? on, 24) }),
  afronden: dated,
  eindeContractNaderen: dated,
  beleidVaststellen: ({ on }) => ({ titel: `Beleidskader social return vanaf ${yearOf(on)}`, datum: on }),
  specialistAanstellen: dated,
  bestuurBetrekken: decision,
  resultatenDelen: dated,
  opschorten: ({ on }) => ({ verwachteHervatting: daysAfter(on, 90) }),
  coordinatorOverdragen: () => ({ coordinator: 'Fatima el Idrissi', backup: 'Joris Hendriks' }),
};

/** Who looks after a contract: one of three, and always the same one. */
export function coordination({ line }: ContractRow): (typeof coordinators)[number] {
  const [first, second = first, third = first] = coordinators;
  return [first, second, third][line % coordinators.length] ?? { coordinator: '', backup: '', door: '' };
}

function actions({ row, on }: Moment): readonly Data[] {
  return [
    {
      actie: `Werk in ${row.facts.categorie} in beeld brengen`,
      eigenaar: 'contractmanager',
      deadline: daysAfter(on, 42),
    },
    { actie: 'Begeleiding op de werkvloer regelen', eigenaar: 'adviseur HR', deadline: daysAfter(on, 84) },
  ];
}

function quarterBefore(on: string): Data {
  const date = plainDate(on).subtract({ months: 3 });
  return { jaar: date.year, kwartaal: Math.ceil(date.month / 3) };
}

function lastDayOfQuarterBefore(on: string): string {
  const { year, month } = plainDate(on).subtract({ months: 3 });
  return lastDayOf(year, Math.ceil(month / 3) * 3);
}

function yearOf(on: string): number {
  return plainDate(on).year;
}

export function daysAfter(on: string, days: number): string {
  return plainDate(on).add({ days }).toString();
}
