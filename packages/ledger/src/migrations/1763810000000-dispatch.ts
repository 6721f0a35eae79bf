import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { run } from './dialect.js';

const STATEMENTS = [
  `CREATE TABLE delivery (
     reminder_id TEXT NOT NULL REFERENCES reminder (id),
     channel TEXT NOT NULL,
     organisation_id TEXT NOT NULL REFERENCES organisation (id),
     reference TEXT,
     at TEXT NOT NULL,
     PRIMARY KEY (reminder_id, channel)
   )`,
  `CREATE TABLE address (
     organisation_id TEXT NOT NULL REFERENCES organisation (id),
     name TEXT NOT NULL,
     email TEXT NOT NULL,
     language TEXT NOT NULL CHECK (language IN ('nl', 'en')),
     updated_at TEXT NOT NULL,
     PRIMARY KEY (organisation_id, name)
   )`,
];

/** What each channel took of a reminder, and the mail addresses of roles and functions. */
export class Dispatch1763810000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await run(runner, statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['address', 'delivery']) await run(runner, `DROP TABLE ${table}`);
  }
}
