import { describe, expect, it } from '@jest/globals';
import { pathOf } from './layout.js';

describe('the path of a way on the map', () => {
  it('is straight between two points', () => {
    expect(
      pathOf([
        { x: 0, y: 0 },
        { x: 10, y: 0 },
      ]),
    ).toBe('M0 0L10 0');
  });

  it('rounds each corner, and no further than halfway a short piece', () => {
    expect(
      pathOf(
        [
          { x: 0, y: 0 },
          { x: 20, y: 0 },
          { x: 20, y: 4 },
        ],
        6,
      ),
    ).toBe('M0 0L14 0Q20 0 20 2L20 4');
  });
});
