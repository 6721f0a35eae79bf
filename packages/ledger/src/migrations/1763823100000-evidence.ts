import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { appendOnly, run } from './dialect.js';

const UP = [
  `CREATE TABLE attestation (
     id TEXT PRIMARY KEY NOT NULL,
     organisation_id TEXT NOT NULL REFERENCES organisation (id),
     partnership_id TEXT NOT NULL REFERENCES partnership (id),
     sequence INTEGER NOT NULL, -- of the event that it proves
     kind TEXT NOT NULL,
     note TEXT,
     seen_by TEXT NOT NULL, -- reference to a data subject
     seen_on TEXT NOT NULL,
     recorded_by TEXT NOT NULL,
     recorded_at TEXT NOT NULL
   )`,
  `CREATE TABLE attestation_withdrawal (
     id TEXT PRIMARY KEY NOT NULL REFERENCES attestation (id),
     organisation_id TEXT NOT NULL REFERENCES organisation (id),
     actor_id TEXT NOT NULL,
     at TEXT NOT NULL,
     reason TEXT NOT NULL
   )`,
  `CREATE TABLE evidence_file (
     id TEXT PRIMARY KEY NOT NULL, -- its key in the vault has the same id
     organisation_id TEXT NOT NULL REFERENCES organisation (id),
     attestation_id TEXT NOT NULL REFERENCES attestation (id),
     type TEXT NOT NULL,
     bytes INTEGER NOT NULL,
     recorded_by TEXT NOT NULL,
     recorded_at TEXT NOT NULL,
     removed_at TEXT,
     removed_because TEXT,
     content TEXT -- sealed; null once it is removed. Last: everything before it can be read without it
   )`,
  `CREATE INDEX evidence_file_attestation ON evidence_file (attestation_id, id)`,
  `CREATE INDEX evidence_file_kept ON evidence_file (organisation_id, id) WHERE removed_at IS NULL`,
  `CREATE INDEX attestation_partnership ON attestation (partnership_id, sequence, id)`,
  `CREATE INDEX attestation_seen_by ON attestation (organisation_id, seen_by)`,
];

/** Who saw what proves an event, and when; and, where somebody adds them, files of it. */
export class Evidence1763823100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await run(runner, statement);
    for (const table of ['attestation', 'attestation_withdrawal']) await appendOnly(runner, table);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['evidence_file', 'attestation_withdrawal', 'attestation'])
      await run(runner, `DROP TABLE ${table}`);
  }
}
