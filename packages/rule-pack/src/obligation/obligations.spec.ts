import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type FactValues } from '../facts.js';
import { packWith } from '../testing/sample-pack.js';
import { townObligation, townWith } from '../testing/town-pack.js';
import { type ObligationFigure } from './model.js';
import { obligations } from './obligations.js';

const town = townWith();
const contract = { soort: 'dienst', waarde: '400000.00', procedure: 'openbaar' };
const figure = (facts: FactValues, on = '2024-01-01', pack = town): ObligationFigure => {
  const [first] = obligations(pack, facts, on);
  if (!first) throw new Error('the pack has no obligation');
  return first;
};
const outcome = (change: FactValues, more: FactValues = {}): string => {
  const found = figure({ contract: { ...contract, ...change }, ...more }).outcome;
  return found.kind === 'amount' ? found.amount : found.kind;
};

describe('what a contract obliges to', () => {
  it.each<[string, FactValues, string]>([
    ['a percentage of the contract value', {}, '20000.00'],
    ['rounded half up to the cent, once', { waarde: '200000.10' }, '10000.01'],
    ['nothing under the threshold', { waarde: '99999.99' }, 'none'],
    ['something from the threshold on, at least the minimum', { waarde: '100000.00' }, '7500.00'],
    ['another threshold for works', { soort: 'werk' }, 'none'],
    ['no threshold for supplies', { soort: 'levering', waarde: '160000.00' }, '8000.00'],
    ['at most the cap', { waarde: '4000000.00' }, '50000.00'],
    ['nothing when it does not apply', { procedure: 'voorbehouden' }, 'none'],
    ['no guess without the value', { waarde: undefined }, 'unknown'],
    ['no guess without the kind', { soort: undefined }, 'unknown'],
    ['no guess when nobody knows whether it applies', { procedure: undefined }, 'unknown'],
  ])('%s', (_, change, expected) => {
    expect(outcome(change)).toBe(expected);
  });

  it('is by the percentage agreed for the contract, when there is one', () => {
    expect(outcome({}, { dossier: { toepassing: { percentage: '2.5' } } })).toBe('10000.00');
  });

  it('is there, though its amount cannot be worked out, when the percentage is not known', () => {
    const pack = townWith({
      'obligation.yaml': townObligation.replace('percentage: percentage\n', 'percentage: percentageOnbekend\n'),
    });
    expect(figure({ contract }, '2024-01-01', pack)).toMatchObject({
      due: 'yes',
      outcome: { kind: 'unknown', missing: ['parameter.percentageOnbekend'] },
    });
  });

  it('is not there before the percentage is in force', () => {
    expect(figure({ contract }, '2019-12-31')).toMatchObject({ due: 'no', outcome: { kind: 'none' } });
  });

  it('may be a duty that is not an amount, from a threshold of its own', () => {
    const of = (loonsom: string) => obligations(town, { contract: { loonsom } }, '2024-01-01')[1];
    expect(of('100000.00')).toMatchObject({ id: 'verkennen', due: 'yes', outcome: { kind: 'duty' } });
    expect(of('99999.99')).toMatchObject({ due: 'no', outcome: { kind: 'none' } });
  });

  it('says what a shortfall leads to, and what about that is still to be filled in', () => {
    const { shortfall } = figure({ contract });
    expect(shortfall.known.map(({ name, value }) => [name, value])).toEqual([['boete.factor', '150']]);
    expect(shortfall.missing).toEqual(['parameter.boete.herstel']);
  });

  it('says in words that it does not apply; how the pack writes that is in its steps', () => {
    const { outcome: found, steps } = figure({ contract: { ...contract, procedure: 'voorbehouden' } });
    expect(found).toMatchObject({
      kind: 'none',
      reason: { nl: expect.stringMatching(/^Deze verplichting geldt hier niet/) },
    });
    expect(JSON.stringify(found)).not.toContain('voorbehouden');
    expect(steps.map(({ text }) => text.nl).join()).toContain('voorbehouden');
  });

  it('is explained step by step', () => {
    const { steps } = figure({ contract: { ...contract, waarde: '4000000.00' } });
    expect(steps.map(({ text }) => text.nl)).toEqual([
      'De voorwaarde geldt: contract.procedure != "voorbehouden"',
      '€ 4.000.000,00 haalt de drempel van € 100.000,00.',
      '5% van € 4.000.000,00 (opdrachtsomExclBtw) = € 200.000,00',
      'Het is hoogstens € 50.000,00.',
    ]);
    expect(steps[2]?.parameters).toMatchObject([{ name: 'percentage', value: '5', validFrom: '2020-01-01' }]);
  });

  it('never leaves the minimum and the cap, and never falls when the contract grows', () => {
    const cents = fc.integer({ min: 10_000_000, max: 2_000_000_000 });
    const worth = (value: number): number => {
      const text = `${Math.trunc(value / 100)}.${String(value % 100).padStart(2, '0')}`;
      return Number(outcome({ waarde: text }).replace('.', ''));
    };
    fc.assert(
      fc.property(cents, cents, (a, b) => {
        const [less, more] = [worth(Math.min(a, b)), worth(Math.max(a, b))];
        expect(less).toBeGreaterThanOrEqual(750_000);
        expect(more).toBeLessThanOrEqual(5_000_000);
        expect(more).toBeGreaterThanOrEqual(less);
      }),
    );
  });

  it('is an empty list in a pack that asks nothing', () => {
    expect(obligations(packWith(), { contract }, '2024-01-01')).toEqual([]);
  });
});
