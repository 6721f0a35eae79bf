import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { run } from './dialect.js';

const UP = [
  `CREATE TABLE calendar_token (
     id TEXT PRIMARY KEY NOT NULL,
     organisation_id TEXT NOT NULL REFERENCES organisation (id),
     label TEXT NOT NULL,
     hash TEXT NOT NULL UNIQUE,
     created_at TEXT NOT NULL,
     revoked_at TEXT,
     last_used_at TEXT
   )`,
  `CREATE INDEX calendar_token_page ON calendar_token (organisation_id, id)`,
  // What a calendar shows: the open moments of one organisation, earliest first. Reminders took over who must be told when.
  `DROP INDEX timer_due`,
  `CREATE INDEX timer_open ON timer (organisation_id, due_on, id) WHERE state = 'open'`,
  // Pages of one partnership's reminders and of one kind in one state, and what is late.
  `CREATE INDEX reminder_partnership ON reminder (partnership_id, due_at, id)`,
  `CREATE INDEX reminder_state_kind ON reminder (organisation_id, state, kind, due_at, id)`,
  `CREATE INDEX reminder_late ON reminder (organisation_id, next_try_at) WHERE state IN ('planned', 'queued', 'failed')`,
];

const DOWN = [
  'DROP INDEX reminder_late',
  'DROP INDEX reminder_state_kind',
  'DROP INDEX reminder_partnership',
  'DROP INDEX timer_open',
  `CREATE INDEX timer_due ON timer (due_on, id) WHERE state = 'open'`,
  'DROP TABLE calendar_token',
];

/** Who may read an organisation's calendar, and the indexes for that and for the pages of administrators. */
export class CalendarTokens1763811000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await run(runner, statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await run(runner, statement);
  }
}
