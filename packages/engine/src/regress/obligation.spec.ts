import { describe, expect, it } from '@jest/globals';
import { parameter, permissive, policyOf, shipped, trialFiles } from '../testing/packs.js';
import { after, begun, contract } from '../testing/partnerships.js';
import { obligationChange } from './obligation.js';

type Dated = readonly [from: string, value: string];

/** A pack that asks this percentage of the contract value, from a threshold on; and, when told, a second obligation. */
function asking(percentage: readonly Dated[], more = '', threshold = '100000.00') {
  return policyOf({
    'pack.yaml': trialFiles['pack.yaml'] ?? '',
    'parameters/percentage.yaml': parameter('percentage', 'procent', ...percentage),
    'parameters/drempel.yaml': parameter('drempel', 'euro', ['2015-01-01', threshold]),
    'parameters/onbekend.yaml':
      "name: onbekend\ntitle: { nl: '?', en: '?' }\nunit: procent\nlastVerifiedOn: 2026-01-01\nsource: onbekend\nvalues: []\n",
    'obligation.yaml': `- id: social
  title: { nl: Social return, en: Social return }
  basis: opdrachtsom
  percentage: percentage
  agreedPercentage: dossier.toepassing.percentage
  thresholds: [{ parameter: drempel }]
${more}`,
  });
}

const second = (rest: string) => `- id: tweede\n  title: { nl: Tweede, en: Second }\n  basis: loonsom\n${rest}`;
const five = asking([['2015-01-01', '5']]);
const partnership = begun();

describe('the obligation of a partnership under two packs', () => {
  it('is 5% before and 6% after, to the cent', () => {
    const odd = begun({ contract: { ...contract, waarde: '1234567.89' } });
    expect(obligationChange(odd, five, asking([['2015-01-01', '6']]))).toEqual({
      before: { amount: '61728.39', duties: 0, unknown: false },
      after: { amount: '74074.07', duties: 0, unknown: false },
      changed: true,
    });
  });

  it('does not differ when the packs say the same', () => {
    expect(obligationChange(partnership, five, five).changed).toBe(false);
  });

  it('is read on the first day of the contract: what changes later makes no difference', () => {
    const later = asking([
      ['2015-01-01', '5'],
      ['2024-01-02', '9'],
    ]);
    expect(obligationChange(partnership, five, later).changed).toBe(false);
    const then = asking([
      ['2015-01-01', '5'],
      ['2024-01-01', '9'],
    ]);
    expect(obligationChange(partnership, five, then).after.amount).toBe('129600.00');
  });

  it('is read on the local day the partnership began while the contract has no first day', () => {
    const { kenmerk, titel, categorie, soort, waarde } = contract;
    const open = { kenmerk, titel, categorie, soort, waarde };
    const candidate = asking([
      ['2015-01-01', '5'],
      ['2024-07-01', '9'],
    ]);
    const amount = (at: string) => obligationChange(begun({ contract: open, at }), five, candidate).after.amount;
    expect(amount('2024-06-30T21:59:00.000Z')).toBe('72000.00');
    expect(amount('2024-06-30T22:00:00.000Z')).toBe('129600.00');
  });

  it('adds up the obligations of a pack, and counts apart what is no amount and what nobody can work out', () => {
    const both = asking([['2015-01-01', '5']], second('  percentage: percentage\n'));
    expect(obligationChange(partnership, five, both).after).toEqual({ amount: '117000.00', duties: 0, unknown: false });
    const duty = asking([['2015-01-01', '5']], second(''));
    expect(obligationChange(partnership, five, duty)).toMatchObject({ after: { duties: 1 }, changed: true });
    const unknown = asking([['2015-01-01', '5']], second('  percentage: onbekend\n'));
    expect(obligationChange(partnership, five, unknown)).toMatchObject({
      after: { amount: '72000.00', unknown: true },
      changed: true,
    });
  });

  it('does not differ when under both something cannot be worked out, in however many ways', () => {
    const one = asking([['2015-01-01', '5']], second('  percentage: onbekend\n'));
    const third = second('  percentage: onbekend\n').replace('tweede', 'derde');
    const two = asking([['2015-01-01', '5']], second('  percentage: onbekend\n') + third);
    expect(obligationChange(partnership, one, two).changed).toBe(false);
  });

  it('has no amount under the threshold, and in a pack that asks nothing', () => {
    const nothing = { duties: 0, unknown: false };
    expect(obligationChange(partnership, five, asking([['2015-01-01', '5']], '', '2000000.00')).after).toEqual(nothing);
    expect(obligationChange(partnership, permissive, five)).toMatchObject({ before: nothing, changed: true });
  });

  it('is by what was agreed in the meantime', () => {
    const road = ['principebesluitNemen', 'werkgroepInstellen', 'doelstellingenVaststellen', 'actieplanVaststellen'];
    const agreed = after(partnership, [
      ...road,
      ['routeKiezen', { route: 'aanbesteding' }],
      'inventarisatieAfronden',
      'inkoopstrategieKiezen',
      ['toepassingBepalen', { toepassen: true, percentage: '2.5', grondslag: 'loonsom' }],
    ]);
    expect(agreed.dossier.toepassing).toMatchObject({ percentage: '2.5' });
    expect(obligationChange(agreed, five, shipped('basis'))).toMatchObject({
      before: { amount: '36000.00' },
      after: { amount: '22500.00' },
    });
  });
});
