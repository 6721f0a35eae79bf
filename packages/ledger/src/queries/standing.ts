import { type Database } from 'better-sqlite3';

/** Finds partnerships by the state they stand in, without visiting the others. */
export interface Standing {
  /** Every combination of states that occurs in the organisation and holds this one, as the column has it. */
  combinations(organisation: string, state: string): string[];
  /** Ids of the newest with one of those combinations, newest first. */
  newest(organisation: string, combinations: readonly string[], limit: number, before: string | undefined): string[];
}

/**
 * A lifecycle has some hundred combinations of states, whatever the number of partnerships: the index is asked for each
 * of those that occur, and for the few newest rows under it.
 */
export function standingOf(database: Database): Standing {
  const next = database
    .prepare<[string, string], string | null>(
      'SELECT min(states) FROM partnership WHERE organisation_id = ? AND states > ?',
    )
    .pluck();
  const ids = database
    .prepare<[string, string, string, number], string>(
      'SELECT id FROM partnership WHERE organisation_id = ? AND states = ? AND id < ? ORDER BY id DESC LIMIT ?',
    )
    .pluck();
  return {
    combinations(organisation, state) {
      const found: string[] = [];
      for (let states = next.get(organisation, ''); states; states = next.get(organisation, states)) {
        if (states.includes(`|${state}|`)) found.push(states);
      }
      return found;
    },
    newest: (organisation, combinations, limit, before = LAST) =>
      combinations
        .flatMap((states) => ids.all(organisation, states, before, limit))
        .sort((a, b) => (a < b ? 1 : -1))
        .slice(0, limit),
  };
}

/** Comes after every id. */
const LAST = '~';
