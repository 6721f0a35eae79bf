import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ROLES } from '@samenwerkt/engine';
import { type Channel, type Dispatcher, type Queue } from '@samenwerkt/reminders';
import { startRedis, type Service } from '@samenwerkt/services';
import { CONTRACT } from '../support/client.js';
import { tamper } from '../support/database.js';
import {
  HERE,
  inProcess,
  inRedis,
  openOffice,
  recorder,
  states,
  tell,
  until,
  type Office,
} from '../support/dispatching.js';

const later = (now: string, seconds: number) => new Date(Date.parse(now) + seconds * 1000).toISOString();

let redis: Service;
beforeAll(async () => {
  redis = await startRedis();
}, 120_000);
afterAll(() => redis.stop());

let office: Office;
let queues: Queue[] = [];
let kind = 0;
beforeEach(async () => {
  office = await openOffice();
  kind++;
});
afterEach(async () => {
  await Promise.all(queues.map((queue) => queue.close()));
  queues = [];
  await office.dispose();
});

/** A process that dispatches, from now on. */
function started(queue: Queue, channel: Channel, ledger = office.ledger): Dispatcher {
  const dispatcher = office.worker(queue, [channel], ledger);
  dispatcher.start();
  return dispatcher;
}

/** Keeps a queue in mind, to be closed after the test. */
function kept(queue: Queue): Queue {
  queues.push(queue);
  return queue;
}

async function ready(queue: Queue): Promise<Queue> {
  await until('the queue answers', async () => (await queue.readiness()) === undefined);
  return queue;
}

const allSent = (count: number) => until(`${count} sent`, async () => (await states(office)).sent === count);

describe.each([
  ['in this process', () => kept(inProcess(office))],
  ['in Redis', () => kept(inRedis(office, redis.url, `mail${kind}`))],
] as const)('reminders with a queue %s', (_name, make) => {
  it('go out once each, with two processes that both look for work', async () => {
    const out = recorder();
    const ids = await tell(office, 20);
    const other = await office.again();
    const both = [started(await ready(make()), out), started(await ready(make()), out, other)];
    for (let i = 0; i < 3; i++) await Promise.all(both.map((dispatcher) => dispatcher.reconcile()));
    await allSent(ids.length);
    expect(out.counts()).toEqual(ids.map(() => 1));
  });

  it('go out once, however often they are called for', async () => {
    const out = recorder();
    const [id = ''] = await tell(office, 1);
    const dispatchers = [office.worker(make(), [out]), office.worker(make(), [out], await office.again())];
    await Promise.all(Array.from({ length: 10 }, (_, i) => dispatchers[i % 2]?.deliver(id)));
    await dispatchers[0]?.deliver(id);
    expect(out.counts()).toEqual([1]);
    expect((await office.ledger.reminders.get(HERE, id)).attempts).toMatchObject([{ outcome: 'sent' }]);
  });

  it('of which the worker died are taken back when its lease ends, and the second delivery is counted', async () => {
    const dead = recorder(() => new Promise(() => undefined));
    const [id = ''] = await tell(office, 1);
    const dying = office.worker(make(), [dead]);
    void dying.deliver(id);
    await until('it is being sent', async () => (await states(office)).sending === 1);
    const out = recorder();
    const alive = started(await ready(make()), out);
    await alive.reconcile();
    await until('the other one is sent', async () => (await states(office)).sent === 1);
    expect(await states(office)).toMatchObject({ sending: 1 });
    office.time.now = later(office.time.now, 121);
    await alive.reconcile();
    office.time.now = later(office.time.now, 61);
    await alive.reconcile();
    await until('all sent', async () => (await states(office)).sent === 2);
    const { attempts } = await office.ledger.reminders.get(HERE, id);
    expect(attempts.map(({ outcome }) => outcome)).toEqual(['lost', 'sent']);
    expect(out.counts()).toEqual([1, 1]);
  });

  it('that fail come back later each time, and stop for somebody to look at', async () => {
    let fails = true;
    const out = recorder(async () => {
      if (fails) throw new Error('kapot');
    });
    const [id = ''] = await tell(office, 1);
    const dispatcher = office.worker(make(), [out]);
    const waits: number[] = [];
    for (let tries = 1; tries <= 18; tries++) {
      await dispatcher.deliver(id);
      const { reminder } = await office.ledger.reminders.get(HERE, id);
      waits.push((Date.parse(reminder.nextTryAt) - Date.parse(office.time.now)) / 1000);
      office.time.now = reminder.nextTryAt;
    }
    expect(waits.slice(0, 4)).toEqual([45, 90, 180, 360]);
    expect((await office.ledger.reminders.get(HERE, id)).reminder).toMatchObject({ state: 'dead', tries: 18 });
    fails = false;
    await dispatcher.deliver(id);
    expect(out.taken).toEqual([]);
  });

  it('that were never planned are, by the first scan, and by that only', async () => {
    const contract = { ...CONTRACT, soort: 'dienst' } as const;
    const actor = { id: 'proef', roles: ROLES };
    await office.ledger.writer.start({
      organisation: HERE,
      actor,
      lifecycle: 'stappenplan-2020',
      pack: 'basis',
      contract,
    });
    const { items } = await office.ledger.reminders.page(HERE, {}, 100);
    await tamper(office.folder, 'DELETE FROM reminder');
    const dispatcher = office.worker(make(), [recorder()]);
    await until('it answers', async () => (await dispatcher.trouble()) === undefined);
    expect([items.length, (await dispatcher.reconcile()).planned]).toEqual([1, 1]);
    expect((await dispatcher.reconcile()).planned).toBe(0);
    expect((await states(office)).planned).toBe(1);
  });

  it('are looked for by one process at a time; when that stops, another goes on at once', async () => {
    const [first, second] = [office.worker(make(), [recorder()]), office.worker(make(), [recorder()])];
    await until('the first scans', async () => (await first.scan()) !== undefined);
    expect(await second.scan()).toBeUndefined();
    await first.close();
    await until('the second scans', async () => (await second.scan()) !== undefined);
    expect(await second.health()).toMatchObject({ scans: true, lastScanAt: office.time.now, lastFailure: null });
  });

  it('under way are finished before a process ends, and nothing new is begun', async () => {
    const ids = await tell(office, 1);
    let finish: () => void = () => undefined;
    const open = new Promise<void>((resolve) => (finish = resolve));
    const slow = recorder(() => open);
    const dispatcher = started(await ready(make()), slow);
    await dispatcher.reconcile();
    await until('they are being sent', async () => (await states(office)).sending === ids.length);
    const more = await tell(office, 1);
    const closing = dispatcher.close(60_000);
    finish();
    await closing;
    expect(await states(office)).toMatchObject({ sent: ids.length });
    expect(slow.taken).toHaveLength(ids.length);
    expect((await office.ledger.reminders.get(HERE, more[0] ?? '')).reminder.state).toBe('planned');
  });
});
