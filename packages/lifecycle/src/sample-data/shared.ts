/** Data of one event, or of every event by id. */
export type Data = Readonly<Record<string, unknown>>;
export type Samples = Readonly<Record<string, Data>>;

export const decision = {
  orgaan: 'College van bestuur',
  datum: '2023-05-15',
  reden: 'De organisatie wil haar aandeel in de banenafspraak ook via inkoop waarmaken',
};

export const goal = 'Ruimte om met opdrachtnemers banen te maken voor mensen uit het doelgroepregister';

export const coordination = { coordinator: 'Coördinator social return', backup: 'Adviseur HR banenafspraak' };

export const actions = [
  {
    actie: 'Lopende contracten doorlichten op arbeidsintensief werk',
    eigenaar: 'Inkoopadviseur',
    deadline: '2024-02-29',
  },
  { actie: 'Werkplekken op de locatie in beeld brengen', eigenaar: 'Facilitair manager', deadline: '2024-03-31' },
];

/** Of the steps that both handreikingen have. */
export const stepSamples: Samples = {
  principebesluitAfwijzen: {
    ...decision,
    uitkomst: 'afgewezen',
    reden: 'Er is dit jaar geen capaciteit bij inkoop en HR',
  },
  principebesluitUitstellen: { ...decision, uitkomst: 'uitgesteld', reden: 'Eerst wordt de begroting vastgesteld' },
  opdrachtnemerKiezen: {
    contracten: [
      'Schoonmaak, € 480.000 per jaar, loopt tot en met 2026, één jaar verlengbaar',
      'Catering, € 310.000 per jaar, loopt tot en met 2025',
      'Groenvoorziening, € 220.000 per jaar, loopt tot en met 2027',
    ],
    shortlist: ['Schoonmaakbedrijf De Linde', 'Catering Het Gerecht', 'Groenbedrijf De Berm'],
    gekozen: ['Schoonmaakbedrijf De Linde'],
    opdrachtnemer: 'Schoonmaakbedrijf De Linde',
    motivering: 'Veel uitvoerend werk op onze locatie, en al ervaring met begeleiding op de werkvloer',
  },
  bereidheidVastleggen: {
    opdrachtnemer: 'Schoonmaakbedrijf De Linde',
    eersteGesprek: '2024-01-16',
    tweedeGesprek: '2024-02-13',
    deelnemers: [
      'Relatiemanager opdrachtnemer',
      'HR-manager opdrachtnemer',
      'Contractmanager',
      'Adviseur HR banenafspraak',
    ],
    agenda: ['Doel en gewenste samenwerking', 'Ervaring met social return', 'Ruimte binnen het contract'],
    uitkomst: 'Beide partijen willen in 2024 twee banen realiseren en werken een voorstel uit',
  },
  afscheidNemen: {
    reden: 'De opdrachtnemer krimpt dit jaar in en kan geen begeleiding bieden',
    adviesVolgendeAanbesteding: 'Vraag social return uit als gunningscriterium en geef een jaar aanlooptijd',
  },
  eersteBaanRealiseren: {
    taken: ['Opdrachtnemer werft en begeleidt', 'Facilitair manager richt de werkplek in'],
    inwerken: 'Vier weken meelopen met een vaste collega, daarna zelfstandig op een eigen verdieping',
    begeleiding: 'Jobcoach van de opdrachtnemer, wekelijks op de locatie',
    eerstePlaatsing: '2024-04-02',
  },
};

/** Of monitoring, and of what is possible all along. */
export const laterSamples: Samples = {
  gesprekVastleggen: {
    datum: '2024-06-18',
    deelnemers: [
      { functie: 'Contractmanager' },
      { functie: 'Relatiemanager opdrachtnemer', toelichting: 'Ook namens de onderaannemer' },
      { functie: 'Coördinator social return' },
    ],
    verslag: 'De eerste plaatsing verloopt goed; voor de tweede baan loopt de werving',
    afspraken: [
      {
        afspraak: 'Twee kandidaten voor de tweede baan voorstellen',
        eigenaar: 'Relatiemanager opdrachtnemer',
        datum: '2024-07-31',
      },
    ],
  },
  rapportageOntvangen: { jaar: 2024, kwartaal: 2, ontvangenOp: '2024-07-08' },
  jaaropgaveOntvangen: { jaar: 2024, verloondeUren: '1331.00', ontvangenOp: '2025-02-17' },
  evaluatieVastleggen: {
    datum: '2025-03-11',
    soort: 'tussentijds',
    uitkomst: 'Een vaste begeleider op de werkvloer maakt het verschil; die blijft',
  },
  contractWijzigen: {
    datum: '2025-06-02',
    omschrijving: 'De ochtendronde op de begane grond komt erbij, zodat een volledige baan ontstaat',
    toestemming: true,
    wezenlijk: false,
    contractwaarde: '1475000.00',
  },
  contractVerlengen: {
    datum: '2026-05-11',
    contractEinde: '2027-12-31',
    socialReturnAfspraak: 'De twee banen blijven en er komt een leerwerkplek bij',
  },
  afronden: {
    toelichting: 'Twee duurzame banen; de aanpak gaat mee naar het volgende contract',
    datum: '2026-12-31',
  },
  opschorten: { reden: 'De locatie is gesloten wegens een verbouwing', verwachteHervatting: '2025-09-01' },
  hervatten: { toelichting: 'De verbouwing is klaar en het werk op de locatie is weer begonnen' },
  coordinatorOverdragen: {
    coordinator: 'Adviseur HR banenafspraak',
    backup: 'Inkoopadviseur',
    reden: 'De coördinator krijgt een andere functie',
  },
  beeindigen: { reden: 'Het contract is in overleg ontbonden' },
};
