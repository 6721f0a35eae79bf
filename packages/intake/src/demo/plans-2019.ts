import { type Plan, type Step } from './plan.js';

const uptoChoice: readonly Step[] = ['principebesluitNemen', 'voorbereidingAfronden'];
const uptoPlan: readonly Step[] = [...uptoChoice, 'opdrachtnemerKiezen', 'bereidheidVastleggen'];
const uptoJob: readonly Step[] = [...uptoPlan, 'actieplanVaststellen', 'eersteBaanRealiseren'];
const uptoMonitoring: readonly Step[] = [...uptoJob, 'borgingVaststellen'];

/** One contract for every state of the handreiking of 2019. */
export const plans2019: readonly Plan[] = [
  {
    kenmerk: 'MWD-2026-004',
    pack: 'basis',
    begin: '2026-10-19',
    steps: ['principebesluitUitstellen'],
    states: ['doelstelling'],
  },
  {
    kenmerk: 'MWD-2026-002',
    pack: 'basis',
    begin: '2026-10-05',
    steps: ['principebesluitNemen'],
    states: ['voorbereidendGesprek'],
  },
  { kenmerk: 'MWD-2025-013', pack: 'basis', begin: '2026-09-07', steps: uptoChoice, states: ['keuzeLeverancier'] },
  {
    kenmerk: 'MWD-2025-010',
    pack: 'basis',
    begin: '2026-08-10',
    steps: [...uptoChoice, 'opdrachtnemerKiezen'],
    states: ['verkennenMogelijkheden'],
  },
  { kenmerk: 'MWD-2025-004', pack: 'defensie', begin: '2026-07-06', steps: uptoPlan, states: ['mogelijkhedenInKaart'] },
  {
    kenmerk: 'MWD-2025-011',
    pack: 'basis',
    begin: '2026-05-04',
    steps: [...uptoPlan, 'actieplanVaststellen'],
    states: ['banenRealiseren'],
  },
  { kenmerk: 'MWD-2024-006', pack: 'basis', begin: '2026-03-09', steps: uptoJob, states: ['integrerenEnBorgen'] },
  {
    kenmerk: 'MWD-2024-002',
    pack: 'basis',
    begin: '2024-06-03',
    steps: [...uptoMonitoring, { everyQuarterUntil: '2026-11-01' }],
    states: ['monitorenEnEvalueren'],
  },
  {
    kenmerk: 'MWD-2022-001',
    pack: 'defensie',
    begin: '2022-05-02',
    steps: [
      ...uptoMonitoring,
      { everyQuarterUntil: '2025-06-30' },
      { event: 'contractVerlengen', on: '2025-09-15' },
      { everyQuarterUntil: '2026-11-01' },
    ],
    states: ['aanpakBijAanbestedingen'],
  },
  {
    kenmerk: 'MWD-2024-005',
    pack: 'basis',
    begin: '2025-09-08',
    steps: [
      ...uptoJob,
      { event: 'opschorten', gegevens: { reden: 'Door de droogte ligt het groenonderhoud grotendeels stil.' } },
    ],
    states: ['opgeschort'],
  },
  {
    kenmerk: 'MWD-2024-015',
    pack: 'basis',
    begin: '2025-11-10',
    steps: ['principebesluitAfwijzen'],
    states: ['afgewezen'],
  },
  {
    kenmerk: 'MWD-2024-016',
    pack: 'basis',
    begin: '2025-03-10',
    steps: [...uptoChoice, 'opdrachtnemerKiezen', 'afscheidNemen'],
    states: ['afscheid'],
  },
  {
    kenmerk: 'MWD-2024-004',
    pack: 'basis',
    begin: '2024-05-13',
    steps: [
      ...uptoMonitoring,
      { everyQuarterUntil: '2026-03-31' },
      { event: 'beeindigen', on: '2026-05-18', gegevens: { reden: 'Het contract is in overleg ontbonden.' } },
    ],
    states: ['beeindigd'],
  },
  {
    kenmerk: 'MWD-2021-002',
    pack: 'basis',
    begin: '2021-06-07',
    steps: [
      ...uptoMonitoring,
      { everyQuarterUntil: '2024-12-31' },
      { event: 'eindeContractNaderen', on: '2025-01-06' },
      { everyQuarterUntil: '2025-03-31' },
      { event: 'volgendeAanbestedingStarten', on: '2025-03-17' },
    ],
    states: ['afgerond'],
  },
];
