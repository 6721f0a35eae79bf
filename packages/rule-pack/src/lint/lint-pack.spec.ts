import { readdirSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { drempel, filesWith, manifest, rule } from '../testing/sample-pack.js';
import { shippedFiles, shippedFolder } from '../testing/shipped-pack.js';
import { townObligation, townParameters, townValuation } from '../testing/town-pack.js';
import { vocabulary } from '../testing/vocabulary.js';
import { lintPack } from './lint-pack.js';

const sourced = drempel.replace('{ title: Bron }', '{ title: Bron, page: p. 1 }');
const paper = { 'README.md': '# Proef', 'CHANGELOG.md': '## 1.0.0' };
const ruleTest = (id: string): string => `- id: ${id}-T1
  title: { nl: Op de drempel, en: At the threshold }
  kind: rule
  date: 2026-01-01
  input: { rule: ${id}, facts: { contract: { waarde: '100000.00' } } }
  expected: fulfilled
  standing: assumed
`;
const right = { ...paper, 'parameters/drempel.yaml': sourced, 'tests/regels.yaml': ruleTest('PR-01') };
const unknown = sourced.replace(/values:[^]*/, 'source: onbekend\nvalues: []\n');
const other = (text: string): string => text.replace('name: drempel', 'name: ander').replace('Drempel', 'Ander');

const lint = (files: Record<string, string>, date = '2026-11-22', readByEngine = new Set<string>()) =>
  lintPack(filesWith({ ...right, ...files }), { vocabulary, date, readByEngine });
const shown = (files: Record<string, string>, date?: string): string[] =>
  lint(files, date).findings.map(({ severity, file, line, code }) => `${severity} ${file}:${line} ${code}`);

describe('lint', () => {
  it('has nothing to say about a pack that is right', () => {
    const report = lint({});
    expect(report.findings).toEqual([]);
    expect(report.pack?.manifest.name).toBe('proef');
  });

  it('names everything that keeps a pack from loading, as errors, and looks no further', () => {
    const report = lint({
      'pack.yaml': manifest.replace('^0.1.0', '^9.0.0'),
      'rules/regels.yaml': rule({ condition: '"true"', events: '[gunen]' }),
    });
    expect(report.pack).toBeUndefined();
    expect(report.findings.map(({ severity, file, line, code }) => [severity, file, line, code])).toEqual([
      ['error', 'pack.yaml', 7, 'engine-range'],
      ['error', 'rules/regels.yaml', 3, 'event-unknown'],
    ]);
  });

  it('puts warnings before notes, whatever the file', () => {
    expect(shown({ 'README.md': '', 'CHANGELOG.md': 'x', 'rules/regels.yaml': rule({ condition: '"true"' }) })).toEqual(
      [
        'warning rules/regels.yaml:5 rule-constant',
        'note CHANGELOG.md:1 changelog-behind',
        'note parameters/drempel.yaml:1 parameter-unused',
      ],
    );
  });

  it.each<[string, Record<string, string>, string[]]>([
    [
      'an unknown figure that a rule needs',
      { 'parameters/drempel.yaml': unknown },
      ['warning parameters/drempel.yaml:6 fill-in-needed'],
    ],
    [
      'an unknown figure that no rule needs yet',
      { 'parameters/ander.yaml': other(unknown) },
      ['note parameters/ander.yaml:1 parameter-unused', 'note parameters/ander.yaml:6 fill-in'],
    ],
    [
      'a source that cannot be looked up',
      { 'parameters/drempel.yaml': drempel },
      ['warning parameters/drempel.yaml:8 source-untraceable'],
    ],
    [
      'the same value twice in a row',
      { 'parameters/drempel.yaml': `${sourced}  - ${valueFrom('2016-01-01')}` },
      ['warning parameters/drempel.yaml:9 value-repeats'],
    ],
    [
      'two ends in a row',
      { 'parameters/drempel.yaml': `${sourced}  - ${ended('2016-01-01')}  - ${ended('2017-01-01')}` },
      ['warning parameters/drempel.yaml:10 value-repeats'],
    ],
    [
      'a parameter that only ends, and the rule that reads it',
      { 'parameters/drempel.yaml': sourced.replace("'100000.00'", 'null') },
      ['warning parameters/drempel.yaml:7 value-ends-nothing', 'warning rules/regels.yaml:5 rule-dead'],
    ],
    [
      'a rule that always holds against everything',
      {
        'rules/regels.yaml': rule({ condition: '1 > 2 && true', appliesWhen: 'contract.waarde >= parameter.drempel' }),
      },
      ['warning rules/regels.yaml:5 rule-constant'],
    ],
    [
      'a rule that never applies',
      { 'rules/regels.yaml': rule({ appliesWhen: '"false"' }) },
      ['warning rules/regels.yaml:10 rule-constant'],
    ],
    [
      'an event named twice',
      { 'rules/regels.yaml': rule({ events: '[gunnen, gunnen]' }) },
      ['warning rules/regels.yaml:3 event-double'],
    ],
    [
      'a lifecycle without rules',
      { 'pack.yaml': manifest.replace('[stappenplan-2020]', '[stappenplan-2020, stappenplan-2019]') },
      ['warning pack.yaml:1 lifecycle-without-rules'],
    ],
    [
      'a text that was not translated',
      { 'rules/regels.yaml': rule({ remedy: '{ nl: Vraag het de opdrachtnemer, en: Vraag het de opdrachtnemer }' }) },
      ['warning rules/regels.yaml:8 text-untranslated'],
    ],
    [
      'two rules for one event with one title',
      { 'rules/regels.yaml': rule() + rule({ id: 'PR-02' }), 'tests/b.yaml': ruleTest('PR-02') },
      ['warning rules/regels.yaml:11 title-double'],
    ],
    [
      'two parameters with one title',
      {
        'parameters/zus.yaml': sourced.replace('name: drempel', 'name: zus'),
        'rules/regels.yaml': rule({ needed: 'zus' }),
      },
      ['warning parameters/zus.yaml:2 title-double'],
    ],
  ])('reports %s', (_, files, expected) => {
    expect(shown(files)).toEqual(expected);
  });

  it('reports a value on the day that it was last verified twelve months ago, not a day before', () => {
    expect(shown({}, '2027-11-21')).toEqual([]);
    expect(shown({}, '2027-11-22')).toEqual(['warning parameters/drempel.yaml:4 not-verified']);
  });

  it('reports a verification that has not happened yet', () => {
    expect(shown({}, '2026-11-21')).toEqual(['warning parameters/drempel.yaml:4 verified-later']);
  });

  it('takes the same value with another source or assumption for what it is: sourced again', () => {
    const again = `  - { from: 2016-01-01, value: '100000.00', source: { title: Bron, page: p. 2 } }\n`;
    expect(shown({ 'parameters/drempel.yaml': sourced + again })).toEqual([]);
  });

  it('knows a parameter that the engine reads, and one that is only shown as needed', () => {
    const files = { 'parameters/ander.yaml': other(sourced) };
    expect(shown(files)).toEqual(['note parameters/ander.yaml:1 parameter-unused']);
    expect(lint(files, '2026-11-22', new Set(['ander'])).findings).toEqual([]);
    expect(shown({ ...files, 'rules/regels.yaml': rule({ needed: 'ander' }) })).toEqual([]);
  });

  it('lets two rules share a title when no event meets both', () => {
    const both = rule() + rule({ id: 'PR-02', events: '[afronden]' });
    expect(shown({ 'rules/regels.yaml': both, 'tests/b.yaml': ruleTest('PR-02') })).toEqual([]);
  });

  it('misses the texts for people', () => {
    const files = new Map([...filesWith(right)].filter(([path]) => !path.endsWith('.md')));
    const { findings } = lintPack(files, { vocabulary, date: '2026-11-22', readByEngine: new Set() });
    expect(findings.map(({ file, code }) => `${file} ${code}`)).toEqual([
      'CHANGELOG.md readme-missing',
      'README.md readme-missing',
    ]);
  });

  it('says everything in both languages', () => {
    const [first] = lint({ 'parameters/drempel.yaml': unknown }).findings;
    expect(first?.nl).toBe(
      'In te vullen: drempel is onbekend, en zolang kan PR-01 niet oordelen. Zet er een waarde met bron in.',
    );
    expect(first?.en).toBe(
      'To fill in: drempel is not known, and until then PR-01 cannot judge. Give it a value with its source.',
    );
  });
});

describe('lint on what no test asks about', () => {
  const town = (files: Readonly<Record<string, string>>): string[] =>
    lint({ ...townParameters, 'valuation.yaml': townValuation, 'obligation.yaml': townObligation, ...files })
      .findings.filter(({ code }) => code === 'untested')
      .map(({ severity, file, nl }) => `${severity} ${file} ${/naar (.*);/.exec(nl)?.[1]}`);
  const valued = (id: string, contribution: string): string => `- id: ${id}
  title: { nl: Waarde, en: Value }
  kind: valuation
  date: 2024-01-01
  input: { contribution: { ${contribution} } }
  expected: unknown
  standing: assumed
`;

  it('names the rule', () => {
    expect(shown({ 'rules/b.yaml': rule({ id: 'PR-02', title: '{ nl: b, en: b }' }) })).toEqual([
      'note rules/b.yaml:1 untested',
    ]);
  });

  it('names obligations, blocks and bonuses too', () => {
    expect(town({})).toEqual([
      'note obligation.yaml verplichting social',
      'note obligation.yaml verplichting verkennen',
      ...['ww', 'jongere', 'heel', 'zonder', 'oud', 'stage', 'kennis', 'inkoop', 'pad'].map(
        (id) => `note valuation.yaml bouwblok ${id}`,
      ),
      ...['vijftig', 'zestig', 'vast', 'talent'].map((id) => `note valuation.yaml toeslag ${id}`),
    ]);
  });

  it('counts a bonus as asked about when a contribution earns it', () => {
    const earned = town({ 'tests/waarde.yaml': valued('TO-T1', 'block: ww, leeftijd: 55, vastContract: true') });
    expect(earned).not.toContain('note valuation.yaml toeslag vijftig');
    expect(earned).not.toContain('note valuation.yaml toeslag vast');
    expect(earned).toContain('note valuation.yaml toeslag zestig');
    const elsewhere = town({ 'tests/waarde.yaml': valued('TO-T1', 'block: jongere, vastContract: true') });
    expect(elsewhere).toContain('note valuation.yaml toeslag vast');
    expect(elsewhere).not.toContain('note valuation.yaml bouwblok jongere');
  });
});

describe('every shipped pack', () => {
  it.each(readdirSync(shippedFolder))(
    '%s loads, was verified in the year before, and has a test of everything',
    (name) => {
      const readByEngine = new Set(['gespreksfrequentieMaanden', 'jaaropgaveTermijnMaanden']);
      const { findings } = lintPack(shippedFiles(name), { vocabulary, date: '2026-11-22', readByEngine });
      expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
      expect(findings.filter(({ code }) => ['not-verified', 'verified-later', 'untested'].includes(code))).toEqual([]);
    },
  );
});

function valueFrom(from: string): string {
  return `{ from: ${from}, value: '100000.00', source: { title: Bron, page: p. 1 } }\n`;
}

function ended(from: string): string {
  return `{ from: ${from}, value: null, source: { title: Bron, page: p. 1 } }\n`;
}
