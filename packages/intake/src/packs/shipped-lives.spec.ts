import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import {
  decide,
  loadPolicy,
  sampleData,
  start,
  type Decision,
  type Partnership,
  type Policy,
} from '@samenwerkt/engine';
import { readPackFolder } from './pack-folder.js';

const root = fileURLToPath(new URL('../../../../', import.meta.url));
const coordinator = { id: 'coordinator', roles: ['coordinator'] as const };

type Data = Readonly<Record<string, unknown>>;

/** An event on a day, with where its data differs from the sample. */
type Told = readonly [on: string, event: string, instead?: Data];

const contract = {
  kenmerk: 'RIJK-2021-001',
  titel: 'Schoonmaak en bewaking',
  categorie: 'facilitair',
  soort: 'dienst' as const,
  waarde: '1440000.00',
  loonsom: '900000.00',
  start: '2021-03-01',
  einde: '2023-02-28',
};

const award = {
  gunningsdatum: '2021-02-01',
  contractStart: contract.start,
  contractEinde: contract.einde,
  contractwaarde: contract.waarde,
};

const preparation: readonly Told[] = [
  ['2020-09-01', 'principebesluitNemen'],
  ['2020-09-08', 'werkgroepInstellen'],
  ['2020-09-15', 'doelstellingenVaststellen'],
  ['2020-09-22', 'actieplanVaststellen'],
  ['2020-09-29', 'routeKiezen', { route: 'aanbesteding' }],
  ['2020-10-06', 'inventarisatieAfronden'],
  ['2020-10-13', 'inkoopstrategieKiezen'],
];

const delivery: readonly Told[] = [
  ['2021-02-01', 'gunnen', award],
  ['2021-03-08', 'banenInKaartBrengen'],
  ['2021-03-15', 'besluitVastleggen'],
  ['2021-04-12', 'eersteBaanRealiseren', { eerstePlaatsing: '2021-04-12' }],
];

const closing: readonly Told[] = [
  ['2022-02-14', 'jaaropgaveOntvangen', { jaar: 2021, ontvangenOp: '2022-02-14' }],
  ['2022-03-14', 'gesprekVastleggen', { datum: '2022-03-14' }],
  ['2022-06-13', 'contractVerlengen', { datum: '2022-06-13', contractEinde: '2023-12-31' }],
  ['2024-02-12', 'jaaropgaveOntvangen', { jaar: 2023, ontvangenOp: '2024-02-12' }],
  ['2024-02-19', 'evaluatieVastleggen', { datum: '2024-02-19', soort: 'eind' }],
  ['2024-03-04', 'afronden', { datum: '2024-03-04' }],
];

const nineSteps: readonly Told[] = [
  ['2021-03-08', 'principebesluitNemen'],
  ['2021-03-15', 'voorbereidingAfronden'],
  ['2021-03-22', 'opdrachtnemerKiezen'],
  ['2021-04-06', 'bereidheidVastleggen'],
  ['2021-04-12', 'actieplanVaststellen'],
  ['2021-05-10', 'eersteBaanRealiseren', { eerstePlaatsing: '2021-05-10' }],
  ['2021-06-14', 'borgingVaststellen'],
];

const withoutPercentage = { percentage: undefined, grondslag: undefined };
const ofContractSum = { percentage: '5', grondslag: 'opdrachtsomExclBtw' };

/** A life by the handreiking of 2020, with a tender. */
function tendered(toepassing: Data, vormen: readonly string[]): readonly Told[] {
  return [
    ...preparation,
    ['2020-10-20', 'toepassingBepalen', toepassing],
    ['2020-11-16', 'uitvraagPubliceren', { vormen, publicatiedatum: '2020-11-16' }],
    ...delivery,
    ...closing,
  ];
}

const lives: readonly (readonly [pack: string, lifecycle: string, told: readonly Told[], warned: readonly string[]])[] =
  [
    ['rijk-maatwerk-voor-mensen', 'stappenplan-2020', tendered(withoutPercentage, ['gunningscriterium']), []],
    ['rijk-maatwerk-voor-mensen', 'stappenplan-2020', tendered(ofContractSum, ['gunningscriterium']), ['RM-04']],
    ['rijk-maatwerk-voor-mensen', 'stappenplan-2019', [...nineSteps, ...nextTender('modelA')], ['RM-07']],
    ['defensie', 'stappenplan-2020', tendered(withoutPercentage, ['gunningscriterium']), []],
    ['defensie', 'stappenplan-2020', tendered(ofContractSum, ['gunningscriterium']), ['DF-04']],
    ['defensie', 'stappenplan-2019', [...nineSteps, ...nextTender('modelB')], ['DF-05']],
    ['rijksschoonmaak', 'stappenplan-2020', tendered(ofContractSum, ['subgunningscriterium']), ['RS-02']],
    ['rijksschoonmaak', 'stappenplan-2020', tendered(ofContractSum, ['minimumeis']), ['RS-02', 'RS-04', 'RS-05']],
    ['rijksschoonmaak', 'stappenplan-2019', [...nineSteps, ...nextTender('modelA')], ['RS-07']],
  ];

function nextTender(model: string): readonly Told[] {
  return [
    ['2022-11-14', 'eindeContractNaderen', { datum: '2022-11-14' }],
    ['2022-12-12', 'volgendeAanbestedingStarten', { model }],
  ];
}

describe('a whole partnership under the packs of central government', () => {
  it.each(lives)('%s, %s: ends afgerond, and warns where the policy advises', (pack, lifecycle, told, warned) => {
    const { partnership, warnings } = lived(policyOf(pack), lifecycle, told);
    expect(partnership.states).toEqual(['afgerond']);
    expect(warnings).toEqual(warned);
  });

  it.each(['rijk-maatwerk-voor-mensen', 'defensie', 'rijksschoonmaak'])(
    '%s, stappenplan-2019: ends afgerond after the contract, with its last statement and evaluation',
    (pack) => {
      const told = [...nineSteps, ...closing.slice(0, 2), ...closing.slice(3)];
      const { partnership, warnings } = lived(policyOf(pack), 'stappenplan-2019', told);
      expect(partnership.states).toEqual(['afgerond']);
      expect(warnings).toEqual([]);
    },
  );
});

describe('what the packs of central government refuse on the way', () => {
  const uptoDecision = preparation.length;

  it.each<[string, string, readonly Told[], Told, readonly string[]]>([
    [
      'an unreasoned refusal of social return above the threshold',
      'rijk-maatwerk-voor-mensen',
      preparation,
      ['2020-10-20', 'toepassingBepalen', { ...withoutPercentage, toepassen: false, motivering: undefined }],
      ['dossier.toepassing.motivering', 'RM-01'],
    ],
    [
      'a tender without social return',
      'defensie',
      preparation,
      ['2020-10-20', 'toepassingBepalen', { ...withoutPercentage, toepassen: false }],
      ['DF-01'],
    ],
    [
      'a tender with social return as a requirement only',
      'defensie',
      tendered(withoutPercentage, []).slice(0, uptoDecision + 1),
      ['2020-11-16', 'uitvraagPubliceren', { vormen: ['minimumeis'] }],
      ['DF-02'],
    ],
    [
      'a percentage of the wages',
      'rijksschoonmaak',
      preparation,
      ['2020-10-20', 'toepassingBepalen', { percentage: '5', grondslag: 'loonsom' }],
      ['RS-01'],
    ],
    [
      'a plan of action without its division of roles',
      'rijksschoonmaak',
      tendered(ofContractSum, ['subgunningscriterium']).slice(0, uptoDecision + 5),
      ['2021-04-12', 'eersteBaanRealiseren', { taken: undefined }],
      ['dossier.rolverdeling.taken', 'dossier.rolverdeling.taken'],
    ],
    [
      'closing before the contract has ended',
      'defensie',
      nineSteps,
      ['2022-01-10', 'afronden', { datum: '2022-01-10' }],
      ['DF-22', 'DF-23', 'DF-24'],
    ],
  ])('%s (%s)', (_, pack, told, last, expected) => {
    const policy = policyOf(pack);
    const lifecycle = told === nineSteps ? 'stappenplan-2019' : 'stappenplan-2020';
    const decision = judged(lived(policy, lifecycle, told).partnership, policy, last);
    const blocks =
      decision.outcome === 'refused' ? decision.reasons.filter(({ severity }) => severity === 'block') : [];
    expect(blocks.map(({ id }) => id)).toEqual(expected);
  });
});

describe('the timers of the packs of central government', () => {
  it.each([
    ['rijk-maatwerk-voor-mensen', []],
    ['defensie', []],
    ['rijksschoonmaak', ['gesprek 2021-12-31']],
  ])('%s asks no other rhythm than its source', (pack, expected) => {
    const { timers } = lived(policyOf(pack), 'stappenplan-2019', nineSteps);
    expect(timers).toEqual(expected);
  });
});

function policyOf(pack: string): Policy {
  return loadPolicy(readPackFolder(join(root, 'rule-packs', pack)));
}

function lived(policy: Policy, lifecycle: string, told: readonly Told[]) {
  const command = { id: 'leven', organisation: 'org', lifecycle, contract };
  let partnership: Partnership = start(command, policy, coordinator, '2020-08-31T09:00:00Z').next;
  const warnings: string[] = [];
  let timers: string[] = [];
  for (const one of told) {
    const decision = judged(partnership, policy, one);
    if (decision.outcome === 'refused') throw new Error(`${one[1]} op ${one[0]}: ${JSON.stringify(decision)}`);
    partnership = decision.next;
    warnings.push(...decision.warnings.map(({ id }) => id));
    timers = decision.timers.open.map(({ kind, dueOn }) => `${kind} ${dueOn}`);
  }
  return { partnership, warnings, timers };
}

function judged(partnership: Partnership, policy: Policy, [on, event, instead = {}]: Told): Decision {
  const sample = Object.entries({ ...sampleData(partnership.lifecycle.id, event), ...instead });
  const data = Object.fromEntries(sample.filter(([, value]) => value !== undefined));
  return decide(partnership, policy, { event, data }, coordinator, `${on}T09:00:00Z`);
}
