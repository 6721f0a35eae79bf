import { type JsonSchema } from '@samenwerkt/lifecycle';
import { type Contribution } from '@samenwerkt/rule-pack';

const quantity = (title: string): JsonSchema => ({ type: 'string', format: 'hoeveelheid', title });
const yesNo = (title: string): JsonSchema => ({ type: 'boolean', title });

/** What bonuses look at: who a person is, without names. */
const CHARACTERISTICS: Readonly<Record<string, JsonSchema>> = {
  leeftijd: { type: 'integer', minimum: 14, maximum: 100, title: 'Leeftijd in jaren' },
  statushouder: yesNo('Statushouder'),
  taalachterstand: yesNo('Taalachterstand'),
  niveau: { type: 'integer', minimum: 1, maximum: 8, title: 'Opleidingsniveau, 1 tot en met 8' },
  kenmerken: {
    type: 'array',
    maxItems: 20,
    items: { type: 'string', minLength: 1, maxLength: 60 },
    title: 'Wat een pakket verder een toeslag geeft, in zijn eigen woorden',
  },
};

/** JSON Schema of a person as bonuses see one. */
export const PROFILE_SCHEMA: JsonSchema = {
  type: 'object',
  additionalProperties: false,
  properties: CHARACTERISTICS,
};

/** JSON Schema of a contribution. Quantities are text; whole numbers are taken as text by {@link withTextQuantities}. */
export const CONTRIBUTION_SCHEMA: JsonSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['block'],
  properties: {
    block: { type: 'string', minLength: 1, maxLength: 60, title: 'Bouwblok' },
    indienst: { type: 'string', format: 'date', title: 'In dienst sinds' },
    maanden: quantity('Maanden'),
    urenPerWeek: quantity('Uren per week'),
    personen: quantity('Personen die uren geven'),
    uren: quantity('Uren van elk van hen'),
    bedrag: { type: 'string', format: 'euro', title: 'Kosten in euro, exclusief btw' },
    vastContract: yesNo('Vast contract'),
    ...CHARACTERISTICS,
  },
};

const QUANTITIES: readonly (keyof Contribution)[] = ['maanden', 'urenPerWeek', 'personen', 'uren'];

/** The same contribution with its quantities as text, since people and YAML write `12` as well as `"12"`. */
export function withTextQuantities(contribution: unknown): unknown {
  if (typeof contribution !== 'object' || contribution === null || Array.isArray(contribution)) return contribution;
  const entries = Object.entries(contribution).map(([key, value]: [string, unknown]) => {
    const quantity = typeof value === 'number' && (QUANTITIES as readonly string[]).includes(key);
    return [key, quantity ? String(value) : value] as const;
  });
  return Object.fromEntries(entries);
}
