import { randomBytes, timingSafeEqual } from 'node:crypto';
import { checkData, type JsonSchema, type Text } from '@samenwerkt/engine';
import { v7 as uuid } from 'uuid';
import { type Audit, type AuditRecord } from '../audit/audit.js';
import { type Clock } from '../clock.js';
import { type Database } from '../database/database.js';
import { all, change, first, sql, type Work } from '../database/work.js';
import { CalendarUnknown, DataInvalid, NotFound } from '../errors.js';
import { sha256 } from '../hashing.js';
import { ERASED } from '../privacy/data-subjects.js';
import { type Vault } from '../privacy/vault.js';

/** A right to read the calendar, as it is listed: never with its token. */
export interface CalendarToken {
  readonly id: string;
  /** Who or what it was given to, in the words of the administrator; sealed, as that may be a name. */
  readonly label: string;
  readonly createdAt: string;
  readonly revokedAt: string | null;
  /** Instant of the last reading, to the hour. */
  readonly lastUsedAt: string | null;
}

/** A right just given; this is the only time that its token is there. */
interface NewCalendarToken extends CalendarToken {
  /** 256 bits of chance, as text that can stand in an address. */
  readonly token: string;
}

const LABEL_SCHEMA: JsonSchema = {
  type: 'object',
  required: ['label'],
  additionalProperties: false,
  properties: { label: { type: 'string', minLength: 1, maxLength: 100, title: 'Omschrijving' } },
};

const BYTES = 32;

const ADD = sql(
  `INSERT INTO calendar_token (id, organisation_id, label, hash, created_at, made_by, sealed)
   VALUES (@id, @organisation, @label, @hash, @createdAt, @actor, 1)`,
);
const PAGE = sql<CalendarToken & { wrapped: string | null }>(
  `SELECT t.id, t.label, t.created_at AS "createdAt", t.revoked_at AS "revokedAt", t.last_used_at AS "lastUsedAt", k.wrapped
   FROM calendar_token t JOIN subject_key k ON k.id = t.id
   WHERE t.organisation_id = @organisation AND t.id < @before ORDER BY t.id DESC LIMIT @limit`,
);
const EXISTS = sql<object>('SELECT 1 FROM calendar_token WHERE id = @id AND organisation_id = @organisation');
const REVOKE = sql(
  'UPDATE calendar_token SET revoked_at = @at WHERE id = @id AND organisation_id = @organisation AND revoked_at IS NULL',
);
const OPEN = sql<{ id: string; organisation: string; hash: string; lastUsedAt: string | null }>(
  `SELECT id, organisation_id AS organisation, hash, last_used_at AS "lastUsedAt" FROM calendar_token
   WHERE hash = @hash AND revoked_at IS NULL`,
);
const USED = sql('UPDATE calendar_token SET last_used_at = @hour WHERE id = @id');

interface Parts {
  readonly database: Database;
  readonly vault: Vault;
  readonly audit: Audit;
  readonly clock: Clock;
}

/** Above every id. */
const LAST = '~';

/** Who may read the calendar of an organisation by its address alone. Agendas cannot sign in. */
export class CalendarTokens {
  private readonly database: Database;

  constructor(private readonly parts: Parts) {
    this.database = parts.database;
  }

  /** Gives the right to whoever gets the token. @throws DataInvalid */
  async add(organisation: string, label: string, actor: string): Promise<NewCalendarToken> {
    const problems = checkData(LABEL_SCHEMA, { label });
    if (problems.length > 0) throw new DataInvalid(problems);
    const token = randomBytes(BYTES).toString('base64url');
    const row = { id: uuid(), label, createdAt: this.parts.clock() };
    await this.database.write(() => this.added({ ...row, organisation, hash: sha256(token) }, actor));
    return { ...row, revokedAt: null, lastUsedAt: null, token };
  }

  /** One page, newest first; what was withdrawn is in it. @param before id of the last one of the page before */
  async page(
    organisation: string,
    limit: number,
    before = LAST,
    language: keyof Text = 'nl',
  ): Promise<CalendarToken[]> {
    const found = await this.database.read(() => all(PAGE, { organisation, limit, before }));
    const { vault } = this.parts;
    return found.map(({ wrapped, label, ...token }) => ({
      ...token,
      label: vault.opened(token.id, wrapped, label) ?? ERASED[language],
    }));
  }

  /** Withdraws the right; one that was withdrawn stays so. @throws NotFound */
  async revoke(organisationId: string, id: string, actor: string): Promise<void> {
    if (!(await this.database.read(() => first(EXISTS, { id, organisation: organisationId }))))
      throw new NotFound({ nl: 'agenda-adres', en: 'calendar address' }, id);
    await this.database.write(() => this.revoked(organisationId, id, actor));
  }

  /**
   * The organisation whose calendar this token opens. It is looked for by its hash, and the hashes are compared in
   * constant time: how long the answer takes says nothing about a token that is nearly right.
   * @throws CalendarUnknown
   */
  async organisationOf(token: string): Promise<string> {
    const hash = sha256(token);
    const found = await this.database.read(() => first(OPEN, { hash }));
    if (!found || !timingSafeEqual(Buffer.from(found.hash), Buffer.from(hash))) throw new CalendarUnknown();
    const hour = `${this.parts.clock().slice(0, 'yyyy-mm-ddThh'.length)}:00:00.000Z`;
    if (found.lastUsedAt !== hour) await this.database.write(() => change(USED, { id: found.id, hour }));
    return found.organisation;
  }

  private *added(row: { id: string; organisation: string; label: string; hash: string }, actor: string): Work<void> {
    const label = yield* this.parts.vault.seal(row.organisation, row.id, row.label);
    yield* change(ADD, { ...row, label, actor });
    yield* this.parts.audit.record(lineOf('calendar-token.made', row.organisation, row.id, actor));
  }

  private *revoked(organisation: string, id: string, actor: string): Work<void> {
    const revoked = yield* change(REVOKE, { id, organisation, at: this.parts.clock() });
    if (revoked > 0) yield* this.parts.audit.record(lineOf('calendar-token.revoked', organisation, id, actor));
  }
}

function lineOf(action: AuditRecord['action'], organisation: string, id: string, actor: string): AuditRecord {
  return { organisation, actor, action, subject: { kind: 'calendar-token', id } };
}
