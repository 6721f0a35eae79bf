import { type PersonRole } from '@samenwerkt/access';
import { v7 as uuid } from 'uuid';
import { type Audit } from '../audit/audit.js';
import { type Clock } from '../clock.js';
import { type Database } from '../database/database.js';
import { all, change, first, lock, sql, type Work } from '../database/work.js';
import { AlreadyExists, NotFound } from '../errors.js';
import { LastAdministrator, PERSON, PersonBlocked, RoleNotYours } from './errors.js';
import { writeLetter } from './letters.js';
import { pageOfPeople, personOf, type Person } from './person.js';
import { mustBePerson, mustBeRoles, type PersonFields } from './person-checks.js';
import { emailKey, fromColumns, toColumns } from './personal.js';
import { endEverything } from './sessions.js';

/** Who does it, and with which roles of their own. */
export interface ByWhom {
  readonly id: string;
  readonly roles: readonly PersonRole[];
}

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
  `INSERT INTO person (id, organisation_id, name, email, email_key, language, state, supplier_id, demo, created_at)
   VALUES (@id, @organisation, @name, @email, @emailKey, @language, @state, @supplier, @demo, @at)`,
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
const OTHER_ADMINISTRATOR = sql<object>(
  `SELECT 1 FROM person p JOIN role_grant g ON g.person_id = p.id
   WHERE p.organisation_id = @organisation AND p.state = 'active' AND g.role = 'beheerder' AND p.id <> @id`,
);
const HAS_SUPPLIER = sql<object>('SELECT 1 FROM supplier WHERE id = @supplier AND organisation_id = @organisation');
const NAME = sql<{ name: string; email: string }>(
  'SELECT name, email FROM person WHERE id = @id AND organisation_id = @organisation',
);
const DEMO = sql<{ id: string; organisation: string }>(
  `SELECT p.id, p.organisation_id AS organisation FROM person p JOIN role_grant g ON g.person_id = p.id
   WHERE p.demo = 1 AND p.state = 'active' AND g.role = @role`,
);
const ANY_DEMO = sql<object>('SELECT 1 FROM person WHERE demo = 1');
const ANYBODY = sql<object>('SELECT 1 FROM person');

/** The people of each organisation, and their roles. */
export class People {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Adds somebody, and writes the letter with which they choose a password. @throws DataInvalid, AlreadyExists, NotFound, RoleNotYours */
  async invite(organisation: string, fields: PersonFields, by: ByWhom): Promise<Person> {
    mustBePerson(fields);
    const { audit } = this;
    const at = this.clock();
    return this.database.write(function* () {
      const person = yield* invited(organisation, fields, by, at);
      const details = { roles: [...new Set(fields.roles)] };
      yield* audit.record({ ...lineAbout(organisation, person.id, by), action: 'person.invited', details });
      return person;
    });
  }

  /** Adds people of the demo: active, without a password, to be taken on with one click. Who is there already stays as is. */
  async addDemo(organisation: string, people: readonly PersonFields[], by: ByWhom): Promise<void> {
    const at = this.clock();
    for (const person of people) mustBePerson(person);
    await this.database.write(function* () {
      for (const person of people) {
        if (yield* first(KNOWN, { organisation, emailKey: emailKey(person.email) })) continue;
        yield* added(organisation, person, { by, at, state: 'active', demo: true });
      }
    });
  }

  /** Writes one more invitation, for a link that was lost or expired. @throws NotFound, PersonBlocked */
  async inviteAgain(organisation: string, id: string): Promise<void> {
    const at = this.clock();
    await this.database.write(function* () {
      const { state } = yield* personOf(organisation, id);
      if (state === 'blocked') throw new PersonBlocked();
      yield* writeLetter(id, 'invitation', at);
    });
  }

  /**
   * Changes roles or blocks. Whoever was signed in must sign in again, so that no session outlives what it was opened for.
   * @throws NotFound, DataInvalid, LastAdministrator, RoleNotYours
   */
  async change(organisation: string, id: string, wanted: PersonChange, by: ByWhom): Promise<Person> {
    const { audit } = this;
    const at = this.clock();
    return this.database.write(function* () {
      yield* lock(LOCK, { organisation });
      const before = yield* personOf(organisation, id);
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
        yield* mustHaveOther(organisation, id);
      for (const role of changed) {
        if (roles.includes(role)) yield* change(GRANT, { id, role, by: by.id, at });
        else yield* change(TAKE, { id, role });
      }
      yield* change(SET_SUPPLIER, { id, supplier: supplier ?? null });
      if (stateChanges) yield* change(SET_STATE, { id, state: blocked ? 'blocked' : yield* stateOf(id) });
      if (changed.length > 0 || stateChanges || supplier !== (before.supplier ?? undefined)) {
        yield* endEverything(id, at);
        const granted = changed.filter((role) => roles.includes(role));
        const withdrawn = changed.filter((role) => !roles.includes(role));
        const details = { granted, withdrawn, ...(stateChanges ? { blocked } : {}), supplier: supplier ?? null };
        yield* audit.record({ ...lineAbout(organisation, id, by), action: 'person.changed', details });
      }
      return yield* personOf(organisation, id);
    });
  }

  /** @throws NotFound */
  get(organisation: string, id: string): Promise<Person> {
    return this.database.read(() => personOf(organisation, id));
  }

  /** Somebody by the address they sign in with. @throws NotFound */
  byEmail(organisation: string, email: string): Promise<Person> {
    return this.database.read(function* () {
      const found = yield* first(KNOWN, { organisation, emailKey: emailKey(email) });
      if (!found) throw new NotFound(PERSON, email);
      return yield* personOf(organisation, found.id);
    });
  }

  /** One page, newest first. @param before id of the last one of the page before */
  page(organisation: string, limit: number, before?: string): Promise<Person[]> {
    return this.database.read(() => pageOfPeople(organisation, limit, before));
  }

  /** Names by id; ids of nobody here are left out. */
  names(organisation: string, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    return this.database.read(function* () {
      const names = new Map<string, string>();
      for (const id of new Set(ids)) {
        const row = yield* first(NAME, { id, organisation });
        if (row) names.set(id, fromColumns(row).name);
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
export function* invited(organisation: string, fields: PersonFields, by: ByWhom, at: string): Work<Person> {
  const id = yield* added(organisation, fields, { by, at, state: 'invited', demo: false });
  yield* writeLetter(id, 'invitation', at);
  return yield* personOf(organisation, id);
}

interface Adding {
  readonly by: ByWhom;
  readonly at: string;
  readonly state: 'invited' | 'active';
  readonly demo: boolean;
}

function* added(organisation: string, fields: PersonFields, { by, at, state, demo }: Adding): Work<string> {
  const { language, roles, supplier } = fields;
  const columns = toColumns(fields);
  if (yield* first(KNOWN, { organisation, emailKey: columns.emailKey })) throw new AlreadyExists(PERSON, columns.email);
  yield* mustOwnSupplier(organisation, supplier);
  mustBeYours(roles, by);
  const id = uuid();
  yield* change(ADD, {
    ...columns,
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

function* mustHaveOther(organisation: string, id: string): Work<void> {
  if (!(yield* first(OTHER_ADMINISTRATOR, { organisation, id }))) throw new LastAdministrator();
}

/** Whoever looks after one organisation must not become who looks after the installation. */
function mustBeYours(roles: readonly string[], by: ByWhom): void {
  if (roles.includes('systeembeheerder') && !by.roles.includes('systeembeheerder'))
    throw new RoleNotYours('systeembeheerder');
}

/** What every line about somebody says: who and whom, by reference. */
function lineAbout(organisation: string, id: string, by: ByWhom) {
  return { organisation, actor: by.id, subject: { kind: 'person', id } };
}

/** What somebody who is not blocked is: active once there is a way to sign in. */
function* stateOf(id: string): Work<'active' | 'invited'> {
  return (yield* first(CAN_SIGN_IN, { id })) ? 'active' : 'invited';
}
