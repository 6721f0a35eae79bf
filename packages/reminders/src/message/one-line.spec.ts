import { describe, expect, it } from '@jest/globals';
import { oneLine } from './one-line.js';

describe('a text on one line', () => {
  it('has one space where there were breaks, tabs or several spaces', () => {
    expect(oneLine(' Groen\r\n\tonderhoud \u2028 Noord\u0000 ')).toBe('Groen onderhoud Noord');
  });

  it('cannot turn the direction of what follows', () => {
    expect(oneLine('factuur\u202Efdp.exe')).toBe('factuurfdp.exe');
  });

  it('is cut between characters as people see them', () => {
    expect(oneLine('👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦', 2)).toBe('👩‍👩‍👧‍👦…');
    expect(oneLine('👩‍👩‍👧‍👦👩‍👩‍👧‍👦', 2)).toBe('👩‍👩‍👧‍👦👩‍👩‍👧‍👦');
  });

  it('is cut at a word where that costs less than half', () => {
    expect(oneLine('een twee drie', 11)).toBe('een twee…');
    expect(oneLine('a bcdefghijklmnop', 8)).toBe('a bcdef…');
  });
});
