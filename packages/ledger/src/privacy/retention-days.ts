import { all, change, sql, type Work } from '../database/work.js';

const DUE = sql<{ organisation: string }>(
  `SELECT s.organisation_id AS organisation FROM privacy_setting AS s
     LEFT JOIN retention_look AS l ON l.organisation_id = s.organisation_id
   WHERE s.erase_after_months IS NOT NULL AND (l.day IS NULL OR l.day < @day) ORDER BY s.organisation_id`,
);
const LOOKED = sql(
  `INSERT INTO retention_look (organisation_id, day) VALUES (@organisation, @day)
   ON CONFLICT (organisation_id) DO UPDATE SET day = excluded.day`,
);

/** The organisations that chose a term and were not looked at on this local day yet. */
export function* unlooked(day: string): Work<string[]> {
  return (yield* all(DUE, { day })).map(({ organisation }) => organisation);
}

/** Puts on record that an organisation needs no look any more on this local day. */
export function* looked(organisation: string, day: string): Work<void> {
  yield* change(LOOKED, { organisation, day });
}
