import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { run } from './dialect.js';

const STATEMENTS = [
  // email_key is what is looked for and kept unique; name and email are only written and read by people/personal.ts.
  `CREATE TABLE person (
     id TEXT PRIMARY KEY NOT NULL,
     organisation_id TEXT NOT NULL REFERENCES organisation (id),
     name TEXT NOT NULL,
     email TEXT NOT NULL,
     email_key TEXT NOT NULL,
     language TEXT NOT NULL CHECK (language IN ('nl', 'en')),
     state TEXT NOT NULL CHECK (state IN ('invited', 'active', 'blocked')),
     supplier_id TEXT REFERENCES supplier (id),
     password_hash TEXT,
     demo INTEGER NOT NULL DEFAULT 0,
     created_at TEXT NOT NULL,
     UNIQUE (organisation_id, email_key)
   )`,
  `CREATE INDEX person_email ON person (email_key)`,
  `CREATE INDEX person_page ON person (organisation_id, id)`,
  `CREATE INDEX person_demo ON person (demo) WHERE demo = 1`,
  `CREATE TABLE role_grant (
     person_id TEXT NOT NULL REFERENCES person (id),
     role TEXT NOT NULL,
     granted_by TEXT NOT NULL,
     granted_at TEXT NOT NULL,
     PRIMARY KEY (person_id, role)
   )`,
  `CREATE TABLE session (
     id TEXT PRIMARY KEY NOT NULL,
     hash TEXT NOT NULL UNIQUE,
     person_id TEXT NOT NULL REFERENCES person (id),
     device TEXT NOT NULL,
     created_at TEXT NOT NULL,
     last_seen_at TEXT NOT NULL,
     idle_ends_at TEXT NOT NULL,
     ends_at TEXT NOT NULL,
     revoked_at TEXT
   )`,
  `CREATE INDEX session_person ON session (person_id, id)`,
  `CREATE INDEX session_end ON session (ends_at)`,
  `CREATE TABLE known_device (
     hash TEXT NOT NULL,
     person_id TEXT NOT NULL REFERENCES person (id),
     used_at TEXT NOT NULL,
     PRIMARY KEY (hash, person_id)
   )`,
  `CREATE INDEX known_device_used ON known_device (used_at)`,
  `CREATE TABLE sign_in_attempt (
     key TEXT PRIMARY KEY NOT NULL,
     failures INTEGER NOT NULL,
     blocked_until TEXT NOT NULL,
     at TEXT NOT NULL
   )`,
  `CREATE INDEX sign_in_attempt_at ON sign_in_attempt (at)`,
  `CREATE TABLE one_time_link (
     hash TEXT PRIMARY KEY NOT NULL,
     person_id TEXT NOT NULL REFERENCES person (id),
     kind TEXT NOT NULL CHECK (kind IN ('invitation', 'recovery')),
     created_at TEXT NOT NULL,
     ends_at TEXT NOT NULL,
     used_at TEXT
   )`,
  `CREATE INDEX one_time_link_person ON one_time_link (person_id)`,
  // A letter says for whom and what kind; its link is made when it goes out, so that no secret waits in a table.
  `CREATE TABLE account_letter (
     id TEXT PRIMARY KEY NOT NULL,
     person_id TEXT NOT NULL REFERENCES person (id),
     kind TEXT NOT NULL CHECK (kind IN ('invitation', 'recovery')),
     state TEXT NOT NULL CHECK (state IN ('waiting', 'sent', 'dead')),
     tries INTEGER NOT NULL,
     next_try_at TEXT NOT NULL,
     claimed_by TEXT,
     claimed_until TEXT,
     last_error TEXT,
     created_at TEXT NOT NULL,
     sent_at TEXT
   )`,
  `CREATE INDEX account_letter_waiting ON account_letter (next_try_at) WHERE state = 'waiting'`,
  `CREATE INDEX account_letter_person ON account_letter (person_id, created_at)`,
  `CREATE TABLE api_token (
     id TEXT PRIMARY KEY NOT NULL,
     hash TEXT NOT NULL UNIQUE,
     person_id TEXT NOT NULL REFERENCES person (id),
     name TEXT NOT NULL,
     scopes TEXT NOT NULL,
     created_at TEXT NOT NULL,
     ends_at TEXT NOT NULL,
     last_used_at TEXT,
     revoked_at TEXT
   )`,
  `CREATE INDEX api_token_person ON api_token (person_id, id)`,
];

const TABLES = [
  'api_token',
  'account_letter',
  'one_time_link',
  'sign_in_attempt',
  'known_device',
  'session',
  'role_grant',
  'person',
];

/** People, what they may, and how they sign in. */
export class People1763820000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await run(runner, statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) await run(runner, `DROP TABLE ${table}`);
  }
}
