import { describe, expect, it } from '@jest/globals';
import { byVersion, PACK_STATES, POSSIBLE, shelvedOn, type ShelvedRow } from './pack-life.js';

const row: ShelvedRow = {
  name: 'mini',
  version: '1.0.0',
  digest: 'd',
  state: 'gepubliceerd',
  loadedAt: '2026-03-02T09:00:00.000Z',
  uploadedBy: 'a',
  publishedAt: '2026-03-02T09:00:00.000Z',
  publishedBy: 'a',
  endsOn: '2026-06-01',
  replacedByName: null,
  replacedByVersion: null,
  reason: 'nieuw beleid',
};

describe('a version of a pack', () => {
  it.each([
    ['2026-05-31', 'gepubliceerd'],
    ['2026-06-01', 'vervallen'],
    ['2027-01-01', 'vervallen'],
  ])('that ends on 1 June is on %s: %s', (date, state) => {
    expect(shelvedOn(row, date).state).toBe(state);
  });

  it('without an end goes on', () => {
    expect(shelvedOn({ ...row, endsOn: null }, '2999-01-01').state).toBe('gepubliceerd');
  });

  it('names its replacement whole, or not at all', () => {
    expect(shelvedOn(row, '2026-01-01').replacedBy).toBeNull();
    const replaced = { ...row, replacedByName: 'ander', replacedByVersion: '2.0.0' };
    expect(shelvedOn(replaced, '2026-01-01').replacedBy).toEqual({ name: 'ander', version: '2.0.0' });
  });

  it('only changes as a concept, and only ends once', () => {
    const steps = Object.fromEntries(
      PACK_STATES.map((state) => [
        state,
        Object.entries(POSSIBLE).flatMap(([step, states]) => (states.includes(state) ? [step] : [])),
      ]),
    );
    expect(steps).toEqual({
      concept: ['vervangen', 'gepubliceerd', 'verwijderd'],
      gepubliceerd: ['ingetrokken'],
      vervallen: [],
    });
  });

  it('comes after those with a lower number', () => {
    expect(['1.10.0', '1.9.0', '2.0.0', '1.9.10'].sort(byVersion)).toEqual(['1.9.0', '1.9.10', '1.10.0', '2.0.0']);
  });
});
