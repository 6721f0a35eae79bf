import { describe, expect, it } from '@jest/globals';
import { digestOfPack, loadPack } from './load-pack.js';
import { PackInvalid } from './problem.js';
import {
  drempel,
  filesWith,
  manifest,
  packWith,
  problemsOf,
  problemsWith,
  rule,
  shown,
} from './testing/sample-pack.js';
import { vocabulary } from './testing/vocabulary.js';

const parameter = (text: string): Record<string, string> => ({ 'parameters/drempel.yaml': text });
const manifestWith = (from: string, to: string): Record<string, string> => ({
  'pack.yaml': manifest.replace(from, to),
});
const ruleFile = (lines: Record<string, string>): Record<string, string> => ({ 'rules/regels.yaml': rule(lines) });
const record = (state: string, field: string): Record<string, string> => ({
  'records.yaml': `- state: ${state}\n  field: ${field}\n  title: { nl: a, en: b }\n  source: { title: Bron }\n`,
});

describe('a pack that is right', () => {
  it('gives its manifest, parameters, rules by event and required records', () => {
    const pack = packWith(record('doelstellingen', 'dossier.doelstellingen.toelichting'));
    expect(pack.manifest).toMatchObject({ name: 'proef', version: '1.0.0', lifecycles: ['stappenplan-2020'] });
    expect([...pack.parameters.keys()]).toEqual(['drempel']);
    expect(pack.rulesFor('gunnen').map(({ rule: { id } }) => id)).toEqual(['PR-01']);
    expect(pack.rulesFor('afronden')).toEqual([]);
    expect(pack.requiredRecords).toMatchObject([
      { state: 'doelstellingen', field: 'dossier.doelstellingen.toelichting' },
    ]);
  });

  it('says which facts and parameters a rule reads', () => {
    const [compiled] = packWith(ruleFile({ appliesWhen: 'has(contract.start)' })).rules;
    expect(compiled?.readsFacts).toEqual(['contract.start', 'contract.waarde']);
    expect(compiled?.readsParameters).toEqual(['drempel']);
  });

  it('may hold texts for people beside its data', () => {
    expect(problemsWith({ 'README.md': '# Proef', 'CHANGELOG.md': '# Wijzigingen' })).toEqual([]);
  });

  it('may have a parameter that nobody knows yet, and says so', () => {
    const pack = packWith({
      'parameters/boete.yaml':
        'name: boete\ntitle: { nl: Boete, en: Penalty }\nunit: tekst\nlastVerifiedOn: 2026-11-22\nsource: onbekend\nvalues: []\n',
    });
    expect(pack.parameters.get('boete')?.known).toBe(false);
    expect(pack.parameters.get('drempel')?.known).toBe(true);
    expect(pack.parameterOn('boete', '2026-01-01')).toBeUndefined();
  });
});

describe('the digest of a pack', () => {
  const digest = (files: Record<string, string>): string => packWith(files).digest;

  it('is the same for the same policy, whatever the line ends, the order of files or the README', () => {
    const windows = new Map([...filesWith()].reverse().map(([path, text]) => [path, text.replaceAll('\n', '\r\n')]));
    expect(loadPack(windows, vocabulary).digest).toBe(digest({}));
    expect(digest({ 'README.md': '# Proef' })).toBe(digest({}));
    expect(digest({})).toMatch(/^[0-9a-f]{64}$/);
  });

  it('is known without reading the policy', () => {
    const windows = new Map([...filesWith()].map(([path, text]) => [path, text.replaceAll('\n', '\r\n')]));
    expect(digestOfPack(windows)).toBe(digest({}));
    expect(digestOfPack(filesWith({ 'README.md': '# Proef' }))).toBe(digest({}));
  });

  it('changes with any change of the policy, also when text moves to another file', () => {
    const other = drempel.replace('100000.00', '100000.01');
    const moved = digest({ 'rules/regels.yaml': rule(), 'rules/zomaar.yaml': rule({ id: 'PR-02' }) });
    const together = digest({ 'rules/regels.yaml': rule() + rule({ id: 'PR-02' }) });
    expect(new Set([digest({}), digest(parameter(other)), moved, together]).size).toBe(4);
  });
});

describe('a pack with a mistake is refused with file, line and what to do', () => {
  it.each<[string, Record<string, string>, string]>([
    [
      'misspelled key',
      manifestWith('licence', 'mantainer: x\nlicence'),
      "pack.yaml:6:1 key-unknown De sleutel 'mantainer' hoort hier niet; bedoelde u 'maintainer'?",
    ],
    [
      'missing key',
      manifestWith('licence: EUPL-1.2\n', ''),
      "pack.yaml:1:1 key-missing De sleutel 'licence' ontbreekt; voeg hem toe.",
    ],
    [
      'wrong type',
      manifestWith('{ nl: Proef, en: Trial }', 'Proef'),
      "pack.yaml:3:8 value-wrong Hier hoort een blok met sleutels; er staat 'Proef'.",
    ],
    [
      'version',
      manifestWith('1.0.0', '1.0'),
      'pack.yaml:2:10 value-wrong Hier hoort een versie zoals 1.0.0; er staat 1.',
    ],
    [
      'engine range',
      manifestWith('^0.1.0', '^0.2.0'),
      'pack.yaml:7:9 engine-range Dit pakket is voor motor ^0.2.0; deze is 0.1.0.',
    ],
    [
      'unreadable range',
      manifestWith('^0.1.0', "'>=0.1'"),
      "pack.yaml:7:9 value-wrong Hier hoort een bereik zoals ^0.1.0; er staat '>=0.1'.",
    ],
    [
      'unknown lifecycle',
      manifestWith('[stappenplan-2020]', '[stappenplan-2020, stappenplan-2021]'),
      "pack.yaml:8:32 lifecycle-unknown Het stappenplan 'stappenplan-2021' bestaat niet; kies uit stappenplan-2020, stappenplan-2019.",
    ],
    [
      'date that does not exist',
      parameter(drempel.replace('2015-01-01', '2026-02-30')),
      "parameters/drempel.yaml:6:11 date-invalid Hier hoort een bestaande datum (jjjj-mm-dd); er staat '2026-02-30'.",
    ],
    [
      'name that is not the path',
      parameter(drempel.replace('name: drempel', 'name: drempel.hoog')),
      'parameters/drempel.yaml:1:7 parameter-name De naam hoort bij parameters/drempel/hoog.yaml; verplaats het bestand of noem het drempel.',
    ],
    [
      'amount without quotes',
      parameter(drempel.replace("'100000.00'", '100000')),
      'parameters/drempel.yaml:7:12 parameter-value Bij de eenheid euro hoort een bedrag tussen aanhalingstekens, zoals "100000.00".',
    ],
    [
      'amount of three decimals',
      parameter(drempel.replace('100000.00', '0.005')),
      'parameters/drempel.yaml:7:12 parameter-value Bij de eenheid euro hoort een bedrag tussen aanhalingstekens, zoals "100000.00".',
    ],
    [
      'half a month',
      parameter(drempel.replace('euro', 'maanden').replace("'100000.00'", '1.5')),
      'parameters/drempel.yaml:7:12 parameter-value Bij de eenheid maanden hoort een geheel aantal maanden.',
    ],
    [
      'unknown unit',
      parameter(drempel.replace('euro', 'gulden')),
      "parameters/drempel.yaml:3:7 value-wrong Hier hoort een van: euro, procent, maanden, dagen, uren, aantal, jaNee, tekst, datum, lijst; er staat 'gulden'.",
    ],
    [
      'dates out of order',
      parameter(`${drempel}  - { from: 2014-01-01, value: '1', source: { title: Bron } }\n`),
      'parameters/drempel.yaml:9:13 from-order De datum 2014-01-01 staat na 2015-01-01; zet de waarden op volgorde van datum.',
    ],
    [
      'double date',
      parameter(`${drempel}  - { from: 2015-01-01, value: '1', source: { title: Bron } }\n`),
      'parameters/drempel.yaml:9:13 from-double De datum 2015-01-01 komt twee keer voor; houd er één over.',
    ],
    [
      'no values and no word why',
      {
        'parameters/boete.yaml': drempel.replace('name: drempel', 'name: boete').replace(/values:[^]*/, 'values: []\n'),
      },
      'parameters/boete.yaml:5:9 source-missing Een parameter zonder waarden heeft `source: onbekend` nodig.',
    ],
    [
      'unknown source with values',
      parameter(`${drempel}source: onbekend\n`),
      'parameters/drempel.yaml:9:9 source-unneeded `source: onbekend` hoort alleen bij `values: []`; elke waarde noemt haar eigen bron.',
    ],
    [
      'rule id',
      ruleFile({ id: 'regel 1' }),
      "rules/regels.yaml:1:7 value-wrong Hier hoort een kenmerk zoals UT-01; er staat 'regel 1'.",
    ],
    [
      'double rule id',
      { 'rules/tweede.yaml': rule() },
      'rules/tweede.yaml:1:7 rule-id-double Regel PR-01 staat al in rules/regels.yaml:1; geef een ander kenmerk.',
    ],
    [
      'severity',
      ruleFile({ severity: 'hard' }),
      "rules/regels.yaml:4:13 value-wrong Hier hoort een van: block, warn; er staat 'hard'.",
    ],
    [
      'event of no lifecycle',
      ruleFile({ events: '[gunnen, gunen]' }),
      "rules/regels.yaml:3:20 event-unknown De gebeurtenis 'gunen' bestaat niet in stappenplan-2020.",
    ],
    [
      'event of a lifecycle the pack does not name',
      ruleFile({ events: '[borgingVaststellen]' }),
      "rules/regels.yaml:3:12 event-unknown De gebeurtenis 'borgingVaststellen' bestaat niet in stappenplan-2020.",
    ],
    [
      'now that is no fact',
      ruleFile({ now: 'contract.warde' }),
      "rules/regels.yaml:10:8 now-unknown 'contract.warde' is geen gegeven; bedoelde u 'contract.waarde'?",
    ],
    [
      'needed that is nothing',
      ruleFile({ needed: 'drempl' }),
      "rules/regels.yaml:10:11 needed-unknown 'drempl' is geen parameter van dit pakket en geen gegeven.",
    ],
    [
      'unknown state',
      record('doelstelling', 'dossier.doelstellingen.doelgroep'),
      "records.yaml:1:10 state-unknown De toestand 'doelstelling' bestaat niet in stappenplan-2020.",
    ],
    [
      'field outside the dossier',
      record('werkgroep', 'contract.waarde'),
      "records.yaml:2:10 field-unknown 'contract.waarde' is geen gegeven van het dossier.",
    ],
    [
      'misspelled field',
      record('werkgroep', 'dossier.werkgroep.backupp'),
      "records.yaml:2:10 field-unknown 'dossier.werkgroep.backupp' is geen gegeven van het dossier; bedoelde u 'dossier.werkgroep.backup'?",
    ],
    [
      'file that does not belong',
      { 'rules/regels.js': 'x' },
      'rules/regels.js:1:1 file-unexpected Dit bestand hoort niet in een pakket: alleen pack.yaml, records.yaml, obligation.yaml, cadence.yaml, valuation.yaml, evidence.yaml, texts.yaml, rules/*.yaml, tests/*.yaml, parameters/**/*.yaml, *.md en dezelfde in base/.',
    ],
    [
      'path that leaves the pack',
      { 'rules/../../etc.yaml': 'x' },
      'rules/../../etc.yaml:1:1 file-unexpected Dit bestand hoort niet in een pakket: alleen pack.yaml, records.yaml, obligation.yaml, cadence.yaml, valuation.yaml, evidence.yaml, texts.yaml, rules/*.yaml, tests/*.yaml, parameters/**/*.yaml, *.md en dezelfde in base/.',
    ],
  ])('%s', (_, files, problem) => {
    expect(shown(problemsWith(files))).toEqual([problem]);
  });

  it('names pack.yaml when it is not there', () => {
    const files = new Map([...filesWith()].filter(([path]) => path !== 'pack.yaml'));
    expect(shown(problemsOf(files))).toEqual([
      'pack.yaml:1:1 manifest-missing Het bestand pack.yaml ontbreekt; daarin staat wat dit pakket is.',
    ]);
  });

  it('names every problem, by file and line, not only the first', () => {
    const problems = problemsWith({
      ...manifestWith('^0.1.0', '^1.0.0'),
      ...parameter(drempel.replace('2015-01-01', '2015-02-31')),
      ...ruleFile({ severity: 'hard', events: '[]' }),
    });
    expect(problems.map(({ file, line, code }) => `${file}:${line} ${code}`)).toEqual([
      'pack.yaml:7 engine-range',
      'parameters/drempel.yaml:6 date-invalid',
      'rules/regels.yaml:3 value-wrong',
      'rules/regels.yaml:4 value-wrong',
    ]);
  });

  it('says how many problems there are and where the first is, in both languages', () => {
    const refused = new PackInvalid(problemsWith(ruleFile({ severity: 'hard' })));
    expect(refused.code).toBe('pack-invalid');
    expect(refused.text.nl).toMatch(/^Dit regelpakket heeft 1 fout\(en\).*rules\/regels\.yaml:4:13/);
    expect(refused.message).toContain('rules/regels.yaml:4:13 This must be one of: block, warn');
  });
});
