import { sampleData } from '@samenwerkt/engine';

/** The road of every partnership in the benchmark: from principebesluit to monitoring, by a tender, then quarterly talks. */
const ROAD = [
  'principebesluitNemen',
  'werkgroepInstellen',
  'doelstellingenVaststellen',
  'actieplanVaststellen',
  'routeKiezen',
  'inventarisatieAfronden',
  'inkoopstrategieKiezen',
  'toepassingBepalen',
  'uitvraagPubliceren',
  'gunnen',
  'banenInKaartBrengen',
  'besluitVastleggen',
  'eersteBaanRealiseren',
  'rapportageOntvangen',
  'gesprekVastleggen',
  'beleidVaststellen',
];

export const LIFECYCLE = 'stappenplan-2020';
export const CONTRACT = {
  kenmerk: 'B-1',
  titel: 'Schoonmaak stadskantoren',
  categorie: 'schoonmaak',
  soort: 'dienst',
  waarde: '1440000.00',
  loonsom: '900000.00',
  arbeidsaandeel: '62',
  start: '2024-01-01',
  einde: '2027-12-31',
};
export const STEPS = ROAD.map((event) => ({
  event,
  data: { ...sampleData(LIFECYCLE, event), ...(event === 'routeKiezen' ? { route: 'aanbesteding' } : {}) },
}));
