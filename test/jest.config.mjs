import base from '../jest.base.mjs';

/** `LEDGER_ON=postgres` runs the same tests on a real PostgreSQL server instead of on SQLite. */
const postgres = process.env.LEDGER_ON === 'postgres';

/** About SQLite, about Redis or about files only: on another database they say nothing new. */
const WITHOUT_POSTGRES = [
  ...['sqlite.spec.ts', 'demo-year.spec.ts', 'compose.spec.ts'],
  ...['redis-storms.spec.ts', 'reminders-redis.spec.ts', 'five-years-dispatched.spec.ts'],
  // Pure decisions and forms of requests, or files: the ledger's own tests run on both databases.
  ...['permissions.spec.ts', 'bad-input.spec.ts', 'what-if.spec.ts', 'foreign-town.spec.ts', 'command-line.spec.ts'],
  ...['bsn.spec.ts', 'board.spec.ts', 'reminders-courier.spec.ts', 'clock-jumps.spec.ts', 'registry-hostile.spec.ts'],
  ...['hardening.spec.ts', 'secrets.spec.ts', 'openid.spec.ts', 'security.spec.ts', 'dependency-audit.spec.ts'],
  ...['web-client.spec.ts', '/host.spec.ts', 'openapi.spec.ts', 'openapi-privacy.spec.ts', 'metrics.spec.ts'],
  ...['contract-import.spec.ts', 'sign-in.spec.ts', 'second-factor.spec.ts'],
];

export default {
  ...base,
  testMatch: ['<rootDir>/e2e/**/*.spec.ts'],
  testTimeout: 120_000,
  maxWorkers: 1,
  // A test that fails before it stops what it started must say so, and not keep the run waiting for ever.
  forceExit: true,
  testPathIgnorePatterns: ['/node_modules/', ...(postgres ? WITHOUT_POSTGRES : [])],
  ...(postgres
    ? { globalSetup: '@samenwerkt/services/jest-set-up', globalTeardown: '@samenwerkt/services/jest-tear-down' }
    : {}),
};
