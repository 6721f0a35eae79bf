import config from './jest.config.mjs';

/** What is killed, flushed and thrown about in time: long, and beside the other tests on another core. */
export default { ...config, testMatch: ['<rootDir>/chaos/**/*.spec.ts'] };
