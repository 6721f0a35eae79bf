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
  `CREATE INDEX attestation_partnership ON attestation (partnership_id, sequence, id)`,
  `CREATE INDEX attestation_seen_by ON attestation (organisation_id, seen_by)`,
];

/** Who saw what proves an event, and when; the proof itself is not kept. */
export class Evidence1763823100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await run(runner, statement);
    for (const table of ['attestation', 'attestation_withdrawal']) await appendOnly(runner, table);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['attestation_withdrawal', 'attestation']) await run(runner, `DROP TABLE ${table}`);
  }
}
