import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Browser } from '../support/browser.js';
import { asked, get, signed } from '../support/client.js';
import { startHost, stopHost, temporaryFolder, type RunningHost } from '../support/host.js';
import { addMember, type Member } from '../support/people.js';

const [local, proxied] = [temporaryFolder(), temporaryFolder()];
let open: RunningHost;
let limited: RunningHost;
let other: Member;

/** Requests a minute on the limited host. */
const ACCOUNT = 20;
const ADDRESS = 60;

beforeAll(async () => {
  open = await startHost(local.folder);
  limited = await startHost(proxied.folder, {
    PUBLIC_URL: 'https://samenwerkt.gemeente.example',
    TRUSTED_PROXIES: '127.0.0.1',
    ACCOUNT_PER_MINUTE: String(ACCOUNT),
    ADDRESS_PER_MINUTE: String(ADDRESS),
  });
  other = await addMember(proxied.folder);
});
afterAll(async () => {
  await Promise.all([stopHost(open), stopHost(limited)]);
  local.dispose();
  proxied.dispose();
});

const EVERYWHERE = {
  'cache-control': expect.stringMatching(/^no-(store|cache)$/) as unknown,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': expect.stringContaining('camera=()') as unknown,
  'referrer-policy': expect.stringMatching(/^(no-referrer|same-origin)$/) as unknown,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};

/** Every route × method of the description, with something in the place of braces; and what stands beside the API. */
async function everyRoute(): Promise<[string, string][]> {
  const { paths } = (await get(open, '/openapi.json')).body as unknown as { paths: Record<string, object> };
  const id = '01900000-0000-7000-8000-00000000ffff';
  const described = Object.entries(paths).flatMap(([path, operations]) =>
    Object.keys(operations).map((method): [string, string] => [method.toUpperCase(), path.replace(/\{\w+\}/g, id)]),
  );
  const beside = ['/health/live', '/health/ready', '/aanmelden', '/nergens', '/api/v1/nergens', '/%zz'];
  return [...described, ...beside.map((path): [string, string] => ['GET', path])];
}

describe('every answer', () => {
  it('has the headers that keep a browser in check, on every route, signed in or not', async () => {
    const routes = await everyRoute();
    expect(routes.length).toBeGreaterThan(70);
    for (const [method, path] of routes) {
      for (const headers of [{}, signed(open)]) {
        const answer = await fetch(`${open.url}${path}`, { method, headers });
        expect([method, path, Object.fromEntries(answer.headers)]).toEqual([
          method,
          path,
          expect.objectContaining(EVERYWHERE),
        ]);
        const policy = answer.headers.get('content-security-policy') ?? '';
        expect([path, policy]).toEqual([path, expect.stringContaining("default-src 'none'")]);
        // Styles on elements, in the preview of a message, are all that a page may have beside its own files.
        const rest = policy.replace("style-src-attr 'unsafe-inline'", '');
        expect([path, rest]).toEqual([path, expect.not.stringMatching(/unsafe|\*/)]);
        expect([path, policy]).toEqual([path, expect.stringContaining("frame-ancestors 'none'")]);
      }
    }
  });

  it.each([
    ['an archive that belongs elsewhere', 'application/zip', 415],
    ['a form that belongs elsewhere', 'application/x-www-form-urlencoded', 415],
    ['an unknown kind of content', 'application/xml', 415],
    ['what is no JSON', 'application/json', 400],
  ])('has them also when it refuses %s', async (_, type, status) => {
    const headers = { ...signed(open), 'content-type': type };
    const answer = await fetch(`${open.api}/contracts`, { method: 'POST', headers, body: '{' });
    expect([answer.status, Object.fromEntries(answer.headers)]).toEqual([status, expect.objectContaining(EVERYWHERE)]);
  });

  it('says to come back over TLS only where people come over TLS', async () => {
    const asked = (host: RunningHost) => fetch(`${host.url}/health/live`);
    expect((await asked(limited)).headers.get('strict-transport-security')).toBe('max-age=31536000');
    expect((await asked(open)).headers.get('strict-transport-security')).toBeNull();
  });
});

/** Asks until it is refused. */
async function untilRefused(
  ask: () => Promise<Response>,
  most: number,
): Promise<{ passed: number; refused: Response }> {
  for (let passed = 0; passed <= most; passed++) {
    const answer = await ask();
    if (answer.status === 429) return { passed, refused: answer };
  }
  throw new Error(`${most} requests went through`);
}

/** A request as the proxy in front passes it on. */
const from = (address: string) => ({ 'x-forwarded-for': address });

/** Room for what is added while the test asks: a machine that is busy is no reason to fail. */
const ADDED = 40;

describe('who asks too much', () => {
  it('is told to wait, by account, whichever way they sign in, and nobody else is', async () => {
    const browser = new Browser(limited);
    await browser.signIn(limited.member);
    const token = () => fetch(`${limited.api}/organisation`, { headers: { ...signed(limited), ...from('192.0.2.1') } });
    const { passed, refused } = await untilRefused(token, ACCOUNT + ADDED);
    expect(passed).toBeGreaterThanOrEqual(ACCOUNT);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await refused.json()).toMatchObject({ type: 'urn:samenwerkt:problem:too-many-requests', status: 429 });
    expect(Object.fromEntries(refused.headers)).toEqual(expect.objectContaining(EVERYWHERE));
    const session = () => browser.ask('GET', '/api/v1/session');
    expect((await untilRefused(session, ADDED)).passed).toBeLessThan(ACCOUNT);
    expect((await get(asked(limited, other), '/organisation')).status).toBe(200);
  });

  it('is told to wait, by address, also without signing in, and no other address is', async () => {
    const ask = (address: string) => fetch(`${limited.api}/session`, { method: 'POST', headers: from(address) });
    const { passed, refused } = await untilRefused(() => ask('198.51.100.7'), ADDRESS + ADDED);
    expect(passed).toBeGreaterThanOrEqual(ADDRESS);
    expect(refused.headers.get('retry-after')).toMatch(/^\d+$/);
    expect((await ask('198.51.100.8')).status).not.toBe(429);
    const page = await fetch(`${limited.url}/aanmelden`, { headers: from('198.51.100.7') });
    expect(page.status).toBe(429);
    const health = await fetch(`${limited.url}/health/live`, { headers: from('198.51.100.7') });
    expect(health.status).toBe(200);
  });

  it('does not become another address by saying so: only a proxy that is trusted is believed', async () => {
    const place = temporaryFolder();
    const host = await startHost(place.folder, { ADDRESS_PER_MINUTE: '5' });
    let nth = 0;
    const ask = () => fetch(`${host.api}/session`, { headers: from(`203.0.113.${++nth}`) });
    expect((await untilRefused(ask, 5 + ADDED)).passed).toBeLessThan(5 + ADDED);
    await stopHost(host);
    place.dispose();
  });
});

/** Everything that a host sends on a connection until it ends it. */
function untilEnded(socket: Socket): Promise<string> {
  return new Promise((resolve) => {
    let heard = '';
    socket.on('data', (chunk: Buffer) => (heard += chunk.toString()));
    socket.on('error', () => undefined);
    socket.once('close', () => resolve(heard));
  });
}

describe('who sends slowly', () => {
  const begun = {
    headers: 'GET /health/live HTTP/1.1\r\nhost: localhost\r\nx-langzaam: ',
    body: 'POST /api/v1/session HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: 9\r\n\r\n{',
  };

  it('and never ends headers or a body, is cut off', async () => {
    const heard = Object.values(begun).map((text) => {
      const socket = connect(Number(new URL(open.url).port), '127.0.0.1');
      socket.write(text);
      return untilEnded(socket);
    });
    for (const answer of await Promise.all(heard)) expect(answer).toMatch(/^(HTTP\/1\.1 408 |$)/);
  }, 90_000);
});

describe('a page elsewhere that points its name at this machine', () => {
  it('gets nothing, also when it says that a proxy sent it', async () => {
    const heard = untilEnded(
      connect(Number(new URL(limited.url).port), '127.0.0.1').end(
        'GET /api/v1/session HTTP/1.1\r\nhost: kwaad.example\r\nx-forwarded-host: localhost\r\nconnection: close\r\n\r\n',
      ),
    );
    expect(await heard).toMatch(/^HTTP\/1\.1 421 /);
  });
});
