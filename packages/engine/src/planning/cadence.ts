import { type CadenceEntry } from '@samenwerkt/rule-pack';
import { type Policy } from '../policy.js';
import { DEFAULT_CADENCE } from './default-cadence.js';

/** What is planned under a policy: the cadence of its pack, or the one for packs that have none. */
export function cadenceOf({ pack }: Policy): readonly CadenceEntry[] {
  return pack.cadence ?? DEFAULT_CADENCE;
}
