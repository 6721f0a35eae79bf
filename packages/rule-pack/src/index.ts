export { loadPack } from './load-pack.js';
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
export { type Figure, type Outcome, type ParameterUse, type Step } from './explained.js';
export { obligations } from './obligation/obligations.js';
export { type Basis, type CompiledObligation, type Obligation, type ObligationFigure } from './obligation/model.js';
export { type PackTest, type Standing } from './pack-tests/model.js';
export { runPackTests, type TestResult } from './pack-tests/run-pack-tests.js';
export { ContributionInvalid } from './valuation/contribution.js';
export { type Block, type Bonus, type Contribution, type Quantity, type Valuation } from './valuation/model.js';
export { valuate, type ValuationMoment } from './valuation/valuate.js';
