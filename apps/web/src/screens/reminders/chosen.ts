import { type ReminderLine } from '../../api/queries.js';

/** The reminders that something is to be done with: some by hand, or whatever fits the filter. */
export type Chosen = 'all' | ReadonlyMap<string, ReminderLine>;

export const NOTHING: Chosen = new Map();

export function isChosen(chosen: Chosen, id: string): boolean {
  return chosen === 'all' || chosen.has(id);
}

/** With this one, or without it when it was in. After all by filter, one by hand begins anew. */
export function toggled(chosen: Chosen, line: ReminderLine): Chosen {
  if (chosen === 'all') return new Map([[line.id, line]]);
  const next = new Map(chosen);
  if (!next.delete(line.id)) next.set(line.id, line);
  return next;
}
