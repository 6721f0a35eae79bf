import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { run } from './dialect.js';

const UP = [
  // Name, address and its key are sealed at the first start after this: the key that it takes is not in the database.
  `ALTER TABLE person ADD COLUMN sealed INTEGER NOT NULL DEFAULT 0`,
  `CREATE INDEX person_plain ON person (id) WHERE sealed = 0`,
  // The row of somebody who is erased stays, so that what they did still says [gewist] and not nobody.
  `ALTER TABLE person ADD COLUMN erased_at TEXT`,
  `ALTER TABLE person ADD COLUMN erased_by TEXT`,
  `ALTER TABLE person ADD COLUMN erased_because TEXT`,
  // Who asked for an address of the calendar: it ends when they are blocked or erased.
  `ALTER TABLE calendar_token ADD COLUMN made_by TEXT`,
  `UPDATE calendar_token SET made_by = (
     SELECT a.actor_id FROM audit_entry a
     WHERE a.organisation_id = calendar_token.organisation_id AND a.action = 'calendar-token.made'
       AND a.subject_id = calendar_token.id)`,
  // What it is called may be a name; it has a key of its own, under the id of the row.
  `ALTER TABLE calendar_token ADD COLUMN sealed INTEGER NOT NULL DEFAULT 0`,
  `CREATE INDEX calendar_token_plain ON calendar_token (id) WHERE sealed = 0`,
  `CREATE INDEX calendar_token_made_by ON calendar_token (made_by)`,
];

const DOWN = [
  'DROP INDEX calendar_token_made_by',
  'DROP INDEX calendar_token_plain',
  ...['sealed', 'made_by'].map((column) => `ALTER TABLE calendar_token DROP COLUMN ${column}`),
  ...['erased_because', 'erased_by', 'erased_at'].map((column) => `ALTER TABLE person DROP COLUMN ${column}`),
  'DROP INDEX person_plain',
  'ALTER TABLE person DROP COLUMN sealed',
];

/** People whose name and address are sealed, and who can be erased. */
export class SealedPeople1763824000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await run(runner, statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await run(runner, statement);
  }
}
