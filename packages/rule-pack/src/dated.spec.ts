import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { valueOn } from './dated.js';
import { type DatedValue } from './model.js';
import { drempel, packWith, rule } from './testing/sample-pack.js';

const isoDate = fc
  .tuple(fc.integer({ min: 2000, max: 2030 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map(([year, month, day]) => `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`);

const values = fc
  .uniqueArray(isoDate, { maxLength: 12 })
  .chain((dates) =>
    fc.tuple(
      ...dates
        .sort()
        .map((from) => fc.option(fc.integer()).map((value) => ({ from, value, source: { title: 'Bron' } }))),
    ),
  );

/** The plain way: go through all of them and keep the last that is not after the date. */
function naive(all: readonly DatedValue[], date: string): DatedValue | undefined {
  return all.filter(({ from }) => from <= date).at(-1);
}

describe('a parameter on a date', () => {
  it('is the newest value that is not after it', () => {
    fc.assert(
      fc.property(values, isoDate, (all, date) => {
        expect(valueOn(all, date)).toBe(naive(all, date));
      }),
    );
  });

  const ended = packWith({
    'parameters/drempel.yaml': `${drempel}  - { from: 2018-07-01, value: '50000', source: { title: Bron } }\n  - { from: 2020-01-01, value: null, source: { title: Bron } }\n`,
    'rules/regels.yaml': rule({ condition: 'contract.waarde >= parameter.drempel' }),
  });

  it.each([
    ['2014-12-31', undefined],
    ['2015-01-01', '100000.00'],
    ['2018-06-30', '100000.00'],
    ['2018-07-01', '50000'],
    ['2019-12-31', '50000'],
    ['2020-01-01', undefined],
    ['2026-01-01', undefined],
  ])('on %s it is %s: before it began and after null it is not there', (date, value) => {
    expect(ended.parameterOn('drempel', date)?.current.value).toBe(value);
  });

  it('counts in rules as it stood on the date asked', () => {
    const facts = ended.facts({ contract: { waarde: '60000' } });
    const outcomes = ['2017-01-01', '2019-01-01', '2020-01-01'].map(
      (date) => ended.rules[0]?.evaluate(facts, date).outcome,
    );
    expect(outcomes).toEqual(['notFulfilled', 'fulfilled', 'notApplicable']);
  });

  it('stays right over more dates than are remembered', () => {
    const facts = ended.facts({ contract: { waarde: '60000' } });
    fc.assert(
      fc.property(isoDate, (date) => {
        const expected =
          date < '2015-01-01' || date >= '2020-01-01'
            ? 'notApplicable'
            : date < '2018-07-01'
              ? 'notFulfilled'
              : 'fulfilled';
        expect(ended.rules[0]?.evaluate(facts, date).outcome).toBe(expected);
      }),
      { numRuns: 2000 },
    );
  });

  it('is not there when the pack does not know the name', () => {
    expect(ended.parameterOn('constructor', '2018-01-01')).toBeUndefined();
  });
});
