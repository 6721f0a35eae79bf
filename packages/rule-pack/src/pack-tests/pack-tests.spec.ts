import { readdirSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { shippedFolder, shippedPack } from '../testing/shipped-pack.js';
import { shown } from '../testing/sample-pack.js';
import { townProblems, townWith } from '../testing/town-pack.js';
import { runPackTests } from './run-pack-tests.js';

const test = (lines: Readonly<Record<string, string>> = {}): string =>
  Object.entries({
    id: 'TO-T01',
    title: '{ nl: Een jaar, en: A year }',
    kind: 'valuation',
    date: '2024-01-01',
    input: '{ contribution: { block: ww, urenPerWeek: 38, maanden: 12 } }',
    expected: "'18000.00'",
    standing: 'sourced',
    ...lines,
  })
    .map(([key, value], i) => `${i === 0 ? '- ' : '  '}${key}: ${value}\n`)
    .join('');
const run = (text: string) => runPackTests(townWith({ 'tests/proef.yaml': text }));

describe('the tests of a pack', () => {
  it.each<[string, Record<string, string>]>([
    ['what a contribution is worth', {}],
    ['that the adviser decides', { input: '{ contribution: { block: pad } }', expected: 'adviseurBeslist' }],
    ['that there is nothing', { input: '{ contribution: { block: oud } }', expected: 'none' }],
    ['that something is not known', { input: '{ contribution: { block: zonder } }', expected: 'unknown' }],
    [
      'what a contract obliges to',
      {
        kind: 'obligation',
        input:
          "{ obligation: social, facts: { contract: { soort: dienst, waarde: '400000.00', procedure: openbaar } } }",
        expected: "'20000.00'",
      },
    ],
    [
      'that there is a duty',
      {
        kind: 'obligation',
        input: "{ obligation: verkennen, facts: { contract: { loonsom: '100000.00' } } }",
        expected: 'due',
      },
    ],
    [
      'that nobody knows the penalty of a shortfall',
      {
        kind: 'shortfall',
        input:
          "{ obligation: social, owed: '100.00', realised: '20.00', facts: { contract: { procedure: openbaar } } }",
        expected: 'unknown',
      },
    ],
    [
      'that there is no penalty',
      {
        kind: 'shortfall',
        input: "{ obligation: verkennen, owed: '100.00', realised: '20.00' }",
        expected: 'none',
      },
    ],
    [
      'what a rule says',
      {
        kind: 'rule',
        input: "{ rule: PR-01, facts: { contract: { waarde: '100000.00' } } }",
        expected: 'fulfilled',
      },
    ],
  ])('may say %s', (_, lines) => {
    expect(run(test(lines))).toMatchObject([{ passed: true }]);
  });

  it('give, when one fails, what was expected and what was found, and the way to it', () => {
    const [result] = run(test({ expected: "'18000.01'" }));
    expect(result).toMatchObject({ passed: false, found: '18000.00', test: { id: 'TO-T01', expected: '18000.01' } });
    expect(result?.figure?.steps.at(-1)?.text.nl).toBe('€ 18.000,00 × 38/38 × 12/12 = € 18.000,00');
  });

  it('name what is missing when something could not be worked out', () => {
    const [contribution] = run(test({ input: '{ contribution: { block: ww, maanden: 3 } }' }));
    expect(contribution).toMatchObject({ passed: false, found: 'unknown', missing: ['urenPerWeek'] });
    const [rule] = run(test({ kind: 'rule', input: '{ rule: PR-01, facts: {} }', expected: 'fulfilled' }));
    expect(rule).toMatchObject({ passed: false, found: 'unknown', missing: ['contract.waarde'] });
  });

  it.each<[string, Record<string, string>, string]>([
    ['an unknown key', { verwacht: '1' }, "tests/proef.yaml:8:3 key-unknown De sleutel 'verwacht' hoort hier niet."],
    [
      'an unknown key in a contribution',
      { input: '{ contribution: { block: ww, maandn: 3 } }' },
      "tests/proef.yaml:5:39 key-unknown De sleutel 'maandn' hoort hier niet; bedoelde u 'maanden'?",
    ],
    [
      'a fact that does not exist',
      { kind: 'rule', input: "{ rule: PR-01, facts: { contract: { warde: '1' } } }", expected: 'fulfilled' },
      "tests/proef.yaml:5:46 key-unknown De sleutel 'warde' hoort hier niet; bedoelde u 'waarde'?",
    ],
    [
      'a fact of another type',
      { kind: 'rule', input: '{ rule: PR-01, facts: { contract: { waarde: 100000 } } }', expected: 'fulfilled' },
      'tests/proef.yaml:5:54 value-wrong Hier hoort een waarde van het type Euro; er staat 100000.',
    ],
    [
      'a kind that does not exist',
      { kind: 'waarde' },
      "tests/proef.yaml:3:9 value-wrong Hier hoort een van: valuation, obligation, shortfall, rule; er staat 'waarde'.",
    ],
    [
      'an amount without quotes',
      { expected: '18000.50' },
      'tests/proef.yaml:6:13 value-wrong Hier hoort een bedrag tussen aanhalingstekens, zoals "40000.00", of een van: adviseurBeslist, none, unknown; er staat 18000.5.',
    ],
    [
      'an amount for a rule',
      { kind: 'rule', input: '{ rule: PR-01, facts: {} }' },
      "tests/proef.yaml:6:13 value-wrong Hier hoort een van: fulfilled, notFulfilled, notApplicable, unknown; er staat '18000.00'.",
    ],
    [
      'a fraction of a month in floating point',
      { input: '{ contribution: { block: ww, maanden: 1.5 } }' },
      'tests/proef.yaml:5:48 value-wrong Hier hoort een geheel getal, of een breuk als "25.5"; er staat 1.5.',
    ],
    [
      'a block the pack does not have',
      { input: '{ contribution: { block: jonger } }' },
      "tests/proef.yaml:5:35 test-subject-unknown Dit pakket heeft geen bouwblok 'jonger'; bedoelde u 'jongere'?",
    ],
    [
      'a rule the pack does not have',
      { kind: 'rule', input: '{ rule: PR-02, facts: {} }', expected: 'unknown' },
      "tests/proef.yaml:5:18 test-subject-unknown Dit pakket heeft geen regel 'PR-02'; bedoelde u 'PR-01'?",
    ],
    [
      'a duty as the penalty of a shortfall',
      { kind: 'shortfall', input: "{ obligation: social, owed: '1.00', realised: '0.00' }", expected: 'due' },
      'tests/proef.yaml:6:13 value-wrong Hier hoort een bedrag tussen aanhalingstekens, zoals "40000.00", of een van: none, unknown; er staat \'due\'.',
    ],
    [
      'a shortfall without what was realised',
      { kind: 'shortfall', input: "{ obligation: social, owed: '1.00' }", expected: 'none' },
      "tests/proef.yaml:5:10 key-missing De sleutel 'realised' ontbreekt; voeg hem toe.",
    ],
    [
      'a shortfall of an obligation the pack does not have',
      { kind: 'shortfall', input: "{ obligation: sociaal, owed: '1.00', realised: '0.00' }", expected: 'none' },
      "tests/proef.yaml:5:24 test-subject-unknown Dit pakket heeft geen verplichting 'sociaal'; bedoelde u 'social'?",
    ],
    [
      'an obligation the pack does not have',
      { kind: 'obligation', input: '{ obligation: sociaal, facts: {} }', expected: 'none' },
      "tests/proef.yaml:5:24 test-subject-unknown Dit pakket heeft geen verplichting 'sociaal'; bedoelde u 'social'?",
    ],
  ])('are refused with %s', (_, lines, problem) => {
    expect(shown(townProblems({ 'tests/proef.yaml': test(lines) }))).toEqual([problem]);
  });

  it('are refused when two have one id', () => {
    expect(shown(townProblems({ 'tests/proef.yaml': test() + test() }))).toEqual([
      'tests/proef.yaml:8:7 test-id-double Test TO-T01 staat al in tests/proef.yaml:1; geef een ander kenmerk.',
    ]);
  });

  it('say which keys are missing', () => {
    expect(shown(townProblems({ 'tests/proef.yaml': '- id: TO-T01\n' })).map((line) => line.split(' ')[1])).toEqual(
      Array.from({ length: 6 }, () => 'key-missing'),
    );
  });
});

describe('the tests of every shipped pack', () => {
  it.each(readdirSync(shippedFolder))('%s: all pass', (name) => {
    const results = runPackTests(shippedPack(name));
    expect(results.length).toBeGreaterThan(0);
    expect(results.filter(({ passed }) => !passed).map(({ test }) => test.id)).toEqual([]);
  });
});

describe('the worked examples of the sources', () => {
  const found = new Map(
    ['basis', 'haaglanden', 'oost-nederland', 'utrecht-bouwblokken'].flatMap((name) =>
      runPackTests(shippedPack(name)).map((result) => [result.test.id, result.found] as const),
    ),
  );

  it.each([
    ['1', 'UT-T01', '40000.00'],
    ['2', 'UT-T02', '50000.00'],
    ['3', 'UT-T03', '45000.00'],
    ['4', 'UT-T04', '60000.00'],
    ['5', 'UT-T05', '16666.67'],
    ['6, knowledge', 'UT-T06', '2400.00'],
    ['6, purchasing', 'UT-T07', '1850.00'],
    ['7', 'UT-T08', 'adviseurBeslist'],
    ['8', 'HA-T01', '10000.00'],
    ['9, Participatiewet', 'HA-T02', '80000.00'],
    ['9, banenafspraak', 'HA-T03', '125000.00'],
    ['10, under the threshold', 'UT-T30', 'none'],
    ['10, at the threshold', 'UT-T31', 'due'],
    ['11, model A', 'BA-T01', '60000.00'],
    ['11, model B', 'BA-T02', '24000.00'],
    ['12', 'ON-T01', '3750.00'],
  ])('number %s comes out in %s', (_, id, expected) => {
    expect(found.get(id)).toBe(expected);
  });
});
