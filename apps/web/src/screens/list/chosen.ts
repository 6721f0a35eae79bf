import { type Schemas } from '../../api/queries.js';

export type PartnershipRow = Schemas['PartnershipRow'];

/** The partnerships that something is to be done with, by id; they stay chosen while the list is narrowed otherwise. */
export type Chosen = ReadonlyMap<string, PartnershipRow>;

export const NOTHING: Chosen = new Map();

/** With this one, or without it when it was in. */
export function toggled(chosen: Chosen, row: PartnershipRow): Chosen {
  const next = new Map(chosen);
  if (!next.delete(row.id)) next.set(row.id, row);
  return next;
}

/** With all of these, or without any of them when all were in. */
export function allToggled(chosen: Chosen, rows: readonly PartnershipRow[]): Chosen {
  const next = new Map(chosen);
  if (rows.every(({ id }) => next.has(id))) for (const { id } of rows) next.delete(id);
  else for (const row of rows) next.set(row.id, row);
  return next;
}
