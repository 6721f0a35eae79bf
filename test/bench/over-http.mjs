import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { TOKEN_SCOPES } from '@samenwerkt/access';
import { ledgerLocation, LOCAL_ORGANISATION, openLedger } from '@samenwerkt/ledger';
import { Connection } from './http-client.mjs';
import { summary } from './in-process.mjs';
import { CONTRACT, LIFECYCLE, STEPS } from './walk.mjs';

const HOST = fileURLToPath(new URL('../../apps/host/dist/main.js', import.meta.url));
const BODIES = STEPS.map((step) => JSON.stringify(step));

/** The same road over HTTP: the real host in a process of its own, validation, JSON both ways, the same durability. */
export async function overHttp(folder, { clients, seconds }) {
  const dataDir = join(folder, `http-${clients}`);
  const { child, port } = await startHost(dataDir);
  try {
    const token = await newToken(dataDir);
    const connections = await Promise.all(Array.from({ length: clients }, () => Connection.open(port, token)));
    const contract = await newContract(connections[0]);
    await drive(connections, contract, 1);
    const measured = await drive(connections, contract, seconds);
    for (const connection of connections) connection.close();
    return measured;
  } finally {
    child.kill('SIGTERM');
  }
}

function startHost(dataDir) {
  const child = spawn(process.execPath, [HOST], {
    env: { ...process.env, DATA_DIR: dataDir, PORT: '0', SEED: 'none' },
  });
  return new Promise((resolve, reject) => {
    let printed = '';
    child.stdout.on('data', (chunk) => {
      printed += chunk;
      const port = /http:\/\/127\.0\.0\.1:(\d+)/.exec(printed)?.[1];
      if (port !== undefined) resolve({ child, port: Number(port) });
    });
    child.once('exit', (code) => reject(new Error(`host ended with ${code}: ${printed}`)));
  });
}

/** An API token of somebody who may do everything that is measured. */
async function newToken(dataDir) {
  const ledger = await openLedger(ledgerLocation(dataDir, {}));
  const roles = ['coordinator'];
  const by = { id: 'meting', roles };
  const fields = { name: 'Meting', email: 'meting@merwedam.example', language: 'nl', roles };
  const { id } = await ledger.people.invite(LOCAL_ORGANISATION.id, fields, by);
  const link = await ledger.oneTimeLinks.mint(LOCAL_ORGANISATION.id, id, 'invitation');
  await ledger.oneTimeLinks.use(link.token, 'vier losse woorden samen');
  const { token } = await ledger.apiTokens.add(id, { name: 'Meting', scopes: TOKEN_SCOPES, days: 1 });
  await ledger.close();
  return token;
}

async function newContract(connection) {
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
