import base from '../jest.base.mjs';

/** `LEDGER_ON=postgres` runs the same tests on a real PostgreSQL server instead of on SQLite. */
const postgres = process.env.LEDGER_ON === 'postgres';

export default {
  ...base,
  testMatch: ['<rootDir>/**/*.spec.ts'],
  testTimeout: 120_000,
  maxWorkers: 1,
  testPathIgnorePatterns: postgres ? ['sqlite.spec.ts', 'five-years.spec.ts', 'demo-year.spec.ts'] : ['/node_modules/'],
  ...(postgres
    ? { globalSetup: '@samenwerkt/services/jest-set-up', globalTeardown: '@samenwerkt/services/jest-tear-down' }
    : {}),
};
