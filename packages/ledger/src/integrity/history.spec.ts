import { describe, expect, it } from '@jest/globals';
import { handOver, step, walked } from '../testing/partnerships.js';
import { ELSEWHERE, HERE, NOBODY, withLedger } from '../testing/workbench.js';

describe('a partnership as it stood on a day', () => {
  it.each([
    ['winter', '2026-01-15', '2026-01-15T22:59:59.999Z', '2026-01-15T23:00:00.000Z'],
    ['summer', '2026-07-15', '2026-07-15T21:59:59.999Z', '2026-07-15T22:00:00.000Z'],
    ['the day of 23 hours', '2026-03-29', '2026-03-29T21:59:59.999Z', '2026-03-29T22:00:00.000Z'],
    ['the day of 25 hours', '2026-10-25', '2026-10-25T22:59:59.999Z', '2026-10-25T23:00:00.000Z'],
  ])('has what happened up to local midnight, and nothing after it: %s', (_name, day, last, next) =>
    withLedger(async ({ ledger, time }) => {
      time.now = '2026-01-01T09:00:00.000Z';
      const { partnership } = await walked(ledger);
      time.now = last;
      await ledger.writer.submit(step(partnership, 'principebesluitNemen'));
      time.now = next;
      await ledger.writer.submit(step(partnership, 'voorbereidingAfronden'));
      const then = await ledger.histories.asOf(HERE, partnership, day);
      expect(then).toMatchObject({ version: 2, states: ['voorbereidendGesprek'] });
    }),
  );

  it('did not exist before it began', () =>
    withLedger(async ({ ledger, time }) => {
      time.now = '2026-01-14T23:00:00.000Z';
      const { partnership } = await walked(ledger);
      await expect(ledger.histories.asOf(HERE, partnership, '2026-01-14')).rejects.toMatchObject({
        code: 'not-yet-begun',
      });
      await expect(ledger.histories.asOf(HERE, partnership, '2026-01-15')).resolves.toMatchObject({ version: 1 });
    }));

  it('is today what it is now, to the letter', () =>
    withLedger(async ({ ledger }) => {
      const { partnership } = await walked(ledger, ['principebesluitNemen', 'voorbereidingAfronden']);
      const { partnership: now } = await ledger.partnerships.get(HERE, partnership);
      await expect(ledger.histories.asOf(HERE, partnership, '2026-03-02')).resolves.toEqual(now);
    }));

  it('is refused for a day that does not exist', () =>
    withLedger(async ({ ledger }) => {
      const { partnership } = await walked(ledger);
      await expect(ledger.histories.asOf(HERE, partnership, '2026-02-30')).rejects.toMatchObject({
        name: 'DateInvalid',
      });
    }));
});

describe('the events of a partnership', () => {
  it('come in pages, oldest first', () =>
    withLedger(async ({ ledger }) => {
      const { partnership } = await walked(ledger);
      await Promise.all(Array.from({ length: 11 }, () => ledger.writer.submit(handOver(partnership))));
      const { histories } = ledger;
      const sequences = async (after: number) =>
        (await histories.page(HERE, partnership, after, 5)).map(({ sequence }) => sequence);
      expect([await sequences(0), await sequences(5), await sequences(10), await sequences(12)]).toEqual([
        [1, 2, 3, 4, 5],
        [6, 7, 8, 9, 10],
        [11, 12],
        [],
      ]);
      expect((await histories.all(HERE, partnership)).map(({ sequence }) => sequence)).toEqual(
        Array.from({ length: 12 }, (_, i) => i + 1),
      );
    }));

  it('are there for its own organisation only', () =>
    withLedger(async ({ ledger }) => {
      const { partnership } = await walked(ledger);
      const { histories } = ledger;
      for (const [organisation, id] of [
        [ELSEWHERE, partnership],
        [HERE, NOBODY],
      ] as const) {
        await expect(histories.all(organisation, id)).rejects.toMatchObject({ code: 'not-found' });
        await expect(histories.page(organisation, id, 0, 10)).rejects.toMatchObject({ code: 'not-found' });
        await expect(histories.asOf(organisation, id, '2026-03-02')).rejects.toMatchObject({ code: 'not-found' });
      }
    }));
});
