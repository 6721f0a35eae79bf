import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { csvOf } from './csv.js';

const read = (csv: string) =>
  parse(csv, { bom: true, delimiter: ';', relax_column_count: true, record_delimiter: '\r\n' }) as string[][];

describe('a list for Excel', () => {
  it('runs nothing when it is opened', () => {
    const cells = ['=1+1', '+31 20 123', '-5', '@SUM(A1)', '\t=1', '\r=1'];
    expect(read(csvOf([cells]))).toEqual([cells.map((cell) => `'${cell}`)]);
  });

  it('says what was put in it, whatever that is', () => {
    const cell = fc.string({ unit: 'grapheme' }).map((text) => `x${text}`);
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 1 }), { minLength: 1 }), (rows) => {
        expect(read(csvOf(rows))).toEqual(rows);
      }),
    );
    expect(read(csvOf([['a', null]]))).toEqual([['a', '']]);
  });
});
