import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { run } from './dialect.js';

const UP = [
  // JSON list of the numbers in a contract of which somebody said that they are no BSN; null where there are none.
  `ALTER TABLE contract ADD COLUMN confirmed TEXT`,
  // What an organisation chose; without a row, or with null, nobody is erased of its own accord and the usual minimum holds.
  `CREATE TABLE privacy_setting (
     organisation_id TEXT PRIMARY KEY NOT NULL REFERENCES organisation (id),
     erase_after_months INTEGER,
     group_minimum INTEGER
   )`,
  // The last local day on which was looked whose term is over; a row is made by the first look.
  `CREATE TABLE retention_look (
     organisation_id TEXT PRIMARY KEY NOT NULL REFERENCES organisation (id),
     day TEXT NOT NULL
   )`,
];

const DOWN = ['DROP TABLE retention_look', 'DROP TABLE privacy_setting', 'ALTER TABLE contract DROP COLUMN confirmed'];

/** How long names are kept after a partnership ended, from how many people figures are shown, and numbers confirmed in imports. */
export class Retention1763823000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await run(runner, statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await run(runner, statement);
  }
}
