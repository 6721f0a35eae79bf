import { checkData, type JsonSchema } from '@samenwerkt/engine';
import { DataInvalid } from '../errors.js';

const SCHEMA: JsonSchema = {
  type: 'object',
  required: ['reason'],
  additionalProperties: false,
  properties: { reason: { type: 'string', minLength: 1, maxLength: 1000, title: 'Reden' } },
};

/** Why somebody is erased: kept for ever, so it says something and holds no BSN. @throws DataInvalid */
export function mustBeReason(reason: string): void {
  const problems = checkData(SCHEMA, { reason });
  if (problems.length > 0) throw new DataInvalid(problems);
}
