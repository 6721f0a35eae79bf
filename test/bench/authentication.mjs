import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { processorTime, signIn, startHost } from './bench-host.mjs';
import { Connection } from './http-client.mjs';
import { newContract } from './over-http.mjs';
import { LIFECYCLE, STEPS } from './walk.mjs';

const CLIENTS = 16;
/** Of each client, each turn: so many that a turn holds several collections of garbage, as the next one does. */
const READS = 250;
/** Turns that do not count: until then the program is still being compiled. */
const WARM = 5;
const UNGUARDED = new URL('without-guard.mjs', import.meta.url);

/**
 * What it costs to establish who asks with every request: the same work on two hosts, one with and one without the guard,
 * in short turns, so that a machine that drifts drifts for both. What is compared is time of the processor: on a machine that
 * does other things as well, rates say more of those than of this.
 */
export async function authenticationLines(turns = 40) {
  const folder = mkdtempSync(join(tmpdir(), 'samenwerkt-bench-'));
  const sides = [];
  try {
    for (const modules of [[], [UNGUARDED]]) sides.push(await side(join(folder, String(modules.length)), modules));
    const works = { 'recording an event': transitions, 'reading a partnership': reading };
    const lines = [];
    for (const [name, work] of Object.entries(works)) lines.push(await compared(name, work, sides, turns));
    return ['what authentication costs a request (session cookie; goal: under 10 %)', ...lines].join('\n');
  } finally {
    for (const { child, connections } of sides) {
      for (const connection of connections) connection.close();
      child.kill('SIGTERM');
    }
    rmSync(folder, { recursive: true, force: true });
  }
}

async function side(dataDir, modules) {
  const { child, port } = await startHost(dataDir, modules);
  const headers = await signIn(dataDir, port);
  const connections = await Promise.all(Array.from({ length: CLIENTS }, () => Connection.open(port, headers)));
  // A connection on which nothing was ever asked is closed after a while, and the other host is still to be started.
  for (const connection of connections) await connection.get('/health/live');
  const contract = await newContract(connections[0]);
  const begin = JSON.stringify({ contract, pack: 'utrecht-bouwblokken', lifecycle: LIFECYCLE });
  const { partnership } = JSON.parse((await connections[0].post('/api/v1/partnerships', begin)).body);
  return { child, connections, begin, partnership };
}

async function compared(name, work, sides, turns) {
  for (let warm = 0; warm < WARM; warm++) for (const one of sides) await work(one);
  const pairs = [];
  for (let turn = 0; turn < turns; turn++) {
    const spent = [];
    // Who goes first changes: the second of two finds the machine warmer, or the disk fuller.
    for (const which of turn % 2 === 0 ? [0, 1] : [1, 0]) spent[which] = await perRequest(sides[which], work);
    pairs.push(spent);
  }
  const without = quantile(
    pairs.map((spent) => spent[1]),
    0.5,
  );
  const costs = pairs.map(([guarded, unguarded]) => guarded - unguarded);
  const [low, cost, high] = [0.25, 0.5, 0.75].map((share) => quantile(costs, share));
  const percent = (cost / without) * 100;
  return `  ${name.padEnd(24)} ${shown(cost)} on ${shown(without)}: ${percent.toFixed(1)} %   (middle half of ${turns} turns: ${shown(low)} to ${shown(high)})`;
}

/** Microseconds of the processor that a request takes of the host. */
async function perRequest(side, work) {
  const before = await processorTime(side.child);
  const requests = await work(side);
  return ((await processorTime(side.child)) - before) / requests;
}

/** A turn in which the machine did something else is an outlier: it decides nothing here. */
function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) * share)];
}

function shown(time) {
  return `${time.toFixed(0)} µs`;
}

/** Every client takes one partnership down the whole road. @returns number of requests */
async function transitions({ connections, begin }) {
  const bodies = STEPS.map((step) => JSON.stringify(step));
  const client = async (connection) => {
    const { partnership } = JSON.parse(await answered(connection.post('/api/v1/partnerships', begin), 201));
    for (const body of bodies) {
      await answered(connection.post(`/api/v1/partnerships/${partnership}/transitions`, body), 200);
    }
  };
  await Promise.all(connections.map(client));
  return connections.length * (1 + bodies.length);
}

/** Every client reads the same partnership again and again. @returns number of requests */
async function reading({ connections, partnership }) {
  const client = async (connection) => {
    for (let time = 0; time < READS; time++) {
      await answered(connection.get(`/api/v1/partnerships/${partnership}`), 200);
    }
  };
  await Promise.all(connections.map(client));
  return connections.length * READS;
}

async function answered(answer, expected) {
  const { status, body } = await answer;
  if (status !== expected) throw new Error(body);
  return body;
}
