import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { run } from './dialect.js';

/** Whether a run goes on is said by its lease: the id of a process means nothing on another machine. */
export class RunLeases1763815100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const table of ['regression', 'pack_migration']) await run(runner, `ALTER TABLE ${table} DROP COLUMN runner`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['regression', 'pack_migration'])
      await run(runner, `ALTER TABLE ${table} ADD COLUMN runner INTEGER NOT NULL DEFAULT 0`);
  }
}
