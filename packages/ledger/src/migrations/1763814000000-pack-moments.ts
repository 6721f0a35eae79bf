import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { run } from './dialect.js';

const NO_PARTNERSHIP = 'partnership_id IS NULL';

const UP = [
  'ALTER TABLE reminder ALTER COLUMN partnership_id DROP NOT NULL',
  `CREATE UNIQUE INDEX reminder_once_of_pack ON reminder (organisation_id, kind, occurrence, step)
   WHERE ${NO_PARTNERSHIP} AND state NOT IN ('cancelled', 'superseded')`,
  `CREATE INDEX reminder_of_pack ON reminder (organisation_id, due_on, id) WHERE ${NO_PARTNERSHIP} AND closed_by IS NULL`,
];

/** The table as it was has no place for them. What was done about one by hand stays on record, and then this is refused. */
const DOWN = [
  'DROP INDEX reminder_of_pack',
  'DROP INDEX reminder_once_of_pack',
  ...['delivery', 'delivery_attempt'].map(
    (table) => `DELETE FROM ${table} WHERE reminder_id IN (SELECT id FROM reminder WHERE ${NO_PARTNERSHIP})`,
  ),
  `DELETE FROM reminder WHERE ${NO_PARTNERSHIP}`,
  'ALTER TABLE reminder ALTER COLUMN partnership_id SET NOT NULL',
];

/** Reminders that are about the organisation and its rule packs, and not about a partnership. */
export class PackMoments1763814000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await run(runner, statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await run(runner, statement);
  }
}
