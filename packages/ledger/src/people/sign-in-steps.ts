import { secondsAfter } from '@samenwerkt/calendar';
import { change, first, sql, type Work } from '../database/work.js';
import { sha256 } from '../hashing.js';
import { SignInStepGone } from './errors.js';
import { newSecret } from './secret.js';

/** Who is between password and code. */
export interface SignInStep {
  readonly person: string;
  readonly organisation: string;
}

/** Seconds between password and code. */
const LASTS = 10 * 60;

const ADD = sql('INSERT INTO sign_in_step (hash, person_id, ends_at) VALUES (@hash, @person, @endsAt)');
const FIND = sql<SignInStep>(
  `SELECT p.id AS "person", p.organisation_id AS "organisation"
   FROM sign_in_step s JOIN person p ON p.id = s.person_id
   WHERE s.hash = @hash AND s.ends_at > @now AND p.state = 'active'`,
);
const END = sql('DELETE FROM sign_in_step WHERE person_id = @person');
const FORGET = sql('DELETE FROM sign_in_step WHERE ends_at < @now');

/** Opens one for somebody whose password was right. @returns its token */
export function* openStep(person: string, at: string): Work<string> {
  const { token, hash } = newSecret();
  yield* change(ADD, { hash, person, endsAt: secondsAfter(at, LASTS) });
  return token;
}

/** @throws SignInStepGone */
export function* stepOf(token: string, now: string): Work<SignInStep> {
  const found = yield* first(FIND, { hash: sha256(token), now });
  if (!found) throw new SignInStepGone();
  return found;
}

/** Ends all of a person: after a session was opened, or when what they were opened on is no longer so. */
export function* endSteps(person: string): Work<void> {
  yield* change(END, { person });
}

/** Throws away what has ended. */
export function* forgetSteps(now: string): Work<void> {
  yield* change(FORGET, { now });
}
