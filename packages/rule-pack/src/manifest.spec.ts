import { describe, expect, it } from '@jest/globals';
import { manifest, packWith, problemsWith, rule, shown } from './testing/sample-pack.js';

const manifestWith = (from: string, to: string) => ({ 'pack.yaml': manifest.replace(from, to) });
const ranged = (version: string) =>
  manifestWith('[stappenplan-2020]', `[{ id: stappenplan-2020, version: ${version} }, stappenplan-2019]`);
const pair = '[nl, en]';
const test = `- id: XX-T01
  title: { nl: a, en: b }
  kind: rule
  date: 2026-01-01
  input: { rule: PR-01, facts: {} }
  expected: unknown
  standing: assumed
`;

describe('what a pack says about itself', () => {
  it('names who keeps it, each with where to ask', () => {
    const lines = 'maintainers:\n  - { name: Inkoop, email: inkoop@voorbeeld.example, address: "https://a.example" }';
    expect(packWith(manifestWith('maintainer: Samenwerkt', lines)).manifest.maintainers).toEqual([
      { name: 'Inkoop', email: 'inkoop@voorbeeld.example', address: 'https://a.example' },
    ]);
  });

  it('may name one in the older form, as stored packs do', () => {
    expect(packWith().manifest).toMatchObject({ maintainers: [{ name: 'Samenwerkt' }], languages: ['nl', 'en'] });
  });

  it('may say for which versions of a lifecycle it is written', () => {
    const { lifecycles, lifecycleRanges } = packWith(ranged('^1.0.0')).manifest;
    expect(lifecycles).toEqual(['stappenplan-2020', 'stappenplan-2019']);
    expect(lifecycleRanges).toEqual({ 'stappenplan-2020': '^1.0.0' });
  });

  it('is refused under a lifecycle of another version', () => {
    expect(shown(problemsWith(ranged('^2.0.0')))).toEqual([
      'pack.yaml:8:47 lifecycle-range Dit pakket is voor stappenplan-2020 ^2.0.0; dit is 1.0.0.',
    ]);
  });

  it('may want two people for its publication, and for nothing that is not known', () => {
    const wanting = (what: string) => manifestWith('licence', `fourEyes: [${what}]\nlicence`);
    expect(packWith(wanting('publication')).manifest.fourEyes).toEqual(['publication']);
    expect(shown(problemsWith(wanting('withdrawal')))).toEqual([
      expect.stringMatching(/^pack\.yaml:\d+:\d+ value-wrong .*publication/),
    ]);
  });

  it('says that it is in Dutch and in English, in either order', () => {
    expect(problemsWith(manifestWith('licence', `languages: ${pair}\nlicence`))).toEqual([]);
    expect(problemsWith(manifestWith('licence', 'languages: [en, nl]\nlicence'))).toEqual([]);
  });
});

describe('the namespace of a pack', () => {
  const named = (name: string) => manifestWith('licence', `namespace: ${name}\nlicence`);

  it('is what its rules and tests begin with', () => {
    expect(problemsWith({ ...named('PR'), 'tests/a.yaml': test.replace('XX-', 'PR-') })).toEqual([]);
  });

  it('keeps out a rule or test that begins otherwise, with its line', () => {
    const other = rule({ id: 'PRO-02', title: '{ nl: Twee, en: Two }' });
    expect(shown(problemsWith({ ...named('PR'), 'rules/b.yaml': other, 'tests/a.yaml': test }))).toEqual([
      'rules/b.yaml:1:7 namespace Kenmerken van dit pakket beginnen met PR-; noem PRO-02 anders, of pas `namespace` in pack.yaml aan.',
      'tests/a.yaml:1:7 namespace Kenmerken van dit pakket beginnen met PR-; noem XX-T01 anders, of pas `namespace` in pack.yaml aan.',
    ]);
  });
});
