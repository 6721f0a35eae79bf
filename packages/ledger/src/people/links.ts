import { secondsAfter } from '@samenwerkt/calendar';
import { type Audit } from '../audit/audit.js';
import { type Clock } from '../clock.js';
import { type Database } from '../database/database.js';
import { change, first, lock, sql, type Work } from '../database/work.js';
import { DataInvalid } from '../errors.js';
import { sha256 } from '../hashing.js';
import { LOCAL_ACTOR } from '../organisation.js';
import { type Vault } from '../privacy/vault.js';
import { LinkUnusable } from './errors.js';
import { hashPassword, passwordProblems } from './passwords.js';
import { personOf } from './person.js';
import { opened, type SealedPersonal } from './personal.js';
import { newSecret } from './secret.js';
import { endEverything } from './sessions.js';
import { endSteps } from './sign-in-steps.js';

export type LinkKind = 'invitation' | 'recovery';

/** Whom a link is for. */
export interface LinkHolder {
  readonly kind: LinkKind;
  readonly name: string;
  readonly email: string;
  /** Name of the organisation. */
  readonly organisation: string;
  readonly endsAt: string;
}

/** Seconds that a link works. */
const LASTS: Readonly<Record<LinkKind, number>> = { invitation: 7 * 24 * 3600, recovery: 3600 };

const ADD = sql(
  `INSERT INTO one_time_link (hash, person_id, kind, created_at, ends_at) VALUES (@hash, @person, @kind, @at, @endsAt)`,
);
const FIND = sql<Omit<LinkHolder, 'name' | 'email'> & SealedPersonal & { organisationId: string }>(
  `SELECT l.kind, l.ends_at AS "endsAt", p.id, p.name, p.email, k.wrapped, o.name AS "organisation",
     o.id AS "organisationId"
   FROM one_time_link l JOIN person p ON p.id = l.person_id JOIN organisation o ON o.id = p.organisation_id
     JOIN subject_key k ON k.id = p.id
   WHERE l.hash = @hash AND l.used_at IS NULL AND l.ends_at > @now AND p.state <> 'blocked' AND p.demo = 0`,
);
const LOCK = sql('SELECT 1 FROM one_time_link WHERE hash = @hash');
const USE_ALL = sql('UPDATE one_time_link SET used_at = @at WHERE person_id = @person AND used_at IS NULL');
const CALL_OFF_LETTERS = sql(
  `UPDATE account_letter SET state = 'dead', last_error = 'used' WHERE person_id = @person AND state = 'waiting'`,
);
const SET_PASSWORD = sql(`UPDATE person SET password_hash = @passwordHash, state = 'active' WHERE id = @person`);
const FORGET = sql('DELETE FROM one_time_link WHERE ends_at < @before');

/** Links with which somebody chooses a password, once. */
export class OneTimeLinks {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** A link to hand over by hand: only whoever reaches the database can make one. @throws NotFound */
  mint(organisation: string, person: string, kind: LinkKind): Promise<{ token: string; endsAt: string }> {
    const at = this.clock();
    const { vault, audit } = this;
    return this.database.write(function* () {
      const { id } = yield* personOf(vault, organisation, person);
      const line = { organisation, actor: LOCAL_ACTOR, subject: { kind: 'person', id }, details: { kind } };
      yield* audit.record({ ...line, action: 'person.link-made' });
      return yield* mintLink(id, kind, at);
    });
  }

  /** Whom it is for; looking uses nothing up. @throws LinkUnusable */
  async holder(token: string): Promise<LinkHolder> {
    const { kind, endsAt, organisation, name, email } = await this.found(token);
    return { kind, endsAt, organisation, name, email };
  }

  /**
   * Sets the password. This link and every other one of the same person works no more, and whoever was signed in as them
   * must sign in again. Letters that wait to bring them another link are called off.
   * @throws LinkUnusable, DataInvalid
   */
  async use(token: string, password: string): Promise<void> {
    const { organisation, name, email } = await this.found(token);
    const problems = passwordProblems(password, [name, email, organisation]);
    if (problems.length > 0) throw new DataInvalid(problems);
    const passwordHash = await hashPassword(password);
    const at = this.clock();
    const hash = sha256(token);
    const { audit } = this;
    await this.database.write(function* () {
      yield* lock(LOCK, { hash });
      const still = yield* first(FIND, { hash, now: at });
      if (!still) throw new LinkUnusable();
      const { id: person } = still;
      yield* change(USE_ALL, { person, at });
      yield* change(CALL_OFF_LETTERS, { person });
      yield* change(SET_PASSWORD, { person, passwordHash });
      yield* endSteps(person);
      yield* endEverything(person, at);
      const { kind, organisationId } = still;
      const line = { organisation: organisationId, actor: person, subject: { kind: 'person', id: person } };
      yield* audit.record({ ...line, action: 'person.password-chosen', details: { kind } });
    });
  }

  private async found(token: string): Promise<LinkHolder> {
    const found = await this.database.read(() => first(FIND, { hash: sha256(token), now: this.clock() }));
    const personal = found && opened(this.vault, found);
    if (!personal) throw new LinkUnusable();
    return { ...found, ...personal };
  }
}

/** Makes a link; only its hash is kept. */
export function* mintLink(person: string, kind: LinkKind, at: string): Work<{ token: string; endsAt: string }> {
  const { token, hash } = newSecret();
  const endsAt = secondsAfter(at, LASTS[kind]);
  yield* change(ADD, { hash, person, kind, at, endsAt });
  return { token, endsAt };
}

/** Throws away what stopped working a day ago or longer. */
export function* forgetLinks(now: string): Work<void> {
  yield* change(FORGET, { before: secondsAfter(now, -24 * 3600) });
}
