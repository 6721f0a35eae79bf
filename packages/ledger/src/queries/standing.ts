import { all, first, sql, type Work } from '../database/work.js';

const NEXT = sql<{ states: string | null }>(
  'SELECT min(states) AS states FROM partnership WHERE organisation_id = @organisation AND states > @after',
);
const NEWEST = sql<{ id: string }>(
  `SELECT id FROM partnership WHERE organisation_id = @organisation AND states = @states AND id < @before
   ORDER BY id DESC LIMIT @limit`,
);

/** Comes after every id. */
const LAST = '~';

/**
 * Every combination of states that occurs in the organisation and holds this one, as the column has it. A lifecycle has
 * some hundred combinations, whatever the number of partnerships: the index is asked for each of those that occur.
 */
export function* combinations(organisation: string, state: string): Work<string[]> {
  const found: string[] = [];
  let after = '';
  for (;;) {
    const states = (yield* first(NEXT, { organisation, after }))?.states;
    if (states === undefined || states === null) return found;
    if (states.includes(`|${state}|`)) found.push(states);
    after = states;
  }
}

/** Ids of the newest with one of those combinations, newest first, without visiting the others. */
export function* newestOf(
  organisation: string,
  combinations: readonly string[],
  limit: number,
  before = LAST,
): Work<string[]> {
  const ids: string[] = [];
  for (const states of combinations) {
    const rows = yield* all(NEWEST, { organisation, states, before, limit });
    ids.push(...rows.map(({ id }) => id));
  }
  return ids.sort((a, b) => (a < b ? 1 : -1)).slice(0, limit);
}
