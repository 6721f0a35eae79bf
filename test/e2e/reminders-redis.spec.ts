import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type Dispatcher, type Queue } from '@samenwerkt/reminders';
import { startRedis, type Service } from '@samenwerkt/services';
import { inRedis, openOffice, recorder, states, tell, until, type Office } from '../support/dispatching.js';
import { redisDoes } from '../support/redis.js';

let office: Office;
let redis: Service;
let queues: Queue[] = [];
beforeEach(async () => {
  office = await openOffice();
  redis = await startRedis();
}, 120_000);
afterEach(async () => {
  await Promise.all(queues.map((queue) => queue.close()));
  queues = [];
  await redis.stop();
  await office.dispose();
});

function started(out = recorder()): { queue: Queue; dispatcher: Dispatcher } {
  const queue = inRedis(office, redis.url);
  queues.push(queue);
  const dispatcher = office.worker(queue, [out]);
  dispatcher.start();
  return { queue, dispatcher };
}

const isReady = (queue: Queue) => async () => (await queue.readiness()) === undefined;
const allSent = (count: number) => until(`${count} sent`, async () => (await states(office)).sent === count);

describe('a Redis that forgets everything', () => {
  it('is noticed: what had been queued and was not there any more is counted', async () => {
    const queue = inRedis(office, redis.url);
    queues.push(queue);
    const dispatcher = office.worker(queue, [recorder()]);
    await until('it answers', isReady(queue));
    const ids = await tell(office, 3);
    expect(await dispatcher.reconcile()).toEqual({ offered: ids.length, requeued: 0, planned: 0 });
    expect(await dispatcher.reconcile()).toEqual({ offered: 0, requeued: 0, planned: 0 });
    expect(await queue.depth()).toEqual({ waiting: ids.length, delayed: 0 });
    await redisDoes(redis.url, 'FLUSHALL');
    expect(await dispatcher.reconcile()).toEqual({ offered: ids.length, requeued: ids.length, planned: 0 });
    expect((await dispatcher.health()).lastReconciliation).toEqual({
      offered: ids.length,
      requeued: ids.length,
      planned: 0,
    });
  });
});

describe('a Redis that is down', () => {
  const port = () => Number(new URL(redis.url).port);

  it.each(['at the start', 'in the middle'])(
    '%s keeps no command waiting; all goes out once it is back',
    async (when) => {
      const out = recorder();
      if (when === 'at the start') await redis.stop();
      const { queue, dispatcher } = started(out);
      if (when === 'in the middle') {
        await until('it answers', isReady(queue));
        await redis.stop();
      }
      const ids = await tell(office, 3);
      expect(await dispatcher.scan()).toBeUndefined();
      const health = await dispatcher.health();
      expect(health).toMatchObject({
        trouble: { nl: expect.stringContaining('REDIS_URL') },
        depth: null,
        lastFailure: expect.stringContaining('Redis does not answer'),
      });
      expect(await states(office)).toMatchObject({ queued: ids.length });
      redis = await startRedis({ port: port() });
      await until('it answers', isReady(queue));
      await until('it scans', async () => (await dispatcher.scan()) !== undefined);
      await allSent(ids.length);
      expect(out.counts()).toEqual(ids.map(() => 1));
    },
  );

  it('does not keep a process from ending', async () => {
    const { queue, dispatcher } = started();
    await until('it answers', isReady(queue));
    await redis.stop();
    await dispatcher.close();
  });
});

describe('a Redis that throws work away when it is full', () => {
  it('is not ready, and the reason names what to do', async () => {
    const evicting = await startRedis({ maxmemoryPolicy: 'volatile-lru' });
    const queue = inRedis(office, evicting.url);
    queues.push(queue);
    await until('it answers', async () => (await queue.readiness())?.nl.includes('volatile-lru') === true);
    expect((await queue.readiness())?.en).toContain('CONFIG SET maxmemory-policy noeviction');
    await evicting.stop();
  });
});
