import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clearInterval, setInterval } from 'node:timers';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { loadPolicy, ROLES } from '@samenwerkt/engine';
import { loadPackFolder, readPackFolder } from '@samenwerkt/intake';
import { openLedger } from '@samenwerkt/ledger';
import { CONTRACT, LIFECYCLE, STEPS } from './walk.mjs';

/*
 * Events a second that a policy regression judges again, reading them from the database included, on the whole road of
 * every partnership under the Utrecht pack. Run by itself: node test/bench/regress.mjs [histories]; a hundred thousand
 * histories show whether memory grows.
 */
const ORGANISATION = 'bench';
const PACKS = fileURLToPath(new URL('../../rule-packs', import.meta.url));
const PACK = 'utrecht-bouwblokken';

/** Judges that many copies of one history again by a pack with another threshold. */
async function regressions(folder, histories) {
  const file = join(folder, 'regress.sqlite');
  const ledger = await openLedger({ file });
  await ledger.ensureOrganisation(ORGANISATION, 'Bench');
  await loadPackFolder(ledger, ORGANISATION, PACKS);
  copies(file, await original(ledger), histories - 1);
  const { seconds, events, memory } = await judge(ledger);
  await ledger.close();
  return { rate: events / seconds, events, seconds, memory };
}

async function original({ writer }) {
  const actor = { id: 'bench', roles: ROLES };
  const asked = { organisation: ORGANISATION, actor };
  const { partnership } = await writer.start({ ...asked, lifecycle: LIFECYCLE, pack: PACK, contract: CONTRACT });
  for (const step of STEPS) await writer.submit({ ...asked, partnership, ...step });
  return partnership;
}

/** Copies row and history under ids of their own; a regression does not walk the chain. */
function copies(file, original, count) {
  const database = new Database(file);
  const columns = (table, own) =>
    database
      .pragma(`table_info(${table})`)
      .map(({ name }) => name)
      .filter((name) => name !== own);
  const [row, event] = [columns('partnership', 'id'), columns('history', 'partnership_id')];
  const addRow = database.prepare(
    `INSERT INTO partnership (id, ${row}) SELECT ?, ${row} FROM partnership WHERE id = ?`,
  );
  const addEvents = database.prepare(
    `INSERT INTO history (partnership_id, ${event}) SELECT ?, ${event} FROM history WHERE partnership_id = ?`,
  );
  database.transaction(() => {
    for (let i = 0; i < count; i++) {
      const id = `${original.slice(0, 20)}${i.toString(16).padStart(8, '0')}${randomBytes(4).toString('hex')}`;
      addRow.run(id, original);
      addEvents.run(id, original);
    }
  })();
  database.close();
}

async function judge({ regressions: service, ...ledger }) {
  const files = readPackFolder(join(PACKS, PACK));
  const threshold = 'parameters/drempelContractwaarde.yaml';
  files.set(threshold, files.get(threshold).replace('100000.00', '2000000.00'));
  const pack = PACK;
  const memory = [];
  const begun = performance.now();
  const { id } = await service.start({
    organisation: ORGANISATION,
    pack,
    candidate: loadPolicy(files),
    actor: 'bench',
  });
  const watch = setInterval(() => memory.push(process.memoryUsage().rss / 1e6), 500);
  await service.over(id);
  clearInterval(watch);
  const seconds = (performance.now() - begun) / 1000;
  const { state, progress, failure } = await service.get(ORGANISATION, pack, id);
  if (state !== 'done') throw new Error(`regression ${state}: ${failure} (${ledger.clock()})`);
  return { seconds, events: progress.events, memory };
}

/** Runs in a folder of its own and says what came of it. */
export async function regressionLine(histories) {
  const folder = mkdtempSync(join(tmpdir(), 'samenwerkt-bench-'));
  try {
    const { rate, events, seconds, memory } = await regressions(folder, histories);
    const tenth = Math.floor(memory.length / 10);
    const grown =
      memory.length < 10
        ? ''
        : `; memory ${memory[tenth].toFixed(0)} MB early on, ${memory.at(-1).toFixed(0)} MB at the end`;
    return `regression of ${histories} histories: ${rate.toFixed(0)} events/s (${events} in ${seconds.toFixed(1)} s)${grown}`;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  console.log(await regressionLine(Number(process.argv[2] ?? 20_000)));
}
