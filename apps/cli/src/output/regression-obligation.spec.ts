import { describe, expect, it } from '@jest/globals';
import { obligationSumLines, owedLines } from './regression-obligation.js';

const sum = (amount: string, partnerships: number, duties = 0) => ({ amount, partnerships, duties });

describe('obligations under two packs, in words', () => {
  it('are two amounts, and for how many they differ', () => {
    const sums = {
      before: sum('25000.01', 2),
      after: sum('1030000.01', 3),
      changed: 3,
      unknownBefore: 0,
      unknownAfter: 0,
    };
    expect(obligationSumLines(sums, 'nl')).toEqual([
      'Verplichting van de beoordeelde partnerschappen: € 25.000,01 (van 2) → € 1.030.000,01 (van 3); anders voor 3.',
    ]);
  });

  it('say what is no amount and what cannot be worked out', () => {
    const sums = { before: sum('0.00', 0, 4), after: sum('5.00', 1), changed: 4, unknownBefore: 2, unknownAfter: 1 };
    expect(obligationSumLines(sums, 'en')).toEqual([
      'Obligation of the partnerships judged: € 0.00 (of 0, 4 with an obligation that is no amount) → € 5.00 (of 1); different for 4.',
      '  Cannot be worked out: 2 under the pack of the time, 1 under the candidate.',
    ]);
  });

  it('are not spoken of when neither pack asks anything', () => {
    const sums = { before: sum('0.00', 0), after: sum('0.00', 0), changed: 0, unknownBefore: 0, unknownAfter: 0 };
    expect(obligationSumLines(sums, 'nl')).toEqual([]);
  });

  it('are shown for one partnership as they were and are', () => {
    const nothing = { duties: 0, unknown: false };
    expect(owedLines({ before: { ...nothing, amount: '10.00' }, after: { duties: 1, unknown: true } }, 'nl')).toEqual([
      '    verplichting: € 10,00 → zonder bedrag + niet uit te rekenen',
    ]);
    expect(owedLines({ before: nothing, after: { ...nothing, amount: '10.00', unknown: true } }, 'en')).toEqual([
      '    obligation: none → € 10.00 + cannot be worked out',
    ]);
  });
});
