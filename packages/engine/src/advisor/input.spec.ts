import { describe, expect, it } from '@jest/globals';
import { parameter, policyOf, shipped, trial, trialFiles } from '../testing/packs.js';
import { contract } from '../testing/partnerships.js';
import { OpenUnknown } from './errors.js';
import { adviceProblems, openOf } from './input.js';

const basis = shipped('basis');
const utrecht = shipped('utrecht-bouwblokken');
const limits = { people: 2 };

/** A pack that asks 5% of the contract sum and values a place; hired up to twelve months before the contract counts. */
const valuing = policyOf({
  ...trialFiles,
  'parameters/basis.yaml': parameter('basis', 'uren', ['2015-01-01', 36]),
  'parameters/waarde.yaml': parameter('waarde', 'euro', ['2015-01-01', '30000.00']),
  'parameters/vooraf.yaml': parameter('vooraf', 'maanden', ['2015-01-01', 12]),
  'parameters/deel.yaml': parameter('deel', 'procent', ['2015-01-01', '5']),
  'obligation.yaml': `- { id: deel, title: { nl: Deel, en: Share }, basis: opdrachtsom, percentage: deel, assumption: Voor de proef. }`,
  'valuation.yaml': `baseHours: basis
proration: { hours: true, months: true, assumption: Voor de proef. }
countableBeforeStart: vooraf
cumulation: sum
blocks:
  - { id: plek, title: { nl: Plek, en: Place }, kind: plaatsing, amount: waarde }
`,
});

describe('what is open', () => {
  const dossier = { toepassing: { grondslag: 'opdrachtsom', percentage: '5' } };

  it('is what was given', () => {
    expect(openOf(utrecht, { open: '1200.5', limits }, '2020-01-01')).toEqual({ amount: '1200.50' });
  });

  it('is the obligation of the contract less what was realised', () => {
    const question = { contract: { ...contract, waarde: '480000.00' }, dossier, limits };
    expect(openOf(basis, question, '2026-11-22')).toMatchObject({
      amount: '24000.00',
      obligation: { id: 'modelB' },
      balance: { owed: '24000.00', counted: '0.00' },
    });
  });

  it('counts somebody who was hired a year before the contract, and not a day earlier', () => {
    const place = { block: 'plek', urenPerWeek: 36, maanden: 6 };
    const open = (indienst: string) =>
      openOf(valuing, { contract, realised: [{ ...place, indienst }, place], limits }, '2024-02-01').amount;
    // 5% of € 1,440,000 is € 72,000; each place counts for € 15,000; the contract starts on 1 January 2024.
    expect([open('2023-01-01'), open('2022-12-31')]).toEqual(['42000.00', '57000.00']);
  });

  it('is nothing when there is no obligation', () => {
    const question = { contract: { ...contract, waarde: '99999.00' }, limits };
    expect(openOf(utrecht, question, '2020-01-01')).toMatchObject({ amount: '0.00', obligation: { due: 'no' } });
  });

  it('cannot be told while the percentage is not known, or the pack has no obligation that is an amount', () => {
    const why = (work: () => unknown): string => {
      try {
        work();
      } catch (error) {
        if (error instanceof OpenUnknown) return error.text.en;
      }
      return 'told';
    };
    expect(why(() => openOf(utrecht, { contract, limits }, '2020-01-01'))).toContain(
      "without 'Share of the contract sum that goes to social return'",
    );
    expect(why(() => openOf(basis, { contract, limits }, '2026-11-22'))).toContain('obligation: modelA, modelB');
    expect(why(() => openOf(trial, { contract, limits }, '2026-11-22'))).toContain('the pack has no obligation');
  });
});

describe('a question for advice', () => {
  const paths = (question: unknown) => adviceProblems(question).map(({ path }) => path);

  it('gives what is open, or the contract that says so; a contract beside it bounds the months', () => {
    expect(paths({ open: '1000', limits })).toEqual([]);
    expect(paths({ open: '1000', contract, limits })).toEqual([]);
    expect(paths({ contract, realised: [{ block: 'ww', maanden: 6, urenPerWeek: 36 }], limits })).toEqual([]);
  });

  it.each<[string, object, string]>([
    ['neither', { limits }, '/open'],
    ['both an amount and what was realised', { open: '1', contract, realised: [], limits }, '/open'],
    ['no limits', { open: '1' }, '/limits'],
    ['no number of people', { open: '1', limits: {} }, '/limits/people'],
    ['too many people', { open: '1', limits: { people: 51 } }, '/limits/people'],
    ['a negative amount', { open: '-1', limits }, '/open'],
    ['half hours', { open: '1', limits: { people: 1, hours: { max: 25.5 } } }, '/limits/hours/max'],
    ['hours that cross', { open: '1', limits: { people: 1, hours: { min: 30, max: 20 } } }, '/limits/hours/min'],
    ['few hours without saying so', { open: '1', limits: { people: 1, hours: { max: 8 } } }, '/limits/hours/min'],
    ['a limit that does not exist', { open: '1', limits: { people: 1, budget: '5' } }, '/limits/budget'],
    [
      'a contract that ends before it starts',
      { contract: { ...contract, einde: '2020-01-01' }, limits },
      '/contract/einde',
    ],
  ])('with %s is refused at its field', (_, question, path) => {
    expect(paths(question)).toEqual([path]);
  });
});
