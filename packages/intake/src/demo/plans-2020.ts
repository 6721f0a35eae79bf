import { type Plan, type Step } from './plan.js';

const uptoPlan: readonly Step[] = ['principebesluitNemen', 'werkgroepInstellen', 'doelstellingenVaststellen'];
const uptoRoute: readonly Step[] = [...uptoPlan, 'actieplanVaststellen'];

function route(name: 'aanbesteding' | 'bestaandeOvereenkomst' | 'beide'): readonly Step[] {
  return [...uptoRoute, { event: 'routeKiezen', gegevens: { route: name } }];
}

const strategy: readonly Step[] = ['inventarisatieAfronden', 'inkoopstrategieKiezen'];
const request: readonly Step[] = [...strategy, 'toepassingBepalen', 'uitvraagPubliceren'];
/** Under Maatwerk voor Mensen opportunities are explored; there is no percentage. */
const requestWithoutPercentage: readonly Step[] = [
  ...strategy,
  { event: 'toepassingBepalen', gegevens: { percentage: undefined, grondslag: undefined } },
  'uitvraagPubliceren',
];
const partner: readonly Step[] = ['opdrachtnemerKiezen', 'bereidheidVastleggen'];
const jobs: readonly Step[] = ['banenInKaartBrengen', 'besluitVastleggen', 'eersteBaanRealiseren'];

const tender = 'verkenning.aanbesteding';
const existing = 'verkenning.bestaandeOvereenkomst';
const anchoring = ['borging.beleid', 'borging.specialist', 'borging.bestuur', 'borging.resultaten'];

/** Monitoring with the first parts of anchoring done, in the order of the handreiking. */
function monitoring(done: number): readonly string[] {
  return ['monitoring', ...anchoring.map((part, index) => `${part}.${index < done ? 'gereed' : 'open'}`)];
}

/** One contract for every state of the handreiking of 2020, and some more in monitoring. */
export const plans2020: readonly Plan[] = [
  {
    kenmerk: 'MWD-2025-003',
    pack: 'basis',
    begin: '2026-10-05',
    steps: ['principebesluitUitstellen'],
    states: ['principebesluit'],
  },
  {
    kenmerk: 'MWD-2025-006',
    pack: 'basis',
    begin: '2026-10-12',
    steps: ['principebesluitNemen'],
    states: ['werkgroep'],
  },
  {
    kenmerk: 'MWD-2025-007',
    pack: 'basis',
    begin: '2026-09-14',
    steps: ['principebesluitNemen', 'werkgroepInstellen'],
    states: ['doelstellingen'],
  },
  { kenmerk: 'MWD-2025-008', pack: 'basis', begin: '2026-08-24', steps: uptoPlan, states: ['actieplan'] },
  { kenmerk: 'MWD-2025-012', pack: 'basis', begin: '2026-08-03', steps: uptoRoute, states: ['draagvlak'] },
  {
    kenmerk: 'MWD-2027-002',
    pack: 'basis',
    begin: '2026-06-01',
    steps: route('aanbesteding'),
    states: [`${tender}.inventarisatie`, `${existing}.nietGekozen`],
  },
  {
    kenmerk: 'MWD-2025-001',
    pack: 'utrecht-bouwblokken',
    begin: '2026-03-02',
    steps: [...route('beide'), 'inventarisatieAfronden', 'opdrachtnemerKiezen'],
    states: [`${tender}.inkoopstrategie`, `${existing}.gesprekken`],
  },
  {
    kenmerk: 'MWD-2025-009',
    pack: 'basis',
    begin: '2025-09-01',
    steps: [
      ...route('beide'),
      ...partner,
      ...request,
      { event: 'nietGunnen', gegevens: { vervolg: 'opnieuwUitvragen', reden: 'Geen inschrijving haalde de norm.' } },
    ],
    states: [`${tender}.toepassing`, `${existing}.bereid`],
  },
  {
    kenmerk: 'MWD-2027-003',
    pack: 'basis',
    begin: '2026-02-02',
    steps: [...route('beide'), 'opdrachtnemerKiezen', 'afscheidNemen', ...strategy, 'toepassingBepalen'],
    states: [`${tender}.uitvraag`, `${existing}.afscheidGenomen`],
  },
  {
    kenmerk: 'MWD-2027-001',
    pack: 'rijk-maatwerk-voor-mensen',
    begin: '2026-02-16',
    steps: [
      ...route('beide'),
      {
        event: 'routeStaken',
        gegevens: { route: 'bestaandeOvereenkomst', reden: 'Het lopende contract eindigt te snel.' },
      },
      ...requestWithoutPercentage,
    ],
    states: [`${tender}.gunning`, `${existing}.gestaakt`],
  },
  {
    kenmerk: 'MWD-2026-001',
    pack: 'basis',
    begin: '2025-03-03',
    steps: [...route('beide'), ...request, 'gunnen'],
    states: [`${tender}.gegund`, `${existing}.keuze`],
  },
  {
    kenmerk: 'MWD-2026-003',
    pack: 'basis',
    begin: '2025-04-07',
    steps: [
      ...route('beide'),
      ...request,
      { event: 'nietGunnen', gegevens: { vervolg: 'stoppen', reden: 'De begeleiding bleek niet te betalen.' } },
      { event: 'opdrachtnemerKiezen', on: '2026-04-20' },
    ],
    states: [`${tender}.nietGegund`, `${existing}.gesprekken`],
  },
  {
    kenmerk: 'MWD-2025-005',
    pack: 'basis',
    begin: '2026-04-13',
    steps: [
      ...route('beide'),
      { event: 'routeStaken', gegevens: { route: 'aanbesteding', reden: 'De aanbesteding schuift een jaar op.' } },
      'opdrachtnemerKiezen',
    ],
    states: [`${tender}.gestaakt`, `${existing}.gesprekken`],
  },
  {
    kenmerk: 'MWD-2025-002',
    pack: 'rijksschoonmaak',
    begin: '2026-06-15',
    steps: route('bestaandeOvereenkomst'),
    states: [`${tender}.nietGekozen`, `${existing}.keuze`],
  },
  {
    kenmerk: 'MWD-2024-009',
    pack: 'rijk-maatwerk-voor-mensen',
    begin: '2026-04-06',
    steps: [...route('bestaandeOvereenkomst'), ...partner],
    states: ['realisatie.potentieleBanen'],
  },
  {
    kenmerk: 'MWD-2024-008',
    pack: 'basis',
    begin: '2026-02-09',
    steps: [...route('bestaandeOvereenkomst'), ...partner, 'banenInKaartBrengen'],
    states: ['realisatie.besluitvorming'],
  },
  {
    kenmerk: 'MWD-2024-007',
    pack: 'basis',
    begin: '2026-01-12',
    steps: [...route('bestaandeOvereenkomst'), ...partner, 'banenInKaartBrengen', 'besluitVastleggen'],
    states: ['realisatie.rolverdeling'],
  },
  {
    kenmerk: 'MWD-2024-001',
    pack: 'basis',
    begin: '2024-02-05',
    steps: [
      ...route('bestaandeOvereenkomst'),
      ...partner,
      ...jobs,
      { everyQuarterUntil: '2025-06-30' },
      { event: 'evaluatieVastleggen', on: '2025-09-08' },
      { event: 'beleidVaststellen', on: '2025-09-15' },
      { event: 'specialistAanstellen', on: '2025-09-22' },
      { event: 'bestuurBetrekken', on: '2025-09-29' },
      { everyQuarterUntil: '2026-06-30' },
      { event: 'resultatenDelen', on: '2026-09-07' },
      { everyQuarterUntil: '2026-11-01' },
    ],
    states: monitoring(4),
  },
  {
    kenmerk: 'MWD-2024-003',
    pack: 'utrecht-bouwblokken',
    begin: '2023-06-05',
    steps: [
      ...route('aanbesteding'),
      ...request,
      'gunnen',
      ...jobs,
      { everyQuarterUntil: '2025-03-31' },
      { event: 'contractWijzigen', on: '2025-06-02' },
      { event: 'beleidVaststellen', on: '2025-06-16' },
      { everyQuarterUntil: '2026-11-01' },
    ],
    states: monitoring(1),
  },
  {
    // Nothing on record since the spring of 2026: the conversations and reports after that are overdue.
    kenmerk: 'MWD-2024-010',
    pack: 'basis',
    begin: '2023-09-04',
    steps: [
      ...route('aanbesteding'),
      ...request,
      'gunnen',
      ...jobs,
      { everyQuarterUntil: '2025-03-31' },
      { event: 'opschorten', on: '2025-06-02' },
      { event: 'hervatten', on: '2025-08-25' },
      { event: 'coordinatorOverdragen', on: '2025-09-01' },
      { everyQuarterUntil: '2026-04-30' },
    ],
    states: monitoring(0),
  },
  {
    kenmerk: 'MWD-2024-011',
    pack: 'basis',
    begin: '2024-09-02',
    steps: [
      ...route('bestaandeOvereenkomst'),
      ...partner,
      ...jobs,
      { everyQuarterUntil: '2026-07-31' },
      { event: 'opschorten', on: '2026-09-21', gegevens: { reden: 'Het sorteerstation is na een brand gesloten.' } },
    ],
    states: ['opgeschort'],
  },
  {
    kenmerk: 'MWD-2024-014',
    pack: 'basis',
    begin: '2026-05-11',
    steps: ['principebesluitAfwijzen'],
    states: ['afgewezen'],
  },
  {
    kenmerk: 'MWD-2024-012',
    pack: 'basis',
    begin: '2025-10-06',
    steps: [...route('bestaandeOvereenkomst'), 'opdrachtnemerKiezen', 'afscheidNemen'],
    states: ['afscheid'],
  },
  {
    kenmerk: 'MWD-2027-004',
    pack: 'basis',
    begin: '2026-03-16',
    steps: [
      ...route('aanbesteding'),
      ...request,
      { event: 'nietGunnen', gegevens: { vervolg: 'stoppen', reden: 'Er kwam geen enkele offerte.' } },
    ],
    states: ['nietGegund'],
  },
  {
    kenmerk: 'MWD-2024-013',
    pack: 'basis',
    begin: '2025-11-03',
    steps: [
      ...route('bestaandeOvereenkomst'),
      ...partner,
      'banenInKaartBrengen',
      { event: 'beeindigen', gegevens: { reden: 'Het werk is bijna klaar; een plaatsing heeft geen zin meer.' } },
    ],
    states: ['beeindigd'],
  },
  {
    kenmerk: 'MWD-2021-001',
    pack: 'rijksschoonmaak',
    begin: '2021-09-06',
    steps: [
      ...route('bestaandeOvereenkomst'),
      ...partner,
      ...jobs,
      { everyQuarterUntil: '2025-06-30' },
      { event: 'evaluatieVastleggen', on: '2025-07-07', gegevens: { soort: 'eind' } },
      { event: 'rapportageOntvangen', on: '2025-07-14' },
      { event: 'jaaropgaveOntvangen', on: '2026-01-19' },
      { event: 'afronden', on: '2026-02-02' },
    ],
    states: ['afgerond'],
  },
];
