import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { appendOnly, run } from './dialect.js';

const UP = [
  `CREATE TABLE audit_entry (
     organisation_id TEXT NOT NULL REFERENCES organisation (id),
     sequence INTEGER NOT NULL,
     at TEXT NOT NULL,
     actor_id TEXT NOT NULL,
     action TEXT NOT NULL,
     subject_kind TEXT NOT NULL,
     subject_id TEXT NOT NULL,
     reason TEXT,
     details TEXT NOT NULL,
     hash TEXT NOT NULL,
     PRIMARY KEY (organisation_id, sequence)
   ) WITHOUT ROWID`,
  `CREATE INDEX audit_entry_action ON audit_entry (organisation_id, action, sequence)`,
  `CREATE INDEX audit_entry_actor ON audit_entry (organisation_id, actor_id, sequence)`,
  // Where each chain ends: writers queue for this row, and an entry that is missing at the end is missed by it.
  `CREATE TABLE audit_head (
     organisation_id TEXT PRIMARY KEY NOT NULL REFERENCES organisation (id),
     sequence INTEGER NOT NULL,
     at TEXT NOT NULL,
     hash TEXT NOT NULL
   )`,
];

const DOWN = ['DROP TABLE audit_head', 'DROP TABLE audit_entry'];

/** What was done to the administration, by whom and when: a chain for each organisation. */
export class Audit1763822000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await run(runner, statement);
    await appendOnly(runner, 'audit_entry');
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await run(runner, statement);
  }
}
