import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { processorTime, signIn, startHost } from './bench-host.mjs';
import { Connection } from './http-client.mjs';
import { newContract } from './over-http.mjs';
import { LIFECYCLE, STEPS } from './walk.mjs';

const CLIENTS = 16;
/** Of each client, each turn. */
const READS = 50;
const UNGUARDED = new URL('without-guard.mjs', import.meta.url);

/**
 * What it costs to establish who asks with every request: the same work on two hosts, one with and one without the guard,
 * in short turns, so that a machine that drifts drifts for both. What is compared is time of the processor: on a machine that
 * does other things as well, rates say more of those than of this.
 */
export async function authenticationLines(turns = 12) {
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
  for (const one of sides) await work(one);
  const spent = [0, 0];
  const requests = [0, 0];
  for (let turn = 0; turn < turns; turn++) {
    // Who goes first changes: the second of two finds the machine warmer, or the disk fuller.
    for (const which of turn % 2 === 0 ? [0, 1] : [1, 0]) {
      const before = await processorTime(sides[which].child);
      requests[which] += await work(sides[which]);
      spent[which] += (await processorTime(sides[which].child)) - before;
    }
  }
  const [guarded, unguarded] = spent.map((time, which) => time / requests[which]);
  const shown = [guarded, unguarded, guarded - unguarded].map((time) => `${time.toFixed(0).padStart(5)} µs`);
  const share = (guarded / unguarded - 1) * 100;
  return `  ${name.padEnd(24)} with ${shown[0]}   without ${shown[1]}   costs ${shown[2]}   ${share.toFixed(1)} %`;
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
