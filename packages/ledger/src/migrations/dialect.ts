import { type QueryRunner } from 'typeorm';

/**
 * Runs a statement that is written for SQLite, on whichever database this is. Text is compared byte by byte on both, so
 * that pages and lists have the same order everywhere.
 */
export async function run(runner: QueryRunner, statement: string): Promise<void> {
  await runner.query(isPostgres(runner) ? forPostgres(statement) : statement);
}

/** Rows of the table can be added, and never changed or removed, whatever program asks. */
export async function appendOnly(runner: QueryRunner, table: string): Promise<void> {
  for (const statement of isPostgres(runner) ? postgresTriggers(table) : sqliteTriggers(table)) {
    await runner.query(statement);
  }
}

export function isPostgres({ connection }: QueryRunner): boolean {
  return connection.options.type === 'postgres';
}

function forPostgres(statement: string): string {
  return statement.replace(/(?<!\bAS )\bTEXT\b/g, 'TEXT COLLATE "C"').replace(/\)\s*WITHOUT ROWID\s*$/, ')');
}

function sqliteTriggers(table: string): string[] {
  const refuse = `BEGIN SELECT RAISE(ABORT, '${table} is append-only'); END`;
  return [
    `CREATE TRIGGER ${table}_keeps_rows BEFORE DELETE ON ${table} ${refuse}`,
    `CREATE TRIGGER ${table}_keeps_content BEFORE UPDATE ON ${table} ${refuse}`,
  ];
}

function postgresTriggers(table: string): string[] {
  return [
    `CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS
       $$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$`,
    `CREATE TRIGGER ${table}_keeps_rows BEFORE DELETE OR TRUNCATE ON ${table} FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`,
    `CREATE TRIGGER ${table}_keeps_content BEFORE UPDATE ON ${table} FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`,
  ];
}
