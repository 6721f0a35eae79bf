import { createHash } from 'node:crypto';
import { canonicalJson } from './canonical-json.js';
import { type LifecycleDefinition } from './model.js';

/** SHA-256 (hex) of the canonical JSON of a definition: any change of chart or catalogue gives another one. */
export function definitionHash(definition: LifecycleDefinition): string {
  return createHash('sha256').update(canonicalJson(definition)).digest('hex');
}
