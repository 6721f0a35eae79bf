import { describe, expect, it } from '@jest/globals';
import { beginning, step } from './testing/partnerships.js';
import { HERE, withLedger } from './testing/workbench.js';

describe('the activity of a ledger', () => {
  it('counts events that took place and that were refused, and no rehearsals', () =>
    withLedger(async ({ ledger }) => {
      const { partnership } = await ledger.writer.start(beginning({ organisation: HERE }));
      await ledger.writer.rehearse(step(partnership, 'actieplanVaststellen'));
      await expect(ledger.writer.submit(step(partnership, 'actieplanVaststellen'))).rejects.toMatchObject({
        code: 'event-not-possible',
      });
      await ledger.writer.submit(step(partnership, 'beeindigen'));
      expect(ledger.activity()).toMatchObject({ accepted: 2, refused: 1, waiting: 0 });
    }));

  it('counts commits, and the work that shared them', () =>
    withLedger(async ({ ledger }) => {
      const before = ledger.activity();
      const begun = Array.from({ length: 5 }, () => ledger.writer.start(beginning({ organisation: HERE })));
      expect(ledger.activity().waiting).toBe(5);
      await Promise.all(begun);
      const { commits, work, waiting } = ledger.activity();
      expect([commits - before.commits, work - before.work, waiting]).toEqual([1, 5, 0]);
    }));
});
