import { startPostgres } from './postgres.js';
import { type Service } from './service.js';

const global = globalThis as { samenwerktPostgres?: Service };

/** Before all tests of a run: a PostgreSQL server for all of them, unless `TEST_DATABASE_URL` names one. */
export default async function setUp(): Promise<void> {
  if (process.env['TEST_DATABASE_URL'] !== undefined) return;
  global.samenwerktPostgres = await startPostgres();
  process.env['TEST_DATABASE_URL'] = global.samenwerktPostgres.url;
}

/** After all tests: ends the server that the set-up started. */
export async function tearDown(): Promise<void> {
  await global.samenwerktPostgres?.stop();
}
