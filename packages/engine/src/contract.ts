import { type JsonSchema } from '@samenwerkt/lifecycle';

const text = (title: string, maxLength = 200): JsonSchema => ({ type: 'string', minLength: 1, maxLength, title });

/** JSON Schema of `ContractFacts`, for every way in: API, import and command line. */
export const CONTRACT_SCHEMA: JsonSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['kenmerk', 'titel', 'categorie', 'soort', 'waarde'],
  properties: {
    kenmerk: text('Kenmerk', 64),
    titel: text('Titel'),
    categorie: text('Categorie'),
    soort: { type: 'string', enum: ['werk', 'dienst', 'levering'], title: 'Werk, dienst of levering' },
    waarde: { type: 'string', format: 'euro', title: 'Waarde in euro, exclusief btw' },
    loonsom: { type: 'string', format: 'euro', title: 'Loonsom in euro' },
    arbeidsaandeel: { type: 'string', format: 'procent', title: 'Aandeel arbeid in procent' },
    start: { type: 'string', format: 'date', title: 'Eerste dag' },
    einde: { type: 'string', format: 'date', title: 'Laatste dag' },
    verlenging: text('Verlenging'),
    procedure: text('Procedure'),
  },
};
