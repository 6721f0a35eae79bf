import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ledgerLocation, openLedger, type Ledger } from '@samenwerkt/ledger';
import { startRedis, type Service } from '@samenwerkt/services';
import { get, post } from '../support/client.js';
import { databaseOf } from '../support/database.js';
import { ACTOR, HERE, openOffice, tell, until, type Office } from '../support/dispatching.js';
import { startHost, stopHost, type RunningHost } from '../support/host.js';

/** A mail server that takes a message and keeps its answer to itself until it is told to answer. */
interface HoldingServer {
  readonly url: string;
  /** The message id of every message that came in whole. */
  readonly whole: string[];
  answers: boolean;
  close(): void;
}

async function holdingServer(): Promise<HoldingServer> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket.on('error', () => undefined));
    talk(socket, holding);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const holding: HoldingServer = {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    whole: [],
    answers: false,
    close: () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
  return holding;
}

/** As little of SMTP as a client needs. */
function talk(socket: Socket, server: HoldingServer): void {
  let mail: string | undefined;
  let received = '';
  socket.write('220 proef\r\n');
  socket.on('data', (chunk: Buffer) => {
    received += chunk.toString();
    for (let end = received.indexOf('\r\n'); end >= 0; end = received.indexOf('\r\n')) {
      const line = received.slice(0, end);
      received = received.slice(end + 2);
      if (mail === undefined) {
        if (line === 'DATA') mail = '';
        socket.write(line === 'DATA' ? '354 go on\r\n' : line === 'QUIT' ? '221 bye\r\n' : '250 ok\r\n');
      } else if (line !== '.') mail += `${line}\n`;
      else {
        server.whole.push(/^Message-ID: (.*)$/im.exec(mail)?.[1] ?? '');
        mail = undefined;
        if (server.answers) socket.write('250 taken\r\n');
      }
    }
  });
}

let office: Office;
let redis: Service;
let mail: HoldingServer;
let hosts: RunningHost[] = [];
beforeEach(async () => {
  office = await openOffice(new Date().toISOString());
  [redis, mail] = await Promise.all([startRedis(), holdingServer()]);
}, 120_000);
afterEach(async () => {
  await Promise.all(hosts.map((host) => stopHost(host, 'SIGKILL')));
  hosts = [];
  mail.close();
  await redis.stop();
  await office.dispose();
});

async function host(role: string): Promise<RunningHost> {
  const settings = { ROLE: role, REDIS_URL: redis.url, SMTP_URL: mail.url, PUBLIC_URL: 'https://proef.example' };
  const running = await startHost(office.folder, settings);
  hosts.push(running);
  return running;
}

/** The administration under a clock of its own: another process that looks when leases have ended. */
function openedAt(now: string): Promise<Ledger> {
  return openLedger({ ...ledgerLocation(office.folder, databaseOf(office.folder)), clock: () => now });
}

describe('a worker that is killed while it hands over a message', () => {
  it('loses nothing: when its lease has ended it goes again under the same message id, and that is reported', async () => {
    await office.ledger.addresses.put(
      HERE,
      { name: 'coordinator', email: 'a@gemeente.example', language: 'nl' },
      ACTOR.id,
    );
    const [id = '', other = ''] = await tell(office, 1);
    const skip = { organisation: HERE, id: other, act: { act: 'skip' }, actorId: ACTOR.id, reason: 'proef' } as const;
    await office.ledger.reminders.act(skip);
    const dying = await host('worker');
    await until('the mail server has it whole', () => mail.whole.length === 1);
    await stopHost(dying, 'SIGKILL');
    const { leaseUntil } = (await office.ledger.reminders.get(HERE, id)).reminder;
    const early = await openedAt(office.time.now);
    expect(await early.dispatch.reap(() => office.time.now)).toBe(0);
    await early.close();
    const later = await openedAt(leaseUntil ?? '');
    expect(await later.dispatch.reap(() => office.time.now)).toBe(1);
    expect((await later.reminders.health(HERE)).maybeTwice).toBe(0);
    // The dead worker was also the one that scans: that lease has ended by this clock as well.
    expect(await later.leases.take('reminders', 'proef', leaseUntil ?? '', leaseUntil ?? '')).toBe(true);
    await later.leases.giveBack('reminders', 'proef');
    await later.close();
    mail.answers = true;
    const api = await host('api');
    await host('worker');
    await until('it is sent', async () => (await office.ledger.reminders.get(HERE, id)).reminder.state === 'sent');
    expect(mail.whole).toEqual([`<${id}@proef.example>`, `<${id}@proef.example>`]);
    expect((await get(api, '/reminders/health')).body).toMatchObject({ maybeTwice: 1 });
    expect((await get(api, `/reminders/${id}`)).body).toMatchObject({
      state: { id: 'sent' },
      tried: [
        { outcome: 'lost', mayHaveArrived: true },
        { outcome: 'sent', mayHaveArrived: false },
      ],
    });
    expect((await post(api, `/reminders/${id}/retries`, { reason: 'nog eens' })).status).toBe(409);
  });
});
