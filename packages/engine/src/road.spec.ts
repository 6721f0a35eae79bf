import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { road } from './road.js';
import { LIFECYCLES } from './testing/partnerships.js';
import { tries, walk } from './testing/walks.js';

describe.each(LIFECYCLES)('the road of a partnership under %s', (lifecycle) => {
  it('begins where every partnership begins, and leads to where it stands', () => {
    fc.assert(
      fc.property(tries, (steps) => {
        const { history, end } = walk(lifecycle, steps, (partnership) => partnership);
        const legs = road(history);
        expect(legs.map(({ sequence }) => sequence)).toEqual(history.map(({ sequence }) => sequence));
        expect(legs[0]).toMatchObject({ event: 'partnerschapStarten', left: [] });
        const standing = new Set<string>();
        for (const { left, entered } of legs) {
          for (const id of left) expect(standing.delete(id)).toBe(true);
          for (const id of entered) standing.add(id);
        }
        expect([...standing].sort()).toEqual([...end.states].sort());
      }),
      { numRuns: 100 },
    );
  });
});
