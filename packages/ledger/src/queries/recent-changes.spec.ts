import { describe, expect, it } from '@jest/globals';
import { ACTOR, step, walked } from '../testing/partnerships.js';
import { ELSEWHERE, HERE, withLedger } from '../testing/workbench.js';

const ME = 'iemand anders';

describe('what others did in partnerships', () => {
  it('is the last thing in each since a moment, with how many there were', () =>
    withLedger(async ({ ledger, time }) => {
      const { partnership } = await walked(ledger, ['coordinatorOverdragen']);
      const since = time.now;
      const asked = { since, except: ME };
      expect(await ledger.recentChanges.latest(HERE, asked, 10)).toEqual([]);
      time.now = '2026-09-01T09:00:00.000Z';
      await ledger.writer.submit(step(partnership, 'opschorten'));
      time.now = '2026-09-01T10:00:00.000Z';
      await ledger.writer.submit(step(partnership, 'hervatten'));
      const found = {
        partnership,
        title: 'Schoonmaak',
        event: 'hervatten',
        actorId: ACTOR.id,
        at: time.now,
        events: 2,
      };
      expect(await ledger.recentChanges.latest(HERE, asked, 10)).toMatchObject([found]);
      const last = { ...asked, since: '2026-09-01T09:30:00.000Z' };
      expect(await ledger.recentChanges.latest(HERE, last, 10)).toMatchObject([{ ...found, events: 1 }]);
    }));

  it('leaves out what one did oneself, what is another coordinator’s, and what is another organisation’s', () =>
    withLedger(async ({ ledger, time }) => {
      const since = time.now;
      time.now = '2026-09-01T09:00:00.000Z';
      const { partnership } = await walked(ledger, ['coordinatorOverdragen']);
      const { partnership: found } = await ledger.partnerships.get(HERE, partnership);
      const { coordinator } = await ledger.subjects.shown(HERE, found, 'nl');
      const latest = async (more: object, organisation = HERE) =>
        (await ledger.recentChanges.latest(organisation, { since, except: ME, ...more }, 10)).length;
      expect(await latest({ coordinator })).toBe(1);
      expect(await latest({ coordinator: 'Niemand' })).toBe(0);
      expect(await latest({ except: ACTOR.id })).toBe(0);
      expect(await latest({}, ELSEWHERE)).toBe(0);
    }));
});
