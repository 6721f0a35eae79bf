import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { appendOnly, run } from './dialect.js';

/** Still to go out, one way or another: at most one such for each timer and step, or one that is over and done with. */
const ALIVE = `state NOT IN ('cancelled', 'superseded')`;

const STATEMENTS = [
  `CREATE TABLE reminder (
     id TEXT PRIMARY KEY NOT NULL,
     organisation_id TEXT NOT NULL REFERENCES organisation (id),
     partnership_id TEXT NOT NULL REFERENCES partnership (id),
     kind TEXT NOT NULL,
     occurrence TEXT NOT NULL,
     step INTEGER NOT NULL,
     recipient TEXT NOT NULL,
     due_on TEXT NOT NULL,
     due_at TEXT NOT NULL,
     state TEXT NOT NULL CHECK (state IN
       ('planned', 'queued', 'sending', 'sent', 'failed', 'dead', 'skipped', 'cancelled', 'superseded')),
     attempts INTEGER NOT NULL DEFAULT 0,
     tries INTEGER NOT NULL DEFAULT 0,
     next_try_at TEXT NOT NULL,
     worker TEXT,
     lease_until TEXT,
     set_by INTEGER NOT NULL,
     closed_by INTEGER,
     last_error TEXT,
     sent_at TEXT,
     created_at TEXT NOT NULL,
     updated_at TEXT NOT NULL,
     search TEXT NOT NULL,
     why TEXT NOT NULL -- last: lists are read without it
   )`,
  `CREATE UNIQUE INDEX reminder_once ON reminder (partnership_id, kind, occurrence, step) WHERE ${ALIVE}`,
  `CREATE INDEX reminder_next ON reminder (next_try_at, id) WHERE state IN ('planned', 'queued', 'failed')`,
  `CREATE INDEX reminder_sending ON reminder (lease_until) WHERE state = 'sending'`,
  `CREATE INDEX reminder_page ON reminder (organisation_id, due_at, id)`,
  `CREATE INDEX reminder_state ON reminder (organisation_id, state, due_at, id)`,
  `CREATE INDEX reminder_kind ON reminder (organisation_id, kind, due_at, id)`,
  `CREATE TABLE delivery_attempt (
     reminder_id TEXT NOT NULL REFERENCES reminder (id),
     number INTEGER NOT NULL,
     organisation_id TEXT NOT NULL,
     worker TEXT NOT NULL,
     started_at TEXT NOT NULL,
     finished_at TEXT,
     outcome TEXT NOT NULL CHECK (outcome IN ('sending', 'sent', 'failed', 'lost')),
     channel TEXT,
     reference TEXT,
     error TEXT,
     PRIMARY KEY (reminder_id, number)
   )`,
  `CREATE TABLE reminder_act (
     id TEXT PRIMARY KEY NOT NULL,
     reminder_id TEXT NOT NULL REFERENCES reminder (id),
     organisation_id TEXT NOT NULL,
     act TEXT NOT NULL CHECK (act IN ('retry', 'skip', 'reschedule')),
     actor_id TEXT NOT NULL,
     reason TEXT NOT NULL,
     was TEXT NOT NULL,
     at TEXT NOT NULL
   )`,
  `CREATE INDEX reminder_act_of ON reminder_act (reminder_id, id)`,
  `CREATE TABLE lease (
     name TEXT PRIMARY KEY NOT NULL,
     holder TEXT NOT NULL,
     until TEXT NOT NULL
   )`,
];

/** The messages of events were kept apart, and never went out; they are told of now as everything else is. */
const OUTBOX = `CREATE TABLE outbox (
  id TEXT PRIMARY KEY NOT NULL,
  organisation_id TEXT NOT NULL,
  partnership_id TEXT NOT NULL REFERENCES partnership (id),
  sequence INTEGER NOT NULL,
  topic TEXT NOT NULL,
  recipient TEXT NOT NULL,
  created_at TEXT NOT NULL,
  delivered_at TEXT
)`;

/** Old news: on record for whoever looks, and not sent any more. */
const FROM_OUTBOX = `INSERT INTO reminder (id, organisation_id, partnership_id, kind, occurrence, step, recipient, due_on,
    due_at, state, next_try_at, set_by, created_at, updated_at, search, why)
  SELECT id, organisation_id, partnership_id, topic, '' || sequence,
    (SELECT CAST(count(*) AS INTEGER) FROM outbox AS earlier WHERE earlier.partnership_id = outbox.partnership_id
       AND earlier.sequence = outbox.sequence AND earlier.id < outbox.id),
    recipient, substr(created_at, 1, 10), created_at, 'skipped', created_at, sequence, created_at, created_at,
    lower(recipient), '{}'
  FROM outbox`;

const TABLES = ['lease', 'reminder_act', 'delivery_attempt', 'reminder'];

/** What goes out, to whom, and what became of it; what administrators did about it; and who scans. */
export class Reminders1763809000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await run(runner, statement);
    await appendOnly(runner, 'reminder_act');
    await run(runner, FROM_OUTBOX);
    await run(runner, 'DROP TABLE outbox');
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) await run(runner, `DROP TABLE ${table}`);
    await run(runner, OUTBOX);
    await run(runner, 'CREATE INDEX outbox_waiting ON outbox (id) WHERE delivered_at IS NULL');
  }
}
