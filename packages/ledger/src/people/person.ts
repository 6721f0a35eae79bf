import { isPersonRole, type PersonRole } from '@samenwerkt/access';
import { all, first, sql, type Work } from '../database/work.js';
import { NotFound } from '../errors.js';
import { ERASED } from '../privacy/data-subjects.js';
import { type Vault } from '../privacy/vault.js';
import { PERSON } from './errors.js';
import { opened, type SealedPersonal } from './personal.js';

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
interface PersonRow extends Omit<Person, 'demo' | 'roles'>, SealedPersonal {
  readonly demo: number;
}

/** Whoever is erased is in no list, and is not found. */
const PEOPLE = `SELECT p.id, p.organisation_id AS "organisation", p.name, p.email, p.language, p.state,
    p.supplier_id AS "supplier", p.demo, p.created_at AS "createdAt", k.wrapped
  FROM person p JOIN subject_key k ON k.id = p.id
  WHERE p.organisation_id = @organisation AND p.erased_at IS NULL`;

const BY_ID = sql<PersonRow>(`${PEOPLE} AND p.id = @id`);
const PAGE = sql<PersonRow>(`${PEOPLE} AND p.id < @before ORDER BY p.id DESC LIMIT @limit`);
const GRANTS = sql<Omit<Grant, 'role'> & { role: string }>(
  `SELECT role, granted_by AS "grantedBy", granted_at AS "grantedAt" FROM role_grant WHERE person_id = @id ORDER BY role`,
);

/** Greater than every id. */
const LAST = '~';

/** @throws NotFound */
export function* personOf(vault: Vault, organisation: string, id: string): Work<Person> {
  const row = yield* first(BY_ID, { id, organisation });
  if (!row) throw new NotFound(PERSON, id);
  return yield* whole(vault, row);
}

/** One page, newest first. */
export function* pageOfPeople(vault: Vault, organisation: string, limit: number, before = LAST): Work<Person[]> {
  const people: Person[] = [];
  for (const row of yield* all(PAGE, { organisation, limit, before })) people.push(yield* whole(vault, row));
  return people;
}

function* whole(vault: Vault, { wrapped, ...row }: PersonRow): Work<Person> {
  const personal = opened(vault, { ...row, wrapped }) ?? { name: ERASED.nl, email: '' };
  return { ...row, ...personal, demo: row.demo === 1, roles: yield* grantsOf(row.id) };
}

/** A role that the product no longer knows gives nothing. */
function* grantsOf(id: string): Work<Grant[]> {
  const grants = yield* all(GRANTS, { id });
  return grants.flatMap(({ role, ...grant }) => (isPersonRole(role) ? [{ role, ...grant }] : []));
}
