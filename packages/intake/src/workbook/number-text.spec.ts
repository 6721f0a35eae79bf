import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { numberText, type NumberStyle } from './number-text.js';

const plain = (raw: string) => numberText(raw, { kind: 'plain' }, '.', false);
const day = (raw: string, since1904 = false) => numberText(raw, { kind: 'date' }, '.', since1904);

describe('a number of a workbook', () => {
  it.each([
    ['1440000', '1440000'],
    ['1440000.5', '1440000.5'],
    ['0.30000000000000004', '0.3'],
    ['1.1E+3', '1100'],
    ['1E-3', '0.001'],
    ['9999999999999999', '10000000000000000'],
    ['999999999999999.9', '1000000000000000'],
    ['0.99999999999999999', '1'],
    ['-12.50', '-12.5'],
    ['-0', '0'],
    ['0.0', '0'],
    ['12345678901234567890', '12345678901234600000'],
  ])('%s is what somebody would have typed: %s', (raw, typed) => {
    expect(plain(raw)).toBe(typed);
  });

  it.each(['', '.', '1e', '1E+9999', 'NaN', '0x10', '1,5'])('is left as it is when it is none: %j', (raw) => {
    expect(plain(raw)).toBe(raw);
  });

  it('is a percentage, padded with zeros or with a comma as the sheet shows it', () => {
    const shown = (raw: string, style: NumberStyle) => numberText(raw, style, ',', false);
    expect(shown('0.655', { kind: 'percent' })).toBe('65,5%');
    expect(shown('1', { kind: 'percent' })).toBe('100%');
    expect(shown('0.0001', { kind: 'percent' })).toBe('0,01%');
    expect(shown('123', { kind: 'padded', digits: 5 })).toBe('00123');
    expect(shown('1.5', { kind: 'padded', digits: 5 })).toBe('1,5');
  });

  it('of cents comes out to the cent, however the machine wrote it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9_999_999_999_999 }), (cents) => {
        const euros = `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;
        expect(plain(String(cents / 100))).toBe(
          euros.replace(/\.?0+$/, (zeros) => (zeros.startsWith('.') ? '' : zeros.replace(/0+$/, ''))),
        );
      }),
    );
  });
});

describe('a day of a workbook', () => {
  it.each([
    ['1', '1900-01-01'],
    ['59', '1900-02-28'],
    ['61', '1900-03-01'],
    ['45351', '2024-02-29'],
    ['46082.75', '2026-03-01'],
    ['2958465', '9999-12-31'],
  ])('%s is %s', (serial, date) => {
    expect(day(serial)).toBe(date);
  });

  it('is counted from 1904 where the workbook says so', () => {
    expect(day('0', true)).toBe('1904-01-01');
    expect(day('43889', true)).toBe('2024-02-29');
  });

  it.each(['0', '0.5', '60', '-3', '2958466'])('that never was stays a number: %s', (serial) => {
    expect(day(serial)).toBe(serial);
  });
});
