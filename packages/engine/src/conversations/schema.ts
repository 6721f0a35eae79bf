import { type EventInfo, type JsonSchema } from '@samenwerkt/lifecycle';
import { type Partnership } from '../model.js';
import { CONVERSATION_EVENT } from '../series.js';
import { openAgreements } from './agreements.js';

/**
 * The schema of a conversation for a form: the agreements that can be settled are a choice from those that are open, each
 * in words in the description. Where nothing is open nothing can be settled, and the field is not asked.
 */
export function withOpenAgreements(schema: JsonSchema, partnership: Partnership, { id }: EventInfo): JsonSchema {
  const { afgedaan, ...others } = schema.properties ?? {};
  if (id !== CONVERSATION_EVENT || !afgedaan?.items) return schema;
  const open = openAgreements(partnership);
  if (open.length === 0) return { ...schema, properties: others };
  const { items } = afgedaan;
  const afspraak: JsonSchema = {
    ...items.properties?.['afspraak'],
    type: 'string',
    enum: open.map((one) => one.id),
    description: open.map((one) => `${one.id}: ${one.afspraak} (${one.eigenaar}, ${one.datum})`).join('\n'),
  };
  const choice: JsonSchema = { ...items, properties: { ...items.properties, afspraak } };
  return { ...schema, properties: { ...others, afgedaan: { ...afgedaan, maxItems: open.length, items: choice } } };
}
