import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { run } from './dialect.js';

/** Policy regressions: their progress and what they found. */
export class Regressions1763803000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await run(
      runner,
      `CREATE TABLE regression (
      id TEXT PRIMARY KEY NOT NULL,
      organisation_id TEXT NOT NULL REFERENCES organisation (id),
      pack_name TEXT NOT NULL,
      candidate_name TEXT NOT NULL,
      candidate_version TEXT NOT NULL,
      candidate_digest TEXT NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('running', 'done', 'stopped', 'failed')),
      runner INTEGER NOT NULL,
      total INTEGER NOT NULL,
      done INTEGER NOT NULL,
      events INTEGER NOT NULL,
      started_at TEXT NOT NULL,
      finished_at TEXT,
      failure TEXT,
      findings TEXT NOT NULL -- last: lists are read without it
    )`,
    );
    await run(runner, `CREATE INDEX regression_page ON regression (organisation_id, pack_name, id)`);
    // One at a time for each organisation, whichever process asks.
    await run(runner, `CREATE UNIQUE INDEX regression_one ON regression (organisation_id) WHERE state = 'running'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await run(runner, 'DROP TABLE regression');
  }
}
