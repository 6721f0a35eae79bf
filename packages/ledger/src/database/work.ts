/**
 * Work on the database, written once for every database there is: it asks, and whoever runs it answers. On SQLite the
 * answers come at once, so that work in a transaction is never interrupted; on PostgreSQL they come over a connection.
 */

/** A statement in SQL that SQLite and PostgreSQL both understand, with parameters by name: `WHERE id = @id`. */
export interface Sql<Row> {
  readonly text: string;
  /** Only for the type of the rows; never there. */
  readonly row?: Row;
}

/** One question of a piece of work. */
export interface Ask {
  readonly kind: 'first' | 'all' | 'change' | 'lock';
  readonly sql: Sql<unknown>;
  readonly values: object;
}

/** Reading and writing that comes to a T. */
export type Work<T> = Generator<Ask, T, unknown>;

/** A statement; what its rows look like is for the writer of the SQL to say. */
export function sql<Row = never>(text: string): Sql<Row> {
  return { text };
}

/** The first row, if there is one. */
export function* first<Row>(sql: Sql<Row>, values: object = {}): Work<Row | undefined> {
  return (yield { kind: 'first', sql, values }) as Row | undefined;
}

/** All rows. */
export function* all<Row>(sql: Sql<Row>, values: object = {}): Work<Row[]> {
  return (yield { kind: 'all', sql, values }) as Row[];
}

/** Writes; answers with the number of rows written. */
export function* change(sql: Sql<never>, values: object = {}): Work<number> {
  return (yield { kind: 'change', sql, values }) as number;
}

/**
 * Keeps other processes from changing the rows that the statement finds until this transaction ends. On SQLite a
 * transaction that writes has the whole database to itself, and nothing needs to be done.
 */
export function* lock(sql: Sql<unknown>, values: object = {}): Work<void> {
  yield { kind: 'lock', sql, values };
}
