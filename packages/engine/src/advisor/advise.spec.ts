import { describe, expect, it } from '@jest/globals';
import { trial, shipped } from '../testing/packs.js';
import { advise } from './advise.js';
import { AdviceTooWide, BlockUnknown, NothingToPropose } from './errors.js';
import { type Advice, type Limits } from './model.js';

const utrecht = shipped('utrecht-bouwblokken');
const haaglanden = shipped('haaglanden');
const east = shipped('oost-nederland');

const inUtrecht = (open: string, limits: Limits, date = '2020-01-01'): Advice =>
  advise(utrecht, { open, limits }, date);
const ways = ({ proposals }: Advice) => proposals.map(({ kind, lines }) => [kind, ...lines.map(({ text }) => text.nl)]);

describe('advice on closing a gap', () => {
  it('puts work first, with as few people as it takes, and says what everything is worth', () => {
    const { proposals } = inUtrecht('100000.00', { people: 3 });
    expect(proposals[0]).toMatchObject({ kind: 'work', total: '100000.00', over: '0.00', people: 2, months: 12 });
    expect(proposals[0]?.lines.map(({ text }) => text)).toEqual([
      {
        nl: '2 × Doelgroep banenafspraak: 36 uur per week, 12 maanden; € 50.000,00 per plaats, samen € 100.000,00',
        en: '2 × Target group banenafspraak: 36 hours a week, 12 months; € 50,000.00 a place, together € 100,000.00',
      },
    ]);
    expect(proposals[0]?.lines[0]?.figure.steps.at(-1)?.parameters.map(({ name }) => name)).toEqual([
      'inspanningswaarde.banenafspraak',
      'basisurenPerWeek',
    ]);
  });

  it('offers other groups, a spread, a short way and a way with buying and support beside it', () => {
    const advice = inUtrecht('120000.00', { people: 4, purchases: '20000.00', supportHours: 100, permanent: true });
    expect(ways(advice)).toEqual([
      ['work', expect.stringContaining('2 × Doelgroep banenafspraak: 36 uur per week, 12 maanden, vast contract')],
      ['otherGroups', expect.stringContaining('3 × Participatiewet')],
      [
        'spread',
        expect.stringContaining('1 × Doelgroep banenafspraak'),
        expect.stringContaining('1 × Participatiewet'),
        expect.stringContaining('1 × WIA of WAO: 36 uur per week, 3 maanden; € 10.000,00'),
      ],
      ['shortest', expect.stringContaining('4 × Doelgroep banenafspraak: 33 uur per week, 8 maanden')],
      [
        'fewestPeople',
        expect.stringContaining('2 × '),
        expect.stringContaining('voor € 20.000,00 zonder btw'),
        expect.stringContaining('100 uur in totaal, € 10.000,00'),
      ],
    ]);
  });

  it('fills the rest with buying to the cent, and with whole hours of support', () => {
    const bought = inUtrecht('51850.00', { people: 1, purchases: '5000.00' }).proposals[0];
    expect(bought).toMatchObject({ people: 1, purchases: '1850.00', total: '51850.00', over: '0.00' });
    const helped = inUtrecht('52350.00', { people: 1, supportHours: 40 }).proposals[0];
    expect(helped).toMatchObject({ people: 1, supportHours: 24, total: '52400.00', over: '50.00' });
  });

  it('proposes nothing when nothing is open', () => {
    const advice = inUtrecht('0.00', { people: 5 });
    expect([advice.proposals, advice.reachable]).toEqual([[], undefined]);
    expect(advice.text.nl).toMatch(/^Er staat niets meer open/);
  });

  it('says what can be reached at most and which limits stand in the way when nothing closes it', () => {
    const { proposals, reachable } = advise(
      haaglanden,
      { open: '900000.00', limits: { people: 4, months: 10, hours: { max: 24 }, blocks: ['ww', 'wia'] } },
      '2024-01-01',
    );
    expect(proposals).toEqual([]);
    // WIA: € 30,000 × 24/36 × 10/12 = € 16,666.67, four times.
    expect(reachable).toMatchObject({ total: '66666.68', short: '833333.32', people: 4 });
    expect(reachable?.limitedBy.map(({ limit }) => limit)).toEqual(['people', 'months', 'hours', 'blocks']);
    expect(reachable?.limitedBy[0]?.text.nl).toBe('plaats voor hoogstens 4; met 54 kan het wel.');
    expect(reachable?.limitedBy[3]?.text.nl).toContain('Participatiewet, Doelgroep banenafspraak');
  });

  it('says of money and hours how much would do, and that nobody can be placed', () => {
    const { reachable } = inUtrecht('5000.00', { people: 0, purchases: '1850.00', supportHours: 24 });
    expect(reachable).toMatchObject({ total: '4250.00', short: '750.00' });
    expect(reachable?.limitedBy.map(({ text }) => text.nl)).toEqual([
      'plaats voor hoogstens 0; met 1 kan het wel.',
      'hoogstens € 1.850,00 aan inkoop; met € 2.600,00 wel.',
      'hoogstens 24 uur ondersteuning; met 32 uur wel.',
    ]);
  });
});

describe('the policy that advice follows', () => {
  it('is that of the date: Utrecht in its three periods', () => {
    const best = (date: string) =>
      inUtrecht('35000.00', { people: 1, hours: { min: 36 } }, date).proposals[0]?.lines[0]?.text.nl;
    expect(best('2015-03-01')).toContain('Doelgroep banenafspraak: 40 uur per week, 12 maanden; € 35.000,00');
    expect(best('2016-01-01')).toContain('Doelgroep banenafspraak: 36 uur per week, 12 maanden; € 35.000,00');
    expect(best('2020-01-01')).toContain('Praktijkplaats PrO, VSO of entree: 36 uur per week, 12 maanden; € 35.000,00');
  });

  it('caps months where the pack does, and lets nobody count longer', () => {
    const { proposals } = advise(
      haaglanden,
      { open: '80000.00', limits: { people: 1, months: 48, blocks: ['participatiewet'] } },
      '2024-01-01',
    );
    expect(proposals[0]).toMatchObject({ total: '80000.00', months: 24 });
    const more = advise(
      haaglanden,
      { open: '80000.01', limits: { people: 1, months: 48, blocks: ['participatiewet'] } },
      '2024-01-01',
    );
    expect(more.reachable).toMatchObject({ total: '80000.00', short: '0.01' });
  });

  it('counts no longer than a year where nobody knows how long a place counts', () => {
    const { reachable, possibilities } = inUtrecht('60000.00', { people: 1, months: 24, blocks: ['banenafspraak'] });
    expect(reachable).toMatchObject({ total: '50000.00', months: 12 });
    expect(possibilities).toMatchObject([
      { block: 'banenafspraak', why: 'unknown', missing: ['parameter.langsteDuurMaanden'] },
    ]);
  });

  it('asks for a permanent contract or a certain person only when that counts for more', () => {
    const [best] = inUtrecht('60000.00', { people: 1, permanent: true, profiles: [{ statushouder: true }] }).proposals;
    expect(best?.lines[0]?.contribution).toMatchObject({ vastContract: true, block: 'banenafspraak' });
    expect(best?.lines[0]?.contribution.statushouder).toBeUndefined();
    const [both] = inUtrecht('70000.00', { people: 1, permanent: true, profiles: [{ statushouder: true }] }).proposals;
    expect(both?.lines[0]?.contribution).toMatchObject({ vastContract: true, statushouder: true });
    expect(both?.lines[0]?.text.en).toContain('permanent contract, status holder');
    const [plain] = advise(
      haaglanden,
      { open: '50000.00', limits: { people: 1, permanent: true } },
      '2024-01-01',
    ).proposals;
    expect(plain?.lines[0]?.contribution.vastContract).toBe(false);
  });

  it('bounds the months by the whole months that the contract still runs', () => {
    const months = (start: string, einde: string) =>
      advise(east, { open: '9000.00', limits: { people: 1 }, contract: { start, einde } }, '2020-01-15').limits.months;
    expect(months('2019-01-01', '2020-06-14')).toBe(5);
    expect(months('2019-01-01', '2020-06-13')).toBe(4);
    expect(months('2020-03-01', '2020-06-30')).toBe(4);
    expect(months('2019-01-01', '2020-01-01')).toBe(0);
  });

  it('names what has no amount as a possibility, and never counts it', () => {
    const { proposals, possibilities, text } = inUtrecht('1000.00', { people: 0, supportHours: 10 });
    expect(proposals).toMatchObject([{ total: '1000.00', people: 0, supportHours: 10 }]);
    expect(possibilities.map(({ block, why }) => [block, why])).toEqual([
      ['wswEnSocialeInkoop', 'leftOut'],
      ['ondersteuningFactuur', 'leftOut'],
      ['mobiliteit', 'adviser'],
      ['ontwikkelpad', 'adviser'],
    ]);
    expect(text.nl).toContain('- Mobiliteit; Ontwikkelpad: de adviseur beslist; er is geen vast bedrag.');
  });

  it('names the parameter without which no place has an amount', () => {
    const { reachable, possibilities } = advise(
      east,
      { open: '1000.00', limits: { people: 2, blocks: ['wia'] } },
      '2020-01-01',
    );
    expect(reachable).toMatchObject({ total: '0.00', lines: [] });
    expect(possibilities).toMatchObject([{ block: 'wia', missing: ['parameter.basisurenPerWeek'] }]);
  });
});

describe('a question that cannot be answered', () => {
  it('is refused with what to do', () => {
    expect(() => advise(trial, { open: '1.00', limits: { people: 1 } }, '2024-01-01')).toThrow(NothingToPropose);
    expect(() => inUtrecht('1.00', { people: 1, blocks: ['bloembak'] })).toThrow(BlockUnknown);
    const profiles = [{ leeftijd: 56 }, { leeftijd: 60 }, { kenmerken: ['ips'] }];
    const wide = { people: 1, months: 60, hours: { min: 1 }, permanent: true, profiles };
    expect(() => advise(haaglanden, { open: '1.00', limits: wide }, '2024-01-01')).toThrow(AdviceTooWide);
  });
});
