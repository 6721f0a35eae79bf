import { revokeCalendarsOf } from '../calendar/revoke-calendars.js';
import { change, sql, type Work } from '../database/work.js';
import { endEverything } from './sessions.js';
import { endSteps } from './sign-in-steps.js';

/** What somebody had that lets in without asking who it is, and has no more. */
interface ShutOut {
  readonly apiTokens: number;
  /** Addresses of the calendar that they had asked for. */
  readonly calendarTokens: number;
}

const REVOKE_TOKENS = sql('UPDATE api_token SET revoked_at = @at WHERE person_id = @person AND revoked_at IS NULL');
const USE_LINKS = sql('UPDATE one_time_link SET used_at = @at WHERE person_id = @person AND used_at IS NULL');

/** Ends every way in that somebody has, for good: whoever is let in again later signs in, and asks for new ones. */
export function* shutOut(person: string, at: string): Work<ShutOut> {
  yield* endSteps(person);
  yield* endEverything(person, at);
  yield* change(USE_LINKS, { person, at });
  const apiTokens = yield* change(REVOKE_TOKENS, { person, at });
  return { apiTokens, calendarTokens: yield* revokeCalendarsOf(person, at) };
}
