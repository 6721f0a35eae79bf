import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { run } from './dialect.js';

const UP = [
  'ALTER TABLE delivery_attempt ADD COLUMN may_have_arrived INTEGER NOT NULL DEFAULT 0',
  `UPDATE delivery_attempt SET may_have_arrived = 1 WHERE outcome = 'lost'`,
  'CREATE INDEX delivery_attempt_uncertain ON delivery_attempt (organisation_id, reminder_id) WHERE may_have_arrived = 1',
];

const DOWN = ['DROP INDEX delivery_attempt_uncertain', 'ALTER TABLE delivery_attempt DROP COLUMN may_have_arrived'];

/** Of which attempts nobody knows whether the message arrived: what went out again after those may have come twice. */
export class UncertainDeliveries1763813000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await run(runner, statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await run(runner, statement);
  }
}
