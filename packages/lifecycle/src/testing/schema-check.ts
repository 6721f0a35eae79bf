import { type JsonSchema } from '../model.js';

const FORMATS: Readonly<Record<NonNullable<JsonSchema['format']>, RegExp>> = {
  date: /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/,
  euro: /^\d+(\.\d{1,2})?$/,
  procent: /^\d+(\.\d+)?$/,
  uren: /^\d+(\.\d+)?$/,
  hoeveelheid: /^\d+(\.\d+)?$/,
  uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
};

/** What is wrong with a value by the part of JSON Schema that events use, one line a fault. */
export function faults(schema: JsonSchema, value: unknown, path = ''): readonly string[] {
  if (schema.const !== undefined && value !== schema.const) return [`${path}: not ${String(schema.const)}`];
  switch (schema.type) {
    case 'string':
      return textFaults(schema, value, path);
    case 'integer':
    case 'number':
      return numberFaults(schema, value, path);
    case 'boolean':
      return typeof value === 'boolean' ? [] : [`${path}: not a boolean`];
    case 'array':
      return Array.isArray(value) ? arrayFaults(schema, value, path) : [`${path}: not a list`];
    case 'object':
      return objectFaults(schema, value as Readonly<Record<string, unknown>>, path);
  }
}

function textFaults(
  { enum: terms, format, minLength = 0, maxLength = Infinity }: JsonSchema,
  value: unknown,
  path: string,
) {
  if (typeof value !== 'string') return [`${path}: not a text`];
  if (terms && !terms.includes(value)) return [`${path}: not one of ${terms.join(', ')}`];
  if (format && !FORMATS[format].test(value)) return [`${path}: not a ${format}`];
  return value.length < minLength || value.length > maxLength ? [`${path}: wrong length`] : [];
}

function numberFaults({ type, minimum = -Infinity, maximum = Infinity }: JsonSchema, value: unknown, path: string) {
  const right = typeof value === 'number' && (type === 'number' || Number.isInteger(value));
  return right && value >= minimum && value <= maximum ? [] : [`${path}: not a ${type} within bounds`];
}

function arrayFaults(
  { items, minItems = 0, maxItems = Infinity }: JsonSchema,
  value: readonly unknown[],
  path: string,
) {
  if (value.length < minItems || value.length > maxItems) return [`${path}: wrong number of items`];
  return items ? value.flatMap((item, index) => faults(items, item, `${path}/${index}`)) : [];
}

function objectFaults(
  { properties = {}, required = [] }: JsonSchema,
  value: Readonly<Record<string, unknown>>,
  path: string,
) {
  const missing = required.filter((name) => !(name in value)).map((name) => `${path}/${name}: missing`);
  const wrong = Object.entries(value).flatMap(([name, item]) => {
    const schema = properties[name];
    return schema ? faults(schema, item, `${path}/${name}`) : [`${path}/${name}: unknown`];
  });
  return [...missing, ...wrong];
}
