import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { run } from './dialect.js';

/** What somebody must look at can be counted over all organisations without reading everything else. */
export class DeadReminders1763815000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await run(runner, `CREATE INDEX reminder_dead ON reminder (id) WHERE state = 'dead'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await run(runner, 'DROP INDEX reminder_dead');
  }
}
