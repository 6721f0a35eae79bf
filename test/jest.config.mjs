import base from '../jest.base.mjs';

export default { ...base, testMatch: ['<rootDir>/**/*.spec.ts'], testTimeout: 120_000, maxWorkers: 1 };
