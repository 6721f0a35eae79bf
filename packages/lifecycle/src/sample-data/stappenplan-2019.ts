import { actions, coordination, decision, goal, laterSamples, stepSamples, type Samples } from './shared.js';

/** Valid data for every event of the lifecycle of 2019. */
export const samples2019: Samples = {
  ...stepSamples,
  ...laterSamples,
  dossierAanvullen: { principebesluit: { doel: goal } },
  principebesluitNemen: {
    ...decision,
    ...coordination,
    uitkomst: 'genomen',
    doel: goal,
    doelgroep: 'doelgroepregister',
    draagvlak: ['Directeur bedrijfsvoering', 'Hoofd inkoop', 'Hoofd HR'],
  },
  voorbereidingAfronden: {
    datum: '2023-09-12',
    deelnemers: ['Adviseur HR banenafspraak', 'Inkoopadviseur'],
    aanpak: 'Beginnen met facilitaire contracten waarin veel uitvoerend werk zit',
    afspraken: ['Inkoop levert in oktober een overzicht van contracten', 'HR beschrijft welke begeleiding mogelijk is'],
  },
  actieplanVaststellen: {
    doelEnBesluit: 'Twee banen in 2024 bij de schoonmaak van de hoofdlocatie',
    potentieleBanen: 2,
    soorten: ['uitstroom', 'stapelbaan'],
    leveranciersPerStapelbaan: 2,
    beslissers: ['Directeur bedrijfsvoering', 'Regiodirecteur opdrachtnemer'],
    extraBudget: '7500.00',
    wezenlijkeWijziging: false,
    acties: actions,
  },
  borgingVaststellen: {
    ambitieplan: 'Elk jaar één opdrachtnemer erbij, te beginnen met de catering',
    eigenaren: ['Hoofd inkoop', 'Hoofd HR'],
    inkoopbeleid: 'Bij elke verlenging en elk optiejaar komt social return ter sprake',
  },
  eindeContractNaderen: { datum: '2026-03-02' },
  volgendeAanbestedingStarten: {
    model: 'modelA',
    toelichting: 'De begeleiding op de werkvloer en het kwartaalgesprek gaan mee als eis',
  },
  monitoringVoortzetten: { toelichting: 'Het contract is met een jaar verlengd' },
};
