import { type Change, type PackDifference } from '@samenwerkt/engine';
import { isPublishable, type PackReport, type ShelvedPack } from '@samenwerkt/ledger';
import { type Language } from '../http/language.js';

/** A version with its life so far. */
export function presentVersion({ ref, ...life }: ShelvedPack) {
  return { ...ref, ...life };
}

/** What lint and the pack's tests say, in one language. */
export function presentReport(report: PackReport, language: Language) {
  const findings = report.findings.map(({ file, line, column, severity, code, ...text }) => ({
    ...{ file, line, column, severity, code },
    message: text[language],
  }));
  const results = report.tests.map(({ test, passed, found, missing }) => ({
    ...{ id: test.id, title: test.title[language], passed, expected: test.expected, found, missing },
  }));
  const passed = results.filter((result) => result.passed).length;
  const tests = { passed, failed: results.length - passed, results };
  return { publishable: isPublishable(report), findings, tests };
}

/** What is different between two versions, in one language. */
export function presentDifference({ changes, advice }: PackDifference, language: Language) {
  return {
    advice: { enough: advice.enough, advised: advice.advised, message: advice.text[language] },
    changes: changes.map((change) => presentChange(change, language)),
  };
}

function presentChange({ text, details, ...rest }: Change, language: Language) {
  return { ...rest, message: text[language], details: details.map((detail) => detail[language]) };
}
