import { setImmediate as breath } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { secondsAfter } from '@samenwerkt/calendar';
import { systemTimers, type Dispatcher, type Queue } from '@samenwerkt/reminders';
import { startRedis, type Service } from '@samenwerkt/services';
import {
  inProcess,
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

const HOUR = 3600;
const DAY = 24 * HOUR;
const JUMPS = [
  ['an hour', HOUR],
  ['a day', DAY],
  ['a year', 365 * DAY],
] as const;

const PACE = { atOnce: 3, perSecond: 4 };
/** So slow that for Redis the second in which deliveries are counted does not end by itself during a test. */
const STANDING = 1 / HOUR;

let redis: Service;
beforeAll(async () => {
  redis = await startRedis();
}, 120_000);
afterAll(() => redis.stop());

let office: Office;
let out: ReturnType<typeof recorder>;
/** By the clock of the office, for every message. */
let came: string[];
let crew: { readonly queue: Queue; readonly dispatcher: Dispatcher }[];
let kind = 0;
beforeEach(async () => {
  office = await openOffice();
  [came, crew] = [[], []];
  out = recorder(async () => void came.push(office.time.now));
  kind++;
});
afterEach(async () => {
  await closeAll();
  await office.dispose();
});

async function employ(queue: Queue): Promise<void> {
  const dispatcher = office.worker(queue, [out]);
  dispatcher.start();
  crew.push({ queue, dispatcher });
  await until('the queue answers', async () => (await queue.readiness()) === undefined);
}

async function closeAll(): Promise<void> {
  await Promise.all(crew.splice(0).map(({ dispatcher }) => dispatcher.close()));
}

/** Whoever has the lease scans; a clock that jumped leaves it with who had it, or frees it. */
async function scan(): Promise<void> {
  await until('somebody scans', async () => {
    for (const { dispatcher } of crew) if (await dispatcher.scan()) return true;
    return false;
  });
}

/** A queue under test: how to put it to work, and how its next second begins, without waiting for one. */
interface Kind {
  open(): Promise<void>;
  nextSecond(): Promise<void>;
}

function ofThisProcess(): Kind {
  let second: () => void;
  const timers = {
    ...systemTimers,
    every: (_milliseconds: number, act: () => void) => ((second = act), () => undefined),
  };
  return {
    open: () => employ(inProcess(office, { timers, pace: PACE })),
    nextSecond: async () => second(),
  };
}

/** Two workers: the pace is one for both. */
function ofRedis(): Kind {
  const name = `mail${kind}`;
  const open = async () => {
    for (let i = 0; i < 2; i++) await employ(inRedis(office, redis.url, name, { pace: PACE, clockSpeed: STANDING }));
  };
  return {
    open,
    nextSecond: async () => {
      // A worker that has had enough sleeps; a new one asks at once.
      await closeAll();
      await redisDoes(redis.url, `DEL bull:${name}:limiter`);
      await open();
    },
  };
}

/** Lets this second have all that it takes, and shows that it takes no more. @returns how many went out in it */
async function rest(before: number, expected: number): Promise<number> {
  const out = async () => ((await states(office)).sent ?? 0) - before;
  await until(`${expected} more went out`, async () => {
    await scan();
    return (await out()) >= expected;
  });
  // Every reason to call for more: the scan offers what waits, and whoever is free asks.
  for (let i = 0; i < 3; i++) {
    await scan();
    await breath();
  }
  return out();
}

describe.each([
  ['in this process', ofThisProcess],
  ['in Redis, with two workers', ofRedis],
] as const)('a clock that jumps, with a queue %s:', (_name, make) => {
  it.each(JUMPS)(
    '%s ahead and back, nothing goes out early, nothing twice, and no storm breaks loose',
    async (_length, jump) => {
      const { open, nextSecond } = make();
      const start = office.time.now;
      const dueAt = secondsAfter(start, jump);
      const ids = await tell(office, 5);
      await postpone(office, ids, dueAt);
      await open();
      const standAt = (seconds: number) => (office.time.now = secondsAfter(start, seconds));
      for (const seconds of [0, jump - 1, -jump, 0]) {
        standAt(seconds);
        await nextSecond();
        expect(await rest(0, 0)).toBe(0);
      }
      standAt(jump);
      await nextSecond();
      expect(await rest(0, PACE.perSecond)).toBe(PACE.perSecond);
      // Back in the middle of it: what has not gone out yet waits for its moment again.
      standAt(0);
      for (let i = 0; i < 3; i++) {
        await nextSecond();
        expect(await rest(PACE.perSecond, 0)).toBe(0);
      }
      standAt(2 * jump);
      for (let sent = PACE.perSecond; sent < ids.length; sent += PACE.perSecond) {
        const most = Math.min(PACE.perSecond, ids.length - sent);
        await nextSecond();
        expect(await rest(sent, most)).toBe(most);
      }
      for (const seconds of [-jump, 3 * jump]) {
        standAt(seconds);
        await nextSecond();
        expect(await rest(ids.length, 0)).toBe(0);
      }
      expect(out.counts()).toEqual(ids.map(() => 1));
      expect(came.filter((at) => at < dueAt)).toEqual([]);
    },
  );
});
