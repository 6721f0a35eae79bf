import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { lintPack } from './lint/lint-pack.js';
import { loadPack } from './load-pack.js';
import { runPackTests } from './pack-tests/run-pack-tests.js';
import { drempel, filesWith, manifest, problemsOf, rule, shown } from './testing/sample-pack.js';
import { vocabulary } from './testing/vocabulary.js';
import { withBase } from './with-base.js';

type Files = ReadonlyMap<string, string>;

const testFile = `- id: PR-T01
  title: { nl: Onder de drempel, en: Under the threshold }
  kind: rule
  date: 2026-01-01
  input: { rule: PR-01, facts: { contract: { waarde: '99999.99' } } }
  expected: notFulfilled
  standing: assumed
`;
const base = filesWith({ 'tests/regels.yaml': testFile, 'README.md': 'De basis', 'CHANGELOG.md': '1.0.0' });
const extending = (name: string, range = '^1.0.0'): string =>
  `${manifest.replace('name: proef', 'name: stad')}extends: { name: ${name}, version: ${range} }\n`;
const city = (files: Readonly<Record<string, string>> = {}): Files =>
  new Map(Object.entries({ 'pack.yaml': extending('proef'), ...files }));
const found = (files: Files): Files => withBase(files, (name) => (name === 'proef' ? base : undefined));
const load = (files: Files) => loadPack(found(files), vocabulary);
const values = (files: Files) =>
  load(files)
    .parameters.get('drempel')
    ?.values.map(({ value }) => value);

describe('a pack that extends another', () => {
  it('has everything of its base, under its own name', () => {
    const pack = load(city());
    expect(pack.manifest).toMatchObject({ name: 'stad', extends: { name: 'proef', version: '^1.0.0' } });
    expect([...pack.parameters.keys(), ...pack.rules.map((one) => one.rule.id)]).toEqual(['drempel', 'PR-01']);
    expect(runPackTests(pack).map(({ passed }) => passed)).toEqual([true]);
  });

  it('replaces a file by one of its own, and adds others beside it', () => {
    const own = drempel.replace('100000.00', '75000.00');
    const pack = load(city({ 'parameters/drempel.yaml': own, 'rules/eigen.yaml': rule({ id: 'ST-01' }) }));
    expect(pack.parameters.get('drempel')?.values.map(({ value }) => value)).toEqual(['75000.00']);
    expect(pack.rulesFor('gunnen').map((one) => one.rule.id)).toEqual(['ST-01', 'PR-01']);
  });

  it('leaves out the rules of a file by an empty one, and its tests likewise', () => {
    const pack = load(city({ 'rules/regels.yaml': '[]\n', 'tests/regels.yaml': '[]\n' }));
    expect([pack.rules, pack.tests]).toEqual([[], []]);
  });

  it('is another pack when a file of its base is, also one that it replaces', () => {
    const whole = found(city({ 'parameters/drempel.yaml': drempel }));
    const other = new Map([...whole, ['base/parameters/drempel.yaml', `${drempel}# anders\n`]]);
    expect(loadPack(other, vocabulary).digest).not.toBe(loadPack(whole, vocabulary).digest);
  });

  it('is told of a mistake in its base at the file where it is', () => {
    const files = new Map([...found(city()), ['base/rules/regels.yaml', rule({ severity: 'hard' })]]);
    expect(shown(problemsOf(files))).toEqual([
      "base/rules/regels.yaml:4:13 value-wrong Hier hoort een van: block, warn; er staat 'hard'.",
    ]);
    const { findings } = lintPack(found(city()), { vocabulary, date: '2028-01-01', readByEngine: new Set() });
    expect(findings.map(({ file, code }) => `${file} ${code}`)).toContain('base/parameters/drempel.yaml not-verified');
  });

  it('keeps to the lifecycles its base has for what the base says, and to its own for the rest', () => {
    const both = manifest.replace('[stappenplan-2020]', '[stappenplan-2020, stappenplan-2019]');
    const only2019 = rule({ events: '[borgingVaststellen]' });
    const files = [...found(city()), ['base/pack.yaml', both], ['base/rules/regels.yaml', only2019]] as const;
    expect(problemsOf(new Map(files))).toEqual([]);
    expect(
      problemsOf(new Map([...files, ['rules/eigen.yaml', rule({ id: 'ST-1', events: '[borgingVaststellen]' })]])),
    ).toEqual([expect.objectContaining({ file: 'rules/eigen.yaml', code: 'event-unknown' })]);
  });
});

describe('what a pack extends is refused', () => {
  const codes = (files: Files) => problemsOf(files).map(({ file, line, code }) => `${file}:${line} ${code}`);

  it('when it is not there', () => {
    expect(codes(city())).toEqual(['pack.yaml:9 base-missing']);
    expect(shown(problemsOf(city()))[0]).toContain('samenwerkt pack pack');
  });

  it('when there is something in base/ that is no pack', () => {
    expect(codes(new Map([...city(), ['base/parameters/drempel.yaml', drempel]]))).toEqual([
      'pack.yaml:9 base-missing',
    ]);
  });

  it('when it is another pack, or another version', () => {
    const renamed = new Map([...found(city()), ['base/pack.yaml', manifest.replace('proef', 'andere')]]);
    expect(codes(renamed)).toEqual(['pack.yaml:9 extends-mismatch']);
    expect(codes(found(city({ 'pack.yaml': extending('proef', '^1.1.0') })))).toEqual(['pack.yaml:9 extends-mismatch']);
  });

  it('when the pack does not say that it extends anything', () => {
    expect(codes(filesWith({ 'base/pack.yaml': manifest }))).toEqual(['base/pack.yaml:1 base-unexpected']);
  });

  it('when it is not for this engine', () => {
    const files = new Map([...found(city()), ['base/pack.yaml', manifest.replace('^0.1.0', '^9.0.0')]]);
    expect(codes(files)).toEqual(['base/pack.yaml:7 engine-range']);
  });

  it.each(['../geheim', '/etc', 'Proef', '""'])('when its name is %s, and nobody looks for it', (name) => {
    const asked: string[] = [];
    const files = withBase(city({ 'pack.yaml': extending(name) }), (one) => void asked.push(one));
    expect(asked).toEqual([]);
    expect(codes(files)).toEqual(['pack.yaml:9 value-wrong']);
  });
});

describe('a chain of packs', () => {
  const named = (name: string, on: string): Files =>
    new Map([['pack.yaml', extending(on).replace('name: stad', `name: ${name}`)]]);

  it('of three is taken in whole, the nearest going first', () => {
    const own = drempel.replace('100000.00', '1.00');
    const all = new Map<string, Files>([
      ['proef', base],
      ['een', new Map([...named('een', 'proef'), ['parameters/drempel.yaml', own]])],
      ['twee', named('twee', 'een')],
    ]);
    const files = withBase(named('drie', 'twee'), (name) => all.get(name));
    expect([...files.keys()]).toContain('base/base/base/rules/regels.yaml');
    expect([...files.keys()].filter((path) => path.endsWith('.md'))).toEqual([]);
    expect(problemsOf(files)).toEqual([]);
    expect(loadPack(files, vocabulary).parameters.get('drempel')?.values[0]?.value).toBe('1.00');
  });

  it('that bites its tail ends, and is refused', () => {
    const all = new Map([
      ['een', named('een', 'twee')],
      ['twee', named('twee', 'een')],
    ]);
    const files = withBase(named('een', 'twee'), (name) => all.get(name));
    expect(problemsOf(files).map(({ file, code }) => `${file} ${code}`)).toEqual([
      'base/base/base/pack.yaml base-too-deep',
    ]);
  });
});

describe('taking in the base', () => {
  it('changes nothing in a pack that has one already, or extends none', () => {
    const whole = found(city());
    expect(withBase(whole, () => undefined)).toEqual(whole);
    expect(withBase(base, () => base)).toEqual(base);
  });

  it('never changes a file of the pack itself', () => {
    const text = fc.constantFrom('[]\n', rule(), drempel, 'x: [', '');
    const path = fc.constantFrom('rules/a.yaml', 'rules/regels.yaml', 'parameters/drempel.yaml', 'tests/a.yaml');
    fc.assert(
      fc.property(fc.dictionary(path, text), (files) => {
        const own = city(files);
        const whole = found(own);
        expect([...own].every(([name, content]) => whole.get(name) === content)).toBe(true);
        expect([...whole.keys()].every((name) => own.has(name) || name.startsWith('base/'))).toBe(true);
      }),
    );
  });

  it('reads a figure of the base until the pack has its own', () => {
    expect(values(city())).toEqual(['100000.00']);
    const ended = `${drempel}  - { from: 2026-01-01, value: null, source: { title: Besluit } }\n`;
    expect(values(city({ 'parameters/drempel.yaml': ended }))).toEqual(['100000.00', null]);
  });
});
