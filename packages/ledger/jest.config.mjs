import base from '../../jest.base.mjs';

/** `LEDGER_ON=postgres` runs the same tests on a real PostgreSQL server instead of on SQLite. */
const postgres = process.env.LEDGER_ON === 'postgres';

export default {
  ...base,
  testPathIgnorePatterns: [postgres ? 'sqlite.spec.ts' : 'postgres.spec.ts'],
  ...(postgres
    ? { globalSetup: '@samenwerkt/services/jest-set-up', globalTeardown: '@samenwerkt/services/jest-tear-down' }
    : {}),
};
