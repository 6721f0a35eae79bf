import { isPersonRole, type Action, type PersonRole } from '@samenwerkt/access';
import { secondsAfter } from '@samenwerkt/calendar';
import { v7 as uuid } from 'uuid';
import { type Audit } from '../audit/audit.js';
import { type Clock } from '../clock.js';
import { type Database } from '../database/database.js';
import { all, change, first, sql, type Work } from '../database/work.js';
import { NotFound } from '../errors.js';
import { sha256 } from '../hashing.js';
import { newSecret } from './secret.js';

/** Who asks: somebody who signed in, or whose API token asks. */
export interface Signed {
  readonly organisation: string;
  readonly person: string;
  readonly roles: readonly PersonRole[];
  /** Of an opdrachtnemer: the supplier whose contracts are seen. */
  readonly supplier?: string;
  /** Id of the session; absent for an API token. */
  readonly session?: string;
  /** Id of the provider that opened the session; absent when a password or the demo did. */
  readonly provider?: string;
  /** What the API token was given for; absent for a session. */
  readonly scopes?: readonly Action[];
}

/** A session as its owner sees it in a list. */
export interface SessionRow {
  readonly id: string;
  /** Program that signed in, in its own words. */
  readonly device: string;
  readonly createdAt: string;
  readonly lastSeenAt: string;
  readonly endsAt: string;
}

/** A session just opened; the only time that its token is there. */
export interface NewSession {
  readonly id: string;
  readonly token: string;
  readonly endsAt: string;
}

/** Seconds. A session ends after two hours in which nothing was asked, and after twelve in any case. */
export const SESSION = { idle: 2 * 3600, longest: 12 * 3600 } as const;

/** When a session was last seen is noted by the minute: no request pays for writing but the first in a minute. */
const MINUTE = 'yyyy-mm-ddThh:mm'.length;

const ADD = sql(
  `INSERT INTO session (id, hash, person_id, device, provider, created_at, last_seen_at, idle_ends_at, ends_at)
   VALUES (@id, @hash, @person, @device, @provider, @at, @at, @idleEndsAt, @endsAt)`,
);
/**
 * One row for each role, so that one question answers who it is and what they may. What a provider gave counts where that
 * provider signed somebody in: who left there must not keep it behind a password here.
 */
const FIND = sql<{
  id: string;
  organisation: string;
  person: string;
  supplier: string | null;
  provider: string | null;
  lastSeenAt: string;
  idleEndsAt: string;
  endsAt: string;
  role: string | null;
}>(
  `SELECT s.id, p.organisation_id AS "organisation", p.id AS "person", p.supplier_id AS "supplier",
          s.provider, s.last_seen_at AS "lastSeenAt", s.idle_ends_at AS "idleEndsAt", s.ends_at AS "endsAt", g.role
   FROM session s JOIN person p ON p.id = s.person_id
     LEFT JOIN role_grant g ON g.person_id = p.id AND (g.provider IS NULL OR g.provider = s.provider)
   WHERE s.hash = @hash AND s.revoked_at IS NULL AND p.state = 'active'`,
);
const SEEN = sql(
  'UPDATE session SET last_seen_at = @at, idle_ends_at = @idleEndsAt WHERE id = @id AND last_seen_at < @at',
);
const LIST = sql<SessionRow>(
  `SELECT id, device, created_at AS "createdAt", last_seen_at AS "lastSeenAt", ends_at AS "endsAt" FROM session
   WHERE person_id = @person AND revoked_at IS NULL AND ends_at > @now AND idle_ends_at > @now ORDER BY id DESC`,
);
const OWN = sql<{ organisation: string }>(
  `SELECT p.organisation_id AS "organisation" FROM session s JOIN person p ON p.id = s.person_id
   WHERE s.id = @id AND s.person_id = @person`,
);
const END = sql('UPDATE session SET revoked_at = @at WHERE id = @id AND revoked_at IS NULL');
const END_BY_HASH = sql('UPDATE session SET revoked_at = @at WHERE hash = @hash AND revoked_at IS NULL');
const END_ALL = sql('UPDATE session SET revoked_at = @at WHERE person_id = @person AND revoked_at IS NULL');
const FORGET = sql('DELETE FROM session WHERE ends_at < @before');

/** Who is signed in. Kept on the server, under a hash, so that it can be ended at once. */
export class Sessions {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /**
   * Whose session this is; undefined when there is none, or it has ended.
   * @param unattended nobody is at the screen that asks: it lasts no longer for it
   */
  async find(token: string, unattended = false): Promise<Signed | undefined> {
    const now = this.clock();
    const rows = await this.database.glance(() => all(FIND, { hash: sha256(token) }));
    const [row] = rows;
    // Instants compare as text; reckoning with them costs more than all the rest.
    if (!row || row.endsAt <= now || row.idleEndsAt <= now) return undefined;
    const { id, organisation, person, supplier, provider, lastSeenAt } = row;
    if (!unattended && lastSeenAt.slice(0, MINUTE) < now.slice(0, MINUTE)) await this.note(id, now);
    return {
      ...{ organisation, person, session: id, roles: rolesIn(rows) },
      ...(supplier === null ? {} : { supplier }),
      ...(provider === null ? {} : { provider }),
    };
  }

  private async note(id: string, at: string): Promise<void> {
    const seen = { id, at, idleEndsAt: secondsAfter(at, SESSION.idle) };
    await this.database.write(() => change(SEEN, seen));
  }

  /**
   * Opens one for a person whose identity was established elsewhere: by a click on the demo, or by another party.
   * @param replaces token of the session there was, which ends
   */
  open(person: string, device: string, replaces?: string): Promise<NewSession> {
    const at = this.clock();
    return this.database.write(() => openSession({ person, device, at, replaces }));
  }

  /** Those of a person that have not ended, newest first. */
  list(person: string): Promise<SessionRow[]> {
    const now = this.clock();
    return this.database.read(() => all(LIST, { person, now }));
  }

  /** Signs out: ends the one from which it is asked. That leaves no line, as signing in does not. @throws NotFound when it is not theirs */
  async signOut(person: string, id: string): Promise<void> {
    const at = this.clock();
    await this.database.write(function* () {
      yield* ownOf(person, id);
      yield* change(END, { id, at });
    });
  }

  /** Ends one, at once, wherever it is. @throws NotFound when it is not theirs */
  async end(person: string, id: string): Promise<void> {
    const at = this.clock();
    const { audit } = this;
    await this.database.write(function* () {
      const { organisation } = yield* ownOf(person, id);
      if ((yield* change(END, { id, at })) === 0) return;
      yield* audit.record({ organisation, actor: person, action: 'session.revoked', subject: { kind: 'session', id } });
    });
  }
}

function* ownOf(person: string, id: string): Work<{ readonly organisation: string }> {
  const own = yield* first(OWN, { id, person });
  if (!own) throw new NotFound({ nl: 'aanmelding', en: 'session' }, id);
  return own;
}

/** What opening a session asks. */
interface Opening {
  readonly person: string;
  /** Program that asks, in its own words. */
  readonly device: string;
  readonly at: string;
  /** Token of the session there was, which ends: a token from before signing in must not become one from after. */
  readonly replaces?: string | undefined;
  /** Id of the provider that says who it is. */
  readonly provider?: string | undefined;
}

export function* openSession({ person, device, at, replaces, provider }: Opening): Work<NewSession> {
  const { token, hash } = newSecret();
  const id = uuid();
  const endsAt = secondsAfter(at, SESSION.longest);
  const idleEndsAt = secondsAfter(at, SESSION.idle);
  if (replaces !== undefined) yield* change(END_BY_HASH, { hash: sha256(replaces), at });
  const row = { id, hash, person, device: device.slice(0, 200), provider: provider ?? null, at, idleEndsAt, endsAt };
  yield* change(ADD, row);
  return { id, token, endsAt };
}

/** Ends every session of a person. */
export function* endEverything(person: string, at: string): Work<void> {
  yield* change(END_ALL, { person, at });
}

/** Throws away what ended a day ago or longer. */
export function* forgetSessions(now: string): Work<void> {
  yield* change(FORGET, { before: secondsAfter(now, -24 * 3600) });
}

/** The roles in rows of one person; a role that the product no longer knows gives nothing. */
export function rolesIn(rows: readonly { readonly role: string | null }[]): PersonRole[] {
  return rows.flatMap(({ role }) => (role !== null && isPersonRole(role) ? [role] : []));
}
