import { change, sql, type Work } from '../database/work.js';

const REVOKE = sql('UPDATE calendar_token SET revoked_at = @at WHERE made_by = @person AND revoked_at IS NULL');

/** Withdraws every address of the calendar that somebody had asked for. @returns how many */
export function revokeCalendarsOf(person: string, at: string): Work<number> {
  return change(REVOKE, { person, at });
}
