import { describe, expect, it } from '@jest/globals';
import { planned, step, TO_MONITORING, walked } from '../testing/partnerships.js';
import { ELSEWHERE, HERE, withLedger } from '../testing/workbench.js';

describe('the moments of an organisation', () => {
  it('are the open ones, earliest first, each with its partnership, its pack and what set it', () =>
    withLedger(async ({ ledger, time }) => {
      const { partnership } = await walked(ledger, TO_MONITORING);
      const expected = await planned(ledger, partnership);
      const about = {
        partnership,
        title: 'Schoonmaak',
        setBy: 8,
        setAt: time.now,
        pack: { name: 'mini', version: '1.0.0' },
      };
      expect(expected.length).toBeGreaterThan(1);
      expect(await ledger.moments.open(HERE, 10)).toEqual(expected.map((moment) => ({ ...about, ...moment })));
      expect(await ledger.moments.open(HERE, 1)).toHaveLength(1);
      expect(await ledger.moments.open(ELSEWHERE, 10)).toEqual([]);
    }));

  it('are none while the partnership is suspended', () =>
    withLedger(async ({ ledger }) => {
      const { partnership } = await walked(ledger, TO_MONITORING);
      await ledger.writer.submit(step(partnership, 'opschorten'));
      expect(await ledger.moments.open(HERE, 10)).toEqual([]);
    }));

  it('come with the name of the organisation', () =>
    withLedger(async ({ ledger }) => {
      expect(await ledger.moments.organisationName(HERE)).toBe(HERE);
      expect(await ledger.moments.organisationName('niemand')).toBe('');
    }));
});
