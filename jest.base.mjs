/** One Jest configuration for every package: ESM TypeScript, type-checked apart by `typecheck`. */
export default {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': ['ts-jest', { useESM: true, tsconfig: '<rootDir>/tsconfig.json', diagnostics: false }],
  },
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  testMatch: ['<rootDir>/src/**/*.spec.ts'],
  watchman: false,
  passWithNoTests: false,
  // A busy machine is slow; timings never decide a test, only what hangs does.
  testTimeout: 60_000,
};
