import { type PackReport } from '@samenwerkt/ledger';
import { findingLine } from '../commands/pack/pack-lint.js';
import { resultLines, summary } from './pack-tests.js';

/** What lint and the tests of a pack say, as lines for a terminal: findings, tests that failed, and the count of tests. */
export function reportLines({ findings, tests }: PackReport, language: 'nl' | 'en'): string[] {
  const failed = tests.filter(({ passed }) => !passed);
  return [
    ...findings.map((finding) => findingLine(finding, language)),
    ...failed.flatMap((result) => resultLines(result, language)),
    summary(tests, language),
  ];
}
