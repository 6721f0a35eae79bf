import { beforeEach, describe, expect, it } from '@jest/globals';
import { noteVisit, previousVisit } from './visit.js';

const kept = new Map<string, string>();
Object.assign(globalThis, {
  localStorage: {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
  },
});
const at = (time: string) => new Date(`2026-03-31T${time}:00.000Z`);

describe('the visit before this one', () => {
  beforeEach(() => kept.clear());

  it('is not there the first time', () => {
    expect(previousVisit('a')).toBeUndefined();
    noteVisit('a', at('09:00'));
    noteVisit('a', at('09:30'));
    expect(previousVisit('a')).toBeUndefined();
  });

  it('ended with the last look before an hour without one, and stays while somebody is here', () => {
    for (const time of ['09:00', '09:50', '13:00', '13:40']) noteVisit('a', at(time));
    expect(previousVisit('a')).toBe('2026-03-31T09:50:00.000Z');
    expect(previousVisit('b')).toBeUndefined();
  });

  it.each(['{', 'null', '5', '{"last":"gisteren"}', '{"last":"2026-03-31T09:00:00.000Z","before":1}'])(
    'is forgotten when what was kept is no visit: %s',
    (written) => {
      kept.set('samenwerkt.bezoek.a', written);
      expect(previousVisit('a')).toBeUndefined();
      noteVisit('a', at('09:00'));
      expect(previousVisit('a')).toBeUndefined();
    },
  );
});
