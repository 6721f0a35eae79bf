import { all, change, sql, type Work } from '../database/work.js';
import { type Vault } from '../privacy/vault.js';

const REVOKE = sql('UPDATE calendar_token SET revoked_at = @at WHERE made_by = @person AND revoked_at IS NULL');
const MADE_BY = sql<{ id: string; organisation: string }>(
  `SELECT id, organisation_id AS "organisation" FROM calendar_token WHERE made_by = @person`,
);

/** Withdraws every address of the calendar that somebody had asked for. @returns how many */
export function revokeCalendarsOf(person: string, at: string): Work<number> {
  return change(REVOKE, { person, at });
}

/** Makes what somebody called those addresses unreadable: most are called after themselves. */
export function* forgetCalendarLabelsOf(vault: Vault, person: string): Work<void> {
  for (const { id, organisation } of yield* all(MADE_BY, { person })) yield* vault.destroy(organisation, id);
}
