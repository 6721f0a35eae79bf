import { startPostgres } from '@samenwerkt/services';

/** Starts a server for all tests of the run, unless `TEST_DATABASE_URL` names one. */
export default async function setUp() {
  if (process.env.TEST_DATABASE_URL !== undefined) return;
  const server = await startPostgres();
  process.env.TEST_DATABASE_URL = server.url;
  globalThis.stopPostgres = () => server.stop();
}
