import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { run } from './dialect.js';

/** Moves of many partnerships to another pack: what was asked, and what became of each partnership. */
export class PackMigrations1763807000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await run(
      runner,
      `CREATE TABLE pack_migration (
      id TEXT PRIMARY KEY NOT NULL,
      organisation_id TEXT NOT NULL REFERENCES organisation (id),
      to_name TEXT NOT NULL,
      to_version TEXT NOT NULL,
      to_digest TEXT NOT NULL,
      reason TEXT NOT NULL,
      selection TEXT NOT NULL,
      actor_id TEXT NOT NULL,
      actor_roles TEXT NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('running', 'done', 'stopped', 'failed')),
      runner INTEGER NOT NULL,
      started_at TEXT NOT NULL,
      finished_at TEXT,
      failure TEXT
    )`,
    );
    await run(runner, `CREATE INDEX pack_migration_page ON pack_migration (organisation_id, id)`);
    // One at a time for each organisation, whichever process asks.
    await run(
      runner,
      `CREATE UNIQUE INDEX pack_migration_one ON pack_migration (organisation_id) WHERE state = 'running'`,
    );
    await run(
      runner,
      `CREATE TABLE pack_migration_result (
      migration_id TEXT NOT NULL REFERENCES pack_migration (id),
      organisation_id TEXT NOT NULL REFERENCES organisation (id),
      partnership_id TEXT NOT NULL REFERENCES partnership (id),
      version INTEGER NOT NULL,
      outcome TEXT NOT NULL CHECK (outcome IN ('waiting', 'moved', 'present', 'refused', 'conflict')),
      code TEXT,
      reason TEXT,
      settled_at TEXT,
      PRIMARY KEY (migration_id, partnership_id)
    )`,
    );
    await run(
      runner,
      `CREATE INDEX pack_migration_outcome ON pack_migration_result (migration_id, outcome, partnership_id)`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await run(runner, 'DROP TABLE pack_migration_result');
    await run(runner, 'DROP TABLE pack_migration');
  }
}
