import { TOKEN_SCOPES, type Action } from '@samenwerkt/access';
import { secondsAfter } from '@samenwerkt/calendar';
import { type DataProblem } from '@samenwerkt/engine';
import { v7 as uuid } from 'uuid';
import { type Audit } from '../audit/audit.js';
import { type Clock } from '../clock.js';
import { type Database } from '../database/database.js';
import { all, change, first, sql } from '../database/work.js';
import { DataInvalid, NotFound } from '../errors.js';
import { sha256 } from '../hashing.js';
import { PERSON } from './errors.js';
import { newSecret } from './secret.js';
import { rolesIn, type Signed } from './sessions.js';

/** A token as its owner sees it in a list: never with the token itself. */
export interface ApiToken {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly Action[];
  readonly createdAt: string;
  readonly endsAt: string;
  readonly lastUsedAt: string | null;
  readonly revokedAt: string | null;
}

/** A token just made; the only time that it is there. */
export interface NewApiToken extends ApiToken {
  readonly token: string;
}

/** What a token is asked for. */
export interface ApiTokenFields {
  readonly name: string;
  readonly scopes: readonly string[];
  /** Days that it works. */
  readonly days: number;
}

/** Says in logs and leaks what it is. */
const PREFIX = 'smw_';
const MOST_DAYS = 365;
/** Seconds that a role from a provider counts for tokens after the provider last said so: nobody says when somebody left there. */
const VOUCHED = 30 * 24 * 3600;
/** When a token was last used is noted by the hour. */
const HOUR = 'yyyy-mm-ddThh'.length;

const COLUMNS = `t.id, t.name, t.scopes, t.created_at AS "createdAt", t.ends_at AS "endsAt", t.last_used_at AS "lastUsedAt",
  t.revoked_at AS "revokedAt"`;

type Row = Omit<ApiToken, 'scopes'> & { readonly scopes: string };

const ADD = sql(
  `INSERT INTO api_token (id, hash, person_id, name, scopes, created_at, ends_at)
   VALUES (@id, @hash, @person, @name, @scopes, @createdAt, @endsAt)`,
);
const PAGE = sql<Row>(
  `SELECT ${COLUMNS} FROM api_token t WHERE t.person_id = @person AND t.id < @before ORDER BY t.id DESC LIMIT @limit`,
);
const OWN = sql<{ organisation: string }>(
  `SELECT p.organisation_id AS "organisation" FROM api_token t JOIN person p ON p.id = t.person_id
   WHERE t.id = @id AND t.person_id = @person`,
);
const OWNER = sql<{ organisation: string }>('SELECT organisation_id AS "organisation" FROM person WHERE id = @person');
const REVOKE = sql('UPDATE api_token SET revoked_at = @at WHERE id = @id AND revoked_at IS NULL');
const FIND = sql<{
  id: string;
  organisation: string;
  person: string;
  supplier: string | null;
  scopes: string;
  lastUsedAt: string | null;
  role: string | null;
}>(
  `SELECT t.id, p.organisation_id AS "organisation", p.id AS "person", p.supplier_id AS "supplier", t.scopes,
          t.last_used_at AS "lastUsedAt", g.role
   FROM api_token t JOIN person p ON p.id = t.person_id
     LEFT JOIN role_grant g ON g.person_id = p.id AND (g.provider IS NULL OR EXISTS (
       SELECT 1 FROM person_identity i
       WHERE i.person_id = p.id AND i.provider = g.provider AND i.last_used_at > @vouchedSince))
   WHERE t.hash = @hash AND t.revoked_at IS NULL AND t.ends_at > @now AND p.state = 'active'`,
);
const USED = sql('UPDATE api_token SET last_used_at = @at WHERE id = @id');

/** Tokens with which programs ask in somebody's name. */
export class ApiTokens {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Gives one to a person. What it is called is not in the log: that may be a name. @throws DataInvalid, NotFound */
  async add(person: string, fields: ApiTokenFields): Promise<NewApiToken> {
    const problems = problemsOf(fields);
    if (problems.length > 0) throw new DataInvalid(problems);
    const { token, hash } = newSecret(PREFIX);
    const createdAt = this.clock();
    const row = {
      id: uuid(),
      name: fields.name.trim(),
      scopes: [...new Set(fields.scopes)].join(' '),
      createdAt,
      endsAt: secondsAfter(createdAt, fields.days * 24 * 3600),
    };
    const { audit } = this;
    await this.database.write(function* () {
      const owner = yield* first(OWNER, { person });
      if (!owner) throw new NotFound(PERSON, person);
      yield* change(ADD, { ...row, hash, person });
      const details = { scopes: row.scopes.split(' '), endsAt: row.endsAt };
      yield* audit.record({ ...lineAbout(owner.organisation, person, row.id), action: 'api-token.made', details });
    });
    return { ...toToken({ ...row, lastUsedAt: null, revokedAt: null }), token };
  }

  /** One page of a person's, newest first; what was withdrawn is in it. */
  async page(person: string, limit: number, before = '~'): Promise<ApiToken[]> {
    return (await this.database.read(() => all(PAGE, { person, limit, before }))).map(toToken);
  }

  /** Withdraws one, at once. @throws NotFound when it is not theirs */
  async revoke(person: string, id: string): Promise<void> {
    const at = this.clock();
    const { audit } = this;
    await this.database.write(function* () {
      const own = yield* first(OWN, { id, person });
      if (!own) throw new NotFound({ nl: 'API-token', en: 'API token' }, id);
      if ((yield* change(REVOKE, { id, at })) === 0) return;
      yield* audit.record({ ...lineAbout(own.organisation, person, id), action: 'api-token.revoked' });
    });
  }

  /** In whose name it asks, and for what; undefined when it does not work (any more). */
  async find(token: string): Promise<Signed | undefined> {
    const now = this.clock();
    const rows = await this.database.glance(() =>
      all(FIND, { hash: sha256(token), now, vouchedSince: secondsAfter(now, -VOUCHED) }),
    );
    const [row] = rows;
    if (!row) return undefined;
    const { id, organisation, person, supplier, lastUsedAt } = row;
    if (lastUsedAt === null || lastUsedAt.slice(0, HOUR) < now.slice(0, HOUR))
      await this.database.write(() => change(USED, { id, at: now }));
    const scopes = scopesIn(row.scopes);
    return { organisation, person, scopes, roles: rolesIn(rows), ...(supplier === null ? {} : { supplier }) };
  }
}

function lineAbout(organisation: string, actor: string, id: string) {
  return { organisation, actor, subject: { kind: 'api-token', id } };
}

function toToken({ scopes, ...row }: Row): ApiToken {
  return { ...row, scopes: scopesIn(scopes) };
}

function scopesIn(text: string): Action[] {
  const words = text.split(' ');
  return TOKEN_SCOPES.filter((scope) => words.includes(scope));
}

function problemsOf({ name, scopes, days }: ApiTokenFields): DataProblem[] {
  const problems: DataProblem[] = [];
  const add = (path: string, code: string, nl: string, en: string) =>
    problems.push({ path, code, message: { nl, en } });
  if (!/^[^\p{Cc}]{1,100}$/u.test(name.trim()))
    add(
      '/name',
      'required',
      'zeg in hooguit 100 tekens waarvoor het is.',
      'say in 100 characters at most what it is for.',
    );
  const known: readonly string[] = TOKEN_SCOPES;
  if (scopes.length === 0 || scopes.some((scope) => !known.includes(scope)))
    add('/scopes', 'enum', `kies uit: ${known.join(', ')}.`, `choose from: ${known.join(', ')}.`);
  if (!Number.isInteger(days) || days < 1 || days > MOST_DAYS)
    add('/days', 'range', `kies 1 tot ${MOST_DAYS} dagen.`, `choose 1 to ${MOST_DAYS} days.`);
  return problems;
}
