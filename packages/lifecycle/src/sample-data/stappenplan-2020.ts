import { actions, coordination, decision, goal, laterSamples, stepSamples, type Samples } from './shared.js';

/** Valid data for every event of the lifecycle of 2020. */
export const samples2020: Samples = {
  ...stepSamples,
  ...laterSamples,
  dossierAanvullen: { principebesluit: { doel: goal } },
  principebesluitNemen: { ...decision, uitkomst: 'genomen', doel: goal },
  werkgroepInstellen: {
    ...coordination,
    inkoop: 'Inkoopadviseur',
    hr: 'Adviseur HR banenafspraak',
    contractmanager: 'Contractmanager facilitair',
    interneOpdrachtgever: 'Facilitair manager',
    overigeLeden: ['Adviseur maatschappelijk verantwoord inkopen'],
  },
  doelstellingenVaststellen: {
    doelen: ['Voor eind 2024 twee duurzame banen', 'Ervaring opdoen voor het inkoopbeleid'],
    doelgroep: 'doelgroepregister',
    toelichting: 'De banen tellen mee voor de banenafspraak',
  },
  actieplanVaststellen: {
    doelEnBesluit: 'Uitvoering van het principebesluit van 15 mei 2023: twee banen in 2024',
    taakverdeling: ['Coördinator: voortgang', 'Inkoopadviseur: contracten', 'Adviseur HR: doelgroep en begeleiding'],
    acties: actions,
    overlegafspraken: 'De werkgroep komt elke zes weken bij elkaar; na een half jaar volgt een terugblik',
    externePartijen: ['UWV', 'Werkgeversservicepunt'],
  },
  routeKiezen: {
    route: 'beide',
    ambassadeur: 'Directeur bedrijfsvoering',
    stakeholders: ['Afdelingshoofden facilitair', 'Ondernemingsraad'],
    businesscase: 'Twee banen tegenover de kosten van begeleiding, met de waarde voor de organisatie',
  },
  inventarisatieAfronden: {
    opdracht: 'Schoonmaak van de hoofdlocatie vanaf 2024',
    aard: 'dienst',
    arbeidscomponent: 'Ongeveer 80 procent loonkosten, vooral uitvoerend werk',
    marktpotentieel: 'De meeste schoonmaakbedrijven hebben ervaring met de doelgroep',
  },
  inkoopstrategieKiezen: {
    spoor: 'socialReturn',
    instrument: 'socialReturn',
    motivering: 'Voor deze omvang zijn er te weinig sociaal ondernemers in de regio',
  },
  toepassingBepalen: {
    toepassen: true,
    percentage: '5',
    grondslag: 'loonsom',
    motivering: 'Omvang boven de drempel, arbeidsintensief werk en een looptijd van drie jaar',
    marktconsultatie: true,
  },
  uitvraagPubliceren: {
    vormen: ['gunningscriterium', 'uitvoeringsvoorwaarde'],
    leidraad: true,
    alleenBanenafspraak: false,
    publicatiedatum: '2023-08-28',
  },
  gunnen: {
    opdrachtnemer: 'Schoonmaakbedrijf De Linde',
    contractkenmerk: 'SCH-2024-001',
    gunningsdatum: '2023-11-20',
    contractStart: '2024-01-01',
    contractEinde: '2026-12-31',
    contractwaarde: '1440000.00',
  },
  nietGunnen: { reden: 'Geen enkele inschrijving voldeed aan de eisen', vervolg: 'stoppen' },
  routeStaken: { route: 'aanbesteding', reden: 'De aanbesteding is een jaar uitgesteld' },
  banenInKaartBrengen: {
    aantal: 2,
    soorten: ['uitstroom', 'stapelbaan'],
    leveranciersPerStapelbaan: 2,
    toelichting: 'Eén baan door pensionering, één door taken van schoonmaak en catering te bundelen',
  },
  besluitVastleggen: {
    beslissers: ['Directeur bedrijfsvoering', 'Regiodirecteur opdrachtnemer'],
    extraBudget: '7500.00',
    wezenlijkeWijziging: false,
    getoetstDoor: 'Aanbestedingsjurist',
  },
  beleidVaststellen: { titel: 'Beleidskader social return 2025-2028', datum: '2025-01-27' },
  specialistAanstellen: { functie: 'Adviseur social return', datum: '2025-02-03' },
  bestuurBetrekken: {
    orgaan: 'College van bestuur',
    datum: '2025-02-10',
    toezegging: 'Social return is een vast onderwerp in de jaarlijkse inkoopplanning',
  },
  resultatenDelen: {
    datum: '2025-04-08',
    publiek: 'Alle medewerkers en opdrachtnemers',
    kanaal: 'Jaarverslag en intranet',
  },
};
