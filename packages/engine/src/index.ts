export { advise } from './advisor/advise.js';
export { ADVICE_SCHEMA, adviceProblems, openOf, type AdviceQuestion, type Open } from './advisor/input.js';
export type {
  Advice,
  AppliedLimits,
  Combination,
  Limits,
  Possibility,
  Proposal,
  ProposalLine,
} from './advisor/model.js';
export { apply, lifecycleOf, MIGRATION_EVENT, positionOf, SEAL_EVENT, START_EVENT } from './apply.js';
export { digitsOf, findBsn, findBsns, withoutBsns } from './bsn.js';
export { bsnProblem } from './data-check.js';
export { confirmationProblems, confirmedIn, hiddenNumber } from './confirmations.js';
export { agendaFor, type AgendaPoint } from './conversations/agenda.js';
export { CONTRACT_SCHEMA } from './contract.js';
export { checkData, fieldProblem } from './data-check.js';
export { decide } from './decide.js';
export { EngineError, HistoryUnplayable, LifecycleMismatch, PackNotForLifecycle } from './errors.js';
export { eventTitle } from './event-title.js';
export { breakdown, notShown, shownFigures, type ShownFigure } from './groups/figures.js';
export { explain, type Explanation } from './explain.js';
export { migrate, migrationRefusal } from './migrate/migrate.js';
export type {
  EventChange,
  JudgementChange,
  MigrationPreview,
  ObligationChange,
  ObligationReading,
} from './migrate/model.js';
export { differs, migrationPreview } from './migrate/preview.js';
export type {
  Acceptance,
  Actor,
  Command,
  ContractFacts,
  DataProblem,
  NumberConfirmation,
  Decision,
  LifecycleRef,
  Option,
  OutboxMessage,
  PackRef,
  ParameterReading,
  Partnership,
  Reason,
  RecordedEvent,
  Refusal,
  Timer,
} from './model.js';
export { namesIn, renamed } from './naming.js';
export { options } from './options.js';
export { loadPolicy, type Policy } from './policy.js';
export { diffPolicies, lintPolicy, newPolicy } from './pack-kit.js';
export { nextCheckIn, type NextCheckIn } from './conversations/next.js';
export { cadenceOf } from './planning/cadence.js';
export { isCalledOff } from './planning/called-off.js';
export { packMoments, type PackMoment } from './planning/pack-moments.js';
export { plannedTimers } from './planning/planned-timers.js';
export { reminderOf, type Reminder } from './planning/reminder.js';
export {
  type Cause,
  type ParameterChange,
  type RefusedEvent,
  type Regression,
  type WarnedEvent,
} from './regress/model.js';
export { obligationChange, type OwedChange, type ObligationTotal } from './regress/obligation.js';
export { CONVERSATION_EVENT } from './series.js';
export { openAgreements, type OpenAgreement } from './conversations/agreements.js';
export { regress, retrial } from './regress/regress.js';
export { replay } from './replay.js';
export { road, type Leg } from './road.js';
export { ROLES } from './roles.js';
export { ENGINE_SEMANTICS, ENGINE_VERSION } from './semantics.js';
export { contractProblems, start, type StartCommand } from './start.js';
export { titleOf } from './titles.js';
export { WHAT_IF_SCHEMA, whatIfProblems } from './what-if/input.js';
export type { JudgedRule, WhatIf, WhatIfInput } from './what-if/model.js';
export { whatIf } from './what-if/what-if.js';
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
  digestOfPack,
  ContributionInvalid,
  evidenceFor,
  money,
  obligations,
  PackInvalid,
  runPackTests,
  sumOf,
  shortfall,
  ShortfallInvalid,
  valuate,
  withBase,
  type AskedEvidence,
  type CadenceEntry,
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
  type Shortage,
  type ShortfallFigure,
  type Step,
  type TestResult,
} from '@samenwerkt/rule-pack';
