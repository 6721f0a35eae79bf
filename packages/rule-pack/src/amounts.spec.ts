import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { sumOf } from './amounts.js';

describe('the sum of amounts', () => {
  it('is exact, where numbers in a computer are not', () => {
    expect(sumOf(['0.10', '0.20'])).toBe('0.30');
    expect(sumOf(Array.from({ length: 1000 }, () => '999999999999999.99'))).toBe('999999999999999990.00');
  });

  it('of nothing is nothing', () => {
    expect(sumOf([])).toBe('0.00');
  });

  it('is the sum of the cents, whatever the amounts', () => {
    const text = (cents: bigint) => `${cents / 100n}.${String(cents % 100n).padStart(2, '0')}`;
    fc.assert(
      fc.property(fc.array(fc.bigInt(0n, 10n ** 17n), { maxLength: 50 }), (cents) => {
        expect(sumOf(cents.map(text))).toBe(text(cents.reduce((sum, one) => sum + one, 0n)));
      }),
    );
  });
});
