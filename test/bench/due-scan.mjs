import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openLedger } from '@samenwerkt/ledger';
import { startPostgres } from '@samenwerkt/services';
import { fill } from './reminder-rows.mjs';

const organisation = 'bench';
const secretKey = { text: 'ab'.repeat(32) };
const now = '2026-11-22T12:00:00.000Z';
const TIMES = 200;

/**
 * Prints the scan for what is due, with so many reminders that wait: on SQLite, and on PostgreSQL when there is a server
 * (DATABASE_URL of an empty database, or a program that can be started here).
 */
export async function printDueScans(open) {
  const folder = mkdtempSync(join(tmpdir(), 'samenwerkt-bench-'));
  const file = join(folder, 'due.sqlite');
  try {
    console.log(await line('SQLite', { file }, open));
    console.log(await onPostgres(file, open));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function onPostgres(file, open) {
  const given = process.env.DATABASE_URL;
  if (given !== undefined) return line('PostgreSQL', { file, url: given }, open);
  const server = await startPostgres().catch((error) => error);
  if (server instanceof Error) return `due scan on PostgreSQL: not measured (${server.message.split('\n')[0]})`;
  try {
    return await line('PostgreSQL', { file, url: server.url }, open);
  } finally {
    await server.stop();
  }
}

async function line(name, location, open) {
  const first = await openLedger({ ...location, secretKey, clock: () => now });
  await first.ensureOrganisation(organisation, 'Bench');
  await first.close();
  await fill(location, { organisation, partnerships: 1, reminders: 1, now });
  await fill(location, { organisation, partnerships: 1, reminders: open, now, open: true });
  const ledger = await openLedger({ ...location, secretKey, clock: () => now });
  const scan = () => ledger.dispatch.queueUntil('2026-11-23T12:00:00.000Z');
  for (let time = 0; time < 20; time++) await scan();
  const waits = [];
  for (let time = 0; time < TIMES; time++) {
    const begun = performance.now();
    await scan();
    waits.push(performance.now() - begun);
  }
  await ledger.close();
  waits.sort((a, b) => a - b);
  const [median, p99, slowest] = [waits[TIMES / 2], waits[Math.floor(TIMES * 0.99)], waits.at(-1)];
  const shown = `median ${median.toFixed(2)} ms, p99 ${p99.toFixed(2)} ms, slowest ${slowest.toFixed(2)} ms of ${TIMES}`;
  return `due scan over ${open} open reminders on ${name}: ${shown}`;
}
