import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { authenticationLines } from './authentication.mjs';
import { printDueScans } from './due-scan.mjs';
import { inProcess } from './in-process.mjs';
import { overHttp } from './over-http.mjs';
import { rawCommits } from './raw.mjs';
import { regressionLine } from './regress.mjs';
import { ruleLines } from './rules.mjs';

/*
 * Durable transitions a second beside raw better-sqlite3, in the same run and with the same durability (WAL,
 * synchronous=FULL). Rounds alternate, so that a machine that drifts drifts for all lines; every round is printed, the
 * slowest too. BENCH_SECONDS and BENCH_ROUNDS change its length.
 */
const seconds = Number(process.env.BENCH_SECONDS ?? 3);
const rounds = Number(process.env.BENCH_ROUNDS ?? 3);

const LINES = [
  { name: 'in process, 64 at a time', run: (folder) => inProcess(folder, { clients: 64, seconds }) },
  { name: 'in process, one by one', run: (folder) => inProcess(folder, { clients: 1, seconds }) },
  { name: 'over HTTP, 64 clients', run: (folder) => overHttp(folder, { clients: 64, seconds }) },
  { name: 'over HTTP, one client', run: (folder) => overHttp(folder, { clients: 1, seconds }) },
];

console.log(
  `Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model.trim()}; ${rounds} rounds of ${seconds} s a line\n`,
);
const ratios = new Map(LINES.map(({ name }) => [name, []]));
for (let round = 1; round <= rounds; round++) await play(round);
console.log('\nratio to raw better-sqlite3 in the same round: lowest, median, highest');
for (const [name, values] of ratios) {
  values.sort((a, b) => a - b);
  const shown = [values[0], values[Math.floor(values.length / 2)], values.at(-1)].map(
    (value) => `${value.toFixed(2)} ×`,
  );
  console.log(`  ${name.padEnd(28)} ${shown.join('   ')}`);
}
console.log(`\n${await authenticationLines()}`);
console.log(`\n${await regressionLine(5000)}`);
console.log(ruleLines());
await printDueScans(Number(process.env.BENCH_OPEN ?? 1_000_000));
console.log(`
What limits it: with 64 at a time the engine's one thread is busy throughout: deciding, hashing and writing some 5 kB of
snapshot an event; the fsync is shared by all commands of a turn. One by one every event pays its own fsync. Over HTTP
parsing, validation and routing come on top in the same thread, and the load generator takes part of the other core.
Raw is one UPDATE (2.5 kB) and one INSERT (0.4 kB) a commit, one after the other, without rules, hash chain or checks.`);

async function play(round) {
  const folder = mkdtempSync(join(tmpdir(), 'samenwerkt-bench-'));
  try {
    const raw = rawCommits(folder, Math.min(seconds, 2));
    console.log(`round ${round}\n  ${'raw better-sqlite3'.padEnd(28)} ${raw.toFixed(0).padStart(7)} commits/s`);
    for (const { name, run } of LINES) {
      const { rate, p50, p99, max } = await run(folder);
      ratios.get(name).push(rate / raw);
      console.log(
        `  ${name.padEnd(28)} ${rate.toFixed(0).padStart(7)} /s   ${(rate / raw).toFixed(2)} ×   p50 ${p50.toFixed(2)} ms   p99 ${p99.toFixed(2)} ms   slowest ${max.toFixed(1)} ms`,
      );
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
