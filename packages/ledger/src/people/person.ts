import { isPersonRole, type PersonRole } from '@samenwerkt/access';
import { all, first, sql, type Work } from '../database/work.js';
import { NotFound } from '../errors.js';
import { PERSON } from './errors.js';
import { fromColumns } from './personal.js';

export type PersonState = 'invited' | 'active' | 'blocked';

/** Somebody who can sign in, for one organisation. */
export interface Person {
  readonly id: string;
  readonly organisation: string;
  readonly name: string;
  readonly email: string;
  readonly language: 'nl' | 'en';
  readonly state: PersonState;
  /** Of an opdrachtnemer: the supplier whose contracts are seen. */
  readonly supplier: string | null;
  /** Comes with the demo: signs in with one click, and has no password. */
  readonly demo: boolean;
  readonly createdAt: string;
  readonly roles: readonly Grant[];
}

/** That somebody has a role. */
interface Grant {
  readonly role: PersonRole;
  /** Id of the person who gave it, or of the program. */
  readonly grantedBy: string;
  readonly grantedAt: string;
}

/** A row of the table, without what signing in needs. */
interface PersonRow extends Omit<Person, 'demo' | 'roles'> {
  readonly demo: number;
}

const COLUMNS = `id, organisation_id AS "organisation", name, email, language, state, supplier_id AS "supplier", demo,
  created_at AS "createdAt"`;

const BY_ID = sql<PersonRow>(`SELECT ${COLUMNS} FROM person WHERE id = @id AND organisation_id = @organisation`);
const PAGE = sql<PersonRow>(
  `SELECT ${COLUMNS} FROM person WHERE organisation_id = @organisation AND id < @before ORDER BY id DESC LIMIT @limit`,
);
const GRANTS = sql<Omit<Grant, 'role'> & { role: string }>(
  `SELECT role, granted_by AS "grantedBy", granted_at AS "grantedAt" FROM role_grant WHERE person_id = @id ORDER BY role`,
);

/** Greater than every id. */
const LAST = '~';

/** @throws NotFound */
export function* personOf(organisation: string, id: string): Work<Person> {
  const row = yield* first(BY_ID, { id, organisation });
  if (!row) throw new NotFound(PERSON, id);
  return yield* whole(row);
}

/** One page, newest first. */
export function* pageOfPeople(organisation: string, limit: number, before = LAST): Work<Person[]> {
  const people: Person[] = [];
  for (const row of yield* all(PAGE, { organisation, limit, before })) people.push(yield* whole(row));
  return people;
}

function* whole(row: PersonRow): Work<Person> {
  return { ...row, ...fromColumns(row), demo: row.demo === 1, roles: yield* grantsOf(row.id) };
}

/** A role that the product no longer knows gives nothing. */
function* grantsOf(id: string): Work<Grant[]> {
  const grants = yield* all(GRANTS, { id });
  return grants.flatMap(({ role, ...grant }) => (isPersonRole(role) ? [{ role, ...grant }] : []));
}
