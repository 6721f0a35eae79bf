import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { run } from './dialect.js';

const UP = [
  // What the whole installation needs, sealed with the key that is not in the database.
  `CREATE TABLE installation_secret (
     name TEXT PRIMARY KEY NOT NULL,
     key_id TEXT NOT NULL,
     wrapped TEXT NOT NULL
   )`,
  // A row stays when its key is destroyed: what refers to it reads as erased, and its id is never used again.
  `CREATE TABLE subject_key (
     id TEXT PRIMARY KEY NOT NULL,
     organisation_id TEXT NOT NULL REFERENCES organisation (id),
     wrapped TEXT,
     created_at TEXT NOT NULL,
     destroyed_at TEXT
   )`,
  `CREATE TABLE data_subject (
     id TEXT PRIMARY KEY NOT NULL REFERENCES subject_key (id),
     organisation_id TEXT NOT NULL REFERENCES organisation (id),
     name TEXT,
     name_index TEXT,
     created_at TEXT NOT NULL,
     erased_at TEXT,
     erased_by TEXT,
     erased_because TEXT
   )`,
  `CREATE UNIQUE INDEX data_subject_name ON data_subject (organisation_id, name_index) WHERE name_index IS NOT NULL`,
  `CREATE INDEX data_subject_page ON data_subject (organisation_id, id)`,
];

const DOWN = ['DROP TABLE data_subject', 'DROP TABLE subject_key', 'DROP TABLE installation_secret'];

/** Keys of persons, and the persons whom histories refer to. */
export class DataSubjects1763821000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await run(runner, statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await run(runner, statement);
  }
}
