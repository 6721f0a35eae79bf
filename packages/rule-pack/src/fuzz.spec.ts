import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { drempel, filesWith, manifest, problemsOf, problemsWith, rule, ruleWith } from './testing/sample-pack.js';

/** Pieces that expressions are made of, right and wrong. */
const pieces = fc.constantFrom(
  ...[
    'contract.waarde',
    'contract.start',
    'contract.soort',
    'contract',
    'dossier.keuze.gekozen',
    'parameter.drempel',
    'parameter',
    'vandaag',
    'x',
    '_0',
  ],
  ...[
    'has(',
    'size(',
    'euro(',
    'datum(',
    'maandenNa(',
    'jaar(',
    '(',
    ')',
    '[',
    ']',
    '{',
    '}',
    '.all(x, ',
    '.exists(',
    '.matches(',
    '.',
  ],
  ...[
    '>=',
    '==',
    '!=',
    '&&',
    '||',
    '!',
    '?',
    ':',
    '-',
    '*',
    '/',
    '%',
    ' in ',
    ',',
    '"1"',
    '"2026-01-01"',
    '0',
    '1u',
    '1.5',
    'null',
    'true',
    'b"x"',
    '\n',
  ],
);
const expressions = fc.array(pieces, { maxLength: 14 }).map((parts) => parts.join(' '));

/** Conditions that compile; with strange facts they may overflow, divide by nothing or ask for what is not there. */
const compiling = fc
  .array(
    fc.constantFrom(
      'contract.waarde >= parameter.drempel',
      '10 / contract.looptijdMaanden > 1',
      '9223372036854775807 + contract.looptijdMaanden > 0',
      'maandenNa(vandaag, contract.looptijdMaanden) > contract.start',
      'dossier.keuze.gekozen.all(x, x == contract.soort)',
      '(has(contract.start) ? jaar(contract.start) > 2000 : contract.soort == "werk")',
      '!has(dossier.keuze)',
    ),
    { minLength: 1, maxLength: 5 },
  )
  .chain((parts) => fc.constantFrom(' && ', ' || ').map((joint) => parts.join(joint)));

/** Facts of any shape under the names that those conditions read. */
const strangeFacts = fc.record(
  {
    vandaag: fc.oneof(fc.constant('9999-12-31'), fc.constant('2026-13-45'), fc.jsonValue()),
    contract: fc.oneof(
      fc.record({
        waarde: fc.oneof(fc.constant('1.00'), fc.jsonValue()),
        looptijdMaanden: fc.oneof(fc.maxSafeInteger(), fc.constant(0), fc.jsonValue()),
        start: fc.oneof(fc.constant('2026-01-31'), fc.jsonValue()),
        soort: fc.jsonValue(),
      }),
      fc.jsonValue(),
    ),
    dossier: fc.record({ keuze: fc.oneof(fc.record({ gekozen: fc.array(fc.string()) }), fc.jsonValue()) }),
  },
  { requiredKeys: [] },
);

/** A text with a piece cut out and something else put in its place. */
function damaged(text: string): fc.Arbitrary<string> {
  const noise = fc.oneof(
    fc.string({ maxLength: 6 }),
    fc.constantFrom('\n', '  ', '- ', ': ', '[', '{', '"', "'", '&a', '*a', '!t', '|', '>', '#', '---\n'),
  );
  return fc
    .tuple(fc.nat(text.length), fc.nat(12), noise)
    .map(([at, length, put]) => text.slice(0, at) + put + text.slice(at + length));
}

describe('whatever is written in a pack', () => {
  it('an expression compiles or is refused at its own place', () => {
    fc.assert(
      fc.property(expressions, (condition) => {
        for (const { file, line, column, nl, en } of problemsWith({
          'rules/regels.yaml': rule({ condition: JSON.stringify(condition) }),
        })) {
          expect(file).toBe('rules/regels.yaml');
          expect([line, column > 13]).toEqual([5, true]);
          expect(`${nl}${en}`).not.toMatch(/undefined|\[object/);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('an expression that compiles always gives a verdict', () => {
    fc.assert(
      fc.property(compiling, strangeFacts, (condition, given) => {
        const { pack, rule: compiled } = ruleWith(condition);
        const { outcome, missing } = compiled.evaluate(pack.facts(given), '2026-11-22');
        expect(['fulfilled', 'notFulfilled', 'unknown']).toContain(outcome);
        expect(outcome === 'unknown' || missing.length === 0).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('a damaged file loads or is refused with problems that lie within it', () => {
    const files = fc.oneof(
      damaged(manifest).map((text) => ['pack.yaml', text] as const),
      damaged(drempel).map((text) => ['parameters/drempel.yaml', text] as const),
      damaged(rule({ appliesWhen: '>-\n    has(contract.waarde)' })).map(
        (text) => ['rules/regels.yaml', text] as const,
      ),
    );
    fc.assert(
      fc.property(files, ([path, text]) => {
        const given = filesWith({ [path]: text });
        for (const { file, line, column } of problemsOf(given)) {
          const lines = (given.get(file) ?? '').split('\n');
          expect(line).toBeGreaterThanOrEqual(1);
          expect(line).toBeLessThanOrEqual(lines.length);
          expect(column).toBeGreaterThanOrEqual(1);
          expect(column).toBeLessThanOrEqual((lines[line - 1]?.length ?? 0) + 1);
        }
      }),
      { numRuns: 500 },
    );
  });
});
