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
    const compiling = expressions.filter(
      (condition) => problemsWith({ 'rules/regels.yaml': rule({ condition: JSON.stringify(condition) }) }).length === 0,
    );
    const values = fc.dictionary(fc.constantFrom('vandaag', 'contract', 'dossier'), fc.jsonValue());
    fc.assert(
      fc.property(compiling, values, (condition, given) => {
        const { pack, rule: compiled } = ruleWith(condition);
        const { outcome, missing } = compiled.evaluate(pack.facts(given), '2026-11-22');
        expect(['fulfilled', 'notFulfilled', 'unknown']).toContain(outcome);
        expect(outcome === 'unknown' || missing.length === 0).toBe(true);
      }),
      { numRuns: 50 },
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
