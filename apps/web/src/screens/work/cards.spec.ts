import { describe, expect, it } from '@jest/globals';
import { cardsOf } from './cards.js';

const item = (id: string, partnership: string) => ({ id, partnership: { id: partnership } });

describe('the cards of a board', () => {
  it('are one for each partnership, with what comes first and how much comes after', () => {
    const [one, two, three, four] = [item('1', 'a'), item('2', 'b'), item('3', 'a'), item('4', 'a')];
    expect(cardsOf([one, two, three, four])).toEqual([
      { first: one, others: 2 },
      { first: two, others: 0 },
    ]);
  });

  it('are none when there is nothing to do', () => {
    expect(cardsOf([])).toEqual([]);
  });
});
