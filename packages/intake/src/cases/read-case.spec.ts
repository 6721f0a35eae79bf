import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CaseUnreadable, type CaseProblem } from './case-unreadable.js';
import { readCase } from './read-case.js';

const good = `titel: Proef
bron: { document: 001_6c3f9123756a8f34.txt, titel: Handreiking, pagina: p. 9 }
lifecycle: stappenplan-2020
pack: basis
contract:
  kenmerk: K-1
  titel: Schoonmaak
  categorie: schoonmaak
  soort: dienst
  waarde: "100000.00"
  start: 2024-01-01
leverancier: Frisse Start
gebeurtenissen:
  - op: 2024-01-02T09:00:00Z
    door: { id: hr, rollen: [coordinator] }
    event: principebesluitNemen
    gegevens: { orgaan: directie, aantal: 3, akkoord: true, doelen: [een, twee] }
    toelichting: Verzonnen.
  - op: 2024-01-03T09:00:00Z
    door: { id: hr, rollen: [coordinator] }
    event: beeindigen
    gegevens: { reden: Klaar }
verwacht:
  states: [beeindigd]
`;

function problemsOf(yaml: string): readonly CaseProblem[] {
  try {
    readCase(yaml, 'geval.yaml');
    return [];
  } catch (error) {
    if (error instanceof CaseUnreadable) return error.problems;
    throw error;
  }
}

function refusal(from: string, to: string): CaseProblem | undefined {
  expect(good).toContain(from);
  return problemsOf(good.replace(from, to))[0];
}

describe('a case from practice', () => {
  it('is read as its source, contract, events and expected states', () => {
    const read = readCase(good, 'geval.yaml');
    expect(read.contract.waarde).toBe('100000.00');
    expect(read.gebeurtenissen[0]).toEqual({
      op: '2024-01-02T09:00:00Z',
      door: { id: 'hr', rollen: ['coordinator'] },
      event: 'principebesluitNemen',
      gegevens: { orgaan: 'directie', aantal: 3, akkoord: true, doelen: ['een', 'twee'] },
      toelichting: 'Verzonnen.',
    });
    expect(read.verwacht.states).toEqual(['beeindigd']);
  });

  it.each([
    ['an unknown key', 'pack: basis', 'pack: basis\nkleur: rood', 5, "'kleur'"],
    ['an unknown key of an event', '    event: beeindigen', '    event: beeindigen\n    wie: ik', 22, "'wie'"],
    ['a missing key', 'leverancier: Frisse Start\n', '', 1, "'leverancier' ontbreekt"],
    ['a key twice', 'pack: basis', 'pack: basis\npack: basis', 5, 'unique'],
    ['an anchor', 'pack: basis', 'pack: &pak basis', 4, 'Ankers'],
    ['an alias', 'leverancier: Frisse Start', 'leverancier: *pak', 12, 'verwijzingen'],
    ['a tag', 'pack: basis', 'pack: !!str basis', 4, 'Ankers'],
    ['an amount that is a number', 'waarde: "100000.00"', 'waarde: 100000.00', 10, 'aanhalingstekens'],
    ['an amount without cents', '"100000.00"', '"100000"', 10, '1440000.00'],
    ['a number with decimals in the data', 'aantal: 3', 'aantal: 3.5', 17, 'heel getal'],
    ['nothing as a value in the data', 'reden: Klaar', 'reden: null', 22, 'heel getal'],
    ['a data key that objects already have', 'aantal: 3', '__proto__: 3', 17, '__proto__'],
    ['a role that does not exist', '[coordinator]', '[koning]', 15, 'inkoopexpert'],
    ['an instant without zone', '2024-01-02T09:00:00Z', '2024-01-02T09:00:00', 14, '2019-03-04T09:00:00Z'],
    ['an instant that does not exist', '2024-01-02T09:00:00Z', '2023-02-29T09:00:00Z', 14, 'kalender'],
    ['a contract date that does not exist', 'start: 2024-01-01', 'start: 2024-02-30', 11, 'kalender'],
    ['an event before the one before', '2024-01-03', '2024-01-02', 19, 'op volgorde'],
    ['no events', 'states: [beeindigd]', 'states: []', 24, 'ten minste één'],
    ['a second document', 'titel: Proef', '---\na: 1\n---\ntitel: Proef', 4, '---'],
    ['a directive', 'titel: Proef', '%YAML 1.1\n---\ntitel: Proef', 1, '%YAML'],
    ['broken YAML', 'pack: basis', 'pack: "basis', 4, 'YAML'],
  ])('is refused with %s, naming the line', (_, from, to, line, said) => {
    const found = refusal(from, to);
    expect(found?.line).toBe(line);
    expect(found?.nl).toContain(said);
  });

  it('is refused when the file is empty or larger than 1 MB', () => {
    expect(problemsOf('')[0]?.nl).toContain('leeg');
    expect(problemsOf('# niets')[0]?.nl).toContain('leeg');
    expect(problemsOf('x'.repeat(1024 * 1024 + 1))[0]?.nl).toContain('1 MB');
  });

  it.each([
    ['brackets', '['.repeat(100_000)],
    ['braces', '{a: '.repeat(50_000)],
    ['dashes', '- '.repeat(50_000)],
    ['question marks', '? '.repeat(50_000)],
    ['indentation', `a:\n${' '.repeat(81)}b:`],
  ])('is refused when its %s nest too deep, before the parser sees it', (_, yaml) => {
    expect(problemsOf(`titel: x\n${yaml}`)[0]?.nl).toContain('diep');
  });

  it('is read or refused whatever is done to it, and nothing else happens', () => {
    const cut = fc.tuple(fc.nat(good.length), fc.nat(12), fc.string({ maxLength: 8 }));
    fc.assert(
      fc.property(cut, ([at, length, put]) => {
        const problems = problemsOf(good.slice(0, at) + put + good.slice(at + length));
        expect(problems.every(({ line, nl, en }) => line >= 1 && nl !== '' && en !== '')).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('reports every fault at once, each with file and line', () => {
    const yaml = good.replace('dienst', 'huur').replace('rollen: [coordinator]', 'rollen: [koning]');
    expect(problemsOf(yaml).map(({ line }) => line)).toEqual([9, 15]);
    expect(() => readCase(yaml, 'geval.yaml')).toThrow(/geval\.yaml:9: .*\ngeval\.yaml:15: /);
  });
});

describe('the cases that come with the product', () => {
  const folder = join(import.meta.dirname, '../../../../demo/cases');
  const files = readdirSync(folder);

  it.each(files)('%s can be read, and says what it takes from where', (file) => {
    const read = readCase(readFileSync(join(folder, file), 'utf8'), file);
    expect(read.toelichting).toBeDefined();
    expect(read.bron.document).toMatch(/^00\d_[0-9a-f]{16}\.txt$/);
  });

  it('are four', () => {
    expect(files).toHaveLength(4);
  });
});
