import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openLedger } from '@samenwerkt/ledger';
import { fill } from './reminder-rows.mjs';

/*
 * Pages of the list of reminders, and the scan for what is due. On SQLite in a folder of its own; with DATABASE_URL in
 * that PostgreSQL database, which must be empty. BENCH_REMINDERS and BENCH_OPEN change the size.
 */
const organisation = 'bench';
const now = '2026-11-22T12:00:00.000Z';
const reminders = Number(process.env.BENCH_REMINDERS ?? 100_000);
const open = Number(process.env.BENCH_OPEN ?? 1_000_000);
const partnerships = 2000;
const TIMES = 15;

const folder = mkdtempSync(join(tmpdir(), 'samenwerkt-bench-'));
const secretKey = { text: 'ab'.repeat(32) };
const location = { file: join(folder, 'reminders.sqlite'), url: process.env.DATABASE_URL, secretKey };
try {
  await main();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function main() {
  let ledger = await openLedger({ ...location, clock: () => now });
  await ledger.ensureOrganisation(organisation, 'Bench');
  await fill(location, { organisation, partnerships, reminders, now });
  console.log(
    `${location.url === undefined ? 'SQLite' : 'PostgreSQL'}, Node ${process.version}; ${TIMES} times each\n`,
  );
  console.log(`pages of 25 of ${reminders} reminders in ${partnerships} partnerships`);
  await pages(ledger);
  await ledger.close();
  await fill(location, { organisation, partnerships, reminders: open, now, open: true });
  ledger = await openLedger({ ...location, clock: () => now });
  console.log(`\n${open} more that wait, none of them due within a day`);
  await ledger.dispatch.queueUntil('2026-11-23T12:00:00.000Z');
  await measure('scan for what is due within a day', () => ledger.dispatch.queueUntil('2026-11-23T12:00:00.000Z'));
  await measure('take back what was lost', () => ledger.dispatch.reap());
  await pages(ledger);
  await ledger.close();
}

/** Every way to narrow the list; a search that finds nothing has looked at everything it may look at. */
async function pages(ledger) {
  const list = (filter, after) => ledger.reminders.page(organisation, filter, 25, after);
  const partnership = (await list({})).items[0].partnershipId;
  const deep = { dueAt: '2026-11-22T12:00:00.000Z', id: '~' };
  await measure('first page', () => list({}));
  await measure('a page in the middle', () => list({}, deep));
  await measure('state', () => list({ state: 'dead' }));
  await measure('kind', () => list({ kind: 'backup' }));
  await measure('state and kind', () => list({ state: 'dead', kind: 'stilstand' }));
  await measure('state and kind, common and rare', () => list({ state: 'planned', kind: 'nooit' }));
  await measure('from and before', () => list({ from: '2026-01-01', before: '2026-02-01' }));
  await measure('partnership', () => list({ partnership }));
  await measure('partnership and state', () => list({ partnership, state: 'skipped' }));
  await measure('search, many fit', () => list({ text: 'coordinator' }));
  await measure('search, few fit', () => list({ text: 'perceel 1999' }));
  await measure('search, nothing fits', () => list({ text: 'zoekgeraakt' }));
  await measure('search within a state, nothing fits', () => list({ text: 'zoekgeraakt', state: 'sent' }));
  await measure('search within a kind, nothing fits', () => list({ text: 'zoekgeraakt', kind: 'gesprek' }));
  await measure('one with everything about it', async () => {
    const [{ id }] = (await list({ state: 'dead' })).items;
    return ledger.reminders.get(organisation, id);
  });
  await measure('how it stands', () => ledger.reminders.health(organisation));
}

async function measure(name, work) {
  const waits = [];
  for (let time = 0; time < TIMES; time++) {
    const begun = performance.now();
    await work();
    waits.push(performance.now() - begun);
  }
  waits.sort((a, b) => a - b);
  const [median, slowest] = [waits[Math.floor(TIMES / 2)], waits.at(-1)].map((wait) =>
    `${wait.toFixed(2)} ms`.padStart(11),
  );
  console.log(`  ${name.padEnd(38)} median ${median}   slowest ${slowest}`);
}
