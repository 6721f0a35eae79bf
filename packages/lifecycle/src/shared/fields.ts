import { type Field, type JsonSchema } from '../model.js';

/** The values of a choice, without texts: they are the terms of the field. */
type Choices = readonly [string, ...string[]];

const LINE: JsonSchema = { type: 'string', minLength: 1, maxLength: 2000 };
const PERSON: JsonSchema = { ...LINE, 'x-personal': true };
const MOST_ITEMS = 50;

function field(nl: string, en: string, schema: JsonSchema): Field {
  return { title: { nl, en }, schema, required: true };
}

/** Free text. */
export function text(nl: string, en: string): Field {
  return field(nl, en, LINE);
}

/** Free text of a few words: a function, a number. */
export function short(nl: string, en: string): Field {
  return field(nl, en, { ...LINE, maxLength: 200 });
}

/** Somebody's function or name. What is stored of it can be erased; see `x-personal`. */
export function person(nl: string, en: string): Field {
  return field(nl, en, PERSON);
}

/** A list of functions or names, at least one. */
export function people(nl: string, en: string): Field {
  return field(nl, en, { type: 'array', items: PERSON, minItems: 1, maxItems: MOST_ITEMS });
}

/** A calendar date, ISO. */
export function date(nl: string, en: string): Field {
  return field(nl, en, { type: 'string', format: 'date' });
}

/** An amount in euro, decimal text. */
export function euro(nl: string, en: string): Field {
  return field(nl, en, { type: 'string', format: 'euro' });
}

/** A percentage, decimal text. */
export function percentage(nl: string, en: string): Field {
  return field(nl, en, { type: 'string', format: 'procent' });
}

/** A number of hours, decimal text. */
export function hours(nl: string, en: string): Field {
  return field(nl, en, { type: 'string', format: 'uren' });
}

/** Yes or no. */
export function yesNo(nl: string, en: string): Field {
  return field(nl, en, { type: 'boolean' });
}

/** A whole number between two bounds, both included. */
export function count(nl: string, en: string, minimum: number, maximum?: number): Field {
  return field(nl, en, { type: 'integer', minimum, ...(maximum !== undefined && { maximum }) });
}

/** One of a few terms. */
export function choice(nl: string, en: string, choices: Choices): Field {
  return field(nl, en, { type: 'string', enum: choices });
}

/** A choice that the event itself already makes. */
export function fixed(nl: string, en: string, value: string): Field {
  return field(nl, en, { type: 'string', const: value });
}

/** A list of texts, at least one. */
export function list(nl: string, en: string, maxItems = MOST_ITEMS): Field {
  return field(nl, en, { type: 'array', items: LINE, minItems: 1, maxItems });
}

/** A list of terms, at least one. */
export function choices(nl: string, en: string, terms: Choices): Field {
  return field(nl, en, { type: 'array', items: { type: 'string', enum: terms }, minItems: 1, maxItems: terms.length });
}

/** A list of small records, at least one; every part of each is required unless it is optional. */
export function records(nl: string, en: string, parts: Readonly<Record<string, Field>>): Field {
  const properties = Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, titled(part)]));
  const required = Object.entries(parts).flatMap(([name, part]) => (part.required ? [name] : []));
  const items: JsonSchema = { type: 'object', properties, required, additionalProperties: false };
  return field(nl, en, { type: 'array', items, minItems: 1, maxItems: MOST_ITEMS });
}

/** The same field, but it may be left out; a list may then be empty. */
export function optional({ title, schema }: Field): Field {
  return { title, schema: schema.type === 'array' ? { ...schema, minItems: 0 } : schema, required: false };
}

/** The schema of a field with its titles in it, as forms show it. */
export function titled({ title, schema }: Field): JsonSchema {
  return { ...schema, title: title.nl, 'x-title-en': title.en };
}
