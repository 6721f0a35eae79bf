import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { run } from './dialect.js';

const ALIVE = `state NOT IN ('cancelled', 'superseded')`;
const ONCE = 'partnership_id, kind, occurrence';

const UP = [
  'ALTER TABLE reminder ADD COLUMN revision INTEGER NOT NULL DEFAULT 0',
  `ALTER TABLE reminder ADD COLUMN purpose TEXT NOT NULL DEFAULT 'ask' CHECK (purpose IN ('ask', 'moved', 'calledOff'))`,
  'DROP INDEX reminder_once',
  `CREATE UNIQUE INDEX reminder_once ON reminder (${ONCE}, revision, purpose, step) WHERE ${ALIVE}`,
  `CREATE INDEX reminder_tried ON reminder (${ONCE}) WHERE attempts > 0`,
  `CREATE INDEX reminder_called_off ON reminder (organisation_id, created_at, id) WHERE purpose = 'calledOff'`,
];

/** The table as it was has room for one of each: what tells of another date goes, and of two revisions the first stays. */
const NEWS = `SELECT id FROM reminder WHERE purpose <> 'ask' OR revision > 0`;
const DOWN = [
  'DROP INDEX reminder_called_off',
  'DROP INDEX reminder_tried',
  'DROP INDEX reminder_once',
  ...['delivery', 'delivery_attempt'].map((table) => `DELETE FROM ${table} WHERE reminder_id IN (${NEWS})`),
  `DELETE FROM reminder WHERE id IN (${NEWS})`,
  'ALTER TABLE reminder DROP COLUMN purpose',
  'ALTER TABLE reminder DROP COLUMN revision',
  `CREATE UNIQUE INDEX reminder_once ON reminder (${ONCE}, step) WHERE ${ALIVE}`,
];

/** Which change of its date a reminder is about, and whether it asks for something or tells of that change. */
export class Revisions1763816000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await run(runner, statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await run(runner, statement);
  }
}
