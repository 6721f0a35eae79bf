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
      ['stappenplan-2020', '1.1.0', '04923408a45b6df496532e9daeffe023f8fa9e9c108a99678684edad7e87c177'],
      ['stappenplan-2019', '1.1.0', 'bf53d71e46e47556ff76de6685d55985a1684139113215e19c594728fd3422ac'],
    ]);
  });

  it('does not depend on the order in which a definition is written down', () => {
    const { id, version, title, chart, states, events } = stappenplan2020;
    expect(definitionHash({ events, states, chart, title, version, id })).toBe(definitionHash(stappenplan2020));
  });

  it('changes with the chart, the records and what events do with their data', () => {
    const { chart, states, events } = stappenplan2020;
    const hashes = [
      stappenplan2020,
      { ...stappenplan2020, chart: { ...chart, on: { opnieuw: {} } } },
      { ...stappenplan2020, states: states.slice(1) },
      { ...stappenplan2020, events: events.map((event) => ({ ...event, keeps: { record: 'elders' } })) },
      { ...stappenplan2020, events: events.map((event) => ({ ...event, sets: { opdrachtnemer: 'naam' } })) },
    ].map(definitionHash);
    expect(new Set(hashes).size).toBe(hashes.length);
  });

  it('stays the same when only words, sources, roles or the version are mended', () => {
    const { states, events } = stappenplan2020;
    const text = { nl: 'anders', en: 'other' };
    const mended = {
      ...stappenplan2020,
      version: '1.0.1',
      states: states.map((state) => ({
        ...state,
        title: text,
        result: text,
        source: { ...state.source, page: 'p. 1' },
      })),
      events: events.map((event) => ({ ...event, title: text, roles: [] })),
    };
    expect(definitionHash(mended)).toBe(definitionHash(stappenplan2020));
  });
});
