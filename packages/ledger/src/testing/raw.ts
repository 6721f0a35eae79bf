import BetterSqlite3 from 'better-sqlite3';
import { Client } from 'pg';

type Row = Record<string, unknown>;

/** A connection of its own to the ledger's database, as another program would have. Parameters are `?`. */
export interface Raw {
  readonly dialect: 'sqlite' | 'postgres';
  rows(sql: string, ...values: unknown[]): Promise<Row[]>;
  /** Changes what nobody may change: as a failing disk or somebody with a database tool would. */
  damage(sql: string, ...values: unknown[]): Promise<void>;
  close(): Promise<void>;
}

export function rawSqlite(file: string): Raw {
  const database = new BetterSqlite3(file);
  return {
    dialect: 'sqlite',
    async rows(sql, ...values) {
      const statement = database.prepare(sql);
      if (statement.reader) return statement.all(...values) as Row[];
      statement.run(...values);
      return [];
    },
    async damage(sql, ...values) {
      for (const table of ['history', 'audit_entry'])
        database.exec(`DROP TRIGGER IF EXISTS ${table}_keeps_rows; DROP TRIGGER IF EXISTS ${table}_keeps_content`);
      database.pragma('foreign_keys = OFF');
      database.prepare(sql).run(...values);
    },
    async close() {
      database.close();
    },
  };
}

export async function rawPostgres(url: string): Promise<Raw> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const numbered = (sql: string) => {
    let count = 0;
    return sql.replace(/\?/g, () => `$${++count}`);
  };
  const rows = async (sql: string, ...values: unknown[]) => (await client.query<Row>(numbered(sql), values)).rows;
  return {
    dialect: 'postgres',
    rows,
    async damage(sql, ...values) {
      // As a replica the server runs no triggers and checks no references.
      await client.query('SET session_replication_role = replica');
      await rows(sql, ...values);
      await client.query('SET session_replication_role = DEFAULT');
    },
    close: () => client.end(),
  };
}

/** From now on no row that fits the condition (over `NEW`) gets into a table. @returns how to make it whole again */
export async function wearOut(raw: Raw, table: string, condition = 'TRUE'): Promise<() => Promise<void>> {
  if (raw.dialect === 'sqlite') {
    await raw.rows(
      `CREATE TRIGGER worn BEFORE INSERT ON ${table} WHEN ${condition} BEGIN SELECT RAISE(ABORT, 'worn out'); END`,
    );
    return async () => void (await raw.rows('DROP TRIGGER worn'));
  }
  await raw.rows(
    `CREATE OR REPLACE FUNCTION wear() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'worn out'; END $$`,
  );
  await raw.rows(
    `CREATE TRIGGER worn BEFORE INSERT ON ${table} FOR EACH ROW WHEN (${condition}) EXECUTE FUNCTION wear()`,
  );
  return async () => void (await raw.rows(`DROP TRIGGER worn ON ${table}`));
}
