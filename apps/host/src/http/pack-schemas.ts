import { PACK_STATES } from '@samenwerkt/ledger';
import {
  text,
  id,
  instant,
  date,
  whole,
  flag,
  hash,
  euro,
  free,
  orNull,
  list,
  ref,
  object,
  page,
  source,
  packRef,
  bilingual,
  parameterReading,
  type Schema,
} from './schemas.js';

const figure = object({ value: {}, validFrom: date });

/** A rule or record by which two packs come to another judgement. */
const judgementChange = object({
  kind: { type: 'string', enum: ['rule', 'record'] },
  id: text,
  title: text,
  message: text,
  was: text,
  now: text,
  rewritten: flag,
  parameters: list(object({ name: text, title: text, unit: text, was: figure, now: figure }, ['was', 'now'])),
  source,
  canBeGivenWithEvent: flag,
});

const obligationReading = object(
  {
    due: { type: 'string', enum: ['yes', 'no', 'unknown'] },
    outcome: object({ kind: text, amount: text, missing: list(text), reason: text }, ['amount', 'missing', 'reason']),
    percentage: { ...text, description: 'Procent als decimale tekst' },
    shortfall: list(parameterReading),
  },
  ['percentage'],
);

const moment = object({ occurrence: text, dueOn: date });

const outcome = { type: 'string', enum: ['waiting', 'moved', 'present', 'refused', 'conflict'] };

const migrationFields = {
  id,
  to: packRef,
  reden: text,
  selection: free,
  state: { type: 'string', enum: ['running', 'done', 'stopped', 'failed'] },
  startedAt: instant,
  finishedAt: orNull(instant),
};

const regressionFields = {
  id,
  pack: text,
  candidate: packRef,
  state: { type: 'string', enum: ['running', 'done', 'stopped', 'failed'] },
  progress: object({ partnerships: whole, done: whole, events: whole }),
  startedAt: instant,
  finishedAt: orNull(instant),
};

const figureThen = object({ value: {}, validFrom: date });
const cause = object({
  kind: { type: 'string', enum: ['rule', 'record'] },
  id: text,
  title: text,
  message: text,
  was: text,
  now: text,
  rewritten: flag,
  parameters: list(object({ name: text, title: text, unit: text, was: figureThen, now: figureThen }, ['was', 'now'])),
});
const eventPlace = { sequence: whole, event: text, at: instant };
const obligationTotal = object({ amount: euro, duties: whole, unknown: flag }, ['amount']);
const obligationSum = object({ amount: euro, partnerships: whole, duties: whole });
const differing = object(
  {
    partnership: id,
    kenmerk: text,
    title: text,
    events: whole,
    refused: whole,
    warned: whole,
    firstRefused: object({ ...eventPlace, causes: list(cause) }),
    firstWarned: object({ ...eventPlace, appeared: list(cause), disappeared: list(cause) }),
    obligation: object({ before: obligationTotal, after: obligationTotal }),
  },
  ['firstRefused', 'firstWarned', 'obligation'],
);
const counted = object({ partnerships: whole, events: whole });
const regressionFindings = object(
  {
    judged: whole,
    leftOut: object({ quarantined: whole, unplayable: whole, packUnavailable: whole, otherLifecycle: whole }),
    refused: counted,
    warned: counted,
    refusals: list(differing),
    warnings: list(differing),
    obligation: object({
      before: obligationSum,
      after: obligationSum,
      changed: whole,
      unknownBefore: whole,
      unknownAfter: whole,
    }),
    otherObligations: list(differing),
  },
  ['obligation'],
);

const packState = { type: 'string', enum: [...PACK_STATES] };
const findingSeverity = { type: 'string', enum: ['error', 'warning', 'note'] };
const rulePackVersion = {
  name: text,
  version: text,
  digest: hash,
  state: packState,
  loadedAt: instant,
  uploadedBy: text,
  publishedAt: orNull(instant),
  publishedBy: orNull(text),
  endsOn: orNull(date),
  replacedBy: orNull(object({ name: text, version: text })),
  reason: orNull(text),
};

/** Answers about rule packs: their versions, regressions, and moves of partnerships to another version. */
export const PACK_SCHEMAS: Readonly<Record<string, Schema>> = {
  MigrationPreview: object({
    dryRun: { const: true },
    partnership: id,
    kenmerk: text,
    title: text,
    version: whole,
    from: packRef,
    to: packRef,
    warnings: list(ref('Reason')),
    obligations: list(
      object({ id: text, title: text, changed: flag, was: obligationReading, now: obligationReading }, ['was', 'now']),
    ),
    events: list(
      object({
        event: text,
        title: text,
        blocks: list(judgementChange),
        lifted: list(judgementChange),
        appeared: list(judgementChange),
        disappeared: list(judgementChange),
        withData: list(judgementChange),
      }),
    ),
    timers: object({
      added: list(ref('Timer')),
      removed: list(ref('Timer')),
      moved: list(object({ kind: text, was: moment, now: moment })),
    }),
    unknownParameters: list(object({ name: text, title: text, was: text })),
  }),
  MigrationSurvey: object({
    dryRun: { const: true },
    selected: whole,
    counts: object({
      movable: whole,
      obligationChanged: whole,
      newlyBlocked: whole,
      noLongerBlocked: whole,
      warningsChanged: whole,
      datesMoved: whole,
      present: whole,
      refused: whole,
    }),
    differing: list(ref('MigrationPreview')),
    refused: list(object({ partnership: id, title: text, code: text, reason: text })),
  }),
  Migration: object(migrationFields),
  Migrations: page(ref('Migration')),
  MigrationReport: object({
    ...migrationFields,
    progress: object({ waiting: whole, moved: whole, present: whole, refused: whole, conflict: whole }),
  }),
  MigrationResults: object({
    ...migrationFields,
    progress: object({ waiting: whole, moved: whole, present: whole, refused: whole, conflict: whole }),
    results: page(
      object({
        partnership: id,
        title: text,
        kenmerk: orNull(text),
        version: whole,
        outcome,
        code: orNull(text),
        reason: orNull(text),
        settledAt: orNull(instant),
      }),
    ),
  }),
  RulePacks: object({ items: list(ref('RulePackVersion')) }),
  RulePackVersion: object(rulePackVersion),
  RulePack: {
    type: 'object',
    required: [
      ...Object.keys(rulePackVersion),
      ...['title', 'description', 'parameters', 'rules', 'requiredRecords', 'blocks', 'cadence', 'report', 'events'],
    ],
    properties: {
      ...rulePackVersion,
      title: bilingual,
      description: bilingual,
      report: ref('RulePackReport'),
      events: list(object({ what: text, actor: text, actorName: orNull(text), at: instant, details: free })),
      parameters: list({
        type: 'object',
        required: ['name', 'title', 'unit', 'lastVerifiedOn', 'values', 'known'],
        properties: { name: text, title: bilingual, unit: text, lastVerifiedOn: date, known: flag, values: list(free) },
      }),
      rules: list(free),
      requiredRecords: list(free),
      blocks: {
        ...list(object({ id: text, title: bilingual })),
        description: 'Bouwblokken die het pakket waardeert; leeg als het er geen heeft',
      },
      cadence: { ...list(object({ id: text, title: bilingual })), description: 'Momenten waarom het pakket vraagt' },
    },
  },
  Regression: object({ ...regressionFields, findings: regressionFindings }),
  Regressions: page(object(regressionFields)),
  RulePackReport: object({
    publishable: flag,
    findings: list(
      object({ file: text, line: whole, column: whole, severity: findingSeverity, code: text, message: text }),
    ),
    tests: object({
      passed: whole,
      failed: whole,
      results: list(object({ id: text, title: text, passed: flag, expected: text, found: text, missing: list(text) })),
    }),
  }),
  UploadedRulePack: object({
    ...rulePackVersion,
    outcome: { type: 'string', enum: ['added', 'replaced', 'present'] },
    report: ref('RulePackReport'),
  }),
  RulePackDifferences: object({
    name: text,
    from: text,
    to: text,
    advice: object({ enough: flag, advised: text, message: text }),
    changes: list(
      object({
        area: text,
        kind: { type: 'string', enum: ['added', 'removed', 'changed'] },
        subject: text,
        level: { type: 'string', enum: ['major', 'minor', 'patch'] },
        message: text,
        details: list(text),
      }),
    ),
  }),
};
