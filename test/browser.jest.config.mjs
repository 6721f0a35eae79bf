import config from './jest.config.mjs';

/** The tests in a real browser, which take one that the others do without. */
export default { ...config, testMatch: ['<rootDir>/browser/**/*.spec.ts'] };
