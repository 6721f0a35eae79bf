import { join } from 'node:path';
import { signIn, startHost } from './bench-host.mjs';
import { Connection } from './http-client.mjs';
import { summary } from './in-process.mjs';
import { CONTRACT, LIFECYCLE, STEPS } from './walk.mjs';

const BODIES = STEPS.map((step) => JSON.stringify(step));

/**
 * The same road over HTTP: the real host in a process of its own, by somebody who signed in, with validation, JSON both ways
 * and the same durability.
 */
export async function overHttp(folder, { clients, seconds }) {
  const dataDir = join(folder, `http-${clients}`);
  const { child, port } = await startHost(dataDir);
  try {
    const headers = await signIn(dataDir, port);
    const connections = await Promise.all(Array.from({ length: clients }, () => Connection.open(port, headers)));
    const contract = await newContract(connections[0]);
    await drive(connections, contract, 1);
    const measured = await drive(connections, contract, seconds);
    for (const connection of connections) connection.close();
    return measured;
  } finally {
    child.kill('SIGTERM');
  }
}

/** A contract for partnerships to be about. @returns its id */
export async function newContract(connection) {
  const { body } = await connection.post('/api/v1/contracts', JSON.stringify({ facts: CONTRACT }));
  return JSON.parse(body).id;
}

async function drive(connections, contract, seconds) {
  const waits = [];
  const begun = performance.now();
  const until = begun + seconds * 1000;
  const begin = JSON.stringify({ contract, pack: 'utrecht-bouwblokken', lifecycle: LIFECYCLE });
  const client = async (connection) => {
    while (performance.now() < until) {
      const { partnership } = JSON.parse((await connection.post('/api/v1/partnerships', begin)).body);
      for (const body of BODIES) {
        if (performance.now() >= until) return;
        const asked = performance.now();
        const answer = await connection.post(`/api/v1/partnerships/${partnership}/transitions`, body);
        if (answer.status !== 200) throw new Error(answer.body);
        waits.push(performance.now() - asked);
      }
    }
  };
  await Promise.all(connections.map(client));
  return summary(waits, (performance.now() - begun) / 1000);
}
