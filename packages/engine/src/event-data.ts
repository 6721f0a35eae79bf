import { eventSchema, type EventInfo, type JsonSchema, type Lifecycle, type StateInfo } from '@samenwerkt/lifecycle';
import { conversationProblems } from './conversations/problems.js';
import { withOpenAgreements } from './conversations/schema.js';
import { checkData, fieldProblem } from './data-check.js';
import { keptAt } from './dossier.js';
import { type DataProblem, type Dossier, type NumberConfirmation, type Partnership, type Reason } from './model.js';

type Data = Readonly<Record<string, unknown>>;

/** What an event asks for where it is fired: one per lifecycle, event and set of states, made once. */
interface Asked {
  /** The shape without requirements: what may be given. */
  readonly shape: JsonSchema;
  /** Required fields of the event itself: they must be given with it. */
  readonly own: readonly string[];
  /** Required fields of the record it completes: given with it, or on record already. */
  readonly ofRecord: readonly string[];
  readonly state: StateInfo | undefined;
}

const askedOf = new Map<string, Asked>();

function asked(lifecycle: Lifecycle, states: readonly string[], event: EventInfo): Asked {
  const key = `${lifecycle.hash} ${event.id} ${states.join(' ')}`;
  let known = askedOf.get(key);
  if (!known) askedOf.set(key, (known = work(lifecycle, states, event)));
  return known;
}

function work(lifecycle: Lifecycle, states: readonly string[], event: EventInfo): Asked {
  const { required = [], ...shape } = eventSchema(lifecycle, states, event.id, {});
  const isOwn = (name: string) => name in event.fields;
  return {
    shape,
    own: required.filter(isOwn),
    ofRecord: required.filter((name) => !isOwn(name)),
    state: states.map((id) => lifecycle.states.get(id)).find((state) => state?.record?.key === event.keeps.record),
  };
}

/** What an event may be given where a partnership stands, nothing required. */
export function shapeOf(lifecycle: Lifecycle, states: readonly string[], event: EventInfo): JsonSchema {
  return asked(lifecycle, states, event).shape;
}

/** Every fault in the data that came with an event, missing fields of the event itself included. */
export function dataProblems(
  lifecycle: Lifecycle,
  partnership: Partnership,
  event: EventInfo,
  data: Data,
  confirmed: readonly NumberConfirmation[] = [],
): DataProblem[] {
  const { shape, own } = asked(lifecycle, partnership.states, event);
  const absent = own.filter((name) => data[name] === undefined);
  const shapeProblems = checkData(shape, data, confirmed);
  return [
    ...(shapeProblems.length > 0 ? shapeProblems : conversationProblems(partnership, event, data)),
    ...absent.map((name) =>
      fieldProblem(`/${name}`, 'required', {
        nl: `${event.fields[name]?.title.nl ?? name} ontbreekt; vul veld ${name} in`,
        en: `${event.fields[name]?.title.en ?? name} is missing; fill in field ${name}`,
      }),
    ),
  ];
}

/** A reason for each result of the step that is neither on record nor given. */
export function missingRecords(
  lifecycle: Lifecycle,
  partnership: Partnership,
  event: EventInfo,
  after: Dossier,
): Reason[] {
  const { ofRecord, state } = asked(lifecycle, partnership.states, event);
  const recorded = after[event.keeps.record] ?? {};
  return ofRecord.filter((name) => isEmpty(recorded[name])).map((name) => recordReason(state, event, name));
}

/** The schema of the data to give now: what is on record already, or can only be one thing, need not be given. */
export function schemaNow(lifecycle: Lifecycle, partnership: Partnership, event: EventInfo): JsonSchema {
  const asked = eventSchema(lifecycle, partnership.states, event.id, partnership.dossier);
  const { required = [], ...schema } = withOpenAgreements(asked, partnership, event);
  return { ...schema, required: required.filter((name) => schema.properties?.[name]?.const === undefined) };
}

/**
 * The data as it is recorded: without fields that are undefined, which the stored history would not hold either, and
 * with what the event's own name already says, the fields that can only be one thing.
 */
export function asRecorded({ fields }: EventInfo, data: Data): Data {
  const given = withoutUndefined(data);
  const constants = Object.entries(fields).filter(
    ([name, { schema }]) => schema.const !== undefined && given[name] === undefined,
  );
  return constants.length === 0
    ? given
    : { ...given, ...Object.fromEntries(constants.map(([name, { schema }]) => [name, schema.const])) };
}

/** Fields stand at most two deep: those of the event, and those of the records that it adds to. */
function withoutUndefined(data: Data, depth = 2): Data {
  const entries = Object.entries(data);
  const kept = entries
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => [name, depth > 1 && isRecord(value) ? withoutUndefined(value, depth - 1) : value] as const);
  const same = kept.length === entries.length && kept.every(([name, value]) => value === data[name]);
  return same ? data : Object.fromEntries(kept);
}

function isRecord(value: unknown): value is Data {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
}

function recordReason(state: StateInfo | undefined, event: EventInfo, name: string): Reason {
  const title = state?.record?.fields[name]?.title ?? { nl: name, en: name };
  const path = keptAt(event, name);
  return {
    kind: 'record',
    id: path,
    severity: 'block',
    outcome: 'notFulfilled',
    title,
    message: {
      nl: `${title.nl} is nog niet vastgelegd.`,
      en: `${title.en} is not on record yet.`,
    },
    remedy: {
      nl: `Geef veld ${name} mee, of vul het dossier eerst aan.`,
      en: `Give field ${name} along, or complete the dossier first.`,
    },
    parameters: [],
    now: { path, value: undefined },
    facts: [],
    missing: [path],
    source: state?.source ?? event.source,
  };
}
