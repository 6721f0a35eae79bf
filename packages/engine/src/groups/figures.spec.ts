import { describe, expect, it } from '@jest/globals';
import { breakdown, notShown, shownFigures } from './figures.js';

describe('figures about groups of people', () => {
  it('are shown when every group is large enough', () => {
    expect(breakdown([12, 5, 40], 5)).toEqual({ cells: [12, 5, 40], total: 57 });
  });

  it('hide a small group and a neighbour, so that the total gives nothing away', () => {
    expect(breakdown([40, 3, 22, 7], 5)).toEqual({ cells: [40, null, null, 7], total: 72 });
    expect(breakdown([40, 22, 3], 5)).toEqual({ cells: [40, null, null], total: 65 });
    expect(breakdown([1, 40], 5)).toEqual({ cells: [null, null], total: 41 });
  });

  it('hide more neighbours when two small groups together are small still', () => {
    expect(breakdown([1, 2, 40, 50], 5)).toEqual({ cells: [null, null, null, 50], total: 93 });
  });

  it('hide the total as well when there are few people at all', () => {
    expect(breakdown([1, 3], 5)).toEqual({ cells: [null, null], total: null });
    expect(breakdown([], 5)).toEqual({ cells: [], total: null });
  });

  it('hide a group of nobody too: that there is nobody says something of everybody', () => {
    expect(breakdown([0, 40, 50], 5)).toEqual({ cells: [null, null, 50], total: 90 });
  });

  it('hide a figure that differs from another by a small group that is no figure itself', () => {
    const [all, women] = shownFigures([97, 3], [[0, 1], [0]], 5);
    expect([all, women]).toEqual([100, null]);
  });

  it('may overlap, and may name a cell twice', () => {
    const quarters = [6, 7, 2, 9];
    expect(shownFigures(quarters, [[0, 1], [1, 2, 3], [2], [1, 1], []], 5)).toEqual([13, 18, null, 7, null]);
  });

  it('follow the minimum of the organisation', () => {
    expect(breakdown([9, 10, 30], 10).cells).toEqual([null, null, 30]);
    expect(breakdown([9, 10, 30], 3).cells).toEqual([9, 10, 30]);
    expect(notShown(10).nl).toMatch(/^minder dan 10/);
  });
});
