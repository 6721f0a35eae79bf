import Database from 'better-sqlite3';
import { Client } from 'pg';

const DAY = 24 * 60 * 60 * 1000;
const KINDS = ['gesprek', 'rapportage', 'jaaropgave', 'eindeInZicht', 'stilstand', 'backup'];
const RECIPIENTS = ['coordinator', 'backup', 'opdrachtnemer', 'contractmanager'];
const WORDS = ['Schoonmaak', 'Groenonderhoud', 'Catering', 'Beveiliging', 'Wegenbouw', 'Vervoer', 'Bewindvoering'];

/** Rows of a batch; more is slower in either database. */
const BATCH = 5000;

const padded = (number, width) => String(number).padStart(width, '0');
const idOf = (kind, number) => `0199${padded(kind, 4)}-0000-7000-8000-${padded(number, 12)}`;

/** A partnership that only lists look at: no history goes with it. */
function partnershipRow(organisation, number, at) {
  return {
    ...{ id: idOf(1, number), organisation_id: organisation, contract_id: null, supplier_id: null },
    ...{ title: `${WORDS[number % WORDS.length]} perceel ${number}`, phase: 'monitoring', states: '|monitoring|' },
    ...{ lifecycle_id: 'stappenplan-2020', pack_name: 'basis', pack_version: '1.0.0', coordinator: null },
    ...{ next_due_on: null, version: 1, snapshot_hash: '', head_hash: '', quarantined_at: null },
    ...{ quarantine_reason: null, created_at: at, updated_at: at, snapshot: '{}' },
  };
}

/**
 * Reminder so many of its partnership. Those before the moment went out, a few of them did not; those after it wait.
 * @param open whether all of them still wait, on days after the moment
 */
function reminderRow({ organisation, partnerships, now, open }, number) {
  const day = open ? 2 + (number % 3000) : (number % 1500) - 1200;
  const dueAt = new Date(Date.parse(now) + day * DAY + (number % 28_800) * 1000).toISOString();
  const partnership = number % partnerships;
  const past = number % 500 === 0 ? 'dead' : number % 50 === 0 ? 'skipped' : 'sent';
  const state = dueAt > now ? 'planned' : past;
  const recipient = RECIPIENTS[number % RECIPIENTS.length];
  return {
    ...{ id: idOf(open ? 3 : 2, number), organisation_id: organisation, partnership_id: idOf(1, partnership) },
    ...{ kind: KINDS[number % KINDS.length], occurrence: `nr-${open ? 'open' : 'oud'}-${number}`, step: 0, recipient },
    ...{ due_on: dueAt.slice(0, 10), due_at: dueAt, state, attempts: 0, tries: 0, next_try_at: dueAt, worker: null },
    ...{
      lease_until: null,
      set_by: 1,
      closed_by: null,
      last_error: null,
      sent_at: null,
      created_at: now,
      updated_at: now,
    },
    ...{
      search: `${WORDS[partnership % WORDS.length]} perceel ${partnership} c-${partnership} ${recipient}`.toLowerCase(),
    },
    why: JSON.stringify({ event: 'borgingVaststellen', sequence: 8, cadence: 'gesprek', filler: 'x'.repeat(900) }),
  };
}

/** Puts partnerships and reminders straight into the tables of a ledger, as if they had come there in years of use. */
export async function fill(location, { reminders, ...plan }) {
  const { organisation, partnerships, now, open = false } = plan;
  const table = location.url === undefined ? sqliteTable(location.file) : await postgresTable(location.url);
  if (!open) await inBatches(partnerships, (number) => partnershipRow(organisation, number, now), table, 'partnership');
  await inBatches(reminders, (number) => reminderRow(plan, number), table, 'reminder');
  await table.close();
}

async function inBatches(count, rowOf, table, name) {
  for (let from = 0; from < count; from += BATCH) {
    const size = Math.min(BATCH, count - from);
    await table.add(
      name,
      Array.from({ length: size }, (_, index) => rowOf(from + index)),
    );
  }
}

function sqliteTable(file) {
  const database = new Database(file);
  database.pragma('synchronous = OFF');
  database.pragma('cache_size = -1000000');
  return {
    add(name, rows) {
      const columns = Object.keys(rows[0]);
      const marks = columns.map((column) => `@${column}`);
      const insert = database.prepare(`INSERT INTO ${name} (${columns.join(', ')}) VALUES (${marks.join(', ')})`);
      database.transaction(() => rows.forEach((row) => insert.run(row)))();
    },
    close() {
      database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
      database.close();
    },
  };
}

async function postgresTable(url) {
  const client = new Client({ connectionString: url });
  await client.connect();
  return {
    add(name, rows) {
      const columns = Object.keys(rows[0]).join(', ');
      const insert = `INSERT INTO ${name} (${columns}) SELECT ${columns} FROM json_populate_recordset(NULL::${name}, $1)`;
      return client.query(insert, [JSON.stringify(rows)]);
    },
    async close() {
      await client.query('ANALYZE');
      await client.end();
    },
  };
}
