import { rolesProblem, type PersonRole } from '@samenwerkt/access';
import { v7 as uuid } from 'uuid';
import { type Audit } from '../audit/audit.js';
import { type Clock } from '../clock.js';
import { type Database } from '../database/database.js';
import { change, first, lock, sql, type Work } from '../database/work.js';
import { NotFound } from '../errors.js';
import { type Vault } from '../privacy/vault.js';
import { AccountBlocked, IdentityRolesClash, IdentityTaken, IdentityUnknown, IdentityWithoutRole } from './errors.js';
import { personOf, type Person } from './person.js';
import { emailIndex, sealed } from './personal.js';
import { endEverything, openSession, type NewSession } from './sessions.js';
import { type Place } from './sign-in.js';

/** What a provider says of somebody who signed in there, put in our terms. */
export interface Vouched {
  /** Id of the provider in the settings. */
  readonly provider: string;
  readonly organisation: string;
  /** These two say who it is, and never change. */
  readonly issuer: string;
  readonly subject: string;
  readonly name: string;
  readonly email: string;
  /** Whether the provider says that the address is theirs. */
  readonly emailVerified: boolean;
  readonly language: 'nl' | 'en';
  readonly roles: readonly PersonRole[];
  /** Id or name of a supplier, for an opdrachtnemer. */
  readonly supplier?: string | undefined;
}

/** What may happen with somebody who comes for the first time. */
export interface Admission {
  /** Somebody who is not known here is added. */
  readonly create: boolean;
  /** Somebody with the same address, which the provider verified, is taken to be the same. */
  readonly linkByEmail: boolean;
}

const LOCK = sql('SELECT 1 FROM organisation WHERE id = @organisation');
const ORGANISATION = sql<object>('SELECT 1 FROM organisation WHERE id = @organisation');
const LINKED = sql<{ person: string }>(
  `SELECT person_id AS "person" FROM person_identity
   WHERE organisation_id = @organisation AND issuer = @issuer AND subject = @subject`,
);
const BY_EMAIL = sql<{ id: string; demo: number }>(
  'SELECT id, demo FROM person WHERE organisation_id = @organisation AND email_key = @key',
);
const BY_HAND = sql<object>(
  'SELECT 1 FROM role_grant WHERE person_id = @id AND role = @role AND (provider IS NULL OR provider <> @provider)',
);
const SUPPLIER = sql<{ id: string }>(
  'SELECT id FROM supplier WHERE organisation_id = @organisation AND (id = @supplier OR name = @supplier)',
);
const LINK = sql(
  `INSERT INTO person_identity (organisation_id, issuer, subject, person_id, provider, created_at, last_used_at)
   VALUES (@organisation, @issuer, @subject, @id, @provider, @at, @at)
   ON CONFLICT (organisation_id, issuer, subject) DO UPDATE SET provider = excluded.provider, last_used_at = excluded.last_used_at`,
);
const ADD = sql(
  `INSERT INTO person (id, organisation_id, name, email, email_key, sealed, language, state, supplier_id, demo, created_at)
   VALUES (@id, @organisation, @name, @email, @emailKey, 1, @language, 'active', NULL, 0, @at)`,
);
const GRANT = sql(
  `INSERT INTO role_grant (person_id, role, granted_by, granted_at, provider) VALUES (@id, @role, @by, @at, @provider)
   ON CONFLICT (person_id, role) DO NOTHING`,
);
const TAKE = sql('DELETE FROM role_grant WHERE person_id = @id AND role = @role AND provider = @provider');
const STAND = sql(`UPDATE person SET supplier_id = @supplier, state = 'active' WHERE id = @id`);

/** What was found out before anything is written. */
interface Decision {
  readonly known: Person | undefined;
  readonly isLinked: boolean;
  /** Roles that this provider no longer gives, and those that it gives from now on. */
  readonly gone: readonly PersonRole[];
  readonly fresh: readonly PersonRole[];
  readonly supplier: string | null;
}

interface Parts {
  readonly database: Database;
  readonly vault: Vault;
  readonly audit: Audit;
  readonly clock: Clock;
}

/** People as other parties know them: by issuer and subject, never by an address alone. */
export class Identities {
  constructor(private readonly parts: Parts) {}

  /**
   * Opens a session for somebody a provider vouches for. The roles that the provider gave before are replaced by what it
   * gives now; those given here stay.
   * @throws NotFound, AccountBlocked, IdentityUnknown, IdentityTaken, IdentityWithoutRole, IdentityRolesClash
   */
  signIn(vouched: Vouched, admission: Admission, place: Place): Promise<NewSession> {
    const { database, vault, audit, clock } = this.parts;
    const at = clock();
    return database.write(function* () {
      yield* lock(LOCK, vouched);
      const decision = yield* decide(vault, vouched, admission);
      const id = decision.known?.id ?? uuid();
      yield* carryOut(vault, vouched, decision, { id, at });
      if (!decision.isLinked) yield* audit.record({ ...lineAbout(vouched, id), action: 'identity.linked' });
      const { fresh, gone } = decision;
      if (fresh.length + gone.length > 0)
        yield* audit.record({ ...lineAbout(vouched, id, { fresh, gone }), action: 'identity.roles' });
      const { provider } = vouched;
      return yield* openSession({ person: id, device: place.program, at, replaces: place.session, provider });
    });
  }
}

function lineAbout({ organisation, provider }: Vouched, id: string, more: object = {}) {
  return { organisation, actor: byProvider(provider), subject: { kind: 'person', id }, details: { provider, ...more } };
}

function* decide(vault: Vault, vouched: Vouched, { create, linkByEmail }: Admission): Work<Decision> {
  const { organisation, provider } = vouched;
  if (!(yield* first(ORGANISATION, { organisation })))
    throw new NotFound({ nl: 'organisatie', en: 'organisation' }, organisation);
  const linked = yield* first(LINKED, vouched);
  const id = linked?.person ?? (yield* sameAddress(vault, vouched, linkByEmail));
  if (id === undefined && !create) throw new IdentityUnknown();
  const known = id === undefined ? undefined : yield* personOf(vault, organisation, id);
  if (known?.state === 'blocked') throw new AccountBlocked();
  const had = known?.roles.map(({ role }) => role) ?? [];
  const kept: PersonRole[] = [];
  for (const role of had) if (yield* first(BY_HAND, { id, role, provider })) kept.push(role);
  const roles = [...new Set([...kept, ...vouched.roles])];
  const supplier = yield* supplierFor(vouched, roles, known);
  if (roles.length === 0) throw new IdentityWithoutRole();
  const clash = rolesProblem(roles, supplier !== null);
  if (clash) throw new IdentityRolesClash(clash);
  return {
    ...{ known, supplier, isLinked: linked !== undefined },
    gone: had.filter((role) => !roles.includes(role)),
    fresh: roles.filter((role) => !had.includes(role)),
  };
}

/** Whoever has the address here already, when that may count. @throws IdentityTaken when it may not */
function* sameAddress(
  vault: Vault,
  { organisation, email, emailVerified }: Vouched,
  may: boolean,
): Work<string | undefined> {
  const found = yield* first(BY_EMAIL, { organisation, key: emailIndex(vault, email) });
  if (found && !(may && emailVerified && found.demo === 0)) throw new IdentityTaken();
  return found?.id;
}

function* supplierFor({ organisation, supplier }: Vouched, roles: readonly PersonRole[], known: Person | undefined) {
  if (!roles.includes('opdrachtnemer')) return null;
  if (supplier === undefined) return known?.supplier ?? null;
  const found = yield* first(SUPPLIER, { organisation, supplier });
  if (!found) throw new NotFound({ nl: 'leverancier', en: 'supplier' }, supplier);
  return found.id;
}

function* carryOut(
  vault: Vault,
  vouched: Vouched,
  decision: Decision,
  { id, at }: { id: string; at: string },
): Work<void> {
  const { organisation, provider, language } = vouched;
  const { known, gone, fresh, supplier } = decision;
  if (!known)
    yield* change(ADD, { ...(yield* sealed(vault, { organisation, id }, vouched)), id, organisation, language, at });
  for (const role of gone) yield* change(TAKE, { id, role, provider });
  for (const role of fresh) yield* change(GRANT, { id, role, by: byProvider(provider), at, provider });
  yield* change(STAND, { id, supplier });
  const { issuer, subject } = vouched;
  yield* change(LINK, { organisation, issuer, subject, id, provider, at });
  // No session outlives what it was opened for.
  if (known && (gone.length > 0 || fresh.length > 0 || known.supplier !== supplier)) yield* endEverything(id, at);
}

/** Who gave a role, as it is shown. */
function byProvider(provider: string): string {
  return `oidc:${provider}`;
}
