export { apply, lifecycleOf, positionOf, SEAL_EVENT, START_EVENT } from './apply.js';
export { findBsn } from './bsn.js';
export { CONTRACT_SCHEMA } from './contract.js';
export { checkData, fieldProblem } from './data-check.js';
export { decide } from './decide.js';
export { EngineError, HistoryUnplayable, LifecycleMismatch, PackNotForLifecycle } from './errors.js';
export { explain, type Explanation } from './explain.js';
export type {
  Acceptance,
  Actor,
  Command,
  ContractFacts,
  DataProblem,
  Decision,
  LifecycleRef,
  Option,
  OutboxMessage,
  PackRef,
  Partnership,
  Reason,
  RecordedEvent,
  Refusal,
  Timer,
} from './model.js';
export { options } from './options.js';
export { loadPolicy, type Policy } from './policy.js';
export { diffPolicies, lintPolicy, newPolicy } from './pack-kit.js';
export {
  type Cause,
  type ParameterChange,
  type RefusedEvent,
  type Regression,
  type WarnedEvent,
} from './regress/model.js';
export { regress, retrial } from './regress/regress.js';
export { replay } from './replay.js';
export { ROLES } from './roles.js';
export { ENGINE_SEMANTICS, ENGINE_VERSION } from './semantics.js';
export { contractProblems, start, type StartCommand } from './start.js';
export { titleOf } from './titles.js';
export { plannedTimers } from './timers.js';
export {
  canonicalJson,
  lifecycles,
  PositionUnreadable,
  sampleData,
  type EventInfo,
  type JsonSchema,
  type Lifecycle,
  type Role,
  type StateInfo,
  type Text,
} from '@samenwerkt/lifecycle';
export {
  ContributionInvalid,
  evidenceFor,
  obligations,
  PackInvalid,
  runPackTests,
  valuate,
  withBase,
  type AskedEvidence,
  type Change,
  type Contribution,
  type Figure,
  type FindBase,
  type Finding,
  type LintReport,
  type ObligationFigure,
  type Outcome,
  type Pack,
  type PackDifference,
  type PackTest,
  type Parameter,
  type ParameterUse,
  type Rule,
  type Step,
  type TestResult,
} from '@samenwerkt/rule-pack';
