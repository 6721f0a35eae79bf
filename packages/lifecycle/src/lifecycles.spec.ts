import { describe, expect, it } from '@jest/globals';
import { definitionHash } from './definition-hash.js';
import { LifecycleUnknown } from './errors.js';
import { lifecycle, lifecycles } from './lifecycles.js';
import { stappenplan2020 } from './stappenplan-2020/index.js';

describe('the lifecycles', () => {
  it('are two, the default one first', () => {
    expect([...lifecycles.keys()]).toEqual(['stappenplan-2020', 'stappenplan-2019']);
  });

  it('are found by id, and only so', () => {
    expect(lifecycle('stappenplan-2019').id).toBe('stappenplan-2019');
    expect(() => lifecycle('stappenplan-1999')).toThrow(LifecycleUnknown);
  });

  it('tell what they do not have in both languages', () => {
    const { text, code } = new LifecycleUnknown('x', ['a', 'b']);
    expect(code).toBe('lifecycle-unknown');
    expect([text.nl, text.en]).toEqual([expect.stringContaining('a, b'), expect.stringContaining('a, b')]);
  });
});

describe('the hash of a lifecycle', () => {
  // Recorded partnerships carry these hashes. A change here is a new version of the lifecycle: raise `version` too.
  it('is the one that histories were recorded with', () => {
    expect([...lifecycles.values()].map(({ id, version, hash }) => [id, version, hash])).toEqual([
      ['stappenplan-2020', '1.0.0', '558893b77b131dca6aa5d63d5fe1b60bb02af072b513c1ca12e5767fc917ccb4'],
      ['stappenplan-2019', '1.0.0', '5cfda4194cd0b22e6111450006801a88e2d9c80c91ccd6031d2afa50ec6dece7'],
    ]);
  });

  it('does not depend on the order in which a definition is written down', () => {
    const { id, version, title, chart, states, events } = stappenplan2020;
    expect(definitionHash({ events, states, chart, title, version, id })).toBe(definitionHash(stappenplan2020));
  });

  it('changes with the chart and with the catalogue', () => {
    const { chart, states } = stappenplan2020;
    const hashes = [
      stappenplan2020,
      { ...stappenplan2020, chart: { ...chart, on: { opnieuw: {} } } },
      { ...stappenplan2020, states: states.slice(1) },
      { ...stappenplan2020, version: '1.0.1' },
    ].map(definitionHash);
    expect(new Set(hashes).size).toBe(hashes.length);
  });
});
