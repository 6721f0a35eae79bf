import { type JsonSchema } from '@samenwerkt/lifecycle';
import { lifecycleOf } from './apply.js';
import { checkData } from './data-check.js';
import { shapeOf } from './event-data.js';
import { type Command, type Partnership } from './model.js';

/** What becomes of a text that may name somebody. */
type Rename = (text: string, schema: JsonSchema) => string;

/** Whether somewhere in a schema a person may be named; most events have no such place. */
const naming = new WeakMap<JsonSchema, boolean>();

/**
 * The texts of a command that may name people, each once: those of fields marked `x-personal` in the lifecycle. Texts that
 * a decision refuses anyway (too long, blank, holding a BSN) are not among them, so that the refusal still sees them.
 */
export function namesIn(partnership: Partnership, command: Command): string[] {
  const names = new Set<string>();
  walked(partnership, command, (text, schema) => {
    if (!names.has(text) && checkData(schema, text).length === 0) names.add(text);
    return text;
  });
  return [...names];
}

/**
 * The data of a command with other texts in the place of names; itself when nobody can be named.
 * @param instead what takes the place of each text that {@link namesIn} finds; others stay
 */
export function renamed(
  partnership: Partnership,
  command: Command,
  instead: ReadonlyMap<string, string>,
): Command['data'] {
  return walked(partnership, command, (text) => instead.get(text) ?? text);
}

function walked(partnership: Partnership, { event, data }: Command, rename: Rename): Command['data'] {
  const lifecycle = lifecycleOf(partnership.lifecycle);
  const info = lifecycle.events.get(event);
  if (!info) return data;
  const shape = shapeOf(lifecycle, partnership.states, info);
  return namesPeople(shape) ? (within(shape, data, rename) as Command['data']) : data;
}

function within(schema: JsonSchema, value: unknown, rename: Rename): unknown {
  if (!namesPeople(schema)) return value;
  if (typeof value === 'string') return schema['x-personal'] === true ? rename(value, schema) : value;
  if (Array.isArray(value)) return value.map((item) => (schema.items ? within(schema.items, item, rename) : item));
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).map(([name, field]) => {
    const part = schema.properties?.[name];
    return [name, part ? within(part, field, rename) : (field as unknown)] as const;
  });
  return Object.fromEntries(fields);
}

function namesPeople(schema: JsonSchema): boolean {
  let known = naming.get(schema);
  if (known === undefined) {
    const parts = [...Object.values(schema.properties ?? {}), ...(schema.items ? [schema.items] : [])];
    naming.set(schema, (known = schema['x-personal'] === true || parts.some(namesPeople)));
  }
  return known;
}
