import { all, change, first, sql, type Work } from '../database/work.js';

const ROLES = sql<{ role: string }>(
  'SELECT role FROM second_factor_rule WHERE organisation_id = @organisation ORDER BY role',
);
const CLEAR = sql('DELETE FROM second_factor_rule WHERE organisation_id = @organisation');
const ADD = sql('INSERT INTO second_factor_rule (organisation_id, role) VALUES (@organisation, @role)');
/** What a provider gave does not count: who signs in there is asked for a code there. */
const REQUIRED = sql<object>(
  `SELECT 1 FROM person p JOIN role_grant g ON g.person_id = p.id AND g.provider IS NULL
     JOIN second_factor_rule r ON r.organisation_id = p.organisation_id AND r.role = g.role
   WHERE p.id = @person`,
);

/** The roles of which an organisation requires a code beside the password. */
export function* rolesWithCode(organisation: string): Work<string[]> {
  return (yield* all(ROLES, { organisation })).map(({ role }) => role);
}

/** Requires it of these roles, and of no others. */
export function* requireOf(organisation: string, roles: readonly string[]): Work<void> {
  yield* change(CLEAR, { organisation });
  for (const role of new Set(roles)) yield* change(ADD, { organisation, role });
}

/** Whether a code is required of somebody who signs in with a password. */
export function* mustHaveCode(person: string): Work<boolean> {
  return (yield* first(REQUIRED, { person })) !== undefined;
}
