import { type Text } from '@samenwerkt/lifecycle';
import { type CadenceEntry } from '@samenwerkt/rule-pack';
import { type ParameterReading, type Partnership } from '../model.js';
import { plans } from '../planning/planned-timers.js';
import { reminderOf } from '../planning/reminder.js';
import { type Policy } from '../policy.js';
import { CONVERSATION_EVENT } from '../series.js';

/** A conversation that is asked for, and why. */
export interface NextCheckIn {
  /** Id of the entry of the cadence, and the occurrence of it. */
  readonly kind: string;
  readonly occurrence: string;
  readonly title: Text;
  /** ISO date by which. */
  readonly dueOn: string;
  /** ISO date from which it counts. */
  readonly countsFrom: string;
  readonly parameters: readonly ParameterReading[];
  /** Where the entry is written; absent when the pack does not say. */
  readonly source?: CadenceEntry['source'];
}

/** The conversation that comes first; undefined when none is asked. */
export function nextCheckIn(partnership: Partnership, policy: Policy): NextCheckIn | undefined {
  const [first] = plans(partnership, policy)
    .filter(({ entry }) => entry.doneBy.includes(CONVERSATION_EVENT))
    .sort((one, other) => (one.dueOn < other.dueOn ? -1 : one.dueOn > other.dueOn ? 1 : 0));
  if (!first) return undefined;
  const { entry, occurrence, dueOn, anchor } = first;
  const parameters = reminderOf({ kind: entry.id, occurrence, dueOn }, partnership, policy)?.why.parameters ?? [];
  return {
    kind: entry.id,
    occurrence,
    title: entry.title,
    dueOn,
    countsFrom: anchor,
    parameters,
    ...(entry.source && { source: entry.source }),
  };
}
