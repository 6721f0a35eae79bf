import { type Clock, notBefore } from '../clock.js';
import { type Database } from '../database/database.js';
import { all, change, first, lock, sql, type Work } from '../database/work.js';
import { type AuditAction } from './actions.js';
import { AUDIT_GENESIS, auditHash, AuditWalk, type AuditBreak, type AuditRow } from './chain.js';

/** Something done to the administration, to be put on record. */
export interface AuditRecord {
  readonly organisation: string;
  /** Id of who did it. */
  readonly actor: string;
  readonly action: AuditAction;
  /** What it was done to: a kind (`rule-pack`) and an id; a person by reference, never by name. */
  readonly subject: { readonly kind: string; readonly id: string };
  /** Why, in the words of who did it; checked by whoever asks for it. */
  readonly reason?: string | undefined;
  /** What else there is to say: small, and never personal data. */
  readonly details?: Readonly<Record<string, unknown>>;
}

/** An entry as it is read. */
export interface AuditEntry extends Omit<AuditRecord, 'organisation' | 'action' | 'reason' | 'details'> {
  readonly sequence: number;
  /** Instant (ISO, UTC). */
  readonly at: string;
  /** An {@link AuditAction}, or one that a later program knows. */
  readonly action: string;
  readonly reason: string | null;
  readonly details: Readonly<Record<string, unknown>>;
  readonly hash: string;
}

/** What a list can be narrowed by; all given conditions hold together. */
export interface AuditFilter {
  readonly actor?: string | undefined;
  readonly action?: string | undefined;
  /** Instants (ISO, UTC): from this one, and before that one. */
  readonly from?: string | undefined;
  readonly until?: string | undefined;
}

/** What came of walking the log. */
export interface AuditVerification {
  readonly intact: boolean;
  readonly entries: number;
  /** Hash of the last entry. Whoever keeps it elsewhere can tell later whether the log was written anew. */
  readonly head: string;
  readonly breaks: readonly AuditBreak[];
}

type Head = Pick<AuditRow, 'sequence' | 'at' | 'hash'>;

const BEGIN = sql(
  `INSERT INTO audit_head (organisation_id, sequence, at, hash) VALUES (@organisation, 0, '', @genesis)
   ON CONFLICT (organisation_id) DO NOTHING`,
);
const LOCK = sql('SELECT 1 FROM audit_head WHERE organisation_id = @organisation');
const HEAD = sql<Head>('SELECT sequence, at, hash FROM audit_head WHERE organisation_id = @organisation');
const ADD = sql(
  `INSERT INTO audit_entry (organisation_id, sequence, at, actor_id, action, subject_kind, subject_id, reason, details, hash)
   VALUES (@organisation, @sequence, @at, @actor, @action, @kind, @id, @reason, @details, @hash)`,
);
const MOVE = sql(
  'UPDATE audit_head SET sequence = @sequence, at = @at, hash = @hash WHERE organisation_id = @organisation',
);
const COLUMNS = `organisation_id AS organisation, sequence, at, actor_id AS actor, action, subject_kind AS kind, subject_id AS id,
  reason, details, hash`;
const AFTER = sql<AuditRow>(
  `SELECT ${COLUMNS} FROM audit_entry WHERE organisation_id = @organisation AND sequence > @after
   ORDER BY sequence LIMIT @limit`,
);
const PAGE = sql<AuditRow>(
  `SELECT ${COLUMNS} FROM audit_entry
   WHERE organisation_id = @organisation AND sequence < @before
     AND (@actor = '' OR actor_id = @actor) AND (@action = '' OR action = @action) AND at >= @from AND at < @until
   ORDER BY sequence DESC LIMIT @limit`,
);

/** Entries that are walked in one go, so that others get their turn. */
const PART = 1_000;

/** Above every sequence there will be, and after every instant. */
const END = { sequence: 2_147_483_647, at: '9999' };

/**
 * Who did what to the administration, and when. Entries are only ever added; each one's hash covers the one before, so that
 * a change shows. One chain for each organisation.
 */
export class Audit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Adds a line, inside the transaction of what was done: `yield* audit.record(…)`, so that nothing is done without its
   * line and no line is there of what was not. Comes after whatever may still refuse the act. Writers of one organisation
   * wait for each other until their transactions end, so that the chain never forks.
   */
  *record({ organisation, actor, action, subject, reason, details = {} }: AuditRecord): Work<void> {
    yield* change(BEGIN, { organisation, genesis: AUDIT_GENESIS });
    yield* lock(LOCK, { organisation });
    const { sequence, at, hash: previous } = (yield* first(HEAD, { organisation })) as Head;
    const row = {
      ...{ organisation, actor, action, sequence: sequence + 1, at: notBefore(at, this.clock()) },
      ...{ kind: subject.kind, id: subject.id, reason: reason ?? null, details: JSON.stringify(details) },
    };
    const hash = auditHash(previous, row);
    yield* change(ADD, { ...row, hash });
    yield* change(MOVE, { organisation, sequence: row.sequence, at: row.at, hash });
  }

  /**
   * Adds a line about something that the ledger does not do itself, in a transaction of its own. Comes before it is done:
   * a line about what then failed is better than a deed without one.
   */
  note(record: AuditRecord): Promise<void> {
    return this.database.write(() => this.record(record));
  }

  /** One page, newest first. @param before sequence of the last entry of the page before */
  async page(
    organisation: string,
    filter: AuditFilter,
    limit: number,
    before: number = END.sequence,
  ): Promise<AuditEntry[]> {
    const { actor = '', action = '', from = '', until = END.at } = filter;
    const asked = { organisation, actor, action, from, until, before, limit };
    return (await this.database.read(() => all(PAGE, asked))).map(toEntry);
  }

  /** Walks the whole log and says where it does not hold. */
  async verify(organisation: string): Promise<AuditVerification> {
    const walk = new AuditWalk();
    for (let after = 0; ;) {
      const { rows, head } = await this.database.read(() => part(organisation, after));
      walk.take(rows);
      after = rows.at(-1)?.sequence ?? after;
      if (rows.length === PART) continue;
      walk.finish(head);
      const { breaks, entries, head: hash } = walk;
      return { intact: breaks.length === 0, entries, head: hash, breaks };
    }
  }
}

/** The next entries, and where the log ends at that same moment. */
function* part(organisation: string, after: number): Work<{ rows: AuditRow[]; head: Head | undefined }> {
  const rows = yield* all(AFTER, { organisation, after, limit: PART });
  return { rows, head: yield* first(HEAD, { organisation }) };
}

function toEntry({ organisation: _, kind, id, details, ...rest }: AuditRow): AuditEntry {
  return { ...rest, subject: { kind, id }, details: readable(details) };
}

/** A damaged line is shown for what it is; verifying says so. */
function readable(details: string): AuditEntry['details'] {
  try {
    return JSON.parse(details) as AuditEntry['details'];
  } catch {
    return { unreadable: details };
  }
}
