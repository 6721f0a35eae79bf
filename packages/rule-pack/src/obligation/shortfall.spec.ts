import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { shippedPack } from '../testing/shipped-pack.js';
import { townObligation, townWith } from '../testing/town-pack.js';
import { shortfall, ShortfallInvalid } from './shortfall.js';

const DATE = '2026-01-31';
const open = { contract: { procedure: 'openbaar' } };

function file(name: string, unit: string, value: string): string {
  return `name: ${name}
title: { nl: De ${name}, en: The ${name} }
unit: ${unit}
lastVerifiedOn: 2026-11-22
values:
  - { from: 2020-01-01, value: ${value}, source: { title: Nota } }
`;
}

/** The town, that makes up its mind about a shortfall: one and a half times, a month to make up for it. */
const decided = {
  'parameters/boete/herstel.yaml': file('boete.herstel', 'maanden', '1'),
  'parameters/boete/schuld.yaml': file('boete.schuld', 'jaNee', 'true'),
  'obligation.yaml': townObligation.replace('boete.herstel }', 'boete.herstel, fault: boete.schuld }'),
};
const town = townWith(decided);
const townBut = (name: string, unit: string, value: string) =>
  townWith({ ...decided, [`parameters/${name.replaceAll('.', '/')}.yaml`]: file(name, unit, value) });
const of = (owed: string, realised: string, pack = town) => shortfall(pack, 'social', { owed, realised }, DATE, open);

describe('a shortfall', () => {
  it('leads to the penalty that the pack says, explained step by step', () => {
    const figure = of('20000.00', '12500.50');
    expect(figure).toMatchObject({
      id: 'social',
      open: '7499.50',
      recoverUntil: '2026-02-28',
      outcome: { kind: 'amount', amount: '11249.25' },
    });
    expect(figure.steps.map(({ text }) => text.nl)).toEqual([
      'Nodig € 20.000,00, gerealiseerd € 12.500,50: tekort € 7.499,50',
      'Het tekort kan worden ingehaald tot en met 2026-02-28.',
      'De boete geldt alleen als het tekort aan de opdrachtnemer te wijten is; dat stelt de organisatie vast.',
      'Boete: € 7.499,50 × 150% = € 11.249,25',
    ]);
    expect(figure.steps.flatMap(({ parameters }) => parameters.map(({ name, value }) => [name, value]))).toEqual([
      ['boete.herstel', 1],
      ['boete.schuld', true],
      ['boete.factor', '150'],
    ]);
  });

  it('may count a whole number of times, with days to make up for it, and fault in words', () => {
    expect(of('100.00', '0', townBut('boete.factor', 'aantal', '2')).outcome).toMatchObject({ amount: '200.00' });
    expect(of('100.00', '0', townBut('boete.herstel', 'dagen', '30')).recoverUntil).toBe('2026-03-02');
    const inWords = of('100.00', '0', townBut('boete.schuld', 'tekst', 'Na ingebrekestelling'));
    expect(inWords.steps[2]?.text.nl).toBe('Verwijtbaarheid: Na ingebrekestelling');
    const noFault = of('100.00', '0', townBut('boete.schuld', 'jaNee', 'false'));
    expect(noFault.steps[2]?.text.nl).toMatch(/ook als het tekort niet aan de opdrachtnemer te wijten is/);
  });

  it('is rounded half up to the cent, once', () => {
    expect(of('0.03', '0.00', townBut('boete.factor', 'procent', "'50'")).outcome).toMatchObject({ amount: '0.02' });
  });

  it.each([
    ['exactly what was owed', '20000.00'],
    ['more than was owed', '20000.01'],
  ])('is not there with %s: nothing is open, nothing is to be recovered', (_, realised) => {
    const figure = of('20000.00', realised);
    expect(figure).toMatchObject({ open: '0.00', outcome: { kind: 'none' } });
    expect(figure.recoverUntil).toBeUndefined();
  });

  it('cannot be worked out while the pack leaves something open, and names all of it', () => {
    expect(of('20000.00', '0', townWith()).outcome).toMatchObject({
      kind: 'unknown',
      missing: ['parameter.boete.herstel'],
    });
    const haaglanden = shortfall(shippedPack('haaglanden'), 'bouwblokken', { owed: '100.00', realised: '40.00' }, DATE);
    expect(haaglanden).toMatchObject({
      open: '60.00',
      outcome: { kind: 'unknown', missing: ['parameter.tekort.factor', 'parameter.tekort.herstelMaanden'] },
    });
  });

  it('leads to nothing where the pack asks no penalty, or not on that date', () => {
    const duty = shortfall(town, 'verkennen', { owed: '100.00', realised: '0.00' }, DATE);
    expect(duty.outcome).toMatchObject({
      kind: 'none',
      reason: { nl: 'Het pakket vraagt geen boete over een tekort.' },
    });
    const before = shortfall(town, 'social', { owed: '100.00', realised: '0.00' }, '2019-12-31', open);
    expect(before).toMatchObject({ open: '100.00', outcome: { kind: 'none' } });
    expect(before.recoverUntil).toBeUndefined();
  });

  it('is only there when the obligation applies', () => {
    const shortage = { owed: '100.00', realised: '0.00' };
    const reserved = { contract: { procedure: 'voorbehouden' } };
    const elsewhere = shortfall(town, 'social', shortage, DATE, reserved);
    expect(elsewhere.outcome.kind).toBe('none');
    expect(elsewhere.recoverUntil).toBeUndefined();
    expect(shortfall(town, 'social', shortage, DATE).outcome).toMatchObject({ missing: ['contract.procedure'] });
    expect(shortfall(town, 'anders', shortage, DATE).outcome).toMatchObject({
      kind: 'none',
      reason: { nl: "Het pakket proef heeft geen verplichting 'anders'." },
    });
  });

  it.each([
    ['owed', { owed: '-1.00', realised: '0' }, DATE],
    ['owed', { owed: '20.000,00', realised: '0' }, DATE],
    ['realised', { owed: '1.00', realised: '0.005' }, DATE],
    ['date', { owed: '1.00', realised: '0' }, '2026-02-30'],
  ] as const)('is refused with a wrong %s, which it names', (field, shortage, date) => {
    expect(() => shortfall(town, 'social', shortage, date, open)).toThrow(ShortfallInvalid);
    expect(() => shortfall(town, 'social', shortage, date, open)).toThrow(new RegExp(`^${field}: `));
  });

  it('never makes a supplier who realised more pay more', () => {
    const amount = fc.integer({ min: 0, max: 50_000_000 }).map((value) => (value / 100).toFixed(2));
    const paid = (owed: string, realised: string): number => {
      const { outcome } = of(owed, realised);
      return outcome.kind === 'amount' ? Number(outcome.amount) : 0;
    };
    fc.assert(
      fc.property(amount, amount, amount, (owed, a, b) => {
        const [less, more] = Number(a) < Number(b) ? [a, b] : [b, a];
        expect(paid(owed, more)).toBeLessThanOrEqual(paid(owed, less));
        expect(paid(owed, less)).toBeLessThanOrEqual(Number(owed) * 1.5 + 0.01);
      }),
    );
  });
});
