import { lifecycles } from '@samenwerkt/lifecycle';
import { type CadenceEntry, type Moment } from '@samenwerkt/rule-pack';
import { type Partnership } from '../model.js';

/** Leaf states in which conversations, reports and statements recur, in both lifecycles. */
const MONITORED: readonly string[] = ['monitoring', 'monitorenEnEvalueren', 'aanpakBijAanbestedingen'];

const SUSPENDED = 'opgeschort';

type Within = (state: string, partnership: Partnership) => boolean;

const monitored: Within = (state) => MONITORED.includes(state);
const everywhere: Within = () => true;
/** A step that leaves a record is waited for; monitoring and what waits for another route may take years. */
const waitedFor: Within = (state, { lifecycle }) =>
  lifecycles.get(lifecycle.id)?.states.get(state)?.record !== undefined;

/** Where a moment runs when its entry names no states. */
const USUAL: Readonly<Record<Moment['kind'], Within>> = {
  terugkerend: monitored,
  jaarlijks: monitored,
  naGebeurtenis: everywhere,
  voorContracteinde: everywhere,
  stilstand: waitedFor,
  zonderBackup: everywhere,
};

/** Whether anything is planned at all: not once the partnership has ended, nor while it is suspended. */
export function isRunning({ done, states }: Partnership): boolean {
  return !done && !states.includes(SUSPENDED);
}

/** The states among those the partnership stands in that an entry is about. */
export function statesOf({ states, moment }: CadenceEntry, partnership: Partnership): readonly string[] {
  return partnership.states.filter((state) =>
    states ? states.includes(state) : USUAL[moment.kind](state, partnership),
  );
}
