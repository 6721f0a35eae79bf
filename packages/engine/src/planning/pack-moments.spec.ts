import { describe, expect, it } from '@jest/globals';
import { nearestWorkday } from '@samenwerkt/calendar';
import fc from 'fast-check';
import { parameter, policyOf, trialFiles } from '../testing/packs.js';
import { packMoments } from './pack-moments.js';

const LASTING = { since: '2026-03-02', endsOn: null };

/** A figure with a value for each of these days; null ends it. */
function figure(...values: readonly (readonly [from: string, value: string | null])[]): string {
  return parameter('uurtarief', 'euro', ...values.map(([from, value]) => [from, value ?? 'weg'] as const)).replaceAll(
    "'weg'",
    'null',
  );
}

function proof(...periods: readonly string[]): string {
  const item = (dates: string) => `    - { ${dates}, source: { title: Nota } }\n`;
  return `- id: verklaring
  title: { nl: Verklaring, en: Statement }
  for: { events: [rapportageOntvangen] }
  periods:
${periods.map(item).join('')}`;
}

const policyWith = (files: Record<string, string>) => policyOf({ ...trialFiles, ...files });
const told = (files: Record<string, string>, life: Parameters<typeof packMoments>[1] = LASTING) =>
  packMoments(policyWith(files), life).map(({ kind, dueOn, occurrence }) => [kind, dueOn, occurrence]);

describe('what comes to an end in a rule pack', () => {
  it('is a figure that has no next value: told on a working day a month before, with the figure and its source', () => {
    const files = { 'parameters/uurtarief.yaml': figure(['2025-01-01', '25.00'], ['2027-01-01', null]) };
    const policy = policyWith(files);
    expect(packMoments(policy, LASTING)).toEqual([
      {
        kind: 'parameterLooptAf',
        occurrence: 'proef/uurtarief/2027-01-01',
        title: { nl: 'De uurtarief', en: 'The uurtarief' },
        dueOn: '2026-12-31',
        goesOutOn: '2026-12-02',
        at: '09:00',
        to: 'packbeheerder',
        why: {
          anchor: '2027-01-01',
          parameters: [
            expect.objectContaining({ name: 'uurtarief', value: '25.00', source: { title: 'Nota 2025-01-01' } }),
          ],
          pack: policy.ref,
        },
      },
    ]);
  });

  it('is not a figure whose next value is there, nor one that had ended before the pack was published', () => {
    const next = figure(['2025-01-01', '25.00'], ['2027-01-01', '26.00']);
    const past = figure(['2025-01-01', '25.00'], ['2026-03-02', null]);
    for (const file of [next, past]) expect(told({ 'parameters/uurtarief.yaml': file })).toEqual([]);
  });

  it('is also a year without a value between two that have one', () => {
    const gap = figure(['2026-01-01', '25.00'], ['2027-01-01', null], ['2028-01-01', '27.00'], ['2029-01-01', null]);
    expect(told({ 'parameters/uurtarief.yaml': gap }).map(([, dueOn]) => dueOn)).toEqual(['2026-12-31', '2028-12-31']);
  });

  it('is a proof that is not asked any more, unless its next period joins the one before', () => {
    const joined = proof('from: 2020-01-01, until: 2027-01-01', 'from: 2027-01-01, until: 2028-07-01');
    expect(told({ 'evidence.yaml': joined })).toEqual([['bewijsLooptAf', '2028-06-30', 'proef/verklaring/2028-07-01']]);
  });

  it('is the pack itself when it is withdrawn; what ends on that day or later is not told apart', () => {
    const files = { 'parameters/uurtarief.yaml': figure(['2025-01-01', '25.00'], ['2027-01-01', null]) };
    expect(told(files, { ...LASTING, endsOn: '2027-01-01' })).toEqual([
      ['regelpakketVervalt', '2026-12-31', 'proef/1.0.0/2027-01-01'],
    ]);
    expect(told(files, { ...LASTING, endsOn: '2027-01-02' })).toHaveLength(2);
  });

  it('is told on a working day before its last day, whatever the day', () => {
    const day = fc.date({ min: new Date('2026-04-10'), max: new Date('2060-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(day, (date) => {
        const endsOn = date.toISOString().slice(0, 10);
        const [moment] = packMoments(policyOf(trialFiles), { ...LASTING, endsOn });
        expect(
          moment &&
            nearestWorkday(moment.goesOutOn, 'na') === moment.goesOutOn &&
            moment.goesOutOn < moment.dueOn &&
            moment.dueOn < endsOn,
        ).toBe(true);
      }),
    );
  });
});
