import { type EventInfo, type Field, type Source, type StateInfo, type Text } from '../model.js';

/** An event without the handreiking it is read from: several lifecycles share it. */
export type SharedEvent = Omit<EventInfo, 'id' | 'source'>;

/** Gives shared events their ids, and the source each has in one handreiking. */
export function sourced<Id extends string>(
  events: Readonly<Record<Id, SharedEvent>>,
  sources: Readonly<Record<Id, Source>>,
): EventInfo[] {
  const ids = Object.keys(events) as Id[];
  return ids.map((id) => ({ id, ...events[id], source: sources[id] }));
}

/** An end of the lifecycle: nothing follows. */
export function ending(id: string, title: Text, result: Text, source: Source): StateInfo {
  return { id, step: source.step ?? '-', phase: 'afgesloten', title, result, source, final: true };
}

/** Fields of an event that has none of its own. */
export const NO_FIELDS: Readonly<Record<string, Field>> = {};
