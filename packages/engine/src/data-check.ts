import { isPlainDate } from '@samenwerkt/calendar';
import { type JsonSchema, type Text } from '@samenwerkt/lifecycle';
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import { digitsOf, findBsns } from './bsn.js';
import { type DataProblem, type NumberConfirmation } from './model.js';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;
const AMOUNT = /^(?:0|[1-9]\d{0,12})(?:\.\d{1,2})?$/;
const QUANTITY = /^\d{1,6}(?:\.\d{1,4})?$/;
const PERCENTAGE = /^(?:100(?:\.0{1,4})?|\d{1,2}(?:\.\d{1,4})?)$/;

const ajv = new Ajv2020({
  allErrors: true,
  strictSchema: false,
  formats: {
    date: (text: string) => isPlainDate(text) && text >= '1900',
    euro: (text: string) => AMOUNT.test(text),
    uren: (text: string) => AMOUNT.test(text),
    hoeveelheid: (text: string) => QUANTITY.test(text),
    procent: (text: string) => PERCENTAGE.test(text),
    uuid: (text: string) => UUID.test(text),
  },
});

const compiled = new WeakMap<JsonSchema, ValidateFunction>();

/**
 * Every fault in data of this shape, with a JSON pointer to the field; empty when all is well.
 * Keep schema objects: each is compiled once.
 * @param confirmed numbers of which somebody says that they are no BSN; where a person is named this does not count
 */
export function checkData(
  schema: JsonSchema,
  data: unknown,
  confirmed: readonly NumberConfirmation[] = [],
): DataProblem[] {
  let validate = compiled.get(schema);
  if (!validate) compiled.set(schema, (validate = ajv.compile(schema)));
  if (!validate(data)) return (validate.errors ?? []).map(problem);
  return [...textProblems({ schema, confirmed }, data, '')];
}

/** A problem with one field, for checks that JSON Schema does not do. */
export function fieldProblem(path: string, code: string, message: Text): DataProblem {
  return { path, code, message };
}

interface Checked {
  readonly schema: JsonSchema;
  readonly confirmed: readonly NumberConfirmation[];
}

/** What free text must not be: blank, or holding a number that can be a BSN. Texts with a format are left alone. */
function* textProblems({ schema, confirmed }: Checked, value: unknown, path: string): Generator<DataProblem> {
  if (typeof value === 'string') {
    if (schema.format !== undefined || schema.enum !== undefined) return;
    if (value.trim() === '') yield blankProblem(path);
    else if (holdsBsn({ schema, confirmed }, value, path)) yield bsnProblem(path);
  } else if (Array.isArray(value) && schema.items) {
    for (const [index, item] of value.entries())
      yield* textProblems({ schema: schema.items, confirmed }, item, `${path}/${index}`);
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, part] of Object.entries(value)) {
      const partSchema = schema.properties?.[name];
      if (partSchema) yield* textProblems({ schema: partSchema, confirmed }, part, `${path}/${name}`);
    }
  }
}

/** A name is replaced by a reference before it is recorded, and a text with a number in it is not: so none is confirmed there. */
function holdsBsn({ schema, confirmed }: Checked, text: string, path: string): boolean {
  const here = schema['x-personal'] === true ? [] : confirmed.filter((one) => one.path === path);
  const known = here.map(({ number }) => digitsOf(number));
  return findBsns(text).some((number) => !known.includes(digitsOf(number)));
}

function blankProblem(path: string): DataProblem {
  return fieldProblem(path, 'blank', {
    nl: 'Dit veld bevat alleen spaties; vul het in of laat het weg.',
    en: 'This field holds only spaces; fill it in or leave it out.',
  });
}

/** What is wrong with a text at a JSON pointer that holds a number that can be a BSN. */
export function bsnProblem(path: string): DataProblem {
  return fieldProblem(path, 'bsn', {
    nl: 'Dit veld bevat een getal dat een burgerservicenummer kan zijn. Leg geen BSN vast; gebruik een pseudoniem. Is het een ander nummer, haal het weg of bevestig dat waar het kan.',
    en: 'This field holds a number that can be a citizen service number (BSN). Record no BSN; use a pseudonym. If it is another number, take it out, or confirm that where it can be.',
  });
}

const FORMATS: Readonly<Record<string, Text>> = {
  date: {
    nl: 'moet een bestaande datum zijn, geschreven als 2026-03-31',
    en: 'must be an existing date, written as 2026-03-31',
  },
  euro: {
    nl: 'moet een bedrag in euro zijn als tekst met een punt, zoals "1440000.00"',
    en: 'must be an amount in euro as text with a point, such as "1440000.00"',
  },
  uren: {
    nl: 'moet een aantal uren zijn als tekst met een punt, zoals "1331.50"',
    en: 'must be a number of hours as text with a point, such as "1331.50"',
  },
  hoeveelheid: {
    nl: 'moet een getal van nul of meer zijn, met hoogstens vier decimalen, zoals 12 of "25.5"',
    en: 'must be a number of zero or more, with at most four decimals, such as 12 or "25.5"',
  },
  procent: {
    nl: 'moet een percentage van 0 tot en met 100 zijn als tekst, zoals "5" of "2.5"',
    en: 'must be a percentage from 0 to 100 as text, such as "5" or "2.5"',
  },
  uuid: { nl: 'moet een UUID zijn', en: 'must be a UUID' },
};

const TYPES: Readonly<Record<string, Text>> = {
  string: { nl: 'moet tekst zijn', en: 'must be text' },
  integer: { nl: 'moet een heel getal zijn', en: 'must be a whole number' },
  number: { nl: 'moet een getal zijn', en: 'must be a number' },
  boolean: { nl: 'moet true of false zijn', en: 'must be true or false' },
  array: { nl: 'moet een lijst zijn', en: 'must be a list' },
  object: { nl: 'moet een object met velden zijn', en: 'must be an object with fields' },
};

type Wording = (params: Record<string, unknown>) => Text;

const list = (values: unknown) => (values as readonly string[]).join(', ');

/** What each JSON Schema keyword says when it is broken, in words that tell how to mend it. */
const WORDINGS: Readonly<Record<string, Wording>> = {
  required: (p) => ({
    nl: `veld ${p.missingProperty} ontbreekt; vul het in`,
    en: `field ${p.missingProperty} is missing; fill it in`,
  }),
  additionalProperties: (p) => ({
    nl: `veld ${p.additionalProperty} bestaat hier niet; verwijder het of kijk naar de schrijfwijze`,
    en: `field ${p.additionalProperty} does not exist here; remove it or check its spelling`,
  }),
  type: (p) => TYPES[String(p.type)] ?? { nl: `moet ${p.type} zijn`, en: `must be ${p.type}` },
  format: (p) => FORMATS[String(p.format)] ?? { nl: `moet ${p.format} zijn`, en: `must be ${p.format}` },
  enum: (p) => ({
    nl: `moet een van deze zijn: ${list(p.allowedValues)}`,
    en: `must be one of: ${list(p.allowedValues)}`,
  }),
  const: (p) => ({ nl: `moet ${p.allowedValue} zijn`, en: `must be ${p.allowedValue}` }),
  minLength: (p) => ({
    nl: `moet minstens ${p.limit} teken(s) lang zijn`,
    en: `must be at least ${p.limit} character(s) long`,
  }),
  maxLength: (p) => ({
    nl: `mag hoogstens ${p.limit} tekens lang zijn`,
    en: `may be at most ${p.limit} characters long`,
  }),
  minimum: (p) => ({ nl: `moet minstens ${p.limit} zijn`, en: `must be at least ${p.limit}` }),
  maximum: (p) => ({ nl: `mag hoogstens ${p.limit} zijn`, en: `may be at most ${p.limit}` }),
  minItems: (p) => ({ nl: `moet minstens ${p.limit} regel(s) hebben`, en: `must have at least ${p.limit} item(s)` }),
  maxItems: (p) => ({ nl: `mag hoogstens ${p.limit} regels hebben`, en: `may have at most ${p.limit} items` }),
};

function problem(error: ErrorObject): DataProblem {
  const params = error.params as Record<string, unknown>;
  const field = params.missingProperty ?? params.additionalProperty;
  const path = field === undefined ? error.instancePath : `${error.instancePath}/${pointerPart(String(field))}`;
  const wording = WORDINGS[error.keyword];
  return fieldProblem(path, error.keyword, wording?.(params) ?? { nl: 'is niet geldig', en: 'is not valid' });
}

/** A name as it stands in a JSON pointer (RFC 6901). */
function pointerPart(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}
