import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { appendOnly, run } from './dialect.js';

/** The first shape of the ledger. Every table carries its organisation. */
const STATEMENTS = [
  `CREATE TABLE organisation (
     id TEXT PRIMARY KEY NOT NULL,
     name TEXT NOT NULL,
     created_at TEXT NOT NULL
   )`,
  `CREATE TABLE supplier (
     id TEXT PRIMARY KEY NOT NULL,
     organisation_id TEXT NOT NULL REFERENCES organisation (id),
     name TEXT NOT NULL,
     created_at TEXT NOT NULL,
     UNIQUE (organisation_id, name)
   )`,
  `CREATE TABLE contract (
     id TEXT PRIMARY KEY NOT NULL,
     organisation_id TEXT NOT NULL REFERENCES organisation (id),
     supplier_id TEXT REFERENCES supplier (id),
     kenmerk TEXT NOT NULL,
     titel TEXT NOT NULL,
     facts TEXT NOT NULL,
     created_at TEXT NOT NULL,
     UNIQUE (organisation_id, kenmerk)
   )`,
  `CREATE TABLE partnership (
     id TEXT PRIMARY KEY NOT NULL,
     organisation_id TEXT NOT NULL REFERENCES organisation (id),
     contract_id TEXT REFERENCES contract (id),
     supplier_id TEXT REFERENCES supplier (id),
     title TEXT NOT NULL,
     phase TEXT NOT NULL,
     states TEXT NOT NULL,
     lifecycle_id TEXT NOT NULL,
     pack_name TEXT NOT NULL,
     pack_version TEXT NOT NULL,
     coordinator TEXT,
     next_due_on TEXT,
     version INTEGER NOT NULL,
     snapshot_hash TEXT NOT NULL,
     head_hash TEXT NOT NULL,
     quarantined_at TEXT,
     quarantine_reason TEXT,
     created_at TEXT NOT NULL,
     updated_at TEXT NOT NULL,
     snapshot TEXT NOT NULL -- last: everything before it can be read without it
   )`,
  `CREATE INDEX partnership_page ON partnership (organisation_id, id)`,
  `CREATE INDEX partnership_phase ON partnership (organisation_id, phase, id)`,
  `CREATE INDEX partnership_states ON partnership (organisation_id, states, id)`,
  `CREATE INDEX partnership_coordinator ON partnership (organisation_id, coordinator, id)`,
  `CREATE INDEX partnership_supplier ON partnership (organisation_id, supplier_id, id)`,
  `CREATE INDEX partnership_pack ON partnership (organisation_id, pack_name, id)`,
  `CREATE INDEX partnership_due ON partnership (organisation_id, next_due_on) WHERE next_due_on IS NOT NULL`,
  `CREATE INDEX partnership_contract ON partnership (contract_id)`,
  `CREATE INDEX partnership_quarantine ON partnership (organisation_id, id) WHERE quarantined_at IS NOT NULL`,
  `CREATE TABLE history (
     partnership_id TEXT NOT NULL REFERENCES partnership (id),
     sequence INTEGER NOT NULL,
     organisation_id TEXT NOT NULL,
     event TEXT NOT NULL,
     data TEXT NOT NULL,
     actor_id TEXT NOT NULL,
     actor_roles TEXT NOT NULL,
     at TEXT NOT NULL,
     pack_name TEXT NOT NULL,
     pack_version TEXT NOT NULL,
     pack_digest TEXT NOT NULL,
     lifecycle_id TEXT NOT NULL,
     lifecycle_version TEXT NOT NULL,
     lifecycle_hash TEXT NOT NULL,
     semantics INTEGER NOT NULL,
     hash TEXT NOT NULL,
     PRIMARY KEY (partnership_id, sequence)
   )`,
  `CREATE TABLE timer (
     id TEXT PRIMARY KEY NOT NULL,
     organisation_id TEXT NOT NULL,
     partnership_id TEXT NOT NULL REFERENCES partnership (id),
     kind TEXT NOT NULL,
     occurrence TEXT NOT NULL,
     due_on TEXT NOT NULL,
     state TEXT NOT NULL CHECK (state IN ('open', 'closed')),
     set_by INTEGER NOT NULL,
     closed_by INTEGER,
     UNIQUE (partnership_id, kind, occurrence)
   )`,
  `CREATE INDEX timer_due ON timer (due_on, id) WHERE state = 'open'`,
  `CREATE TABLE outbox (
     id TEXT PRIMARY KEY NOT NULL,
     organisation_id TEXT NOT NULL,
     partnership_id TEXT NOT NULL REFERENCES partnership (id),
     sequence INTEGER NOT NULL,
     topic TEXT NOT NULL,
     recipient TEXT NOT NULL,
     created_at TEXT NOT NULL,
     delivered_at TEXT
   )`,
  `CREATE INDEX outbox_waiting ON outbox (id) WHERE delivered_at IS NULL`,
  `CREATE TABLE idempotency_key (
     organisation_id TEXT NOT NULL,
     key TEXT NOT NULL,
     request_hash TEXT NOT NULL,
     answer TEXT NOT NULL,
     created_at TEXT NOT NULL,
     PRIMARY KEY (organisation_id, key)
   ) WITHOUT ROWID`,
  `CREATE INDEX idempotency_key_age ON idempotency_key (created_at)`,
  `CREATE TABLE rule_pack (
     organisation_id TEXT NOT NULL REFERENCES organisation (id),
     name TEXT NOT NULL,
     version TEXT NOT NULL,
     digest TEXT NOT NULL,
     files TEXT NOT NULL,
     created_at TEXT NOT NULL,
     PRIMARY KEY (organisation_id, name, version)
   )`,
];

const TABLES = [
  'rule_pack',
  'idempotency_key',
  'outbox',
  'timer',
  'history',
  'partnership',
  'contract',
  'supplier',
  'organisation',
];

export class Initial1763800000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await run(runner, statement);
    await appendOnly(runner, 'history');
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) await run(runner, `DROP TABLE ${table}`);
  }
}
