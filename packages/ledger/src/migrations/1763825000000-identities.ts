import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { run } from './dialect.js';

const UP = [
  // Somebody as another party knows them. The issuer and its subject say who it is; an address can change hands.
  `CREATE TABLE person_identity (
     organisation_id TEXT NOT NULL REFERENCES organisation (id),
     issuer TEXT NOT NULL,
     subject TEXT NOT NULL,
     person_id TEXT NOT NULL REFERENCES person (id),
     provider TEXT NOT NULL,
     created_at TEXT NOT NULL,
     last_used_at TEXT NOT NULL,
     PRIMARY KEY (organisation_id, issuer, subject)
   )`,
  `CREATE INDEX person_identity_person ON person_identity (person_id)`,
  // A role that a provider gave counts only in sessions that the same provider opened.
  `ALTER TABLE role_grant ADD COLUMN provider TEXT`,
  `ALTER TABLE session ADD COLUMN provider TEXT`,
  // State, nonce and verifier follow from a secret that only the browser has; here is its hash.
  `CREATE TABLE provider_sign_in (
     hash TEXT PRIMARY KEY NOT NULL,
     provider TEXT NOT NULL,
     ends_at TEXT NOT NULL
   )`,
  `CREATE INDEX provider_sign_in_end ON provider_sign_in (ends_at)`,
  // last_step: the newest period whose code was used; a code works once. Not confirmed: the person has not shown a code yet.
  `CREATE TABLE person_totp (
     person_id TEXT PRIMARY KEY NOT NULL REFERENCES person (id),
     secret TEXT NOT NULL,
     last_step INTEGER NOT NULL,
     created_at TEXT NOT NULL,
     confirmed_at TEXT
   )`,
  `CREATE TABLE recovery_code (
     person_id TEXT NOT NULL REFERENCES person (id),
     hash TEXT NOT NULL,
     PRIMARY KEY (person_id, hash)
   )`,
  `CREATE TABLE second_factor_rule (
     organisation_id TEXT NOT NULL REFERENCES organisation (id),
     role TEXT NOT NULL,
     PRIMARY KEY (organisation_id, role)
   )`,
  // The password was right and the code is still to come: no session, and good for nothing but that code.
  `CREATE TABLE sign_in_step (
     hash TEXT PRIMARY KEY NOT NULL,
     person_id TEXT NOT NULL REFERENCES person (id),
     ends_at TEXT NOT NULL
   )`,
  `CREATE INDEX sign_in_step_end ON sign_in_step (ends_at)`,
];

const DOWN = [
  ...['sign_in_step', 'second_factor_rule', 'recovery_code', 'person_totp', 'provider_sign_in'].map(
    (table) => `DROP TABLE ${table}`,
  ),
  'ALTER TABLE session DROP COLUMN provider',
  'ALTER TABLE role_grant DROP COLUMN provider',
  'DROP TABLE person_identity',
];

/** Signing in by another party, and codes beside a password. */
export class Identities1763825000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await run(runner, statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await run(runner, statement);
  }
}
