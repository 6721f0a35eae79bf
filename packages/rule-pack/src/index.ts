export {
  type CadenceEntry,
  type Jaarlijks,
  type Moment,
  type NaGebeurtenis,
  type Stilstand,
  type Terugkerend,
  type VoorContracteinde,
  type ZonderBackup,
} from './cadence/model.js';
export { durationsOf } from './cadence/durations.js';
export { digestOfPack, loadPack } from './load-pack.js';
export { type FindBase, withBase } from './with-base.js';
export { type Change } from './diff/change.js';
export { diffPacks, type PackDifference, type PackVersion } from './diff/diff-packs.js';
export { type VersionAdvice } from './diff/version-advice.js';
export { type Finding, type LintSeverity } from './lint/finding.js';
export { lintPack, type LintReport } from './lint/lint-pack.js';
export { PackNameInvalid, scaffoldPack } from './scaffold/scaffold-pack.js';
export { inWords } from './missing.js';
export { LONGEST } from './parameter-reference.js';
export { PackInvalid, type Problem } from './problem.js';
export { type FactSet, type FactValues } from './facts.js';
export type {
  CompiledRule,
  DatedValue,
  FactTree,
  FactType,
  Maintainer,
  Manifest,
  Pack,
  Parameter,
  ParameterOn,
  RequiredRecord,
  Rule,
  RuleAdvice,
  Severity,
  Source,
  Text,
  Trace,
  Unit,
  Verdict,
  Vocabulary,
} from './model.js';
export { money, sumOf } from './amounts.js';
export { type Figure, type Outcome, type ParameterUse, type Step } from './explained.js';
export { evidenceFor } from './evidence/evidence-for.js';
export { type AskedEvidence, type Evidence } from './evidence/model.js';
export { obligations } from './obligation/obligations.js';
export { shortfall, ShortfallInvalid, type Shortage, type ShortfallFigure } from './obligation/shortfall.js';
export { type Basis, type CompiledObligation, type Obligation, type ObligationFigure } from './obligation/model.js';
export { type PackTest, type Standing } from './pack-tests/model.js';
export { runPackTests, type TestResult } from './pack-tests/run-pack-tests.js';
export { ContributionInvalid } from './valuation/contribution.js';
export { type Block, type Bonus, type Contribution, type Quantity, type Valuation } from './valuation/model.js';
export { valuate, type ValuationMoment } from './valuation/valuate.js';
