import { type ChartNode, type ChartTransition } from '../model.js';
import { STAY, suspendable } from '../shared/chart.js';

/** Recurs as long as the contract runs, in step 8 and in step 9. */
const monitoring: Readonly<Record<string, ChartTransition>> = {
  gesprekVastleggen: STAY,
  rapportageOntvangen: STAY,
  jaaropgaveOntvangen: STAY,
  evaluatieVastleggen: STAY,
  contractWijzigen: STAY,
  afronden: { target: 'afgerond' },
};

/** Which state follows which in the handreiking of 2019. */
export const chart: ChartNode = suspendable(
  'doelstelling',
  {
    doelstelling: {
      id: 'doelstelling',
      on: {
        principebesluitNemen: { target: 'voorbereidendGesprek' },
        principebesluitAfwijzen: { target: 'afgewezen' },
        principebesluitUitstellen: STAY,
      },
    },
    voorbereidendGesprek: { id: 'voorbereidendGesprek', on: { voorbereidingAfronden: { target: 'keuzeLeverancier' } } },
    keuzeLeverancier: { id: 'keuzeLeverancier', on: { opdrachtnemerKiezen: { target: 'verkennenMogelijkheden' } } },
    verkennenMogelijkheden: {
      id: 'verkennenMogelijkheden',
      on: { bereidheidVastleggen: { target: 'mogelijkhedenInKaart' }, afscheidNemen: { target: 'afscheid' } },
    },
    mogelijkhedenInKaart: { id: 'mogelijkhedenInKaart', on: { actieplanVaststellen: { target: 'banenRealiseren' } } },
    banenRealiseren: { id: 'banenRealiseren', on: { eersteBaanRealiseren: { target: 'integrerenEnBorgen' } } },
    integrerenEnBorgen: { id: 'integrerenEnBorgen', on: { borgingVaststellen: { target: 'monitorenEnEvalueren' } } },
    monitorenEnEvalueren: {
      id: 'monitorenEnEvalueren',
      on: {
        ...monitoring,
        contractVerlengen: { target: 'aanpakBijAanbestedingen' },
        eindeContractNaderen: { target: 'aanpakBijAanbestedingen' },
      },
    },
    aanpakBijAanbestedingen: {
      id: 'aanpakBijAanbestedingen',
      on: {
        ...monitoring,
        contractVerlengen: STAY,
        volgendeAanbestedingStarten: { target: 'afgerond' },
        monitoringVoortzetten: { target: 'monitorenEnEvalueren' },
      },
    },
  },
  ['afgewezen', 'afscheid', 'afgerond'],
);
