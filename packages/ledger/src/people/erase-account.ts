import { type Audit } from '../audit/audit.js';
import { forgetCalendarLabelsOf } from '../calendar/revoke-calendars.js';
import { all, change, sql, type Work } from '../database/work.js';
import { type Vault } from '../privacy/vault.js';
import { personOf, type Person } from './person.js';
import { mustBeYours, mustHaveOther, type ByWhom } from './person-rights.js';
import { erasedColumns, opened, type SealedPersonal } from './personal.js';
import { shutOut } from './shut-out.js';

/** What work on accounts needs beside the database. */
export interface AccountTools {
  readonly vault: Vault;
  readonly audit: Audit;
}

/** Whose account, by whom, why and when (instant). */
interface EraseAccount {
  readonly organisation: string;
  readonly id: string;
  readonly by: ByWhom;
  readonly reason: string;
  readonly at: string;
}

const LIVING = sql<SealedPersonal>(
  `SELECT p.id, p.name, p.email, k.wrapped FROM person p JOIN subject_key k ON k.id = p.id
   WHERE p.organisation_id = @organisation AND p.erased_at IS NULL ORDER BY p.id`,
);
/** What is about them alone goes; no row of it says anything that must be kept. */
const FORGET = [
  'account_letter',
  'one_time_link',
  'known_device',
  'session',
  'api_token',
  'sign_in_step',
  'person_totp',
  'recovery_code',
  'person_identity',
  'role_grant',
  'saved_view',
].map((table) => sql(`DELETE FROM ${table} WHERE person_id = @id`));
const ERASE = sql(
  `UPDATE person SET name = @name, email = @email, email_key = @emailKey, password_hash = NULL, supplier_id = NULL,
     state = 'blocked', erased_at = @at, erased_by = @by, erased_because = @reason
   WHERE id = @id`,
);

/** The accounts of an organisation that have this name, whatever its case; it opens them all. */
export function* accountsNamed(vault: Vault, organisation: string, name: string): Work<Person[]> {
  const people: Person[] = [];
  for (const row of yield* all(LIVING, { organisation })) {
    if (opened(vault, row)?.name.toLowerCase() === name.toLowerCase())
      people.push(yield* personOf(vault, organisation, row.id));
  }
  return people;
}

/** @throws LastAdministrator, RoleNotYours */
export function* mustBeErasable(organisation: string, people: readonly Person[], by: ByWhom): Work<void> {
  if (people.length === 0) return;
  mustBeYours(
    people.flatMap(({ roles }) => roles.map(({ role }) => role)),
    by,
  );
  yield* mustHaveOther(
    organisation,
    people.map(({ id }) => id),
  );
}

/** Destroys the key of an account, and ends every way in. That it may be done has been decided. */
export function* eraseAccount(
  { vault, audit }: AccountTools,
  { organisation, id, by, reason, at }: EraseAccount,
): Work<void> {
  const details = yield* shutOut(id, at);
  for (const statement of FORGET) yield* change(statement, { id });
  yield* forgetCalendarLabelsOf(vault, id);
  yield* vault.destroy(organisation, id);
  yield* change(ERASE, { ...erasedColumns(id), id, by: by.id, reason, at });
  const line = { organisation, actor: by.id, subject: { kind: 'person', id }, reason, details: { ...details } };
  yield* audit.record({ ...line, action: 'person.erased' });
}
