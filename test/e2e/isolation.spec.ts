import { hash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Browser } from '../support/browser.js';
import { get } from '../support/client.js';
import { until } from '../support/dispatching.js';
import { startHost, stopHost, temporaryFolder, type RunningHost } from '../support/host.js';
import { furnish, MARK, stranger, type Belongings } from '../support/other-organisation.js';

/** One route as the description of the API has it. */
interface Route {
  readonly method: string;
  readonly path: string;
  readonly query: readonly string[];
}

const place = temporaryFolder();
let host: RunningHost;
let theirs: Belongings;
let routes: readonly Route[];
let browser: Browser;

beforeAll(async () => {
  host = await startHost(place.folder, { SEED: 'demo' });
  theirs = await furnish(host);
  browser = await stranger(host);
  routes = routesIn((await get(host, '/openapi.json')).body);
  await settled();
}, 180_000);
afterAll(async () => {
  await stopHost(host);
  place.dispose();
});

function routesIn(document: unknown): Route[] {
  type Operation = { parameters?: { name: string; in: string }[] };
  const { paths } = document as { paths: Record<string, Record<string, Operation>> };
  return Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, { parameters = [] }]) => ({
      method: method.toUpperCase(),
      path: path.replace('/api/v1', ''),
      query: parameters.filter((one) => one.in === 'query').map(({ name }) => name),
    })),
  );
}

/** What has a secret of its own in its address, and belongs to whoever has that. */
const BY_SECRET = ['/one-time-links/{token}'];

/** Files of mail are found by the name of the file; there is none in this test, so any name will do. */
const NO_FILE = { '/outbox': { id: '20260101T000000Z-00000000.eml' } };

/** The same for every organisation: whoever may see partnerships may see what these run on. */
const SHARED = { '/lifecycles': { id: 'stappenplan-2020' } };

/** What is sent, so that a route gets as far as looking for what is asked. */
const BODIES: Readonly<Record<string, object>> = {
  'PUT /saved-views/{id}': { name: 'x', search: '' },
  'POST /partnerships/{id}/transitions': { event: 'opschorten', data: { reden: 'proef' } },
  'POST /partnerships/{id}/evidence': { sequence: 1, kind: 'anders', note: 'x', seenBy: 'x', seenOn: '2026-01-01' },
  'POST /partnerships/{id}/evidence/{evidence}/files/{file}/removals': { reason: 'proef' },
  'POST /partnerships/{id}/evidence/{evidence}/withdrawals': { reason: 'proef' },
  'POST /partnerships/{id}/pack-migrations': { name: 'basis', version: '1.0.0', reden: 'proef' },
  'POST /reminders/{id}/retries': { reason: 'proef' },
  'POST /reminders/{id}/cancellations': { reason: 'proef' },
  'PATCH /reminders/{id}': { reason: 'proef', date: '2099-01-05' },
  'POST /data-subjects/{id}/erasures': { reason: 'proef' },
  'POST /people/{id}/erasures': { reason: 'proef' },
  'PATCH /people/{id}': { roles: ['auditor'] },
  'POST /rule-packs/{name}/regressions': { version: '1.0.0' },
  'POST /rule-packs/{name}/versions/{version}/withdrawals': { endsOn: '2999-01-01', reason: 'proef' },
};

/** What is sent as a file, so that a route that takes files gets as far as that. */
const FILES: Readonly<Record<string, Record<string, string>>> = {
  'POST /partnerships/{id}/evidence/{evidence}/files': { 'content-type': 'application/pdf' },
};

/** What a route cannot do without. */
const QUERIES: Readonly<Record<string, string>> = {
  'GET /rule-packs/{name}/versions/{version}/differences': '?from=1.0.0',
};

/** A name is no id: this writes in one's own address book, and that lists one's own, of which there are none. */
const BY_NAME: Readonly<Record<string, object>> = {
  'PUT /addresses/{name}': {},
  'GET /rule-packs/{name}/regressions': { items: [] },
  'GET /lifecycles/{id}': SHARED['/lifecycles'],
};

/** A path with what the other organisation has in the place of the braces. @throws when there is nothing to put there */
function filled(path: string): string {
  const known: Belongings = { ...theirs, ...NO_FILE, ...SHARED };
  const values = known[`/${path.split('/')[1]}`] ?? {};
  return path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined || value === 'undefined') throw new Error(`${path} has no ${name} in this test yet`);
    return encodeURIComponent(value);
  });
}

/** Everything that the first organisation sees of itself: a fingerprint of each list. */
async function inventory(): Promise<Record<string, string>> {
  const skipped = ['/calendar.ics', '/reminders/health', '/session'];
  const lists = routes.filter(({ method, path }) => method === 'GET' && !path.includes('{') && !skipped.includes(path));
  const seen: Record<string, string> = {};
  for (const { path } of lists) seen[path] = hash('sha256', JSON.stringify((await get(host, path)).body));
  return seen;
}

/** The demo has reminders that are due: until they are out, its lists change of their own accord. */
async function settled(): Promise<void> {
  let before = '';
  await until('every reminder is out', async () => {
    const now = JSON.stringify(await inventory());
    const busy = await Promise.all(
      ['queued', 'sending'].map((state) => get(host, `/reminders?state=${state}&limit=1`)),
    );
    const same = now === before && busy.every(({ body }) => Number(body.items?.length) === 0);
    before = now;
    return same;
  });
}

const asksOne = ({ path }: Route) => path.includes('{') && !BY_SECRET.includes(path);

describe('somebody of another organisation, whatever their roles there,', () => {
  it('finds nothing by an id that is not theirs, on any route, and changes nothing', async () => {
    const before = await inventory();
    const answers: [string, number][] = [];
    for (const { method, path } of routes.filter(asksOne)) {
      const route = `${method} ${path}`;
      const body = method === 'GET' || method === 'DELETE' ? undefined : (BODIES[route] ?? {});
      const at = `${filled(path)}${QUERIES[route] ?? ''}`;
      const { status, body: said } = await browser.api(method, at, body, FILES[route]);
      const own = BY_NAME[route];
      if (own) expect([route, said]).toMatchObject([route, own]);
      else answers.push([route, status]);
      expect([route, JSON.stringify(said).includes('@merwedam.example')]).toEqual([route, false]);
    }
    expect(answers.filter(([, status]) => status !== 404)).toEqual([]);
    expect(await inventory()).toEqual(before);
  });

  it('gets none of it by naming it in a body', async () => {
    const before = await inventory();
    const partnerships = [String(theirs['/partnerships']?.['id'])];
    const list = await browser.ask('POST', '/api/v1/partnership-exports', { partnerships });
    expect([list.status, (await list.text()).includes(String(partnerships[0]))]).toEqual([200, false]);
    const handover = { partnerships, coordinator: 'Iemand van elders', reden: 'proef' };
    expect((await browser.api('POST', '/handovers', handover)).body).toMatchObject({ items: [] });
    expect(await inventory()).toEqual(before);
  });

  it('sees none of it in a list, a search or a feed, also when they ask for it by name', async () => {
    const values = Object.values(theirs).flatMap((of) => Object.values(of));
    const tell = [MARK, 'merwedam.example', ...values.filter((value) => /^[0-9a-f-]{36}$/.test(value))];
    for (const { method, path, query } of routes) {
      if (method !== 'GET' || path.includes('{') || path === '/openapi.json' || path === '/organisations') continue;
      const asked = ['', ...query.flatMap((name) => tell.slice(0, 6).map((value) => `?${name}=${value}`))];
      for (const question of asked) {
        const response = await browser.ask('GET', `/api/v1${path}${question}`);
        const text = (await response.text()).replaceAll('alles@elders.example', '');
        if (response.status !== 200) continue;
        const leaked = tell.filter((value) => text.includes(value));
        expect([path, question, leaked]).toEqual([path, question, []]);
      }
    }
  });

  it('cannot build on what is not theirs', async () => {
    const of = (path: string, name = 'id') => theirs[path]?.[name] ?? '';
    const pack = { name: of('/rule-packs', 'name'), version: of('/rule-packs', 'version') };
    const before = await inventory();
    const attempts: [string, object][] = [
      ['/partnerships', { contract: of('/contracts'), pack: 'basis', lifecycle: 'stappenplan-2020' }],
      [
        '/pack-migrations',
        { partnerships: [of('/partnerships')], to: { name: 'basis', version: '1.0.0' }, reden: 'x' },
      ],
      ['/advice', { pack, open: '1000.00', limits: {} }],
      ['/what-ifs', { contract: of('/contracts'), packs: [pack] }],
      ['/rule-packs/basis/regressions', { version: '99.0.0' }],
    ];
    for (const [path, body] of attempts) {
      const { status, body: said } = await browser.api('POST', path, body);
      expect([path, status >= 400 && status < 500, JSON.stringify(said).includes('Merwedam')]).toEqual([
        path,
        true,
        false,
      ]);
    }
    const acts = await browser.api('POST', '/reminder-acts', { act: 'skip', reason: 'x', filter: {} });
    expect([acts.status, acts.body['selected']]).toEqual([200, 0]);
    expect(await inventory()).toEqual(before);
  });

  it('has every route of the API in this walk', () => {
    expect(routes.filter(asksOne).length).toBeGreaterThan(30);
    for (const { path } of routes.filter(asksOne)) expect(filled(path)).not.toContain('{');
  });
});
