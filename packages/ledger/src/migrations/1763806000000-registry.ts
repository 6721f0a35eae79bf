import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { appendOnly, run } from './dialect.js';

/** `ends_on` and what belongs to it are filled in when a version is withdrawn. */
const COLUMNS = [
  `state TEXT NOT NULL DEFAULT 'gepubliceerd' CHECK (state IN ('concept', 'gepubliceerd'))`,
  `uploaded_by TEXT NOT NULL DEFAULT 'programma'`,
  'published_at TEXT',
  'published_by TEXT',
  'ends_on TEXT',
  'replaced_by_name TEXT',
  'replaced_by_version TEXT',
  'end_reason TEXT',
];

const STATEMENTS = [
  ...COLUMNS.map((column) => `ALTER TABLE rule_pack ADD COLUMN ${column}`),
  // Until now the program loaded packs from a folder, and whatever it loaded was in force.
  `UPDATE rule_pack SET published_at = created_at, published_by = 'programma'`,
  // Without a reference to rule_pack: what was done to a concept stays on record when the concept is gone.
  `CREATE TABLE rule_pack_event (
     organisation_id TEXT NOT NULL REFERENCES organisation (id),
     name TEXT NOT NULL,
     version TEXT NOT NULL,
     sequence INTEGER NOT NULL,
     what TEXT NOT NULL,
     actor TEXT NOT NULL,
     at TEXT NOT NULL,
     details TEXT NOT NULL,
     PRIMARY KEY (organisation_id, name, version, sequence)
   )`,
  `INSERT INTO rule_pack_event (organisation_id, name, version, sequence, what, actor, at, details)
   SELECT organisation_id, name, version, 1, 'geladen', 'programma', created_at, '{}' FROM rule_pack`,
];

/** Versions of packs get a life: concept, published, ended; and what was done to them is kept. */
export class Registry1763806000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await run(runner, statement);
    await appendOnly(runner, 'rule_pack_event');
  }

  async down(runner: QueryRunner): Promise<void> {
    await run(runner, 'DROP TABLE rule_pack_event');
    for (const column of [...COLUMNS].reverse()) {
      await run(runner, `ALTER TABLE rule_pack DROP COLUMN ${column.split(' ')[0]}`);
    }
  }
}
