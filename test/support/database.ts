import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { Client } from 'pg';

/** The server that all tests of this run use; undefined when they run on SQLite. */
const SERVER = process.env['TEST_DATABASE_URL'];
export const ON_POSTGRES = SERVER !== undefined;

const SUPPORT = fileURLToPath(new URL('.', import.meta.url));
const known = new Map<string, string>();

/** What a program needs to find the database that goes with a folder: on PostgreSQL each folder has one of its own. */
export function databaseOf(dataDir: string): { DATABASE_URL?: string; SECRET_KEY?: string } {
  if (SERVER === undefined) return {};
  const name = `e2e_${createHash('sha256').update(resolve(dataDir)).digest('hex').slice(0, 16)}`;
  const url = known.get(name) ?? make(SERVER, name);
  known.set(name, url);
  return { DATABASE_URL: url, SECRET_KEY: 'ab'.repeat(32) };
}

function make(server: string, name: string): string {
  const script = `import { freshDatabase } from '@samenwerkt/services'; console.log(await freshDatabase(process.argv[1], process.argv[2]));`;
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script, server, name], {
    cwd: SUPPORT,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  return stdout.trim();
}

/** Changes the database behind the program's back. Values are `?`. */
export async function tamper(dataDir: string, sql: string, ...values: unknown[]): Promise<void> {
  const { DATABASE_URL: url } = databaseOf(dataDir);
  if (url === undefined) {
    const database = new Database(join(dataDir, 'samenwerkt.sqlite'));
    database.prepare(sql).run(...values);
    database.close();
    return;
  }
  const client = new Client({ connectionString: url });
  await client.connect();
  let count = 0;
  await client.query(
    sql.replace(/\?/g, () => `$${++count}`),
    values,
  );
  await client.end();
}
