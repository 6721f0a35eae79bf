import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ACTIONS, PERSON_ROLES, permissionMatrix, type Action, type PersonRole } from '@samenwerkt/access';
import { Browser } from '../support/browser.js';
import { get } from '../support/client.js';
import { startHost, stopHost, temporaryFolder, type RunningHost } from '../support/host.js';
import { addMember } from '../support/people.js';

const NOBODY = '01900000-0000-7000-8000-0000000000ff';

/** One route of the API, as its description gives it. */
interface Route {
  readonly method: string;
  readonly path: string;
  readonly action: Action | undefined;
}

const place = temporaryFolder();
let host: RunningHost;
let routes: readonly Route[];

beforeAll(async () => {
  host = await startHost(place.folder, { SEED: 'demo' });
  routes = routesIn((await get(host, '/openapi.json')).body);
});
afterAll(async () => {
  await stopHost(host);
  place.dispose();
});

function routesIn(document: unknown): Route[] {
  const { paths } = document as { paths: Record<string, Record<string, { 'x-action'?: Action }>> };
  return Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, { 'x-action': action }]) => ({
      method: method.toUpperCase(),
      path: path.replace('/api/v1', '').replace(/\{\w+\}/g, NOBODY),
      action,
    })),
  );
}

/** Asks a route with nothing that it could do anything with: whether it may be asked is decided before that. */
function ask(browser: Browser, { method, path }: Route) {
  return browser.api(method, path, method === 'GET' || method === 'DELETE' ? undefined : {});
}

async function demoBrowser(role: PersonRole): Promise<Browser> {
  const browser = new Browser(host);
  const { status, body } = await browser.api('POST', '/session/demo', { role });
  expect(status).toBe(201);
  browser.csrf = String(body['csrfToken']);
  return browser;
}

describe('the routes', () => {
  it('are open to everybody only where they must be', () => {
    const open = routes.filter(({ action }) => action === undefined).map(({ method, path }) => `${method} ${path}`);
    expect(open.sort()).toEqual([
      'GET /calendar.ics',
      `GET /one-time-links/${NOBODY}`,
      'GET /session/providers',
      `POST /one-time-links/${NOBODY}`,
      'POST /recoveries',
      'POST /session',
      'POST /session/code',
      'POST /session/demo',
    ]);
  });

  it('say 401 to who did not sign in, each of them, and how', async () => {
    for (const route of routes.filter(({ action }) => action !== undefined)) {
      const { status, body, response } = await ask(new Browser(host), route);
      expect([route.path, status, body['type']]).toEqual([route.path, 401, 'urn:samenwerkt:problem:not-signed-in']);
      expect(response.headers.get('www-authenticate')).toContain('Bearer');
    }
  });

  it('leave no action without a route', () => {
    const asked = new Set(routes.map(({ action }) => action));
    expect(Object.keys(ACTIONS).filter((action) => !asked.has(action as Action))).toEqual([]);
  });
});

describe('who may what, cell by cell:', () => {
  it.each(PERSON_ROLES.map(({ id }) => id))('%s', async (role) => {
    const browser = await demoBrowser(role);
    const may = new Map(
      permissionMatrix().map(({ action, cells }) => [action, cells.find((cell) => cell.role === role)?.may]),
    );
    // Signing out comes last: after that there is nobody to ask.
    const signOut = ({ method, path }: Route) => method === 'DELETE' && path === '/session';
    const inOrder = [...routes].sort((a, b) => Number(signOut(a)) - Number(signOut(b)));
    for (const route of inOrder) {
      if (route.action === undefined) continue;
      const { status, body } = await ask(browser, route);
      const said = [route.method, route.path, status === 403 ? body['type'] : 'may'];
      const expected = may.get(route.action) === true ? 'may' : 'urn:samenwerkt:problem:role-missing';
      expect(said).toEqual([route.method, route.path, expected]);
      if (status === 403) expect(body['detail']).toContain(ACTIONS[route.action].roles[0]);
    }
    expect((await browser.api('GET', '/session')).status).toBe(401);
  });

  it('a token gets what it was given for and nothing else, whatever its owner may', async () => {
    const { email } = await addMember(host.dataDir);
    const browser = new Browser(host);
    await browser.signIn({ email });
    const made = await browser.api('POST', '/api-tokens', { name: 'Proef', scopes: ['contracts.read'] });
    expect(made.status).toBe(201);
    const authorization = `Bearer ${String(made.body['token'])}`;
    for (const route of routes) {
      if (route.action === undefined || route.action === 'contracts.read') continue;
      const answer = await new Browser(host).api(route.method, route.path, undefined, { authorization });
      expect([route.path, answer.status, answer.body['type']]).toEqual([
        route.path,
        403,
        'urn:samenwerkt:problem:scope-missing',
      ]);
    }
    const list = () => new Browser(host).api('GET', '/contracts', undefined, { authorization });
    expect((await list()).status).toBe(200);
    const listed = await browser.api('GET', '/api-tokens');
    expect(JSON.stringify(listed.body)).not.toContain(String(made.body['token']));
    await browser.api('DELETE', `/api-tokens/${String(made.body['id'])}`);
    expect((await list()).status).toBe(401);
  });
});
