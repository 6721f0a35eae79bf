import { describe, expect, it } from '@jest/globals';
import { lintPack } from '../lint/lint-pack.js';
import { runPackTests } from '../pack-tests/run-pack-tests.js';
import { vocabulary } from '../testing/vocabulary.js';
import { PackNameInvalid, scaffoldPack } from './scaffold-pack.js';

describe('a new pack', () => {
  const files = scaffoldPack('gemeente-voorbeeld', '2026-11-22', '0.1.0');

  it('loads, and lint has nothing to say about it', () => {
    const { pack, findings } = lintPack(files, { vocabulary, date: '2026-11-22', readByEngine: new Set() });
    expect(findings).toEqual([]);
    expect(pack?.manifest).toMatchObject({ name: 'gemeente-voorbeeld', version: '0.1.0', engine: '^0.1.0' });
  });

  it('has one parameter, one rule that reads it with its tests, and texts for people', () => {
    expect([...files.keys()]).toEqual([
      'CHANGELOG.md',
      'README.md',
      'pack.yaml',
      'parameters/drempelContractwaarde.yaml',
      'rules/drempel.yaml',
      'tests/drempel.yaml',
    ]);
  });

  it('passes its own tests', () => {
    const { pack } = lintPack(files, { vocabulary, date: '2026-11-22', readByEngine: new Set() });
    expect(pack && runPackTests(pack).map(({ passed }) => passed)).toEqual([true, true]);
  });

  it.each(['', 'Gemeente', '1e', 'a b', '../x', 'a/b', 'a'.repeat(61)])("cannot be called '%s'", (name) => {
    expect(() => scaffoldPack(name, '2026-11-22', '0.1.0')).toThrow(PackNameInvalid);
  });
});
