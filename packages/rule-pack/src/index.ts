export { loadPack } from './load-pack.js';
export { type Change } from './diff/change.js';
export { diffPacks, type PackDifference, type PackVersion } from './diff/diff-packs.js';
export { type VersionAdvice } from './diff/version-advice.js';
export { type Finding, type LintSeverity } from './lint/finding.js';
export { lintPack, type LintReport } from './lint/lint-pack.js';
export { PackNameInvalid, scaffoldPack } from './scaffold/scaffold-pack.js';
export { PackInvalid, type Problem } from './problem.js';
export { type FactSet, type FactValues } from './facts.js';
export type {
  CompiledRule,
  DatedValue,
  FactTree,
  FactType,
  Manifest,
  Pack,
  Parameter,
  ParameterOn,
  RequiredRecord,
  Rule,
  Severity,
  Source,
  Text,
  Unit,
  Verdict,
  Vocabulary,
} from './model.js';
