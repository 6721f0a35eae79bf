import { type PersonRole } from '@samenwerkt/access';
import { type Text } from '@samenwerkt/engine';
import { v7 as uuid } from 'uuid';
import { type Audit } from '../audit/audit.js';
import { type Clock } from '../clock.js';
import { type Database } from '../database/database.js';
import { all, change, first, lock, sql, type Work } from '../database/work.js';
import { AlreadyExists, NotFound } from '../errors.js';
import { ERASED } from '../privacy/data-subjects.js';
import { mustBeReason } from '../privacy/reason.js';
import { type Vault } from '../privacy/vault.js';
import { eraseAccount, mustBeErasable, type AccountTools } from './erase-account.js';
import { PERSON, PersonBlocked } from './errors.js';
import { writeLetter } from './letters.js';
import { pageOfPeople, personOf, type Person } from './person.js';
import { mustBePerson, mustBeRoles, type PersonFields } from './person-checks.js';
import { mustBeYours, mustHaveOther, type ByWhom } from './person-rights.js';
import { emailIndex, opened, sealed, type SealedPersonal } from './personal.js';
import { endEverything } from './sessions.js';
import { shutOut } from './shut-out.js';

/** What changes about somebody; what is left out stays. */
export interface PersonChange {
  readonly roles?: readonly string[] | undefined;
  /** Id of a supplier; goes with roles. */
  readonly supplier?: string | undefined;
  readonly blocked?: boolean | undefined;
}

const KNOWN = sql<{ id: string }>(
  'SELECT id FROM person WHERE organisation_id = @organisation AND email_key = @emailKey',
);
const LOCK = sql('SELECT 1 FROM organisation WHERE id = @organisation');
const ADD = sql(
  `INSERT INTO person (id, organisation_id, name, email, email_key, sealed, language, state, supplier_id, demo, created_at)
   VALUES (@id, @organisation, @name, @email, @emailKey, 1, @language, @state, @supplier, @demo, @at)`,
);
const GRANT = sql(
  `INSERT INTO role_grant (person_id, role, granted_by, granted_at) VALUES (@id, @role, @by, @at)
   ON CONFLICT (person_id, role) DO NOTHING`,
);
const TAKE = sql('DELETE FROM role_grant WHERE person_id = @id AND role = @role');
const SET_SUPPLIER = sql('UPDATE person SET supplier_id = @supplier WHERE id = @id');
const SET_STATE = sql('UPDATE person SET state = @state WHERE id = @id');
const CAN_SIGN_IN = sql<object>(
  `SELECT 1 FROM person p WHERE p.id = @id AND (p.password_hash IS NOT NULL OR p.demo = 1
     OR EXISTS (SELECT 1 FROM person_identity i WHERE i.person_id = p.id))`,
);
const HAS_SUPPLIER = sql<object>('SELECT 1 FROM supplier WHERE id = @supplier AND organisation_id = @organisation');
const NAME = sql<SealedPersonal>(
  `SELECT p.id, p.name, p.email, k.wrapped FROM person p LEFT JOIN subject_key k ON k.id = p.id
   WHERE p.id = @id AND p.organisation_id = @organisation`,
);
const DEMO = sql<{ id: string; organisation: string }>(
  `SELECT p.id, p.organisation_id AS organisation FROM person p JOIN role_grant g ON g.person_id = p.id
   WHERE p.demo = 1 AND p.state = 'active' AND g.role = @role`,
);
const ANY_DEMO = sql<object>('SELECT 1 FROM person WHERE demo = 1');
const ANYBODY = sql<object>('SELECT 1 FROM person WHERE erased_at IS NULL');

interface Parts {
  readonly database: Database;
  readonly vault: Vault;
  readonly audit: Audit;
  readonly clock: Clock;
}

/** The people of each organisation, and their roles. */
export class People {
  private readonly database: Database;

  constructor(private readonly parts: Parts) {
    this.database = parts.database;
  }

  /** Adds somebody, and writes the letter with which they choose a password. @throws DataInvalid, AlreadyExists, NotFound, RoleNotYours */
  async invite(organisation: string, fields: PersonFields, by: ByWhom): Promise<Person> {
    mustBePerson(fields);
    const { audit, vault, clock } = this.parts;
    const at = clock();
    return this.database.write(function* () {
      return yield* invited({ vault, audit }, organisation, fields, { by, at });
    });
  }

  /** Adds people of the demo: active, without a password, to be taken on with one click. Who is there already stays as is. */
  async addDemo(organisation: string, people: readonly PersonFields[], by: ByWhom): Promise<void> {
    const { vault, audit, clock } = this.parts;
    const at = clock();
    for (const person of people) mustBePerson(person);
    await this.database.write(function* () {
      for (const person of people) {
        if (yield* first(KNOWN, { organisation, emailKey: emailIndex(vault, person.email) })) continue;
        const id = yield* added(vault, organisation, person, { by, at, state: 'active', demo: true });
        const details = { roles: [...new Set(person.roles)] };
        yield* audit.record({ ...lineAbout(organisation, id, by), action: 'person.added', details });
      }
    });
  }

  /** Writes one more invitation, for a link that was lost or expired. @throws NotFound, PersonBlocked */
  async inviteAgain(organisation: string, id: string, by: Pick<ByWhom, 'id'>): Promise<void> {
    const { vault, audit, clock } = this.parts;
    const at = clock();
    await this.database.write(function* () {
      const { state } = yield* personOf(vault, organisation, id);
      if (state === 'blocked') throw new PersonBlocked();
      yield* writeLetter(id, 'invitation', at);
      yield* audit.record({ ...lineAbout(organisation, id, by), action: 'person.invited-again' });
    });
  }

  /**
   * Changes roles or blocks. Whoever was signed in must sign in again, so that no session outlives what it was opened for.
   * @throws NotFound, DataInvalid, LastAdministrator, RoleNotYours
   */
  async change(organisation: string, id: string, wanted: PersonChange, by: ByWhom): Promise<Person> {
    const { audit, vault, clock } = this.parts;
    const at = clock();
    return this.database.write(function* () {
      yield* lock(LOCK, { organisation });
      const before = yield* personOf(vault, organisation, id);
      const had = before.roles.map(({ role }) => role);
      const roles = wanted.roles ?? had;
      const supplier = wanted.roles ? wanted.supplier : (before.supplier ?? undefined);
      mustBeRoles(roles, supplier !== undefined);
      yield* mustOwnSupplier(organisation, supplier);
      const changed = [...new Set([...had, ...roles])].filter((role) => had.includes(role) !== roles.includes(role));
      const blocked = wanted.blocked ?? before.state === 'blocked';
      const stateChanges = blocked !== (before.state === 'blocked');
      mustBeYours(stateChanges ? [...changed, ...had] : changed, by);
      if (had.includes('beheerder') && before.state === 'active' && (blocked || !roles.includes('beheerder')))
        yield* mustHaveOther(organisation, [id]);
      for (const role of changed) {
        if (roles.includes(role)) yield* change(GRANT, { id, role, by: by.id, at });
        else yield* change(TAKE, { id, role });
      }
      yield* change(SET_SUPPLIER, { id, supplier: supplier ?? null });
      if (stateChanges) yield* change(SET_STATE, { id, state: blocked ? 'blocked' : yield* stateOf(id) });
      if (changed.length > 0 || stateChanges || supplier !== (before.supplier ?? undefined)) {
        const ended = stateChanges && blocked ? yield* shutOut(id, at) : undefined;
        if (!ended) yield* endEverything(id, at);
        const granted = changed.filter((role) => roles.includes(role));
        const withdrawn = changed.filter((role) => !roles.includes(role));
        const details = {
          granted,
          withdrawn,
          ...(stateChanges ? { blocked } : {}),
          ...ended,
          supplier: supplier ?? null,
        };
        yield* audit.record({ ...lineAbout(organisation, id, by), action: 'person.changed', details });
      }
      return yield* personOf(vault, organisation, id);
    });
  }

  /**
   * Erases an account: its key is destroyed, so that name and address are gone wherever they stand, and every way in ends at
   * once. What they did stays on record under their id. Cannot be undone. Where histories name them is for
   * {@link SubjectRights.erase}, which erases the accounts of that name as well.
   * @throws NotFound, DataInvalid, LastAdministrator, RoleNotYours
   */
  async erase(organisation: string, id: string, reason: string, by: ByWhom): Promise<void> {
    mustBeReason(reason);
    const { parts } = this;
    const at = parts.clock();
    await this.database.write(function* () {
      yield* lock(LOCK, { organisation });
      yield* mustBeErasable(organisation, [yield* personOf(parts.vault, organisation, id)], by);
      yield* eraseAccount(parts, { organisation, id, by, reason, at });
    });
  }

  /** @throws NotFound */
  get(organisation: string, id: string): Promise<Person> {
    return this.database.read(() => personOf(this.parts.vault, organisation, id));
  }

  /** Somebody by the address they sign in with. @throws NotFound */
  byEmail(organisation: string, email: string): Promise<Person> {
    const { vault } = this.parts;
    return this.database.read(function* () {
      const found = yield* first(KNOWN, { organisation, emailKey: emailIndex(vault, email) });
      if (!found) throw new NotFound(PERSON, email);
      return yield* personOf(vault, organisation, found.id);
    });
  }

  /** One page, newest first. @param before id of the last one of the page before */
  page(organisation: string, limit: number, before?: string): Promise<Person[]> {
    return this.database.read(() => pageOfPeople(this.parts.vault, organisation, limit, before));
  }

  /** Names by id; ids of nobody here are left out, and who was erased is called so. */
  names(
    organisation: string,
    ids: readonly string[],
    language: keyof Text = 'nl',
  ): Promise<ReadonlyMap<string, string>> {
    const { vault } = this.parts;
    return this.database.read(function* () {
      const names = new Map<string, string>();
      for (const id of new Set(ids)) {
        const row = yield* first(NAME, { id, organisation });
        if (row) names.set(id, opened(vault, row)?.name ?? ERASED[language]);
      }
      return names;
    });
  }

  /** The demo account with this role. @throws NotFound */
  async demo(role: PersonRole): Promise<{ readonly id: string; readonly organisation: string }> {
    const [found] = await this.database.read(() => all(DEMO, { role }));
    if (!found) throw new NotFound({ nl: 'demo-account met de rol', en: 'demo account with the role' }, role);
    return found;
  }

  /** Whether there are accounts that anybody can take on. */
  async hasDemo(): Promise<boolean> {
    return (await this.database.read(() => first(ANY_DEMO))) !== undefined;
  }

  /** Whether anybody can ever sign in. */
  async isEmpty(): Promise<boolean> {
    return (await this.database.read(() => first(ANYBODY))) === undefined;
  }
}

/** Adds somebody with a letter, in the transaction of what it is about; the fields have been checked. */
export function* invited(
  { vault, audit }: AccountTools,
  organisation: string,
  fields: PersonFields,
  { by, at }: { readonly by: ByWhom; readonly at: string },
): Work<Person> {
  const id = yield* added(vault, organisation, fields, { by, at, state: 'invited', demo: false });
  yield* writeLetter(id, 'invitation', at);
  const details = { roles: [...new Set(fields.roles)] };
  yield* audit.record({ ...lineAbout(organisation, id, by), action: 'person.invited', details });
  return yield* personOf(vault, organisation, id);
}

interface Adding {
  readonly by: ByWhom;
  readonly at: string;
  readonly state: 'invited' | 'active';
  readonly demo: boolean;
}

function* added(
  vault: Vault,
  organisation: string,
  fields: PersonFields,
  { by, at, state, demo }: Adding,
): Work<string> {
  const { language, roles, supplier, email } = fields;
  if (yield* first(KNOWN, { organisation, emailKey: emailIndex(vault, email) }))
    throw new AlreadyExists(PERSON, email.trim());
  yield* mustOwnSupplier(organisation, supplier);
  mustBeYours(roles, by);
  const id = uuid();
  yield* change(ADD, {
    ...(yield* sealed(vault, { organisation, id }, fields)),
    ...{ id, organisation, language, state, at },
    supplier: supplier ?? null,
    demo: demo ? 1 : 0,
  });
  for (const role of new Set(roles)) yield* change(GRANT, { id, role, by: by.id, at });
  return id;
}

function* mustOwnSupplier(organisation: string, supplier: string | undefined): Work<void> {
  if (supplier !== undefined && !(yield* first(HAS_SUPPLIER, { supplier, organisation })))
    throw new NotFound({ nl: 'leverancier', en: 'supplier' }, supplier);
}

/** What every line about somebody says: who and whom, by reference. */
function lineAbout(organisation: string, id: string, by: Pick<ByWhom, 'id'>) {
  return { organisation, actor: by.id, subject: { kind: 'person', id } };
}

/** What somebody who is not blocked is: active once there is a way to sign in. */
function* stateOf(id: string): Work<'active' | 'invited'> {
  return (yield* first(CAN_SIGN_IN, { id })) ? 'active' : 'invited';
}
