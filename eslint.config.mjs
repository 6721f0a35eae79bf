import js from '@eslint/js';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import { importX } from 'eslint-plugin-import-x';
import nx from '@nx/eslint-plugin';
import prettier from 'eslint-config-prettier';
import hooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/** Arrows point down only (design: apps → ledger → engine → lifecycle, rule-pack → calendar). */
const layers = [
  ['layer:calendar', []],
  ['layer:lifecycle', ['layer:calendar']],
  ['layer:rule-pack', ['layer:calendar']],
  ['layer:engine', ['layer:lifecycle', 'layer:rule-pack', 'layer:calendar']],
  ['layer:access', ['layer:lifecycle']],
  ['layer:services', []],
  ['layer:ledger', ['layer:engine', 'layer:access', 'layer:calendar', 'layer:services']],
  ['layer:reminders', ['layer:ledger', 'layer:engine', 'layer:lifecycle', 'layer:calendar']],
  ['layer:intake', ['layer:ledger', 'layer:engine', 'layer:access', 'layer:calendar']],
  ['layer:app', ['layer:reminders', 'layer:intake', 'layer:ledger', 'layer:engine', 'layer:access', 'layer:calendar']],
  ['layer:web', []],
  [
    'layer:test',
    [
      'layer:app',
      'layer:services',
      'layer:reminders',
      'layer:intake',
      'layer:ledger',
      'layer:engine',
      'layer:access',
      'layer:calendar',
    ],
  ],
];

/** What would bring a framework, a database, a file or the clock into a pure package. */
const impure = [
  '@nestjs/*',
  'typeorm',
  'better-sqlite3',
  'fastify',
  'bullmq',
  'ioredis',
  'node:fs*',
  'fs*',
  'node:net',
  'node:http*',
  'node:child_process',
  'node:vm',
];

export default tseslint.config(
  { ignores: ['**/dist/**', '**/node_modules/**', '**/.nx/**'] },
  js.configs.recommended,
  ...tseslint.configs.strict,
  prettier,
  {
    plugins: { '@nx': nx, 'import-x': importX },
    settings: {
      ...importX.flatConfigs.typescript.settings,
      'import-x/resolver-next': [createTypeScriptImportResolver()],
    },
    rules: {
      'import-x/no-cycle': 'error',
      '@nx/enforce-module-boundaries': [
        'error',
        {
          enforceBuildableLibDependency: false,
          banTransitiveDependencies: true,
          allow: ['../jest.base.mjs', '../../jest.base.mjs'],
          depConstraints: layers.map(([sourceTag, allowed]) => ({
            sourceTag,
            onlyDependOnLibsWithTags: [...allowed, sourceTag],
          })),
        },
      ],
    },
  },
  {
    files: ['**/*.ts', '**/*.tsx'],
    // Nest and TypeORM read types at run time: a class named in a decorated signature is no type-only import.
    languageOptions: { parserOptions: { emitDecoratorMetadata: true, experimentalDecorators: true } },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-extraneous-class': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ['apps/web/src/**/*.tsx', 'apps/web/src/**/*.ts'],
    plugins: { 'react-hooks': hooks },
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },
  // Made by a program from the description of the API.
  { files: ['apps/web/src/api/schema.d.ts'], rules: { 'max-lines': 'off' } },
  {
    files: ['**/*.mjs', '**/*.js'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        Buffer: 'readonly',
        URL: 'readonly',
        setTimeout: 'readonly',
        performance: 'readonly',
        fetch: 'readonly',
      },
    },
  },
  {
    files: [
      'packages/{calendar,rule-pack,lifecycle,engine,access}/src/**/*.ts',
      'packages/reminders/src/{message,ics}/**/*.ts',
      'packages/reminders/src/backoff.ts',
    ],
    ignores: ['**/*.spec.ts', '**/testing/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: impure,
              message: 'Pure packages take time, ids and data as arguments: no framework, database, file or clock.',
            },
          ],
        },
      ],
      'no-restricted-globals': [
        'error',
        { name: 'Date', message: 'Dates are Temporal plain dates handed in as arguments.' },
        { name: 'fetch', message: 'Pure packages do no I/O.' },
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: 'Ids and chance are handed in.' },
        { object: 'Temporal', property: 'Now', message: 'The moment is handed in.' },
      ],
    },
  },
  {
    files: ['packages/lifecycle/src/**/*.ts'],
    ignores: ['packages/lifecycle/src/statechart.ts', 'packages/lifecycle/src/statechart.spec.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [{ group: ['xstate', 'xstate/*', ...impure], message: 'XState stays behind statechart.ts.' }] },
      ],
    },
  },
);
