import { loadPack } from '../load-pack.js';
import { type Pack, type Vocabulary } from '../model.js';
import { byPlace, PackInvalid } from '../problem.js';
import { bySeverity, type Finding } from './finding.js';
import { loadedFiles } from './loaded-files.js';
import { parameterFindings } from './parameter-checks.js';
import { ruleFindings } from './rule-checks.js';
import { testFindings } from './test-checks.js';
import { textFindings } from './text-checks.js';

/** What a pack is judged against. */
interface LintSetting {
  readonly vocabulary: Vocabulary;
  /** ISO date on which it is judged; values that nobody verified in the year before it are reported. */
  readonly date: string;
  /** Parameters that the engine plans with when the pack has no cadence of its own, so that no rule needs to read them. */
  readonly readByEngine: ReadonlySet<string>;
}

/** A pack as lint sees it: errors first, then by file and line. */
export interface LintReport {
  readonly findings: readonly Finding[];
  /** Absent when the pack does not load; then the findings are what is wrong, and nothing else was looked at. */
  readonly pack?: Pack;
}

/**
 * Everything an author should know about a pack, with file and line. Pure.
 * @param files path relative to the pack's folder, with forward slashes → text
 */
export function lintPack(files: ReadonlyMap<string, string>, setting: LintSetting): LintReport {
  try {
    const pack = loadPack(files, setting.vocabulary);
    const loaded = loadedFiles({ pack, files, ...setting });
    const checks = [parameterFindings, ruleFindings, testFindings, textFindings];
    const found = checks.flatMap((check) => check(loaded));
    return { pack, findings: found.sort((a, b) => bySeverity(a, b) || byPlace(a, b)) };
  } catch (error) {
    if (!(error instanceof PackInvalid)) throw error;
    return { findings: error.problems.map((problem) => ({ ...problem, severity: 'error' })) };
  }
}
