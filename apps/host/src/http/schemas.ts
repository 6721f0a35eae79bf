import { CONTRACT_SCHEMA, ROLES, lifecycles } from '@samenwerkt/engine';

/** A JSON Schema as it stands in the OpenAPI document. */
export type Schema = Readonly<Record<string, unknown>>;

export const text: Schema = { type: 'string' };
export const id: Schema = { type: 'string', format: 'uuid' };
export const instant: Schema = { type: 'string', format: 'date-time' };
export const date: Schema = { type: 'string', format: 'date' };
export const whole: Schema = { type: 'integer', minimum: 0 };
export const flag: Schema = { type: 'boolean' };
export const hash: Schema = { type: 'string', pattern: '^[0-9a-f]{64}$' };
export const euro: Schema = { type: 'string', pattern: '^\\d+\\.\\d{2}$', description: 'Bedrag in euro' };
export const free: Schema = { type: 'object', additionalProperties: true };

export const orNull = (schema: Schema): Schema => ({ oneOf: [schema, { type: 'null' }] });
export const list = (items: Schema): Schema => ({ type: 'array', items });
export const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });

/** An object with exactly these fields; those named in `optional` may be absent. */
export function object(properties: Readonly<Record<string, Schema>>, optional: readonly string[] = []): Schema {
  const required = Object.keys(properties).filter((name) => !optional.includes(name));
  return { type: 'object', additionalProperties: false, properties, required };
}

export const page = (items: Schema): Schema => object({ items: list(items), nextCursor: orNull(id) });

export const source = object({ title: text, document: text, page: text, step: text, address: text }, [
  'document',
  'page',
  'step',
  'address',
]);
const reading = object({ path: text, value: {} }, ['value']);
export const packRef = object({ name: text, version: text, digest: hash });
const lifecycleRef = object({ id: { type: 'string', enum: [...lifecycles.keys()] }, version: text, hash });
export const bilingual = object({ nl: text, en: text });

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

/** Every answer of the API by name; the end-to-end tests hold real answers against these. */
export const SCHEMAS: Readonly<Record<string, Schema>> = {
  ContractFacts: CONTRACT_SCHEMA as unknown as Schema,
  Supplier: object({ id, name: text }),
  Suppliers: page(ref('Supplier')),
  Contract: object({ id, supplierId: orNull(id), facts: ref('ContractFacts'), createdAt: instant }),
  Contracts: page(ref('Contract')),
  WorkList: object({
    items: list(
      object({
        id,
        dueOn: date,
        kind: object({ id: text, title: text }),
        occurrence: text,
        partnership: object({ id, title: text }),
        supplier: orNull(text),
        phase: text,
        coordinator: orNull(text),
        pack: object({ name: text, version: text }),
      }),
    ),
    nextCursor: orNull(text),
  }),
  Version: object({ version: whole }),
  WorkCounts: object({
    overdue: whole,
    today: whole,
    week: whole,
    later: whole,
    phases: list(object({ phase: text, count: whole })),
  }),
  RecentChanges: object({
    items: list(
      object({
        partnership: object({ id, title: text }),
        event: object({ id: text, title: text }),
        actor: object({ id: text, name: orNull(text) }),
        at: instant,
        events: { ...whole, description: 'Hoeveel anderen er sindsdien deden' },
      }),
    ),
    isWhole: { ...flag, description: 'Of dit alles is' },
  }),
  Handover: object({
    dryRun: flag,
    at: { ...instant, description: 'Wanneer gekeken is; geef het bij het uitvoeren als unchangedSince' },
    items: list(
      object({
        partnership: object({ id, title: text }),
        coordinator: { ...orNull(text), description: 'Wie coördinator wordt; null zonder back-up die dat kan' },
        refused: { ...orNull(object({ code: text, reason: text })), description: 'Waarom niet; null als het kan' },
      }),
    ),
  }),
  ContractImport: object({
    dryRun: flag,
    contracts: {
      ...list(object({ line: whole, supplier: text, facts: ref('ContractFacts') })),
      description: 'Zonder fouten',
    },
    problems: {
      ...list(object({ line: whole, column: whole, header: text, value: text, code: text, message: text })),
      description: 'Elke cel die niet klopt; regel en kolom tellen vanaf 1',
    },
  }),
  PartnershipRow: object({
    id,
    title: text,
    reference: { ...orNull(text), description: 'Kenmerk van het contract' },
    supplier: orNull(ref('Supplier')),
    lifecycle: text,
    phase: text,
    states: list(text),
    pack: object({ name: text, version: text }),
    coordinator: orNull(text),
    nextDueOn: orNull(date),
    contractEndsOn: { ...orNull(date), description: 'Laatste dag van het contract' },
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
  Timer: object({ kind: text, occurrence: text, dueOn: date }),
  HistoryEvent: object({
    sequence: whole,
    event: text,
    title: text,
    data: free,
    actor: object({ id: text, name: orNull(text), roles: list(text) }),
    at: instant,
    pack: packRef,
    lifecycle: lifecycleRef,
    semantics: whole,
    hash,
  }),
  Lifecycle: object({
    id: { type: 'string', enum: [...lifecycles.keys()] },
    version: text,
    hash,
    title: text,
    states: list(
      object({ id: text, step: text, phase: text, title: text, result: text, source, lane: text, end: flag }),
    ),
    transitions: list(object({ event: orNull(text), title: text, from: list(text), to: list(text) })),
  }),
  Road: object({
    partnership: id,
    items: list(object({ sequence: whole, event: text, at: instant, left: list(text), entered: list(text) })),
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
};

/** For `@ApiOkResponse({ schema: answer('Partnership') })`. */
export function answer(name: keyof typeof SCHEMAS & string): { $ref: string } {
  return { $ref: `#/components/schemas/${name}` };
}
