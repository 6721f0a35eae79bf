import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ACTIONS } from '@samenwerkt/access';
import { Secret, TOTP } from 'otpauth';
import { Browser } from '../support/browser.js';
import { CONTRACT, get, post, send, startPartnership, type Answer } from '../support/client.js';
import { samenwerkt } from '../support/command-line.js';
import { startHost, stopHost, temporaryFolder, type RunningHost } from '../support/host.js';
import { furnish, ownPack, type Belongings } from '../support/other-organisation.js';
import { addMember } from '../support/people.js';
import { PRIVACY_ACTS } from '../support/privacy-acts.js';

const place = temporaryFolder();
let host: RunningHost;
let browser: Browser;
let ours: Belongings;

beforeAll(async () => {
  host = await startHost(place.folder, { SEED: 'demo' });
  ours = await furnish(host);
  browser = new Browser(host);
  await browser.signIn(host.member);
}, 180_000);
afterAll(async () => {
  await stopHost(host);
  place.dispose();
});

interface Said {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Asks a route, with everything that must be there first; the last answer is that of the route. */
type Ask = (host: RunningHost) => Promise<Said | Answer>;

const idOf = async (asked: Promise<Said>): Promise<string> => String((await asked).body['id']);
const our = (kind: string, name = 'id'): string => String(ours[kind]?.[name]);
const api = (method: string, path: string, body?: unknown) => browser.api(method, path, body);
const newPerson = (name: string) => {
  const person = { name, email: `${name}@walk.example`, roles: ['auditor'] };
  return idOf(api('POST', '/people', person));
};
const token = () => idOf(api('POST', '/api-tokens', { name: 'Proef', scopes: ['packs.read'] }));
const calendar = () => idOf(api('POST', '/calendar-tokens', { label: 'Proef' }));
const version = (of: string) => `/rule-packs/zwartewaterland/versions/${of}`;
const withdrawal = { endsOn: '2999-01-01', reason: 'proef' };
const reminder = async () => {
  const { body } = await get(host, '/reminders?state=planned&limit=1');
  return `/reminders/${String(body.items?.[0]?.id)}`;
};
const upload = (of: string) => send(host, '/rule-packs', ownPack(of), 'application/gzip');

/** Somebody of their own with a code turned on, and that code's secret and recovery codes. */
async function withCode() {
  const { email, id } = await addMember(host.dataDir, { roles: ['coordinator'] });
  const own = new Browser(host);
  await own.signIn({ email });
  const secret = String((await own.api('POST', '/second-factor')).body['secret']);
  const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate();
  const confirmed = await own.api('POST', '/second-factor/confirmations', { code });
  return { id, email, own, confirmed, codes: confirmed.body['recoveryCodes'] as string[] };
}

/** Every route that changes the administration: the line that it leaves, and how it is asked. */
const LEAVES: Readonly<Record<string, readonly [line: string, ask: Ask]>> = {
  ...PRIVACY_ACTS,
  'POST /contracts': ['contracts.added', () => post(host, '/contracts', { facts: { ...CONTRACT, kenmerk: 'WALK-1' } })],
  'POST /suppliers': ['supplier.added', () => post(host, '/suppliers', { name: 'Walk BV' })],
  'POST /contract-imports': [
    'contracts.imported',
    () =>
      send(
        host,
        '/contract-imports',
        Buffer.from('kenmerk;titel;leverancier;categorie;soort;waarde\nWALK-2;Groen;Groen BV;groen;dienst;10\n'),
        'text/csv',
      ),
  ],
  'POST /handovers': [
    'handover.done',
    async () => {
      const id = await startPartnership(host, { pack: 'basis' });
      const names = { coordinator: 'Wim Walk', backup: 'Wanda Walk', reden: 'proef' };
      await post(host, `/partnerships/${id}/transitions`, { event: 'coordinatorOverdragen', data: names });
      return post(host, '/handovers', { from: 'Wim Walk', coordinator: 'Walter Walk', reden: 'proef' });
    },
  ],
  'POST /rule-packs': ['pack.uploaded', () => upload('9.0.0')],
  'POST /rule-packs/{name}/versions/{version}/publications': [
    'pack.published',
    () => post(host, `${version('9.0.0')}/publications`, {}),
  ],
  'POST /rule-packs/{name}/versions/{version}/withdrawals': [
    'pack.withdrawn',
    () => post(host, `${version('9.0.0')}/withdrawals`, withdrawal),
  ],
  'DELETE /rule-packs/{name}/versions/{version}': [
    'pack.removed',
    async () => {
      await upload('9.1.0');
      return api('DELETE', version('9.1.0'));
    },
  ],
  'POST /rule-packs/{name}/regressions': [
    'regression.started',
    () => post(host, '/rule-packs/zwartewaterland/regressions', { version: our('/rule-packs', 'version') }),
  ],
  'POST /pack-migrations': [
    'pack-migration.started',
    async () => {
      const id = await startPartnership(host, { pack: 'basis' });
      const to = { name: 'zwartewaterland', version: our('/rule-packs', 'version') };
      return post(host, '/pack-migrations', { partnerships: [id], to, reden: 'proef' });
    },
  ],
  'POST /calendar-tokens': ['calendar-token.made', () => api('POST', '/calendar-tokens', { label: 'Proef' })],
  'DELETE /calendar-tokens/{id}': [
    'calendar-token.revoked',
    async () => api('DELETE', `/calendar-tokens/${await calendar()}`),
  ],
  'POST /data-subjects/{id}/erasures': [
    'data-subject.erased',
    () => api('POST', `/data-subjects/${our('/data-subjects')}/erasures`, { reason: 'proef' }),
  ],
  'DELETE /sessions/{id}': [
    'session.revoked',
    async () => {
      const other = new Browser(host);
      await other.signIn(host.member);
      const { body } = await other.api('GET', '/sessions');
      const [here] = (body['items'] as { id: string; current: boolean }[]).filter(({ current }) => current);
      return api('DELETE', `/sessions/${here?.id}`);
    },
  ],
  'POST /second-factor/confirmations': ['second-factor.on', async () => (await withCode()).confirmed],
  'POST /second-factor/removals': [
    'second-factor.off',
    async () => {
      const { own, codes } = await withCode();
      return own.api('POST', '/second-factor/removals', { code: codes[0] });
    },
  ],
  'POST /session/code': [
    'second-factor.recovery-code',
    async () => {
      const { email, codes } = await withCode();
      const other = new Browser(host);
      await other.signIn({ email });
      return other.api('POST', '/session/code', { code: codes[0] });
    },
  ],
  'DELETE /people/{id}/second-factor': [
    'second-factor.reset',
    async () => api('DELETE', `/people/${(await withCode()).id}/second-factor`),
  ],
  'PUT /organisation/second-factor': [
    'second-factor.required',
    () => api('PUT', '/organisation/second-factor', { roles: ['bestuurder'] }),
  ],
  'POST /recoveries': [
    'person.recovery-asked',
    async () => {
      const { email } = await addMember(host.dataDir, { roles: ['auditor'] });
      return new Browser(host).api('POST', '/recoveries', { email });
    },
  ],
  'POST /one-time-links/{token}': [
    'person.password-chosen',
    async () => {
      const options = ['--email', 'link@walk.example', '--name', 'Link', '--role', 'auditor'];
      const { out } = samenwerkt(host.dataDir, 'people', 'invite', ...options);
      const link = /uitnodiging\/([\w-]{43})/.exec(out)?.[1];
      return new Browser(host).api('POST', `/one-time-links/${link}`, { password: 'een heel nieuw wachtwoord' });
    },
  ],
  'POST /session': [
    'sign-in.locked',
    async () => {
      const member = await addMember(host.dataDir, { roles: ['auditor'] });
      for (let i = 0; i < 5; i++) await new Browser(host).signIn(member, 'een verkeerd wachtwoord');
      return { status: 200, body: {} };
    },
  ],
  'POST /people': [
    'person.invited',
    () => api('POST', '/people', { name: 'Nieuw', email: 'nieuw@walk.example', roles: ['auditor'] }),
  ],
  'PATCH /people/{id}': [
    'person.changed',
    async () => api('PATCH', `/people/${await newPerson('ander')}`, { roles: ['bestuurder'] }),
  ],
  'POST /people/{id}/erasures': [
    'person.erased',
    async () => api('POST', `/people/${await newPerson('weg')}/erasures`, { reason: 'proef' }),
  ],
  'POST /people/{id}/invitations': [
    'person.invited-again',
    async () => api('POST', `/people/${await newPerson('nog-eens')}/invitations`),
  ],
  'POST /api-tokens': ['api-token.made', () => api('POST', '/api-tokens', { name: 'Proef', scopes: ['packs.read'] })],
  'DELETE /api-tokens/{id}': ['api-token.revoked', async () => api('DELETE', `/api-tokens/${await token()}`)],
  'POST /reminders/reconciliations': ['delivery.reconciled', () => api('POST', '/reminders/reconciliations')],
  'PATCH /reminders/{id}': [
    'reminder.reschedule',
    async () => api('PATCH', await reminder(), { reason: 'proef', date: '2099-01-05' }),
  ],
  'POST /reminders/{id}/cancellations': [
    'reminder.skip',
    async () => api('POST', `${await reminder()}/cancellations`, { reason: 'proef' }),
  ],
  'POST /reminders/{id}/retries': [
    'reminder.retry',
    async () => {
      const at = await reminder();
      await api('POST', `${at}/cancellations`, { reason: 'proef' });
      return api('POST', `${at}/retries`, { reason: 'proef' });
    },
  ],
  'POST /reminder-acts': [
    'reminders.skip',
    async () => {
      const ids = [(await reminder()).split('/').at(-1)];
      return api('POST', '/reminder-acts', { act: 'skip', ids, reason: 'proef' });
    },
  ],
  'PUT /addresses/{name}': ['address.put', () => api('PUT', '/addresses/walk', { email: 'a@walk.example' })],
  'DELETE /addresses/{name}': ['address.removed', () => api('DELETE', '/addresses/walk')],
  'GET /data-subjects/{id}/export': [
    'data-subject.exported',
    () => api('GET', `/data-subjects/${our('/data-subjects')}/export`),
  ],
};

/** Who adds an organisation does so in that one: its first line is there, for its own administrators. */
const ELSEWHERE = ['POST /organisations'];

/** Stopping what runs in the background: the moment cannot be chosen from here. The ledger's own tests show these lines. */
const UNTIMED = ['POST /rule-packs/{name}/regressions/{id}/cancellations', 'POST /pack-migrations/{id}/cancellations'];

/** No administration, and why. */
const NONE: Readonly<Record<string, string>> = {
  'POST /partnerships': 'is the first line of a history',
  'POST /partnerships/{id}/transitions': 'is in the history',
  'POST /partnerships/{id}/pack-migrations': 'is in the history',
  'POST /retention-runs': 'leaves the line of each erasure, as the test of retention shows',
  'POST /saved-views': 'is about one’s own screen',
  'PUT /saved-views/{id}': 'is about one’s own screen',
  'DELETE /saved-views/{id}': 'is about one’s own screen',
  'POST /partnership-exports': 'is a list',
  'POST /what-ifs': 'is a question',
  'POST /advice': 'is a question',
  'POST /session/demo': 'is signing in',
  'DELETE /session': 'is signing out',
  'POST /second-factor': 'changes nothing until it is confirmed',
};

async function linesSince(sequence: number): Promise<{ action: string; sequence: number }[]> {
  const { body } = await get(host, '/audit-log?limit=100');
  const items = body.items as unknown as { action: string; sequence: number }[];
  return items.filter((one) => one.sequence > sequence);
}

describe('an administrative route', () => {
  it('is in this walk: every route that is no question, and every action that there is a permission for', async () => {
    const { paths } = (await get(host, '/openapi.json')).body as unknown as {
      paths: Record<string, Record<string, { 'x-action'?: string }>>;
    };
    const routes = Object.entries(paths).flatMap(([path, operations]) =>
      Object.entries(operations).map(([method, operation]) => ({
        route: `${method.toUpperCase()} ${path.replace('/api/v1', '')}`,
        action: operation['x-action'],
      })),
    );
    const known = [...Object.keys(LEAVES), ...Object.keys(NONE), ...UNTIMED, ...ELSEWHERE];
    const changing = routes.filter(({ route }) => !route.startsWith('GET '));
    expect(changing.map(({ route }) => route).filter((route) => !known.includes(route))).toEqual([]);
    expect(known.filter((route) => !routes.some((one) => one.route === route))).toEqual([]);
    const walked = new Set(routes.filter(({ route }) => known.includes(route)).map(({ action }) => action));
    const reading = Object.keys(ACTIONS).filter((action) => !walked.has(action));
    expect(reading.filter((action) => !/\.read$/.test(action))).toEqual(['partnerships.verify']);
  });

  it.each(Object.entries(LEAVES))('leaves a line: %s', async (_route, [line, ask]) => {
    const before = (await linesSince(0))[0]?.sequence ?? 0;
    const { status, body } = await ask(host);
    expect([status < 300, body]).toEqual([true, expect.anything()]);
    expect((await linesSince(before)).map(({ action }) => action)).toContain(line);
  });

  it('leaves a line in a new organisation, which only that organisation sees', async () => {
    const administrator = { name: 'Elders', email: 'beheer@walk.example' };
    const organisation = await idOf(api('POST', '/organisations', { name: 'Gemeente Walk', administrator }));
    const theirs = new Browser(host);
    await theirs.signIn(await addMember(host.dataDir, { organisation }));
    const { body } = await theirs.api('GET', '/audit-log?action=organisation.added');
    expect(body['items']).toMatchObject([{ actor: host.member.id, subject: { id: organisation } }]);
    expect((await get(host, '/audit-log?action=organisation.added')).body.items).toEqual([]);
  });

  it('leaves a chain that holds, and no name or address in any line', async () => {
    expect((await get(host, '/audit-log/verification')).body).toMatchObject({ intact: true });
    const lines = JSON.stringify((await get(host, '/audit-log?limit=100')).body);
    expect(lines).not.toContain('walk.example');
    expect(lines).not.toContain('merwedam.example');
  });
});
