import { describe, expect, it } from '@jest/globals';
import { CaseUnreadable } from './case-unreadable.js';
import { readPlainYaml } from './plain-yaml.js';

describe('a plain YAML file', () => {
  it('gives its value, also when it is JSON', () => {
    const value = { contract: { waarde: '480000.00' }, contributions: [{ block: 'ww', maanden: 12 }] };
    expect(
      readPlainYaml('contract: { waarde: "480000.00" }\ncontributions:\n  - { block: ww, maanden: 12 }\n', 'v'),
    ).toEqual(value);
    expect(readPlainYaml(JSON.stringify(value), 'v')).toEqual(value);
  });

  it('reaches no prototype', () => {
    const read = readPlainYaml('__proto__: { besmet: true }', 'v') as Record<string, unknown>;
    expect([read['besmet'], Object.hasOwn(read, '__proto__')]).toEqual([undefined, true]);
  });

  it.each(['a: &x 1\nb: *x', 'a: 1\na: 2', '', 'a: [', '--- 1\n--- 2'])('is refused with its faults: %j', (text) => {
    expect(() => readPlainYaml(text, 'v')).toThrow(CaseUnreadable);
  });
});
