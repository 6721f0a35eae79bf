import { describe, expect, it } from '@jest/globals';
import { type Ledger } from '@samenwerkt/ledger';
import { DeliveryController } from './delivery.controller.js';

const noted: unknown[] = [];
const who = { organisation: 'o', actor: { id: 'a', roles: [] }, scope: { organisation: 'o' }, roles: [] };

/** A ledger in which the oldest that is late should have gone out two minutes ago. */
const ledger = {
  clock: () => '2026-11-22T12:02:00.000Z',
  audit: { note: async (line: unknown) => void noted.push(line) },
  reminders: { health: async () => ({ counts: { dead: 3 }, late: { count: 1, since: '2026-11-22T12:00:00.000Z' } }) },
} as unknown as Ledger;

const dispatcher = {
  health: async () => ({ lastScan: '2026-11-22T12:01:55.000Z' }),
  reconcile: async () => ({ offered: 2, requeued: 1, planned: 0 }),
};

describe('how delivery stands', () => {
  it('says what is late and for how long, and what the dispatcher tells of itself', async () => {
    expect(await new DeliveryController(ledger, dispatcher, null).health(who)).toMatchObject({
      counts: { dead: 3 },
      late: { count: 1, lagSeconds: 120 },
      dispatcher: { lastScan: '2026-11-22T12:01:55.000Z' },
    });
  });

  it('can be asked where nothing is sent; looking for what waits cannot, and the answer says what can', async () => {
    const controller = new DeliveryController(ledger, undefined, null);
    expect(await controller.health(who)).toMatchObject({ dispatcher: null });
    await expect(controller.reconcile(who)).rejects.toMatchObject({ code: 'dispatcher-absent', status: 503 });
  });

  it('is put right on request by the dispatcher, which is put on record', async () => {
    expect(await new DeliveryController(ledger, dispatcher, null).reconcile(who)).toEqual({
      offered: 2,
      requeued: 1,
      planned: 0,
    });
    expect(noted).toMatchObject([{ organisation: 'o', actor: 'a', action: 'delivery.reconciled' }]);
  });
});
