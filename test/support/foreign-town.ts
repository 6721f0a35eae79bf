import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const nota = 'source: { title: Nota social return Duinzicht, page: p. 4 }';

/** Somebody looked at every source today: lint has something to say about what was verified long ago. */
const verified = new Date().toISOString().slice(0, 10);

/** A parameter, with its value from one date or more. */
function parameter(name: string, unit: string, ...values: readonly (readonly [from: string, value: string])[]) {
  const dated = values.map(([from, value]) => `  - { from: ${from}, value: ${value}, ${nota} }\n`).join('');
  const title = `title: { nl: 'Duinzicht: ${name}', en: 'Duinzicht (en): ${name}' }`;
  const text = `name: ${name}\n${title}\nunit: ${unit}\nlastVerifiedOn: ${verified}\nvalues:\n${dated}`;
  return { [`parameters/${name.replaceAll('.', '/')}.yaml`]: text };
}

const since = (value: string) => ['2020-01-01', value] as const;

const parameters = {
  ...parameter('drempel.dienst', 'euro', since("'150000.00'")),
  ...parameter('drempel.werk', 'euro', since("'500000.00'")),
  ...parameter('percentage', 'procent', since("'4'"), ['2024-01-01', "'5'"]),
  ...parameter('hoogste', 'euro', since("'60000.00'")),
  ...parameter('boete.factor', 'procent', since("'150'")),
  ...parameter('boete.herstel', 'maanden', since('6')),
  ...parameter('basisuren', 'uren', since('38')),
  ...parameter('minimumuren', 'uren', since('16')),
  ...parameter('venster', 'maanden', since('6')),
  ...parameter('bedrag.ww', 'euro', since("'19000.00'")),
  ...parameter('bedrag.jongere', 'euro', since("'11000.00'")),
  ...parameter('bedrag.uur', 'euro', since("'75.00'")),
  ...parameter('duur.ww', 'maanden', since('12')),
  ...parameter('duur.jongere', 'maanden', since('30')),
  ...parameter('toeslag.vijfenveertig', 'euro', since("'3000.00'")),
  ...parameter('toeslag.zestig', 'euro', since("'6500.00'")),
};

const manifest = `name: gemeente-duinzicht
version: 1.0.0
title: { nl: Gemeente Duinzicht, en: Municipality of Duinzicht }
description:
  nl: Het beleid voor social return van de verzonnen gemeente Duinzicht.
  en: The social return policy of the invented municipality of Duinzicht.
maintainer: Inkoop Duinzicht
licence: EUPL-1.2
engine: ^0.1.0
lifecycles: [stappenplan-2020]
`;

const obligation = `- id: duinzicht
  title: { nl: Social return, en: Social return (en) }
  basis: opdrachtsomExclBtw
  percentage: percentage
  thresholds:
    - { parameter: drempel.werk, kinds: [werk] }
    - { parameter: drempel.dienst }
  cap: hoogste
  shortfall: { factor: boete.factor, recovery: boete.herstel }
  ${nota}
`;

const valuation = `baseHours: basisuren
proration: { hours: true, months: true, ${nota} }
countableBeforeStart: venster
cumulation: sum
blocks:
  - { id: ww, title: { nl: Uit de WW, en: From WW }, kind: plaatsing, amount: bedrag.ww, maxMonths: duur.ww, minHours: minimumuren }
  - { id: jongere, title: { nl: Jongere, en: Young person }, kind: plaatsing, amount: bedrag.jongere, maxMonths: duur.jongere, minHours: minimumuren }
  - { id: kennis, title: { nl: Kennis delen, en: Sharing knowledge }, kind: urenPerPersoon, amount: bedrag.uur }
bonuses:
  - { id: vijfenveertig, title: { nl: 45 jaar, en: Age 45 }, amount: toeslag.vijfenveertig, when: leeftijd >= 45, prorated: true, group: leeftijd }
  - { id: zestig, title: { nl: 60 jaar, en: Age 60 }, amount: toeslag.zestig, when: leeftijd >= 60, prorated: true, group: leeftijd }
`;

const rules = `- id: DZ-01
  title: { nl: Vanaf de drempel vragen wij social return, en: From the threshold we ask social return }
  events: [toepassingBepalen]
  severity: block
  appliesWhen: contract.waarde >= parameter.drempel.dienst
  condition: dossier.toepassing.toepassen
  referenceDate: contractStart
  message: { nl: Duinzicht vraagt hier social return., en: Duinzicht asks social return here. }
  remedy: { nl: Pas social return toe., en: Apply social return. }
  now: contract.waarde
  needed: drempel.dienst
  ${nota}
- id: DZ-02
  title: { nl: Het percentage is dat van de nota, en: The percentage is that of the policy }
  events: [toepassingBepalen]
  severity: block
  appliesWhen: dossier.toepassing.toepassen
  condition: dossier.toepassing.percentage >= parameter.percentage
  referenceDate: contractStart
  message: { nl: Het percentage is te laag., en: The percentage is too low. }
  remedy: { nl: Verhoog het percentage., en: Raise the percentage. }
  now: dossier.toepassing.percentage
  needed: percentage
  ${nota}
`;

/** A test of what a contribution is worth on 1 February 2024, worked out by hand. */
const worth = (id: string, what: string, contribution: string, expected: string, contractStart = '') => `- id: DZ-${id}
  title: { nl: '${what}', en: 'In English: ${what}' }
  kind: valuation
  date: 2024-02-01
  input: { contribution: { ${contribution} }${contractStart} }
  expected: ${expected}
  standing: arithmetic
`;

/** A test of what a contract of a kind and value owes. */
const owes = (
  id: string,
  what: string,
  soort: string,
  waarde: string,
  expected: string,
  date = '2024-02-01',
) => `- id: DZ-${id}
  title: { nl: '${what}', en: 'In English: ${what}' }
  kind: obligation
  date: ${date}
  input: { obligation: duinzicht, facts: { contract: { soort: ${soort}, waarde: '${waarde}' } } }
  expected: ${expected}
  standing: sourced
`;

/** A test of what a rule says about a contract of € 200,000. */
const says = (id: string, what: string, rule: string, toepassing: string, expected: string) => `- id: DZ-${id}
  title: { nl: '${what}', en: 'In English: ${what}' }
  kind: rule
  date: 2024-02-01
  input: { rule: ${rule}, facts: { contract: { waarde: '200000.00' }, dossier: { toepassing: { ${toepassing} } } } }
  expected: ${expected}
  standing: sourced
`;

const tests = [
  worth('T01', 'de helft van 38 uur, en hoogstens 12 maanden', 'block: ww, urenPerWeek: 19, maanden: 18', "'9500.00'"),
  worth('T02', 'een jongere telt 30 maanden', 'block: jongere, urenPerWeek: 38, maanden: 36', "'27500.00'"),
  worth('T03', 'onder 16 uur telt niets', 'block: ww, urenPerWeek: 15, maanden: 12', 'none'),
  worth(
    'T04',
    'bij 60 jaar alleen de hoogste toeslag',
    'block: ww, urenPerWeek: 38, maanden: 12, leeftijd: 60',
    "'25500.00'",
  ),
  worth(
    'T05',
    'bij 45 jaar de lage toeslag, naar rato',
    'block: ww, urenPerWeek: 38, maanden: 6, leeftijd: 45',
    "'11000.00'",
  ),
  worth('T06', 'bij 44 jaar geen toeslag', 'block: ww, urenPerWeek: 40, maanden: 12, leeftijd: 44', "'19000.00'"),
  worth('T07', 'kennis delen per persoon en uur', 'block: kennis, personen: 4, uren: 6', "'1800.00'"),
  worth(
    'T08',
    'te vroeg in dienst telt niet',
    'block: ww, urenPerWeek: 38, maanden: 12, indienst: 2023-06-30',
    'none',
    ', contractStart: 2024-01-01',
  ),
  owes('T11', '5 procent in 2024', 'dienst', '400000.00', "'20000.00'"),
  owes('T12', '4 procent tot en met 2023', 'dienst', '400000.00', "'16000.00'", '2023-12-31'),
  owes('T13', 'nooit meer dan 60.000 euro', 'dienst', '2000000.00', "'60000.00'"),
  owes('T14', 'niets onder de drempel', 'dienst', '149999.99', 'none'),
  owes('T15', 'een hogere drempel voor werken', 'werk', '499999.99', 'none'),
  says('T21', 'social return weglaten', 'DZ-01', 'toepassen: false', 'notFulfilled'),
  says('T22', 'te laag percentage', 'DZ-02', "toepassen: true, percentage: '4.9'", 'notFulfilled'),
  says('T23', 'genoeg', 'DZ-02', "toepassen: true, percentage: '5'", 'fulfilled'),
].join('');

/**
 * The policy of a municipality that is not among the shipped packs, written by the guide for authors of packs: other
 * base hours, a minimum of hours, months that differ by group, two steps of age, a cap and a penalty.
 */
export const FOREIGN_TOWN: Readonly<Record<string, string>> = {
  'pack.yaml': manifest,
  ...parameters,
  'obligation.yaml': obligation,
  'valuation.yaml': valuation,
  'rules/toepassing.yaml': rules,
  'tests/duinzicht.yaml': tests,
  'README.md': '# Gemeente Duinzicht\n\nEen verzonnen gemeente.\n',
  'CHANGELOG.md': '# Wijzigingen\n\n## 1.0.0\n\nEerste versie.\n',
};

/** Writes the files of a pack into a folder, which it makes. */
export function writePack(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}
