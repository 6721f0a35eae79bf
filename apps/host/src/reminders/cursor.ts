import { type ReminderPlace } from '@samenwerkt/ledger';

/** A place in the list of reminders as it stands in an address: `2026-09-16T07:00:00.000Z_<id>`. */
export const CURSOR = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z_[0-9a-f-]{36}$/;

export function cursorOf(place: ReminderPlace | undefined): string | null {
  return place ? `${place.dueAt}_${place.id}` : null;
}

/** @param cursor fits {@link CURSOR} */
export function placeOf(cursor: string | undefined): ReminderPlace | undefined {
  if (cursor === undefined) return undefined;
  const at = cursor.indexOf('_');
  return { dueAt: cursor.slice(0, at), id: cursor.slice(at + 1) };
}
