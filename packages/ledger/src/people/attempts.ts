import { secondsAfter, secondsBetween } from '@samenwerkt/calendar';
import { change, first, lock, sql, type Work } from '../database/work.js';
import { sha256 } from '../hashing.js';
import { TooManyAttempts } from './errors.js';

/** Something that is counted: what fails under one name slows down only what comes under that name. */
export interface Limit {
  readonly key: string;
  /** Failures before there is any wait. */
  readonly free: number;
}

/** Seconds: the first wait, and the longest. Each is twice the one before. */
const FIRST_WAIT = 30;
const LONGEST_WAIT = 15 * 60;
/** Seconds without attempts after which a count begins anew. */
const FORGOTTEN = 24 * 3600;

const COUNT = sql<{ failures: number; blockedUntil: string; at: string }>(
  'SELECT failures, blocked_until AS "blockedUntil", at FROM sign_in_attempt WHERE key = @key',
);
const LOCK = sql('SELECT 1 FROM sign_in_attempt WHERE key = @key');
const PUT = sql(
  `INSERT INTO sign_in_attempt (key, failures, blocked_until, at) VALUES (@key, @failures, @blockedUntil, @now)
   ON CONFLICT (key) DO UPDATE SET failures = excluded.failures, blocked_until = excluded.blocked_until, at = excluded.at`,
);
const FORGIVE = sql(
  `UPDATE sign_in_attempt SET failures = CASE WHEN failures > @keep THEN failures - 1 ELSE @keep END, blocked_until = @now
   WHERE key = @key`,
);
const CLEAR = sql('DELETE FROM sign_in_attempt WHERE key = @key');
const FORGET = sql('DELETE FROM sign_in_attempt WHERE at < @before');

/** A limit on what is named by these words; who they are about cannot be read back. */
export function limit(kind: string, free: number, ...words: readonly string[]): Limit {
  return { key: `${kind}:${sha256(words.join('\n'))}`, free };
}

/**
 * Counts an attempt as failed before it is made, so that a thousand at once are a thousand; {@link forgive} takes that back.
 * What comes while it must wait is refused and not counted: waiting is never made longer by somebody who keeps trying.
 * @returns whether, when it fails, the first of the limits makes one wait from now on
 * @throws TooManyAttempts
 */
export function* reserve(limits: readonly Limit[], now: string): Work<boolean> {
  const counts = [];
  for (const { key, free } of limits) {
    yield* lock(LOCK, { key });
    const known = yield* first(COUNT, { key });
    if (known && known.blockedUntil > now)
      throw new TooManyAttempts(Math.ceil(secondsBetween(now, known.blockedUntil)));
    const failures = known && known.at > secondsAfter(now, -FORGOTTEN) ? known.failures + 1 : 1;
    counts.push({ key, failures, now, blockedUntil: secondsAfter(now, waitAfter(failures, free)) });
  }
  for (const count of counts) yield* change(PUT, count);
  return counts[0]?.failures === limits[0]?.free;
}

/** It went well after all. The first limit is cleared; of the others only this attempt is taken back. */
export function* forgive([own, ...shared]: readonly Limit[], now: string): Work<void> {
  if (own) yield* change(CLEAR, { key: own.key });
  for (const { key } of shared) yield* change(FORGIVE, { key, keep: 0, now });
}

/** Throws away counts that say nothing any more. */
export function* forgetAttempts(now: string): Work<void> {
  yield* change(FORGET, { before: secondsAfter(now, -FORGOTTEN) });
}

function waitAfter(failures: number, free: number): number {
  if (failures < free) return 0;
  return Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** Math.min(failures - free, 10));
}
