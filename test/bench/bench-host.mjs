import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { ledgerLocation, LOCAL_ORGANISATION, openLedger } from '@samenwerkt/ledger';

const HOST = fileURLToPath(new URL('../../apps/host/dist/main.js', import.meta.url));
const PASSWORD = 'vier losse woorden samen';

/** So high that nothing is refused, but everything is counted: counting is part of what a request costs. */
const LIMITS = { ACCOUNT_PER_MINUTE: '1000000', ADDRESS_PER_MINUTE: '1000000' };

const METER = new URL('processor-time.mjs', import.meta.url);

/** Starts the real host as a process of its own. @param modules loaded before it */
export function startHost(dataDir, modules = []) {
  const before = [METER, ...modules].flatMap((url) => ['--import', url.href]);
  const child = spawn(process.execPath, [...before, HOST], {
    env: { ...process.env, ...LIMITS, DATA_DIR: dataDir, PORT: '0', SEED: 'none' },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
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

/** @returns microseconds of the processor that the host took so far, all its threads together */
export function processorTime(child) {
  return new Promise((resolve) => {
    child.once('message', ({ user, system }) => resolve(user + system));
    child.send('now');
  });
}

/** Signs in somebody who may do everything that is measured. @returns what a browser sends with every request from then on */
export async function signIn(dataDir, port) {
  const email = await newMember(dataDir);
  const answer = await fetch(`http://127.0.0.1:${port}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password: PASSWORD }),
  });
  if (answer.status !== 201) throw new Error(await answer.text());
  const cookie = answer.headers.getSetCookie().map((line) => line.split(';')[0]);
  return { cookie: cookie.join('; '), 'x-csrf-token': (await answer.json()).csrfToken };
}

async function newMember(dataDir) {
  const ledger = await openLedger(ledgerLocation(dataDir, {}));
  const roles = ['coordinator'];
  const email = 'meting@merwedam.example';
  const by = { id: 'meting', roles };
  const fields = { name: 'Meting', email, language: 'nl', roles };
  const { id } = await ledger.people.invite(LOCAL_ORGANISATION.id, fields, by);
  const link = await ledger.oneTimeLinks.mint(LOCAL_ORGANISATION.id, id, 'invitation');
  await ledger.oneTimeLinks.use(link.token, PASSWORD);
  await ledger.close();
  return email;
}
