import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { shippedPack } from '../testing/shipped-pack.js';
import { townValuation, townWith } from '../testing/town-pack.js';
import { packWith } from '../testing/sample-pack.js';
import { type Contribution } from './model.js';
import { ContributionInvalid } from './contribution.js';
import { valuate } from './valuate.js';

const town = townWith();
const date = '2024-01-01';
const valued = (contribution: Contribution, on = date, contractStart?: string) =>
  valuate(town, contribution, contractStart === undefined ? { date: on } : { date: on, contractStart }).outcome;
const amount = (contribution: Contribution): string => {
  const outcome = valued(contribution);
  return outcome.kind === 'amount' ? outcome.amount : outcome.kind;
};
const ww: Contribution = { block: 'ww', urenPerWeek: 38, maanden: 12 };

describe('a placement in a town with its own figures', () => {
  it.each<[string, Contribution, string]>([
    ['a full-time year is the amount', ww, '18000.00'],
    ['half the hours are half of it', { ...ww, urenPerWeek: 19 }, '9000.00'],
    ['hours may be a fraction', { ...ww, urenPerWeek: '28.5' }, '13500.00'],
    ['more than full time counts as full time', { ...ww, urenPerWeek: 45 }, '18000.00'],
    ['no more than twelve months count for this group', { ...ww, maanden: 20 }, '18000.00'],
    ['and thirty for that one', { block: 'jongere', urenPerWeek: 38, maanden: 40 }, '22500.00'],
    ['the minimum of hours itself counts', { ...ww, urenPerWeek: 12 }, '5684.21'],
    ['under the minimum of hours there is nothing', { ...ww, urenPerWeek: '11.5' }, 'none'],
    ['what is not prorated counts whole', { block: 'heel' }, '9000.00'],
    ['part of a cent goes to the nearer cent', { block: 'jongere', urenPerWeek: 1, maanden: 1 }, '19.74'],
    ['without hours it cannot be worked out', { block: 'ww', maanden: 12 }, 'unknown'],
    ['without months it cannot be worked out', { block: 'ww', urenPerWeek: 38 }, 'unknown'],
    ['an amount that nobody knows is not guessed', { ...ww, block: 'zonder' }, 'unknown'],
    ['an amount that has ended is a block that is not there', { ...ww, block: 'oud' }, 'none'],
    ['a block that the pack does not have is not there', { ...ww, block: 'wwe' }, 'none'],
  ])('%s', (_, contribution, expected) => {
    expect(amount(contribution)).toBe(expected);
  });

  it.each<[string, Contribution, string]>([
    ['49 gives no bonus', { ...ww, leeftijd: 49 }, '18000.00'],
    ['50 gives the first step', { ...ww, leeftijd: 50 }, '22000.00'],
    ['60 gives the second step instead of the first', { ...ww, leeftijd: 60 }, '25000.00'],
    ['bonuses of different groups add up', { ...ww, leeftijd: 60, vastContract: true }, '31000.00'],
    [
      'what is prorated shrinks, what is not stays',
      { ...ww, maanden: 6, leeftijd: 60, vastContract: true },
      '18500.00',
    ],
    ['a bonus for other blocks does not count', { ...ww, block: 'jongere', vastContract: true }, '9000.00'],
    ['a full year needs no answer about proration', { ...ww, kenmerken: ['talent'] }, '24000.00'],
    ['part of a year does', { ...ww, maanden: 6, kenmerken: ['talent'] }, 'unknown'],
  ])('%s', (_, contribution, expected) => {
    expect(amount(contribution)).toBe(expected);
  });

  it('keeps only the highest bonus when the pack says so', () => {
    const pack = townWith({ 'valuation.yaml': townValuation.replace('cumulation: sum', 'cumulation: highest') });
    const figure = valuate(pack, { ...ww, leeftijd: 60, vastContract: true }, { date });
    expect(figure.outcome).toEqual({ kind: 'amount', amount: '25000.00' });
  });
});

describe('other contributions', () => {
  it.each<[string, Contribution, string]>([
    ['months times an amount', { block: 'stage', maanden: 5 }, '1750.00'],
    ['months beyond a year when the longest duration is not known', { block: 'stage', maanden: 13 }, 'unknown'],
    ['people times hours times an amount', { block: 'kennis', personen: 3, uren: '2.5' }, '637.50'],
    ['hours without people', { block: 'kennis', uren: 4 }, 'unknown'],
    ['an invoice', { block: 'inkoop', bedrag: '1850.00' }, '1850.00'],
    ['an invoice without its amount', { block: 'inkoop' }, 'unknown'],
    ['what the adviser decides', { block: 'pad' }, 'adviser'],
  ])('%s', (_, contribution, expected) => {
    expect(amount(contribution)).toBe(expected);
  });

  it('do not exist before what they rest on is in force', () => {
    expect(valued({ block: 'pad' }, '2019-12-31')).toEqual({
      kind: 'none',
      reason: {
        nl: "Het bouwblok 'Pad' bestaat niet op 2019-12-31: De venster geldt dan niet.",
        en: "The building block 'Path' does not exist on 2019-12-31: The venster is not in force then.",
      },
    });
  });

  it('are nothing in a pack without a valuation', () => {
    expect(valuate(packWith(), ww, { date }).outcome.kind).toBe('none');
  });
});

describe('somebody hired before the contract', () => {
  it.each([
    ['2023-07-01', 'amount'],
    ['2023-06-30', 'none'],
    ['2024-02-01', 'amount'],
  ])('on %s gives %s, with a window of six months', (indienst, kind) => {
    expect(valued({ ...ww, indienst }, date, '2024-01-01').kind).toBe(kind);
  });

  it('counts when nobody says when the contract starts', () => {
    expect(valued({ ...ww, indienst: '2001-01-01' }).kind).toBe('amount');
  });
});

describe('a contribution that is not exact', () => {
  it.each<[string, Contribution]>([
    ['maanden', { ...ww, maanden: 0.1 + 0.2 }],
    ['maanden', { ...ww, maanden: -1 }],
    ['urenPerWeek', { ...ww, urenPerWeek: 'veel' }],
    ['urenPerWeek', { ...ww, urenPerWeek: Number.NaN }],
    ['bedrag', { block: 'inkoop', bedrag: '1e9' }],
    ['indienst', { ...ww, indienst: '2024-02-31' }],
  ])('is refused, naming %s', (field, contribution) => {
    expect(() => valued(contribution)).toThrow(ContributionInvalid);
    expect(() => valued(contribution)).toThrow(`${field}: write`);
  });
});

describe('the way to a figure', () => {
  it('names every parameter with its value, date and source, and the formula in words', () => {
    const { steps } = valuate(town, { ...ww, urenPerWeek: 19, leeftijd: 55 }, { date });
    expect(steps.map(({ text }) => text.nl)).toEqual([
      '19 uur per week; een plaatsing telt mee vanaf 12 uur.',
      'Toeslagen',
      '€ 22.000,00 × 19/38 × 12/12 = € 11.000,00',
    ]);
    expect(steps[2]?.parameters.map(({ name, value, validFrom }) => [name, value, validFrom])).toEqual([
      ['bedrag.ww', '18000.00', '2020-01-01'],
      ['basisuren', 38, '2020-01-01'],
      ['duur.ww', 12, '2020-01-01'],
    ]);
    expect(steps[1]?.parts.map(({ text }) => text.nl)).toEqual([
      'Vast: telt niet mee, want vastContract is niet gegeven.',
      'Talent: telt niet mee, want kenmerken is niet gegeven.',
      '50+: + € 4.000,00',
    ]);
  });
});

const haaglanden = shippedPack('haaglanden');
const blocks = fc.constantFrom(...(haaglanden.valuation?.blocks ?? []).map(({ id }) => id));
const hours = fc.integer({ min: 0, max: 60 });
const months = fc.integer({ min: 0, max: 120 });
const worth = (block: string, urenPerWeek: number, maanden: number): bigint => {
  const { outcome } = valuate(haaglanden, { block, urenPerWeek, maanden }, { date });
  return outcome.kind === 'amount' ? BigInt(outcome.amount.replace('.', '')) : -1n;
};

describe('the worth of any placement in Haaglanden', () => {
  it('never falls with more hours or more months', () => {
    fc.assert(
      fc.property(blocks, hours, hours, months, months, (block, h1, h2, m1, m2) => {
        const less = worth(block, Math.min(h1, h2), Math.min(m1, m2));
        expect(worth(block, Math.max(h1, h2), Math.max(m1, m2)) >= less).toBe(true);
        expect(less >= 0n).toBe(true);
      }),
    );
  });

  it('never grows beyond the months that count for its group', () => {
    fc.assert(
      fc.property(blocks, hours, months, (block, h, m) => {
        const longest = haaglanden.valuation?.blocks.find(({ id }) => id === block)?.maxMonths;
        const most = longest === undefined ? m : Number(haaglanden.parameterOn(longest, date)?.current.value);
        expect(worth(block, h, m)).toBe(worth(block, h, Math.min(m, most)));
      }),
    );
  });

  it('is the exact value rounded half up to the cent, once', () => {
    fc.assert(
      fc.property(hours, months, (h, m) => {
        // 50,000.00 euro in cents, by whole numbers: half up of cents × h × m / (36 × 12).
        const [above, below] = [5_000_000n * BigInt(Math.min(h, 36)) * BigInt(m), 432n];
        expect(worth('banenafspraak', h, m)).toBe((2n * above + below) / (2n * below));
      }),
    );
  });
});
