import { cadence } from './cadence-pack.js';
import { drempel, manifest, rule } from './sample-pack.js';
import { townObligation, townValuation } from './town-pack.js';

/** A file with one mistake of form: an editor sees it by the schema, the loader by its own check. */
interface BadFile {
  readonly name: string;
  readonly path: string;
  readonly text: string;
  /** Code of the loader's problem. */
  readonly code: string;
}

const source = '{ title: Bron }';
const record = `- state: werkgroep\n  field: dossier.werkgroep.inkoop\n  title: { nl: a, en: b }\n  source: ${source}\n`;
const ofUnit = (unit: string, value: string): string =>
  drempel.replace('unit: euro', `unit: ${unit}`).replace("'100000.00'", value);

const manifests: readonly (readonly [string, string, string, string])[] = [
  ['a misspelled key', 'licence', 'mantainer: x\nlicence', 'key-unknown'],
  ['a missing key', 'licence: EUPL-1.2\n', '', 'key-missing'],
  ['a title in one language', '{ nl: Proef, en: Trial }', '{ nl: Proef }', 'key-missing'],
  ['a title that is a plain text', '{ nl: Proef, en: Trial }', 'Proef', 'value-wrong'],
  ['an empty text', 'nl: Proef, ', "nl: ' ', ", 'value-wrong'],
  ['a version of two numbers', '1.0.0', '1.0', 'value-wrong'],
  ['a range of another form', '^0.1.0', "'>=0.1'", 'value-wrong'],
  ['a name in capitals', 'name: proef', 'name: Proef', 'value-wrong'],
  ['no lifecycles', '[stappenplan-2020]', '[]', 'value-wrong'],
  ['a lifecycle without its versions', '[stappenplan-2020]', '[{ id: stappenplan-2020 }]', 'key-missing'],
  ['versions of a lifecycle of another form', '[stappenplan-2020]', '[{ id: a, version: 1.0.0 }]', 'value-wrong'],
  ['nobody who keeps it', 'maintainer: Samenwerkt\n', '', 'key-missing'],
  ['an empty list of who keeps it', 'maintainer: Samenwerkt', 'maintainers: []', 'value-wrong'],
  ['who keeps it twice', 'licence', 'maintainers: [{ name: a }]\nlicence', 'maintainer-double'],
  ['somebody without a name', 'maintainer: Samenwerkt', 'maintainers: [{ email: a@b.nl }]', 'key-missing'],
  ['an address that is no e-mail', 'maintainer: Samenwerkt', 'maintainers: [{ name: a, email: b }]', 'value-wrong'],
  ['a namespace in small letters', 'licence', 'namespace: pr\nlicence', 'value-wrong'],
  ['a language nobody reads here', 'licence', 'languages: [nl, fr]\nlicence', 'value-wrong'],
  ['one language', 'licence', 'languages: [nl]\nlicence', 'language-missing'],
  ['a base without versions', 'licence', 'extends: { name: basis }\nlicence', 'key-missing'],
  ['a base in another folder', 'licence', 'extends: { name: ../a, version: ^1.0.0 }\nlicence', 'value-wrong'],
];

const parameters: readonly (readonly [string, string, string])[] = [
  ['a date that does not exist', drempel.replace('2015-01-01', '2026-02-30'), 'date-invalid'],
  ['a moment for a date', drempel.replace('2015-01-01', '2015-01-01T00:00:00Z'), 'date-invalid'],
  ['a name with a capital', drempel.replace('name: drempel', 'name: Drempel'), 'value-wrong'],
  ['an unknown unit', ofUnit('gulden', '1'), 'value-wrong'],
  ['an amount without quotes', ofUnit('euro', '100000'), 'parameter-value'],
  ['an amount of three decimals', ofUnit('euro', "'0.005'"), 'parameter-value'],
  ['a percentage without quotes', ofUnit('procent', '5'), 'parameter-value'],
  ['half a month', ofUnit('maanden', '1.5'), 'parameter-value'],
  ['less than no days', ofUnit('dagen', '-1'), 'parameter-value'],
  ['hours in quotes', ofUnit('uren', "'36'"), 'parameter-value'],
  ['a number beyond exactness', ofUnit('aantal', '9007199254740992'), 'parameter-value'],
  ['yes in words', ofUnit('jaNee', 'ja'), 'parameter-value'],
  ['a number for a text', ofUnit('tekst', '1'), 'parameter-value'],
  ['a day that does not exist as value', ofUnit('datum', '2026-02-30'), 'parameter-value'],
  ['an empty list', ofUnit('lijst', '[]'), 'parameter-value'],
  ['a list with a number', ofUnit('lijst', '[a, 1]'), 'value-wrong'],
  ['a value without source', drempel.replace(`    source: ${source}\n`, ''), 'key-missing'],
  ['no values and no word why', drempel.replace(/values:[^]*/, 'values: []\n'), 'source-missing'],
  ['an unknown source beside values', `${drempel}source: onbekend\n`, 'source-unneeded'],
];

const rules: readonly (readonly [string, Readonly<Record<string, string>>, string])[] = [
  ['a rule id in words', { id: 'regel 1' }, 'value-wrong'],
  ['another severity', { severity: 'hard' }, 'value-wrong'],
  ['no events', { events: '[]' }, 'value-wrong'],
  ['another reference date', { referenceDate: 'gisteren' }, 'value-wrong'],
  ['a condition that is no text', { condition: 'true' }, 'value-wrong'],
  ['a condition without end', { condition: `"${'1 < 2 && '.repeat(230)}true"` }, 'expression-too-long'],
  ['advice on another aspect', { advice: '{ aspect: prijs, otherwise: aandacht }' }, 'value-wrong'],
  ['advice without its meaning', { advice: '{ aspect: duur }' }, 'key-missing'],
  ['a key of no rule', { when: 'x' }, 'key-unknown'],
  ['a source of an unknown key', { source: '{ title: Bron, blz: 1 }' }, 'key-unknown'],
];

const cadences: readonly (readonly [string, string, string, string])[] = [
  ['another kind of moment', 'kind: jaarlijks', 'kind: soms', 'value-wrong'],
  ['a moment without kind', 'kind: jaarlijks, ', '', 'key-missing'],
  ['a key of another moment', 'longerThan: eenKwartaal', 'longerThan: eenKwartaal, within: tweeWeken', 'moment-key'],
  ['a moment without its term', 'before: tweeMaanden', '', 'key-missing'],
  ['another anchor', 'anchor: kalender', 'anchor: vandaag', 'value-wrong'],
  ['nothing that shows it was done', '  doneBy: [jaaropgaveOntvangen]\n', '', 'done-by-missing'],
  [
    'a closing event where none belongs',
    '  to: bestuurder',
    '  to: bestuurder\n  doneBy: [gunnen]',
    'done-by-unneeded',
  ],
  ['an empty list of states', 'states: [monitoring]', 'states: []', 'value-wrong'],
  ['another way to a working day', 'workday: voor', 'workday: nooit', 'value-wrong'],
  ['a time in hours', "'08:30'", "'8.30'", 'value-wrong'],
  ['an escalation to nobody', '{ after: tweeWeken, to: backup }', '{ after: tweeWeken }', 'key-missing'],
  ['no grounds', '  assumption: Een kwartaal is aangenomen.\n', '', 'grounds-missing'],
  ['a capital in the name', 'id: einde', 'id: Einde', 'value-wrong'],
  ['a key of no cadence', 'id: einde', 'id: einde\n  wanneer: nu', 'key-unknown'],
];

const obligations: readonly (readonly [string, string, string, string])[] = [
  ['an id with a dash', 'id: social', 'id: social-return', 'value-wrong'],
  ['another basis', 'basis: loonsom', 'basis: omzet', 'value-wrong'],
  ['an amount where a parameter belongs', 'cap: hoogste', 'cap: 50000', 'value-wrong'],
  ['another kind of contract', 'kinds: [werk]', 'kinds: [klus]', 'value-wrong'],
  ['a threshold without parameter', '{ parameter: drempelWerk, kinds: [werk] }', '{ kinds: [werk] }', 'key-missing'],
  ['another consequence', 'factor: boete.factor', 'boete: boete.factor', 'key-unknown'],
  ['a key of no obligation', 'cap: hoogste', 'maximum: hoogste', 'key-unknown'],
];

const valuations: readonly (readonly [string, string, string, string])[] = [
  ['no base hours', 'baseHours: basisuren\n', '', 'key-missing'],
  ['a proration in words', 'hours: true', 'hours: ja', 'value-wrong'],
  ['a proration without ground', ', source: { title: Nota }', '', 'proration-ungrounded'],
  ['another cumulation', 'cumulation: sum', 'cumulation: all', 'value-wrong'],
  ['another kind of block', 'kind: plaatsing', 'kind: baan', 'value-wrong'],
  ['a placement without amount', 'amount: bedrag.ww, ', '', 'amount-missing'],
  ['a bonus without condition', 'when: vastContract, ', '', 'key-missing'],
  ['a number for a proration', 'prorated: toeslag.naarRato', 'prorated: 1', 'value-wrong'],
];

const blocks: readonly (readonly [string, string, string])[] = [
  ['an invoice with an amount', 'kind: factuur, amount: bedrag.uur', 'key-unneeded'],
  ['a decision of the adviser with months', 'kind: adviseur, maxMonths: duur.ww', 'key-unneeded'],
  ['hours of people that are prorated', 'kind: urenPerPersoon, amount: bedrag.uur, prorated: false', 'key-unneeded'],
  ['an amount a month with hours', 'kind: maandbedrag, amount: bedrag.uur, minHours: minimumuren', 'key-unneeded'],
];

/** A test of the town; what is given replaces lines. */
function test(lines: Readonly<Record<string, string>>): string {
  const all = {
    id: 'TO-T01',
    title: '{ nl: Een jaar WW, en: A year of WW }',
    kind: 'valuation',
    date: '2024-01-01',
    input: '{ contribution: { block: ww, urenPerWeek: 38, maanden: 12 } }',
    expected: "'18000.00'",
    standing: 'arithmetic',
    ...lines,
  };
  const [first, ...rest] = Object.entries(all).map(([key, value]) => `${key}: ${value}\n`);
  return `- ${[first, ...rest].join('  ')}`;
}

const ofShortfall = (rest: string) => ({
  kind: 'shortfall',
  input: `{ obligation: social, ${rest} }`,
  expected: 'unknown',
});
const ofBlock = (rest: string): string => `{ contribution: { block: ww, ${rest} } }`;
const tests: readonly (readonly [string, Readonly<Record<string, string>>, string])[] = [
  ['an id in small letters', { id: 'to-1' }, 'value-wrong'],
  ['another kind', { kind: 'proef' }, 'value-wrong'],
  ['a date that does not exist', { date: '2024-02-30' }, 'date-invalid'],
  ['another standing', { standing: 'zeker' }, 'value-wrong'],
  ['an amount without quotes', { expected: '18000.00' }, 'value-wrong'],
  ['an outcome of a rule', { expected: 'fulfilled' }, 'value-wrong'],
  ['hours below nothing', { input: ofBlock('urenPerWeek: -1') }, 'value-wrong'],
  ['months in floating point', { input: ofBlock('maanden: 1.5') }, 'value-wrong'],
  ['an amount of one decimal', { input: ofBlock("bedrag: '1.5'") }, 'value-wrong'],
  ['a name of the person', { input: ofBlock('naam: Jan') }, 'key-unknown'],
  ['no contribution', { input: '{ block: ww }' }, 'key-missing'],
  ['a rule without facts', { kind: 'rule', input: '{ rule: PR-01 }', expected: 'unknown' }, 'key-missing'],
  ['a rule that comes to an amount', { kind: 'rule', input: '{ rule: PR-01, facts: {} }' }, 'value-wrong'],
  ['a shortfall without what was owed', ofShortfall("realised: '1.00'"), 'key-missing'],
  ['a shortfall in plain numbers', ofShortfall('owed: 2, realised: 1'), 'value-wrong'],
  ['a shortfall that is due', { ...ofShortfall("owed: '2.00', realised: '1.00'"), expected: 'due' }, 'value-wrong'],
  ['an obligation without its id', { kind: 'obligation', input: '{ facts: {} }' }, 'key-missing'],
];

/** A proof that the town asks for one of its blocks. */
const evidence = `- id: loonstrook
  title: { nl: Loonstrook, en: Payslip }
  for: { blocks: [ww], events: [gunnen] }
  periods: [{ from: 2020-01-01, until: 2026-01-01, source: ${source} }]
`;
const proofs: readonly (readonly [string, string, string, string])[] = [
  ['an id with a dash', 'id: loonstrook', 'id: loon-strook', 'value-wrong'],
  ['nothing it is asked for', '{ blocks: [ww], events: [gunnen] }', '{}', 'evidence-for-nothing'],
  ['an empty list of blocks', '[ww]', '[]', 'value-wrong'],
  ['something else it is asked for', 'blocks: [ww]', 'rules: [PR-01]', 'key-unknown'],
  ['no period', '[{ from: 2020-01-01', '[] # ', 'value-wrong'],
  ['a period without source', `, source: ${source}`, '', 'key-missing'],
  ['a day that does not exist', '2026-01-01', '2026-02-30', 'date-invalid'],
  ['a note in one language', '  periods', '  note: { nl: a }\n  periods', 'key-missing'],
];

const words: readonly (readonly [string, string, string])[] = [
  ['a text for a block', 'bouwblok.ww: { nl: a, en: b }', 'text-id-unknown'],
  ['half a text for a reminder', 'herinnering.a: { nl: a, en: b }', 'text-id-unknown'],
  ['a text in one language', 'gebeurtenis.gunnen: { nl: a }', 'key-missing'],
  ['a plain text', 'gebeurtenis.gunnen: Verlenen', 'value-wrong'],
  ['something left open in a title', "gebeurtenis.gunnen: { nl: 'Gun {a}', en: b }", 'placeholder-unneeded'],
  ['something unknown left open', "herinnering.a.tekst: { nl: 'Beste {naam}', en: b }", 'placeholder-unknown'],
  ['a list of texts', '- gebeurtenis.gunnen', 'value-wrong'],
];

/** Mistakes of form in each of the files of a pack; beside them stand the other files of the town's pack. */
export const badFiles: readonly BadFile[] = [
  ...manifests.map(([name, from, to, code]) => ({
    name: `${name} in the manifest`,
    path: 'pack.yaml',
    text: manifest.replace(from, to),
    code,
  })),
  ...parameters.map(([name, text, code]) => ({ name, path: 'parameters/drempel.yaml', text, code })),
  ...rules.map(([name, lines, code]) => ({ name, path: 'rules/regels.yaml', text: rule(lines), code })),
  ...obligations.map(([name, from, to, code]) => ({
    name: `${name} in an obligation`,
    path: 'obligation.yaml',
    text: townObligation.replace(from, to),
    code,
  })),
  ...valuations.map(([name, from, to, code]) => ({
    name: `${name} in the valuation`,
    path: 'valuation.yaml',
    text: townValuation.replace(from, to),
    code,
  })),
  ...blocks.map(([name, rest, code]) => ({
    name,
    path: 'valuation.yaml',
    text: townValuation.replace('blocks:\n', `blocks:\n  - { id: nieuw, title: { nl: a, en: b }, ${rest} }\n`),
    code,
  })),
  ...tests.map(([name, lines, code]) => ({ name: `${name} in a test`, path: 'tests/a.yaml', text: test(lines), code })),
  ...proofs.map(([name, from, to, code]) => ({
    name: `${name} in the evidence`,
    path: 'evidence.yaml',
    text: evidence.replace(from, to),
    code,
  })),
  ...words.map(([name, text, code]) => ({ name: `${name} in the texts`, path: 'texts.yaml', text: `${text}\n`, code })),
  { name: 'rules that are no list', path: 'rules/regels.yaml', text: 'id: PR-01\n', code: 'value-wrong' },
  {
    name: 'a record without field',
    path: 'records.yaml',
    text: record.replace(/ {2}field.*\n/, ''),
    code: 'key-missing',
  },
  ...cadences.map(([name, from, to, code]) => ({
    name: `${name} in the cadence`,
    path: 'cadence.yaml',
    text: cadence.replace(from, to),
    code,
  })),
  { name: 'a record that says more', path: 'records.yaml', text: `${record}  verplicht: ja\n`, code: 'key-unknown' },
];
