import { secondsBetween } from '@samenwerkt/calendar';
import { type Queue as BullQueue } from 'bullmq';
import { type Redis } from 'ioredis';
import { type Wake } from './queue.js';

/** Longest that a job waits in Redis, in milliseconds; further away it is offered again later. */
const LONGEST_DELAY = 24 * 3600 * 1000;

const KEEP_NOTHING = { attempts: 1, removeOnComplete: true, removeOnFail: true } as const;

/** `late`: only under the name of a moment that has come by now. The job is added, and nothing was lost. */
type Presence = 'there' | 'late' | 'missing';

/** Whether each has a job already, in one round trip. */
export async function inQueue(
  redis: Redis,
  queue: BullQueue,
  waiting: readonly Wake[],
  now: string,
): Promise<Presence[]> {
  if (waiting.length === 0) return [];
  const pipeline = redis.pipeline();
  for (const wake of waiting) {
    pipeline.exists(queue.toKey(nameOf(wake, now)));
    pipeline.exists(queue.toKey(nameAhead(wake)));
  }
  const answers = (await pipeline.exec()) ?? [];
  return waiting.map((_, i) => {
    const [named, ahead] = [answers[2 * i], answers[2 * i + 1]].map((answer) => answer?.[1] === 1);
    return named ? 'there' : ahead ? 'late' : 'missing';
  });
}

/** The clock by which jobs wait: what it says, and how many times faster than the one of Redis it runs. */
interface JobClock {
  readonly now: string;
  readonly clockSpeed: number;
}

/** Adds a job for each, with an id of the reminder and nothing about people. */
export async function addJobs(
  queue: BullQueue,
  waiting: readonly Wake[],
  { now, clockSpeed }: JobClock,
): Promise<void> {
  if (waiting.length === 0) return;
  await queue.addBulk(
    waiting.map((wake) => ({
      name: 'reminder',
      data: { id: wake.id },
      opts: { ...KEEP_NOTHING, jobId: nameOf(wake, now), delay: Math.ceil(delayOf(wake, now) / clockSpeed) },
    })),
  );
}

function delayOf({ nextTryAt }: Wake, now: string): number {
  return Math.min(LONGEST_DELAY, Math.max(0, Math.ceil(secondsBetween(now, nextTryAt) * 1000)));
}

/**
 * One name for each try, and another one once its moment has come: a job that waits for a moment in Redis may be stuck
 * there, or wait by another clock, and a second job under the same name would be ignored.
 */
function nameOf(wake: Wake, now: string): string {
  return wake.nextTryAt <= now ? `${wake.id}_${wake.attempts}_now` : nameAhead(wake);
}

/** Without `:`, which BullMQ keeps for itself. */
function nameAhead({ id, attempts, nextTryAt }: Wake): string {
  return `${id}_${attempts}_${nextTryAt.replace(/\W/g, '')}`;
}
