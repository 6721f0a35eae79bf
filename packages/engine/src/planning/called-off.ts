import { MIGRATION_EVENT } from '../apply.js';
import { type Partnership } from '../model.js';
import { type Policy } from '../policy.js';
import { cadenceOf } from './cadence.js';
import { isRunning } from './scope.js';

/** Moments that are met by a change of the partnership itself, whatever event brings it. */
const MET_BY_A_CHANGE: readonly string[] = ['stilstand', 'zonderBackup'];

/**
 * Whether a moment that an event closed was called off: nobody needs to do it any more. Otherwise it has been met.
 * @param kind id of the entry of the cadence
 * @param after the partnership as the event left it, with the policy it has from then on
 */
export function isCalledOff(kind: string, event: string, after: Partnership, policy: Policy): boolean {
  const entry = cadenceOf(policy).find(({ id }) => id === kind);
  if (!entry) return true;
  if (entry.doneBy.includes(event)) return false;
  if (event === MIGRATION_EVENT || !isRunning(after)) return true;
  return !MET_BY_A_CHANGE.includes(entry.moment.kind);
}
