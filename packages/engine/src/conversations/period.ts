import { isPlainDate } from '@samenwerkt/calendar';
import { type EventInfo } from '@samenwerkt/lifecycle';
import { type Partnership } from '../model.js';
import { cadenceOf } from '../planning/cadence.js';
import { situationOf } from '../planning/situation.js';
import { openPeriod } from '../planning/terugkerend.js';
import { type Policy } from '../policy.js';
import { CONVERSATION_EVENT } from '../series.js';

type Data = Readonly<Record<string, unknown>>;

/**
 * The data of a conversation with the period that it counts for, where it does not say so itself: the oldest that is
 * open and has begun. It is worked out once, when the conversation is recorded, and stays on record: a history says what
 * each conversation was for, under whatever pack it is read later. One that is held when every period that has begun is
 * closed is an extra one, and closes nothing. Data of other events is left as it is.
 */
export function withPeriod(partnership: Partnership, policy: Policy, { id }: EventInfo, data: Data): Data {
  const { datum, periode } = data;
  if (id !== CONVERSATION_EVENT || periode !== undefined) return data;
  if (typeof datum !== 'string' || !isPlainDate(datum)) return data;
  const found = periodFor(partnership, policy, datum);
  return found === undefined ? data : { ...data, periode: found };
}

/** A day in the period that a conversation of this day counts for; its own day where nothing asks for conversations. */
function periodFor(partnership: Partnership, policy: Policy, day: string): string | undefined {
  const periods = cadenceOf(policy).flatMap((entry) => {
    const { moment, doneBy } = entry;
    if (moment.kind !== 'terugkerend' || !doneBy.includes(CONVERSATION_EVENT)) return [];
    const situation = situationOf(entry, partnership, policy);
    return (situation && openPeriod(moment, situation)) ?? [];
  });
  if (periods.length === 0) return day;
  const [oldest] = periods.flatMap(({ first, last }) => (first <= day ? [last] : [])).sort();
  return oldest !== undefined && oldest > day ? day : oldest;
}
