import { describe, expect, it } from '@jest/globals';
import { problemsOf, problemsWith, shown } from './testing/sample-pack.js';

const wide = 250_000;
const quick = 1500;

/** Texts that are small to send and would be expensive, or worse, to read. */
const hostile: readonly (readonly [string, string, string])[] = [
  [
    'an alias bomb',
    'a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n',
    'rules/regels.yaml:1:4 yaml-anchor Ankers (&naam) zijn niet toegestaan; schrijf de waarde voluit.',
  ],
  [
    'a bare alias',
    'a: *b\n',
    'rules/regels.yaml:1:4 yaml-alias Verwijzingen (*naam) zijn niet toegestaan; schrijf de waarde voluit.',
  ],
  [
    'a tag',
    'a: !!js/function x\n',
    'rules/regels.yaml:1:4 yaml-tag Tags (!naam) zijn niet toegestaan; laat de tag weg.',
  ],
  [
    'a double key',
    '- id: a\n  id: b\n',
    "rules/regels.yaml:2:3 key-double De sleutel 'id' staat er al op regel 1; houd er één over.",
  ],
  [
    '__proto__',
    '- __proto__: { polluted: true }\n',
    "rules/regels.yaml:1:3 key-forbidden De sleutel '__proto__' is niet toegestaan.",
  ],
  [
    'constructor',
    '- constructor: x\n',
    "rules/regels.yaml:1:3 key-forbidden De sleutel 'constructor' is niet toegestaan.",
  ],
  ['prototype', '- prototype: x\n', "rules/regels.yaml:1:3 key-forbidden De sleutel 'prototype' is niet toegestaan."],
  ['a key that is not a text', '- [a, b]: x\n', 'rules/regels.yaml:1:3 key-invalid Een sleutel moet een tekst zijn.'],
  [
    'brackets a thousand deep',
    '['.repeat(1000) + ']'.repeat(1000),
    'rules/regels.yaml:1:21 too-deep Dit bestand is dieper genest dan 20 niveaus; maak het platter.',
  ],
  [
    'brackets without end',
    '['.repeat(wide),
    'rules/regels.yaml:1:21 too-deep Dit bestand is dieper genest dan 20 niveaus; maak het platter.',
  ],
  [
    'dashes without end',
    '- '.repeat(wide / 2),
    'rules/regels.yaml:1:41 too-deep Dit bestand is dieper genest dan 20 niveaus; maak het platter.',
  ],
  [
    'question marks without end',
    '? '.repeat(wide / 2),
    'rules/regels.yaml:1:41 too-deep Dit bestand is dieper genest dan 20 niveaus; maak het platter.',
  ],
  [
    'a staircase of keys',
    Array.from({ length: 600 }, (_, i) => `${' '.repeat(i)}a:`).join('\n'),
    'rules/regels.yaml:21:21 too-deep Dit bestand is dieper genest dan 20 niveaus; maak het platter.',
  ],
  [
    'commas without end',
    `{${','.repeat(wide)}`,
    'rules/regels.yaml:1:40000 too-complex Dit bestand heeft te veel onderdelen; splits het.',
  ],
  [
    'another version of YAML',
    '%YAML 1.1\n---\na: yes\n',
    'rules/regels.yaml:1:1 yaml-directive Aanwijzingen (%YAML) zijn niet toegestaan; pakketten zijn altijd YAML 1.2.',
  ],
  [
    'two documents',
    'a: 1\n---\nb: 1\n',
    'rules/regels.yaml:2:1 yaml-invalid Dit is geen geldige YAML: Source contains multiple documents; please use YAML.parseAllDocuments().',
  ],
  ['nothing', '', 'rules/regels.yaml:1:1 yaml-empty Dit bestand is leeg.'],
];

describe('a hostile file is refused, and quickly', () => {
  it.each(hostile)('%s', (_, text, problem) => {
    const start = performance.now();
    const problems = shown(problemsWith({ 'rules/regels.yaml': text }));
    expect(performance.now() - start).toBeLessThan(quick);
    expect(problems).toContain(problem);
  });

  it('leaves no trace in the prototype of objects', () => {
    problemsWith({ 'rules/regels.yaml': '- __proto__: { polluted: true }\n' });
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it('ten megabytes are refused unread', () => {
    const start = performance.now();
    expect(shown(problemsWith({ 'rules/regels.yaml': 'a'.repeat(10_000_000) }))).toEqual([
      'pack.yaml:1:1 pack-too-large Een pakket is samen hoogstens 4 MB; dit is meer.',
    ]);
    expect(performance.now() - start).toBeLessThan(quick);
  });

  it('a file over 256 kB is refused on its own', () => {
    expect(shown(problemsWith({ 'rules/regels.yaml': '#'.repeat(300_000) }))).toEqual([
      'rules/regels.yaml:1:1 file-too-large Een bestand is hoogstens 256 kB; splits het.',
    ]);
  });

  it('more than two thousand files are refused unread', () => {
    const files = new Map(Array.from({ length: 2001 }, (_, i) => [`parameters/p${i}.yaml`, '[['] as const));
    expect(shown(problemsOf(files))).toEqual([
      'pack.yaml:1:1 too-many-files Een pakket heeft hoogstens 2000 bestanden; dit heeft er 2001.',
    ]);
  });

  it('a pack full of mistakes stops being read at some point', () => {
    const files = Object.fromEntries(Array.from({ length: 1500 }, (_, i) => [`parameters/p${i}.yaml`, '{{{']));
    const start = performance.now();
    const problems = problemsWith(files);
    expect(performance.now() - start).toBeLessThan(quick);
    expect(problems.length).toBeGreaterThan(1000);
    expect(problems.length).toBeLessThan(1100);
  });
});
