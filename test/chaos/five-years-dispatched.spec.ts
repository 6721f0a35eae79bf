import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Dispatcher } from '@samenwerkt/reminders';
import { startRedis, type Service } from '@samenwerkt/services';
import { inProcess, inRedis, openOffice, recorder, states, until, type Office } from '../support/dispatching.js';
import { BEFORE, livesFiveYears, type Sent } from '../support/five-years.js';
import { ORGANISATION } from '../support/simulation.js';

/** Every message is made and handed over, and every wake goes by way of the queue: fewer partnerships say as much. */
const CROWD = { monthly: 16, quarterly: 24 };
/** The clock leaps from one moment to the next, in some milliseconds: what Redis holds for a day is called for in one second. */
const CLOCK_SPEED = 24 * 3600;

let redis: Service;
let office: Office;
let dispatcher: Dispatcher | undefined;
beforeAll(async () => {
  redis = await startRedis();
}, 120_000);
afterAll(() => redis.stop());
beforeEach(async () => {
  office = await openOffice(BEFORE);
});
afterEach(async () => {
  await dispatcher?.close();
  await office.dispose();
});

describe.each([
  ['in this process', () => inProcess(office)],
  ['in Redis', () => inRedis(office, redis.url, 'years', { clockSpeed: CLOCK_SPEED })],
] as const)('five years of reminders that are dispatched by a queue %s', (_name, make) => {
  it(
    'go out once, on their moment, none a second early',
    async () => {
      const sent: Sent[] = [];
      const out = recorder(async ({ about }) => void sent.push({ ...about, at: office.time.now }));
      const queue = make();
      dispatcher = office.worker(queue, [out]);
      await until('the queue answers', async () => (await queue.readiness()) === undefined);
      dispatcher.start();
      const send = async () => {
        expect(await dispatcher?.scan()).toBeDefined();
        // In this order: what waits no longer when the first is read is at least being sent when the second is.
        await until('all that is due is out', async () => {
          const waiting = await office.ledger.dispatch.queueUntil(office.time.now);
          return waiting.length === 0 && (await states(office, ORGANISATION)).sending === 0;
        });
        return sent.splice(0);
      };
      await livesFiveYears({ ledger: office.ledger, time: office.time, send }, CROWD);
    },
    5 * 60_000,
  );
});
