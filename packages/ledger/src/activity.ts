import { type CommitActivity } from './database/database.js';

/** What this process did since it opened the ledger, and what waits. */
export interface Activity extends CommitActivity {
  /** Events that took place, the start of a partnership and a move to another pack included; not what was taken over. */
  readonly accepted: number;
  /** Events that were refused by lifecycle or rule pack. */
  readonly refused: number;
}
