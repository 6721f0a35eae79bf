export { type Activity } from './activity.js';
export { AUDIT_ACTIONS, type AuditAction } from './audit/actions.js';
export { type AuditEntry, type AuditFilter, type AuditVerification } from './audit/audit.js';
export { type CalledOffMoment, type OpenMoment, type OpenPackMoment } from './calendar/moments.js';
export { type CalendarToken } from './calendar/tokens.js';
export { type WorkItem, type WorkPlace } from './calendar/work-list.js';
export { type Handover, type HandoverOutcome } from './handovers/handovers.js';
export { systemClock, type Clock } from './clock.js';
export * from './errors.js';
export { MOST_FILE_BYTES } from './evidence/evidence-files.js';
export { FILE_KINDS } from './evidence/file-kind.js';
export { type Attestation, type UnseenProof } from './evidence/attestations.js';
export { type Break, type ChainReport } from './integrity/chain.js';
export { type AcceptBreak, type Rebuilt, type Verification } from './integrity/caretaker.js';
export { type HistoryEntity as HistoryRow } from './entities/history.js';
export { openLedger, type Ledger, type LedgerOptions } from './ledger.js';
export { ledgerLocation } from './location.js';
export { secretSetting } from './secret-setting.js';
export { LOCAL_ACTOR, LOCAL_ORGANISATION } from './organisation.js';
export { type Organisation } from './organisations.js';
export { type MigrationReport, type MigrationRow, type MoveSelection } from './pack-migrations/pack-migrations.js';
export { type MigrationResult } from './pack-migrations/results.js';
export { MOST_SELECTED, type Selection } from './pack-migrations/selection.js';
export { type NotMoved, type Survey } from './pack-migrations/survey.js';
export * from './packs/errors.js';
export { ERASED, withNames, type DataSubject } from './privacy/data-subjects.js';
export * from './privacy/errors.js';
export { type PrivacyChange, type PrivacyChoices } from './privacy/privacy-settings.js';
export { type RetentionReport } from './privacy/retention.js';
export { type SubjectAccess } from './privacy/subject-rights.js';
export { PACK_STATES, type PackState, type Replacement, type ShelvedPack } from './packs/pack-life.js';
export { type PackEvent } from './packs/pack-registry.js';
export { isPublishable, type PackReport } from './packs/pack-report.js';
export { type Shelved } from './packs/pack-shelf.js';
export { VIEWED_SCREENS } from './people/saved-views.js';
export { type ApiToken, type ApiTokenFields, type NewApiToken } from './people/api-tokens.js';
export * from './people/errors.js';
export { type TotpSecret } from './people/codes.js';
export { type Admission, type Vouched } from './people/identities.js';
export { type ClaimedLetter } from './people/letters.js';
export { type LinkHolder, type LinkKind } from './people/links.js';
export { PASSWORD_LENGTH } from './people/passwords.js';
export { type PersonFields } from './people/person-checks.js';
export { type Person, type PersonState } from './people/person.js';
export { type ByWhom } from './people/person-rights.js';
export { type PersonChange } from './people/people.js';
export { type SecondFactorStanding } from './people/second-factor.js';
export { type NewSession, SESSION, type SessionRow, type Signed } from './people/sessions.js';
export { type Credentials, type Place, type SignedIn } from './people/sign-in.js';
export { type Contract, type NewContract, type Supplier } from './queries/contracts.js';
export { type Scope } from './queries/scope.js';
export { type PartnershipFilter, type PartnershipRow } from './queries/partnerships.js';
export { type Differing, type Findings } from './regressions/findings.js';
export { actsIn, type ReminderAct } from './reminders/acts.js';
export { MOST_LISTED, type ReminderFilter, type ReminderLine, type ReminderPlace } from './reminders/listing.js';
export {
  COUNTED_TO,
  MOST_ACTED_ON,
  type ActOutcome,
  type ReminderDossier,
  type ReminderHealth,
  type ReminderOfPartnership,
} from './reminders/reminders.js';
export { type MomentPlace } from './reminders/missing-reminders.js';
export { REMINDER_STATES, stateTitle } from './reminders/state-title.js';
export { type ReminderState } from './entities/reminder.js';
export { type ReminderWhy } from './reminders/why.js';
export { type RegressionReport, type RegressionRow } from './regressions/regressions.js';
export { type Address } from './reminders/addresses.js';
export { type Unaddressed } from './reminders/unaddressed.js';
export { type Claimed, type Waiting } from './reminders/dispatch-desk.js';
export {
  type Course,
  type RehearsedMove,
  type Receipt,
  type StartPartnership,
  type TransitionCommand,
} from './writer/commands.js';
