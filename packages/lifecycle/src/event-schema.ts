import { EventUnknown } from './errors.js';
import { type EventInfo, type Field, type JsonSchema, type Lifecycle, type StepRecord } from './model.js';
import { titled } from './shared/fields.js';

type Fields = Readonly<Record<string, Field>>;
type Recorded = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** Stands for the record of every active state: the event may bring parts of each. */
const EVERY_RECORD = '*';

/**
 * JSON Schema of the data that an event takes where a partnership stands: its own fields, and those of the record it
 * completes. Required are its own required fields, and the required ones of the record that are not there yet.
 * `dossierAanvullen` takes `{ <record key>: { <field>: … } }` for the records of all active states, nothing required.
 * @param states public ids of the active states
 * @param recorded the dossier: record key → field → value
 * @throws EventUnknown when the lifecycle has no such event
 */
export function eventSchema(
  lifecycle: Lifecycle,
  states: readonly string[],
  eventId: string,
  recorded: Recorded,
): JsonSchema {
  const event = lifecycle.events.get(eventId);
  if (!event) throw new EventUnknown(lifecycle.id, eventId);
  const records = states.flatMap((id) => lifecycle.states.get(id)?.record ?? []);
  if (event.keeps.record === EVERY_RECORD) return partsOf(records);
  const completed = completedBy(event, records);
  const open = completed.filter(([name, { required }]) => required && !(name in (recorded[event.keeps.record] ?? {})));
  const own = Object.entries(event.fields);
  const required = [...own.filter(([, field]) => field.required), ...open].map(([name]) => name);
  return object(Object.fromEntries([...completed, ...own]), [...new Set(required)]);
}

/** The fields of the record that the event completes, without those the event itself gives a meaning. */
function completedBy({ completes, keeps, fields }: EventInfo, records: readonly StepRecord[]): [string, Field][] {
  if (!completes) return [];
  const record = records.find(({ key }) => key === keeps.record);
  return Object.entries(record?.fields ?? {}).filter(([name]) => !(name in fields));
}

function partsOf(records: readonly StepRecord[]): JsonSchema {
  const properties = records.map(({ key, fields }) => [key, object(fields, [])]);
  return { type: 'object', properties: Object.fromEntries(properties), required: [], additionalProperties: false };
}

function object(fields: Fields, required: readonly string[]): JsonSchema {
  const properties = Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, titled(field)]));
  return { type: 'object', properties, required, additionalProperties: false };
}
