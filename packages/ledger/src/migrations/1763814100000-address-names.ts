import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { run } from './dialect.js';

/** Which names reminders are for, read from an index alone: one step for each name, not for each row. */
export class AddressNames1763814100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await run(
      runner,
      `CREATE INDEX reminder_recipient ON reminder (organisation_id, recipient)
       WHERE state IN ('planned', 'queued', 'failed', 'dead')`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await run(runner, 'DROP INDEX reminder_recipient');
  }
}
