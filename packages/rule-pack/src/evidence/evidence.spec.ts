import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { problemsWith, shown } from '../testing/sample-pack.js';
import { shippedPack } from '../testing/shipped-pack.js';
import { townProblems, townValuation, townWith } from '../testing/town-pack.js';
import { valuate } from '../valuation/valuate.js';
import { evidenceFor } from './evidence-for.js';

const period = (from: string, until?: string): string =>
  `{ from: ${from}, ${until === undefined ? '' : `until: ${until}, `}source: { title: Nota, page: p. 1 } }`;
const item = (id: string, asked: string, ...periods: string[]): string =>
  `- id: ${id}\n  title: { nl: ${id}, en: ${id} }\n  for: ${asked}\n  periods: [${periods.join(', ')}]\n`;
const file = (...items: string[]) => ({ 'evidence.yaml': items.join('') });
const problems = (...items: string[]) => shown(townProblems(file(...items)));

const verklaring = item('verklaring', '{ blocks: [ww] }', period('2020-01-01', '2026-01-01'));
const uittreksel = item('uittreksel', '{ blocks: [ww, jongere], events: [gunnen] }', period('2026-01-01'));
const town = townWith(file(verklaring, uittreksel));
const ids = (asked: { block?: string; event?: string }, date: string): string[] =>
  evidenceFor(town, asked, date).map(({ id }) => id);

describe('the evidence that a pack asks', () => {
  it('changes on the day one period ends and another begins', () => {
    expect(ids({ block: 'ww' }, '2025-12-31')).toEqual(['verklaring']);
    expect(ids({ block: 'ww' }, '2026-01-01')).toEqual(['uittreksel']);
    expect(ids({ block: 'ww' }, '2019-12-31')).toEqual([]);
  });

  it('is asked for a block, for an event, or for either', () => {
    expect(ids({ event: 'gunnen' }, '2026-06-01')).toEqual(['uittreksel']);
    expect(ids({ block: 'stage', event: 'gunnen' }, '2026-06-01')).toEqual(['uittreksel']);
    expect(ids({ block: 'stage' }, '2026-06-01')).toEqual([]);
    expect(ids({}, '2026-06-01')).toEqual([]);
  });

  it('comes with its period and source', () => {
    expect(evidenceFor(town, { block: 'ww' }, '2024-05-01')).toEqual([
      {
        id: 'verklaring',
        title: { nl: 'verklaring', en: 'verklaring' },
        from: '2020-01-01',
        until: '2026-01-01',
        source: { title: 'Nota', page: 'p. 1' },
      },
    ]);
  });

  it('is never asked twice for one period, whatever the day', () => {
    const part = (least: number, most: number) =>
      fc.integer({ min: least, max: most }).map((number) => String(number).padStart(2, '0'));
    const day = fc.tuple(part(2018, 2030), part(1, 12), part(1, 28)).map((parts) => parts.join('-'));
    fc.assert(
      fc.property(day, (one) => {
        expect(ids({ block: 'ww' }, one).length).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('goes along with the worth of a contribution, on its date', () => {
    const contribution = { block: 'ww', urenPerWeek: 38, maanden: 12 };
    const asked = (date: string) => valuate(town, contribution, { date }).evidence?.map(({ id }) => id);
    expect([asked('2025-12-31'), asked('2026-01-01')]).toEqual([['verklaring'], ['uittreksel']]);
    expect(valuate(town, { block: 'inkoop', bedrag: '1.00' }, { date: '2026-01-01' })).not.toHaveProperty('evidence');
    expect(valuate(town, contribution, { date: '2019-06-01' })).toMatchObject({ outcome: { kind: 'none' } });
    expect(valuate(town, contribution, { date: '2019-06-01' })).not.toHaveProperty('evidence');
  });

  it('is nothing in a pack without evidence.yaml, and in one that emptied it', () => {
    expect([townWith().evidence, townWith({ 'evidence.yaml': '[]\n' }).evidence]).toEqual([[], []]);
  });
});

describe('evidence is refused', () => {
  it('for a block or event that is not there, with what was meant', () => {
    expect(problems(item('a', '{ blocks: [jonger], events: [gunen] }', period('2020-01-01')))).toEqual([
      "evidence.yaml:3:19 block-unknown 'jonger' is geen bouwblok van dit pakket; bedoelde u 'jongere'?",
      "evidence.yaml:3:37 event-unknown De gebeurtenis 'gunen' bestaat niet in stappenplan-2020.",
    ]);
  });

  it('for a block of a pack without valuation, but not while the valuation has a mistake', () => {
    const one = item('a', '{ blocks: [ww] }', period('2020-01-01'));
    expect(problemsWith(file(one)).map(({ code }) => code)).toEqual(['block-unknown']);
    const broken = townProblems({ ...file(one), 'valuation.yaml': townValuation.replace('cumulation: sum', '') });
    expect(broken.map(({ code }) => code)).not.toContain('block-unknown');
  });

  it('for nothing at all, or under a name that is taken', () => {
    const one = item('a', '{}', period('2020-01-01'));
    expect(problems(one + one).map((line) => line.split(' ')[1])).toEqual([
      'evidence-for-nothing',
      'id-double',
      'evidence-for-nothing',
    ]);
  });

  it.each([
    ['a period that ends on its first day', [period('2020-01-01', '2020-01-01')], 'period-empty'],
    ['a period after one that has no end', [period('2020-01-01'), period('2021-01-01')], 'period-overlap'],
    [
      'a period that begins before the last ends',
      [period('2020-01-01', '2021-01-02'), period('2021-01-01')],
      'period-overlap',
    ],
    ['periods out of order', [period('2021-01-01', '2022-01-01'), period('2020-01-01')], 'period-overlap'],
  ])('over %s', (_, periods, code) => {
    expect(problems(item('a', '{ blocks: [ww] }', ...periods)).map((line) => line.split(' ')[1])).toEqual([code]);
  });
});

describe('the evidence of the handreikingen', () => {
  const basis = shippedPack('basis');
  const asked = (event: string, date: string) => evidenceFor(basis, { event }, date).map(({ id }) => id);

  it('asks with the yearly statement the payroll, proof on a sample, and assurance on doubt', () => {
    expect(asked('jaaropgaveOntvangen', '2024-02-29')).toEqual(['jaaropgave', 'bewijsOpVerzoek', 'assurance']);
  });

  it('asks no target group statement from 1 January 2026', () => {
    expect(asked('rapportageOntvangen', '2025-12-31')).toEqual(['stukken', 'doelgroepverklaring']);
    expect(asked('rapportageOntvangen', '2026-01-01')).toEqual(['stukken']);
  });
});
