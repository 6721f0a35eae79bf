import { CONTRACT_SCHEMA, ROLES, lifecycles } from '@samenwerkt/engine';
import { PACK_STATES } from '@samenwerkt/ledger';

/** A JSON Schema as it stands in the OpenAPI document. */
export type Schema = Readonly<Record<string, unknown>>;

export const text: Schema = { type: 'string' };
const id: Schema = { type: 'string', format: 'uuid' };
const instant: Schema = { type: 'string', format: 'date-time' };
export const date: Schema = { type: 'string', format: 'date' };
export const whole: Schema = { type: 'integer', minimum: 0 };
export const flag: Schema = { type: 'boolean' };
const hash: Schema = { type: 'string', pattern: '^[0-9a-f]{64}$' };
const euro: Schema = { type: 'string', pattern: '^\\d+\\.\\d{2}$', description: 'Bedrag in euro' };
const free: Schema = { type: 'object', additionalProperties: true };

const orNull = (schema: Schema): Schema => ({ oneOf: [schema, { type: 'null' }] });
export const list = (items: Schema): Schema => ({ type: 'array', items });
export const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });

/** An object with exactly these fields; those named in `optional` may be absent. */
export function object(properties: Readonly<Record<string, Schema>>, optional: readonly string[] = []): Schema {
  const required = Object.keys(properties).filter((name) => !optional.includes(name));
  return { type: 'object', additionalProperties: false, properties, required };
}

const page = (items: Schema): Schema => object({ items: list(items), nextCursor: orNull(id) });

export const source = object({ title: text, document: text, page: text, step: text, address: text }, [
  'document',
  'page',
  'step',
  'address',
]);
const reading = object({ path: text, value: {} }, ['value']);
export const packRef = object({ name: text, version: text, digest: hash });
const lifecycleRef = object({ id: { type: 'string', enum: [...lifecycles.keys()] }, version: text, hash });
const bilingual = object({ nl: text, en: text });

export const parameterReading = object(
  { name: text, title: text, unit: text, value: {}, validFrom: date, source, assumption: text },
  ['assumption'],
);

export const reasonFields = {
  kind: { type: 'string', enum: ['role', 'record', 'rule', 'pack'] },
  id: text,
  severity: { type: 'string', enum: ['block', 'warn'] },
  outcome: { type: 'string', enum: ['notFulfilled', 'unknown', 'fulfilled', 'notApplicable'] },
  title: text,
  message: text,
  remedy: text,
  pack: object({ name: text, version: text }),
  expression: text,
  parameters: list(parameterReading),
  now: reading,
  needed: reading,
  facts: list(reading),
  missing: list(text),
  source,
};
export const reasonOptional = ['pack', 'expression', 'now', 'needed'];

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

const state = object({ id: text, step: text, phase: text, title: text, result: text, source, since: instant }, [
  'since',
]);

const partnershipFields = {
  id,
  title: text,
  version: whole,
  startedAt: instant,
  done: flag,
  states: list(state),
  lifecycle: lifecycleRef,
  pack: packRef,
  contract: ref('ContractFacts'),
  opdrachtnemer: orNull(text),
  coordinator: orNull(text),
  backup: orNull(text),
  dossier: free,
  supplier: orNull(ref('Supplier')),
  nextDueOn: orNull(date),
  at: date,
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

/** Every answer of the API by name; the end-to-end tests hold real answers against these. */
export const SCHEMAS: Readonly<Record<string, Schema>> = {
  ContractFacts: CONTRACT_SCHEMA as unknown as Schema,
  Supplier: object({ id, name: text }),
  Suppliers: page(ref('Supplier')),
  Contract: object({ id, supplierId: orNull(id), facts: ref('ContractFacts'), createdAt: instant }),
  Contracts: page(ref('Contract')),
  PartnershipRow: object({
    id,
    title: text,
    supplier: orNull(ref('Supplier')),
    lifecycle: text,
    phase: text,
    states: list(text),
    pack: object({ name: text, version: text }),
    coordinator: orNull(text),
    nextDueOn: orNull(date),
    version: whole,
    quarantined: flag,
    updatedAt: instant,
  }),
  Partnerships: page(ref('PartnershipRow')),
  Partnership: object(partnershipFields, ['supplier', 'nextDueOn', 'at']),
  Reason: object(reasonFields, reasonOptional),
  Option: object({
    event: text,
    title: text,
    roles: list({ type: 'string', enum: [...ROLES] }),
    status: { type: 'string', enum: ['allowed', 'needsData', 'blocked'] },
    schema: { ...free, description: 'JSON Schema van de gegevens bij de gebeurtenis' },
    reasons: list(object({ ...reasonFields, canBeGivenWithEvent: flag }, reasonOptional)),
    judgedWithData: list(text),
    met: list(text),
  }),
  Options: object({ partnership: id, version: whole, items: list(ref('Option')) }),
  Receipt: object({
    partnership: id,
    version: whole,
    event: text,
    states: list(text),
    done: flag,
    at: instant,
    hash,
    warnings: list(ref('Reason')),
  }),
  Rehearsal: object({
    dryRun: { const: true },
    partnership: id,
    version: whole,
    event: text,
    states: list(text),
    done: flag,
    warnings: list(ref('Reason')),
    timers: object({ set: list(ref('Timer')), cancel: list(ref('Timer')), open: list(ref('Timer')) }),
  }),
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
  Timer: object({ kind: text, occurrence: text, dueOn: date }),
  HistoryEvent: object({
    sequence: whole,
    event: text,
    title: text,
    data: free,
    actor: object({ id: text, roles: list(text) }),
    at: instant,
    pack: packRef,
    lifecycle: lifecycleRef,
    semantics: whole,
    hash,
  }),
  History: object({ items: list(ref('HistoryEvent')), nextAfter: orNull(whole) }),
  Verification: object(
    {
      partnership: id,
      intact: flag,
      events: whole,
      head: hash,
      breaks: list(
        object(
          {
            sequence: whole,
            kind: { type: 'string', enum: ['changed', 'missing'] },
            stored: text,
            computed: text,
            acknowledged: flag,
          },
          ['stored', 'computed'],
        ),
      ),
      snapshotMatches: flag,
      fault: text,
    },
    ['fault'],
  ),
  RulePacks: object({ items: list(ref('RulePackVersion')) }),
  RulePackVersion: object(rulePackVersion),
  RulePack: {
    type: 'object',
    required: [
      ...Object.keys(rulePackVersion),
      ...['title', 'description', 'parameters', 'rules', 'requiredRecords', 'report', 'events'],
    ],
    properties: {
      ...rulePackVersion,
      title: bilingual,
      description: bilingual,
      report: ref('RulePackReport'),
      events: list(object({ what: text, actor: text, at: instant, details: free })),
      parameters: list({
        type: 'object',
        required: ['name', 'title', 'unit', 'lastVerifiedOn', 'values', 'known'],
        properties: { name: text, title: bilingual, unit: text, lastVerifiedOn: date, known: flag, values: list(free) },
      }),
      rules: list(free),
      requiredRecords: list(free),
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

/** For `@ApiOkResponse({ schema: answer('Partnership') })`. */
export function answer(name: keyof typeof SCHEMAS & string): { $ref: string } {
  return { $ref: `#/components/schemas/${name}` };
}
