import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { secondsAfter } from '@samenwerkt/calendar';
import { type Dispatcher, type Queue } from '@samenwerkt/reminders';
import { startRedis, type Service } from '@samenwerkt/services';
import {
  chance,
  HERE,
  inRedis,
  openOffice,
  postpone,
  recorder,
  states,
  tell,
  until,
  type Office,
} from '../support/dispatching.js';
import { redisDoes } from '../support/redis.js';

const seed = Number(process.env.CHAOS_SEED ?? Date.now() % 2 ** 31);
const random = chance(seed);
const upTo = (most: number) => Math.floor(random() * most);

let office: Office;
let redis: Service;
let crew: Dispatcher[];
/** When each reminder may go out, as the test knows it. */
let due: Map<string, string>;
/** By the clock of the office, for every message in the order in which they came. */
let came: { readonly id: string; readonly at: string }[];
beforeEach(async () => {
  office = await openOffice();
  redis = await startRedis();
  [crew, due, came] = [[], new Map(), []];
}, 120_000);
afterEach(async () => {
  await Promise.all(crew.map((one) => one.close()));
  await redis.stop();
  await office.dispose();
});

/** One more process that dispatches, with connections of its own. */
async function employ(): Promise<{ queue: Queue; dispatcher: Dispatcher }> {
  const channel = recorder(async ({ about }) => {
    came.push({ id: about.reminderId, at: office.time.now });
    await pause(upTo(20));
  });
  const queue = inRedis(office, redis.url);
  const dispatcher = office.worker(queue, [channel], await office.again());
  crew.push(dispatcher);
  await until('Redis answers', async () => (await queue.readiness()) === undefined);
  return { queue, dispatcher };
}

/** Two workers, both at work. */
async function bothAtWork(): Promise<Dispatcher[]> {
  const both = [(await employ()).dispatcher, (await employ()).dispatcher];
  for (const dispatcher of both) dispatcher.start();
  return both;
}

/** Reminders that are due at moments in the seconds to come. */
async function planned(times: number, seconds: number): Promise<void> {
  for (const id of await tell(office, times)) {
    const dueAt = secondsAfter(office.time.now, 1 + upTo(seconds - 1));
    await postpone(office, [id], dueAt);
    due.set(id, dueAt);
  }
}

/** Commands of users, each with reminders that are due at once. @returns how many reminders */
async function commands(times: number): Promise<number> {
  const ids = await tell(office, times);
  for (const id of ids) due.set(id, office.time.now);
  return ids.length;
}

/** All that is due went out: each once, none before its moment, in one attempt. */
async function allOnce(): Promise<void> {
  await until('all are sent', async () => (await states(office)).sent === due.size);
  expect(came.map(({ id }) => id).sort()).toEqual([...due.keys()].sort());
  expect(came.filter(({ id, at }) => at < (due.get(id) ?? ''))).toEqual([]);
  for (const id of due.keys()) {
    const { attempts } = await office.ledger.reminders.get(HERE, id);
    expect(attempts.map(({ outcome }) => outcome)).toEqual(['sent']);
  }
}

describe(`a Redis that forgets everything, again and again (CHAOS_SEED=${seed})`, () => {
  const ROUNDS = 16;
  /** Of simulated time; far less than the lease of a delivery. */
  const SECONDS = 15;

  it('while commands come in, two workers send and both scan loses nothing and sends nothing twice', async () => {
    await planned(20, ROUNDS * SECONDS);
    const both = await bothAtWork();
    const rebuilt: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const scans = both.map(async (dispatcher) => {
        await pause(upTo(30));
        rebuilt.push((await dispatcher.scan())?.requeued ?? 0);
      });
      const flush = pause(upTo(60)).then(() => redisDoes(redis.url, 'FLUSHALL'));
      await Promise.all([commands(1 + upTo(3)), ...scans, flush]);
      office.time.now = secondsAfter(office.time.now, SECONDS);
    }
    await until('somebody scans', async () => {
      const done = await Promise.all(both.map((dispatcher) => dispatcher.scan()));
      rebuilt.push(...done.map((one) => one?.requeued ?? 0));
      return done.some((one) => one !== undefined);
    });
    await allOnce();
    const total = rebuilt.reduce((sum, count) => sum + count);
    console.log(`${due.size} reminders, ${ROUNDS} times forgotten, ${total} put back, seed ${seed}`);
    // What was planned ahead is in Redis from the first scan on, and every flush takes it.
    expect(total).toBeGreaterThan(0);
  });
});

describe(`a Redis that is away for an hour (CHAOS_SEED=${seed})`, () => {
  const HOUR = 3600;
  const comeBackEmpty = async () => {
    redis = await startRedis({ port: Number(new URL(redis.url).port) });
  };
  const goAway = [
    ['stopped', () => redis.stop(), comeBackEmpty],
    [
      'hanging with its connections open, and then killed',
      async () => void redis.process.kill('SIGSTOP'),
      async () => {
        const gone = once(redis.process, 'exit');
        redis.process.kill('SIGKILL');
        await gone;
        await redis.stop();
        await comeBackEmpty();
      },
    ],
  ] as const;

  it.each(goAway)('%s, holds up no command; back and empty, everything goes out', async (_how, leave, back) => {
    await planned(15, HOUR);
    const both = await bothAtWork();
    await until('all wait in Redis', async () => (await scanned(both))?.offered === due.size);
    await leave();
    for (const quarter of [1, 2, 3, 4]) {
      // Each of these settles while Redis is away: who waited for it would wait for ever.
      await commands(3);
      office.time.now = secondsAfter(office.time.now, HOUR / 4);
      if (quarter % 2 === 0) expect(await scanned(both)).toBeUndefined();
    }
    expect(came).toEqual([]);
    expect(await states(office)).toMatchObject({ queued: due.size });
    expect((await office.ledger.dispatch.late()).count).toBe(due.size);
    await back();
    // Nobody asks for a scan here: who has Redis back looks at once. All had been queued, and was not there any more.
    await allOnce();
    const reports = await Promise.all(both.map((dispatcher) => dispatcher.health()));
    expect(reports.map(({ lastReconciliation }) => lastReconciliation?.requeued)).toContain(due.size);
  });

  /** One scan, by whichever of them has the lease. */
  async function scanned(both: readonly Dispatcher[]) {
    for (const dispatcher of both) {
      const done = await dispatcher.scan();
      if (done) return done;
    }
    return undefined;
  }
});

describe('one reminder with ten jobs in Redis', () => {
  it('goes out once, however two workers share them', async () => {
    const [first, second] = [await employ(), await employ()];
    expect(await commands(1)).toBe(2);
    for (const [id, nextTryAt] of due) {
      // A job is named after the attempts so far: these are ten of the same reminder.
      const jobs = Array.from({ length: 10 }, (_, attempts) => ({ id, nextTryAt, attempts }));
      expect(await first.queue.offer(jobs)).toHaveLength(10);
    }
    expect(await first.queue.depth()).toEqual({ waiting: 20, delayed: 0 });
    for (const { dispatcher } of [first, second]) dispatcher.start();
    await until('no job is left', async () => (await second.queue.depth()).waiting === 0);
    await allOnce();
  });
});
