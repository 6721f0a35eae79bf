import { all, sql, type Sql, type Work } from '../database/work.js';

/** A name that mail is for, and that the address book does not have. */
export interface Unaddressed {
  readonly name: string;
  /** A role, function or person that open reminders are for, or the coordinator of partnerships. */
  readonly namedBy: 'reminders' | 'partnerships';
  /**
   * The entry of the book that gets it instead, whatever the partnership. Null when there is none: unless the book has
   * the coordinator of the partnership by name, such mail goes to nobody.
   */
  readonly instead: string | null;
}

/** Most names that are told of each kind. */
const MOST = 500;

/** Who is told when nobody else can be. */
const LAST_RESORT = 'coordinator';

/** Every name once, with one step into the index for each. */
function names(column: string, rows: string): Sql<{ name: string }> {
  const next = (after: string) => `SELECT min(${column}) FROM ${rows} ${after}`;
  return sql(
    `WITH RECURSIVE named (name) AS (
       ${next('')}
       UNION ALL
       SELECT (${next(`AND ${column} > named.name`)}) FROM named WHERE named.name IS NOT NULL
     )
     SELECT name FROM named WHERE name IS NOT NULL LIMIT @most`,
  );
}

const RECIPIENTS = names(
  'recipient',
  `reminder WHERE organisation_id = @organisation AND state IN ('planned', 'queued', 'failed', 'dead')`,
);
const COORDINATORS = names(
  'coordinator',
  'partnership WHERE organisation_id = @organisation AND coordinator IS NOT NULL',
);

/** A name on record, or the reference that stands for it. */
type Named = Pick<Unaddressed, 'name' | 'namedBy'>;

/** Whom mail is for, as it is on record: of reminders first. */
export function* mailedNames(organisation: string): Work<Named[]> {
  const recipients = yield* all(RECIPIENTS, { organisation, most: MOST });
  const coordinators = yield* all(COORDINATORS, { organisation, most: MOST });
  return [
    ...recipients.map(({ name }): Named => ({ name, namedBy: 'reminders' })),
    ...coordinators.map(({ name }): Named => ({ name, namedBy: 'partnerships' })),
  ];
}

/** The names that are not in the address book, each once. @param book names that have an address */
export function unaddressed(named: readonly Named[], book: readonly string[]): Unaddressed[] {
  const known = new Map(book.map((name) => [keyOf(name), name]));
  const instead = known.get(LAST_RESORT) ?? null;
  const missing: Unaddressed[] = [];
  for (const one of named) {
    if (known.has(keyOf(one.name))) continue;
    known.set(keyOf(one.name), one.name);
    missing.push({ ...one, instead });
  }
  return missing;
}

/** Names are compared as whoever sends does: whatever the case, and the spaces around them. */
function keyOf(name: string): string {
  return name.trim().toLowerCase();
}
