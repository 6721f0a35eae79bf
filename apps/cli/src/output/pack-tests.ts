import { type TestResult } from '@samenwerkt/engine';

type Language = 'nl' | 'en';

const WORDS = {
  nl: {
    expected: 'verwacht',
    found: 'gevonden',
    missing: 'ontbreekt',
    passed: 'geslaagd',
    failed: 'niet geslaagd',
    nothing: 'Dit pakket heeft geen tests; zet ze in tests/.',
  },
  en: {
    expected: 'expected',
    found: 'found',
    missing: 'missing',
    passed: 'passed',
    failed: 'failed',
    nothing: 'This pack has no tests; put them in tests/.',
  },
} as const;

/** A test as lines for a terminal: what it says, and when it failed, what was expected and what was found. */
export function resultLines({ test, passed, found, missing }: TestResult, language: Language): string[] {
  const words = WORDS[language];
  const line = `${passed ? '✓' : '✗'} ${test.id}  ${test.title[language]}: ${found}`;
  if (passed) return [line];
  return [
    line,
    `    ${words.expected}: ${test.expected}   ${words.found}: ${found}`,
    ...(missing.length > 0 ? [`    ${words.missing}: ${missing.join(', ')}`] : []),
  ];
}

/** How many passed and failed. */
export function summary(results: readonly TestResult[], language: Language): string {
  const words = WORDS[language];
  if (results.length === 0) return words.nothing;
  const passed = results.filter((result) => result.passed).length;
  return `${passed} ${words.passed}, ${results.length - passed} ${words.failed}.`;
}
