import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { run } from './dialect.js';

/** Views that people keep: a screen, and how it was narrowed. */
export class SavedViews1763826200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await run(
      runner,
      `CREATE TABLE saved_view (
         id TEXT PRIMARY KEY NOT NULL,
         person_id TEXT NOT NULL REFERENCES person (id),
         screen TEXT NOT NULL,
         name TEXT NOT NULL,
         search TEXT NOT NULL,
         created_at TEXT NOT NULL,
         UNIQUE (person_id, screen, name)
       )`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await run(runner, 'DROP TABLE saved_view');
  }
}
