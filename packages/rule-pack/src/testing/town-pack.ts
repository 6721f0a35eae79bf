import { type Pack } from '../model.js';
import { type Problem } from '../problem.js';
import { packWith, problemsWith } from './sample-pack.js';

/** A parameter of the town, in force from 2020. */
function parameter(name: string, unit: string, value: string | undefined, ended?: string): Record<string, string> {
  const head = `name: ${name}\ntitle: { nl: De ${name}, en: The ${name} }\nunit: ${unit}\nlastVerifiedOn: 2026-11-22\n`;
  const end = ended === undefined ? '' : `  - { from: ${ended}, value: null, source: { title: Nota } }\n`;
  const values =
    value === undefined
      ? 'source: onbekend\nvalues: []\n'
      : `values:\n  - { from: 2020-01-01, value: ${value}, source: { title: Nota } }\n${end}`;
  return { [`parameters/${name.replaceAll('.', '/')}.yaml`]: head + values };
}

/** What a municipality that is not among the shipped packs might ask: everything the format can say, once. */
export const townParameters: Readonly<Record<string, string>> = {
  ...parameter('basisuren', 'uren', '38'),
  ...parameter('minimumuren', 'uren', '12'),
  ...parameter('venster', 'maanden', '6'),
  ...parameter('bedrag.ww', 'euro', "'18000.00'"),
  ...parameter('bedrag.jongere', 'euro', "'9000.00'"),
  ...parameter('bedrag.stage', 'euro', "'350.00'"),
  ...parameter('bedrag.uur', 'euro', "'85.00'"),
  ...parameter('bedrag.onbekend', 'euro', undefined),
  ...parameter('bedrag.afgelopen', 'euro', "'100.00'", '2022-01-01'),
  ...parameter('duur.ww', 'maanden', '12'),
  ...parameter('duur.jongere', 'maanden', '30'),
  ...parameter('duur.onbekend', 'maanden', undefined),
  ...parameter('toeslag.vijftig', 'euro', "'4000.00'"),
  ...parameter('toeslag.zestig', 'euro', "'7000.00'"),
  ...parameter('toeslag.vast', 'euro', "'6000.00'"),
  ...parameter('toeslag.naarRato', 'jaNee', undefined),
  ...parameter('percentage', 'procent', "'5'"),
  ...parameter('percentageOnbekend', 'procent', undefined),
  ...parameter('drempelWerk', 'euro', "'500000.00'"),
  ...parameter('drempelDienst', 'euro', "'100000.00'"),
  ...parameter('minimum', 'euro', "'7500.00'"),
  ...parameter('hoogste', 'euro', "'50000.00'"),
  ...parameter('boete.factor', 'procent', "'150'"),
  ...parameter('boete.herstel', 'maanden', undefined),
};

export const townValuation = `baseHours: basisuren
proration: { hours: true, months: true, source: { title: Nota } }
countableBeforeStart: venster
cumulation: sum
blocks:
  - { id: ww, title: { nl: WW, en: WW }, kind: plaatsing, amount: bedrag.ww, maxMonths: duur.ww, minHours: minimumuren }
  - { id: jongere, title: { nl: Jongere, en: Young }, kind: plaatsing, amount: bedrag.jongere, maxMonths: duur.jongere }
  - { id: heel, title: { nl: Heel, en: Whole }, kind: plaatsing, amount: bedrag.jongere, prorated: false }
  - { id: zonder, title: { nl: Zonder, en: Without }, kind: plaatsing, amount: bedrag.onbekend }
  - { id: oud, title: { nl: Oud, en: Old }, kind: plaatsing, amount: bedrag.afgelopen }
  - { id: stage, title: { nl: Stage, en: Internship }, kind: maandbedrag, amount: bedrag.stage, maxMonths: duur.onbekend }
  - { id: kennis, title: { nl: Kennis, en: Knowledge }, kind: urenPerPersoon, amount: bedrag.uur }
  - { id: inkoop, title: { nl: Inkoop, en: Buying }, kind: factuur }
  - { id: pad, title: { nl: Pad, en: Path }, kind: adviseur, inForceWith: venster }
bonuses:
  - { id: vijftig, title: { nl: 50+, en: 50+ }, amount: toeslag.vijftig, when: leeftijd >= 50, prorated: true, group: leeftijd }
  - { id: zestig, title: { nl: 60+, en: 60+ }, amount: toeslag.zestig, when: leeftijd >= 60, prorated: true, group: leeftijd }
  - { id: vast, title: { nl: Vast, en: Permanent }, amount: toeslag.vast, when: vastContract, prorated: false, blocks: [ww] }
  - { id: talent, title: { nl: Talent, en: Talent }, amount: toeslag.vast, when: '"talent" in kenmerken', prorated: toeslag.naarRato }
`;

export const townObligation = `- id: social
  title: { nl: Social return, en: Social return }
  basis: opdrachtsomExclBtw
  percentage: percentage
  agreedPercentage: dossier.toepassing.percentage
  thresholds:
    - { parameter: drempelWerk, kinds: [werk] }
    - { parameter: drempelDienst, kinds: [dienst] }
  minimum: minimum
  cap: hoogste
  appliesWhen: contract.procedure != "voorbehouden"
  shortfall: { factor: boete.factor, recovery: boete.herstel }
- id: verkennen
  title: { nl: Verkennen, en: Explore }
  basis: loonsom
  thresholds: [{ parameter: drempelDienst }]
`;

const files = { ...townParameters, 'valuation.yaml': townValuation, 'obligation.yaml': townObligation };

/** The town's pack, with files replaced or added. */
export function townWith(other: Readonly<Record<string, string>> = {}): Pack {
  return packWith({ ...files, ...other });
}

/** What is wrong with the town's pack when these files replace or join it. */
export function townProblems(other: Readonly<Record<string, string>>): readonly Problem[] {
  return problemsWith({ ...files, ...other });
}
