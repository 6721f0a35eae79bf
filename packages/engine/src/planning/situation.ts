import { today } from '@samenwerkt/calendar';
import { type CadenceEntry } from '@samenwerkt/rule-pack';
import { type Partnership } from '../model.js';
import { type Policy } from '../policy.js';
import { type Situation } from './model.js';
import { statesOf } from './scope.js';

/** What the moments of an entry are worked out from; undefined where the partnership stands in none of its states. */
export function situationOf(entry: CadenceEntry, partnership: Partnership, policy: Policy): Situation | undefined {
  const states = statesOf(entry, partnership);
  const [first] = states.map((state) => partnership.since[state] ?? partnership.startedAt).sort();
  return first === undefined ? undefined : { partnership, policy, doneBy: entry.doneBy, states, since: today(first) };
}
