import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startRedis, type Service } from '@samenwerkt/services';
import { Browser } from '../support/browser.js';
import { until } from '../support/dispatching.js';
import { startHost, stopHost, temporaryFolder, type RunningHost } from '../support/host.js';
import { addMember } from '../support/people.js';

const BOARD = '/beheer/wachtrij';
const place = temporaryFolder();
let redis: Service;
let host: RunningHost;
let system: Browser;
let administrator: Browser;

async function signedIn(roles: Parameters<typeof addMember>[1]): Promise<Browser> {
  const browser = new Browser(host);
  expect((await browser.signIn(await addMember(host.dataDir, roles))).status).toBe(201);
  return browser;
}

/** Redis may take a moment to answer. */
async function shown(browser: Browser, path = BOARD): Promise<Response> {
  let response = await browser.ask('GET', path);
  await until('the queue is there', async () => (response = await browser.ask('GET', path)).status !== 503);
  return response;
}

beforeAll(async () => {
  redis = await startRedis();
  host = await startHost(place.folder, { REDIS_URL: redis.url });
  system = await signedIn({ roles: ['systeembeheerder'] });
  administrator = await signedIn({ roles: ['beheerder', 'auditor', 'coordinator'] });
}, 120_000);
afterAll(async () => {
  await stopHost(host);
  await redis.stop();
  place.dispose();
});

describe('the raw queue', () => {
  it('is shown to a system administrator, with nothing from another site', async () => {
    const page = await shown(system);
    expect([page.status, page.headers.get('content-type')]).toEqual([200, expect.stringContaining('text/html')]);
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'; script-src 'self'");
    const script = /src="(static\/js\/main[^"]+)"/.exec(await page.text())?.[1];
    expect((await shown(system, `${BOARD}/${script}`)).status).toBe(200);
    const { queues } = (await (await shown(system, `${BOARD}/api/queues`)).json()) as {
      queues: { name: string; readOnlyMode: boolean }[];
    };
    expect(queues).toMatchObject([{ name: 'mail', readOnlyMode: true }]);
  });

  it('is not shown without a line in the audit log of whoever opened it; what the page itself asks leaves none', async () => {
    const { body } = await administrator.api('GET', '/session');
    const opened = async () =>
      (await administrator.api('GET', '/audit-log?action=board.opened')).body['items'] as { actor: string }[];
    await shown(system);
    const before = (await opened()).length;
    await system.ask('GET', `${BOARD}/api/queues`);
    await system.ask('GET', BOARD);
    const lines = await opened();
    expect(lines).toHaveLength(before + 1);
    expect(lines[0]).toMatchObject({ subject: { kind: 'queue', id: 'mail' }, title: 'Ruwe wachtrij geopend' });
    expect(lines[0]?.actor).not.toBe((body['person'] as { id: string }).id);
  });

  it('is shown to nobody else, whatever else they may do', async () => {
    const stranger = new Browser(host);
    for (const path of [BOARD, `${BOARD}/api/queues`, `${BOARD}/static/js/main.js`]) {
      expect([path, (await administrator.ask('GET', path)).status]).toEqual([path, 403]);
      expect([path, (await stranger.ask('GET', path)).status]).toEqual([path, 401]);
    }
    const sent = await stranger.ask('GET', BOARD, undefined, { accept: 'text/html' });
    expect([sent.status, sent.headers.get('location')]).toEqual([302, '/aanmelden']);
    const byToken = await fetch(`${host.url}${BOARD}`, { headers: { authorization: `Bearer ${host.member.token}` } });
    expect(byToken.status).toBe(401);
  });

  it('cannot be changed', async () => {
    await shown(system);
    for (const [method, path] of [
      ['PUT', 'api/queues/mail/pause'],
      ['PUT', 'api/queues/mail/promote'],
      ['POST', 'api/queues/mail/add'],
    ] as const) {
      const answer = await system.ask(method, `${BOARD}/${path}`, {});
      expect([path, answer.status, await answer.json()]).toMatchObject([path, 405, { type: expect.any(String) }]);
    }
  });
});

describe('without Redis', () => {
  it('there is no raw queue', async () => {
    const alone = temporaryFolder();
    const other = await startHost(alone.folder);
    try {
      const browser = new Browser(other);
      await browser.signIn(await addMember(other.dataDir, { roles: ['systeembeheerder'] }));
      expect((await browser.ask('GET', BOARD)).status).toBe(404);
    } finally {
      await stopHost(other);
      alone.dispose();
    }
  });
});
