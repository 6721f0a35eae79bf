import { secondsAfter } from '@samenwerkt/calendar';
import { type Audit } from '../audit/audit.js';
import { type Clock } from '../clock.js';
import { type Database } from '../database/database.js';
import { first, sql, type Work } from '../database/work.js';
import { UNKNOWN_ACTOR } from '../organisation.js';
import { CodeWrong } from './errors.js';
import { type Owner } from './totp.js';

/** What putting a lockout on record works with. */
interface LockoutTools {
  readonly database: Database;
  readonly audit: Audit;
  readonly clock: Clock;
}

/** Seconds in which one account has one line: whoever fails from many places at once must not fill the log. */
const PAUSE = 3600;

const RECENT = sql<object>(
  `SELECT 1 FROM audit_entry
   WHERE organisation_id = @organisation AND action = 'sign-in.locked' AND subject_id = @id AND at > @since`,
);

/** Whose account it is. */
interface Locked {
  readonly id: string;
  readonly organisation: string;
}

/**
 * Puts on record that from now on one must wait. Comes after the failure and not with the counting: an attempt is counted
 * before it is made, and it may have been right. An address of nobody costs a transaction too, so that the time does not say
 * who has an account. Nothing says from where: that is no business of who reads the log.
 */
export function noteLockout(
  { database, audit, clock }: LockoutTools,
  accounts: readonly Locked[],
  by: 'password' | 'code',
): Promise<void> {
  const since = secondsAfter(clock(), -PAUSE);
  return database.write(function* (): Work<void> {
    for (const { id, organisation } of accounts) {
      if (yield* first(RECENT, { id, organisation, since })) continue;
      const line = { organisation, actor: UNKNOWN_ACTOR, subject: { kind: 'person', id }, details: { by } };
      yield* audit.record({ ...line, action: 'sign-in.locked' });
    }
  });
}

/** What a last try with a code comes to; when the code was wrong, the lockout is put on record. @throws whatever the try throws */
export async function orNoteLockout<T>(
  tools: LockoutTools,
  { person: id, organisation }: Owner,
  tried: Promise<T>,
): Promise<T> {
  try {
    return await tried;
  } catch (error) {
    if (error instanceof CodeWrong) await noteLockout(tools, [{ id, organisation }], 'code');
    throw error;
  }
}
