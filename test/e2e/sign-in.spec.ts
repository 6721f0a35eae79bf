import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Browser } from '../support/browser.js';
import { fire, get, startPartnership } from '../support/client.js';
import { samenwerkt } from '../support/command-line.js';
import { until } from '../support/dispatching.js';
import { startHost, stopHost, temporaryFolder, type RunningHost } from '../support/host.js';
import { addMember, PASSWORD } from '../support/people.js';

const place = temporaryFolder();
let host: RunningHost;

beforeAll(async () => {
  host = await startHost(place.folder);
});
afterAll(async () => {
  await stopHost(host);
  place.dispose();
});

const problem = (code: string) => `urn:samenwerkt:problem:${code}`;

async function signedIn(member = addMember(host.dataDir)): Promise<Browser> {
  const browser = new Browser(host);
  expect((await browser.signIn(await member)).status).toBe(201);
  return browser;
}

/** The newest letter about an account to an address, as text; undefined when there is none. */
function letterTo(email: string, dataDir = host.dataDir): string | undefined {
  const folder = join(dataDir, 'outbox', 'accounts');
  const files = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith('.eml')) : [];
  const texts = files.sort().map((file) => readFileSync(join(folder, file), 'utf8'));
  return texts.reverse().find((text) => text.includes(email));
}

/** The token in a letter or in what the command line printed; in mail a long line is broken with `=`. */
function tokenIn(text: string): string {
  const whole = text.replace(/=\r?\n/g, '');
  return /\/aanmelden\/uitnodiging\/([\w-]{43})/.exec(whole)?.[1] ?? '';
}

describe('a session', () => {
  it('says who, for which organisation, with which roles and what they may, in a cookie that no script reads', async () => {
    const member = await addMember(host.dataDir, { roles: ['contractmanager'] });
    const browser = new Browser(host);
    const { body, response } = await browser.signIn(member);
    expect(body).toMatchObject({
      person: { id: member.id, email: member.email },
      organisation: { name: 'Gemeente Merwedam' },
      roles: [{ id: 'contractmanager', title: 'Contractmanager' }],
    });
    for (const line of response.headers.getSetCookie())
      expect(line).toMatch(/^samenwerkt-\w+=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=\d+$/);
    expect((await browser.api('GET', '/session')).body).toEqual(body);
  });

  it('gets another token at every sign-in, and the one before is worth nothing', async () => {
    const member = addMember(host.dataDir);
    const browser = await signedIn(member);
    const before = browser.cookie('samenwerkt-sessie');
    await browser.signIn(await member);
    expect(browser.cookie('samenwerkt-sessie')).not.toBe(before);
    const cookie = `samenwerkt-sessie=${before}`;
    expect((await new Browser(host).api('GET', '/session', undefined, { cookie })).status).toBe(401);
  });

  it('ends at once: by signing out, from another browser, and when roles change', async () => {
    const member = addMember(host.dataDir, { roles: ['coordinator'] });
    const [one, two, three] = [await signedIn(member), await signedIn(member), await signedIn(member)];
    await one.api('DELETE', '/session');
    expect((await one.api('GET', '/session')).status).toBe(401);
    const { items } = (await three.api('GET', '/sessions')).body as { items: { id: string; current: boolean }[] };
    expect(items).toHaveLength(2);
    const other = items.find(({ current }) => !current);
    expect((await three.api('DELETE', `/sessions/${other?.id}`)).status).toBe(204);
    expect((await two.api('GET', '/session')).status).toBe(401);
    const administrator = await signedIn();
    const { id } = await member;
    const changed = await administrator.api('PATCH', `/people/${id}`, { roles: ['coordinator', 'auditor'] });
    expect(changed.status).toBe(200);
    expect((await three.api('GET', '/session')).status).toBe(401);
  });
});

describe('a request that changes something', () => {
  it('carries the token of its session, also without a body; another session’s will not do', async () => {
    const [mine, theirs] = [await signedIn(), await signedIn()];
    const csrf = mine.csrf;
    for (const wrong of [undefined, 'x', theirs.csrf]) {
      mine.csrf = wrong;
      for (const [method, path] of [
        ['POST', '/reminders/reconciliations'],
        ['POST', '/suppliers'],
        ['DELETE', '/session'],
      ] as const) {
        const { status, body } = await mine.api(method, path, method === 'DELETE' ? undefined : { name: 'Kwaad' });
        expect([status, body['type']]).toEqual([403, problem('csrf-token-missing')]);
      }
    }
    mine.csrf = csrf;
    expect((await mine.api('POST', '/reminders/reconciliations')).status).toBe(200);
  });

  it('comes from our own pages, as far as the browser says', async () => {
    const browser = await signedIn();
    const from = (origin: string) => browser.api('POST', '/suppliers', { name: `Van ${origin}` }, { origin });
    for (const origin of ['https://kwaad.example', 'null', 'http://127.0.0.1:1'])
      expect((await from(origin)).body['type']).toBe(problem('origin-foreign'));
    expect((await from(host.url)).status).toBe(201);
    const credentials = { email: 'a@b.example', password: PASSWORD };
    const signIn = await new Browser(host).api('POST', '/session', credentials, { origin: 'https://kwaad.example' });
    expect(signIn.body['type']).toBe(problem('origin-foreign'));
  });

  it('is no form, except on the page to sign in on', async () => {
    const browser = await signedIn();
    const answer = await browser.ask('POST', '/api/v1/suppliers', new URLSearchParams({ name: 'Formulier' }));
    expect(answer.status).toBe(415);
  });
});

describe('a wrong password', () => {
  it('gives 401 without saying what was wrong, and 429 with how long to wait after five', async () => {
    const { email } = await addMember(host.dataDir);
    const browser = new Browser(host);
    const unknown = await browser.signIn({ email: 'niemand@merwedam.example' });
    for (let i = 0; i < 5; i++) {
      const { status, body } = await browser.signIn({ email }, 'verkeerd geraden');
      expect([status, body]).toEqual([401, unknown.body]);
    }
    const { status, response } = await browser.signIn({ email });
    expect([status, response.headers.get('retry-after')]).toEqual([429, '30']);
  });
});

describe('somebody who is invited', () => {
  it('gets a letter, chooses a password once, and is known by name in histories', async () => {
    const administrator = await signedIn();
    const email = 'nieuw@merwedam.example';
    const roles = ['coordinator'];
    const invited = await administrator.api('POST', '/people', { name: 'Nieuwe Collega', email, roles });
    expect([invited.status, invited.body['state']]).toEqual([201, 'invited']);
    await until('there is a letter', () => letterTo(email) !== undefined);
    const token = tokenIn(letterTo(email) ?? '');
    const browser = new Browser(host);
    expect((await browser.api('GET', `/one-time-links/${token}`)).body).toMatchObject({ email, kind: 'invitation' });
    const short = await browser.api('POST', `/one-time-links/${token}`, { password: 'kort' });
    expect([short.status, short.body['type']]).toEqual([422, problem('data-invalid')]);
    const choose = () => browser.api('POST', `/one-time-links/${token}`, { password: PASSWORD });
    expect((await choose()).status).toBe(204);
    expect((await choose()).body['type']).toBe(problem('link-unusable'));
    expect((await browser.signIn({ email })).status).toBe(201);
    const id = await startPartnership(host);
    await browser.api('POST', `/partnerships/${id}/transitions`, { event: 'opschorten', data: { reden: 'Vakantie' } });
    const { items } = (await get(host, `/partnerships/${id}/history`)).body;
    expect(items?.[1]?.actor).toEqual({ id: invited.body['id'], name: 'Nieuwe Collega', roles });
  });

  it('can ask for a new password, with the same answer as somebody who is not known', async () => {
    const { email } = await addMember(host.dataDir);
    const browser = new Browser(host);
    const answers = [];
    for (const one of ['niemand@merwedam.example', email])
      answers.push(await browser.api('POST', '/recoveries', { email: one }));
    expect(answers.map(({ status, body }) => [status, body])).toEqual([
      [202, {}],
      [202, {}],
    ]);
    await until('there is a letter', () => letterTo(email) !== undefined);
    expect(letterTo('niemand@merwedam.example')).toBeUndefined();
    const token = tokenIn(letterTo(email) ?? '');
    await browser.api('POST', `/one-time-links/${token}`, { password: 'een ander lang wachtwoord' });
    expect((await browser.signIn({ email })).status).toBe(401);
    expect((await browser.signIn({ email }, 'een ander lang wachtwoord')).status).toBe(201);
  });

  it('reads no letters of others in the outbox, which are in another folder', async () => {
    const { items } = (await get(host, '/outbox?limit=100')).body;
    expect(JSON.stringify(items)).not.toContain('wachtwoord');
    expect((await get(host, '/outbox/accounts')).status).toBe(404);
  });
});

describe('an organisation beside the first', () => {
  it('is made by the system administrator, and its administrator sees its own people and packs only', async () => {
    const system = await signedIn(addMember(host.dataDir, { roles: ['systeembeheerder'] }));
    const email = 'eerste@elders.example';
    const administrator = { name: 'Eerste Beheerder', email };
    const made = await system.api('POST', '/organisations', { name: 'Gemeente Elders', administrator });
    expect(made.status).toBe(201);
    await until('there is a letter', () => letterTo(email) !== undefined);
    const browser = new Browser(host);
    await browser.api('POST', `/one-time-links/${tokenIn(letterTo(email) ?? '')}`, { password: PASSWORD });
    expect((await browser.signIn({ email })).body['organisation']).toMatchObject({ name: 'Gemeente Elders' });
    expect(((await browser.api('GET', '/people')).body as { items: object[] }).items).toHaveLength(1);
    expect(((await browser.api('GET', '/rule-packs')).body as { items: object[] }).items.length).toBeGreaterThan(0);
    expect((await browser.api('GET', `/people/${host.member.id}`)).status).toBe(404);
    expect((await system.api('GET', '/partnerships')).status).toBe(403);
  });
});

describe('the page to sign in on', () => {
  const form = (page: string, fields: Record<string, string>) =>
    new URLSearchParams({ ...fields, formulier: /name="formulier" value="(\w+)"/.exec(page)?.[1] ?? '' });

  it('works without scripts: wrong, right, who am I, and out again', async () => {
    const { email } = await addMember(host.dataDir);
    const browser = new Browser(host);
    const first = await browser.ask('GET', '/aanmelden');
    expect(first.headers.get('content-security-policy')).toMatch(/default-src 'none'; style-src 'self'/);
    const page = await first.text();
    expect(page).toContain('<html lang="nl">');
    expect(page).not.toMatch(/<script|Demonstratie/);
    const wrong = await browser.ask('POST', '/aanmelden', form(page, { email, password: 'verkeerd geraden' }));
    expect([wrong.status, await wrong.text()]).toEqual([401, expect.stringMatching(/role="alert"/)]);
    const right = await browser.ask('POST', '/aanmelden', form(page, { email, password: PASSWORD }));
    expect([right.status, right.headers.get('location')]).toEqual([303, '/']);
    const signed = await (await browser.ask('GET', '/aanmelden')).text();
    expect(signed).toContain('U bent aangemeld');
    expect((await browser.ask('POST', '/aanmelden/afmelden', form('', {}))).status).toBe(403);
    expect((await browser.ask('POST', '/aanmelden/afmelden', form(signed, {}))).status).toBe(303);
    expect((await browser.api('GET', '/session')).status).toBe(401);
  });

  it('speaks English to who prefers that, and takes no form from elsewhere', async () => {
    const { email } = await addMember(host.dataDir);
    const page = await new Browser(host).ask('GET', '/aanmelden', undefined, { 'accept-language': 'en' });
    const text = await page.text();
    expect(text).toMatch(/<html lang="en">[^]*Sign in/);
    const stolen = await new Browser(host).ask('POST', '/aanmelden', form(text, { email, password: PASSWORD }));
    expect([stolen.status, stolen.headers.getSetCookie().join()]).toEqual([403, expect.not.stringContaining('sessie')]);
  });

  it('lets somebody choose a password with the link that the command line gives, and that link works once', async () => {
    const email = 'beheer@merwedam.example';
    const run = samenwerkt(
      host.dataDir,
      'people',
      'invite',
      '--email',
      email,
      '--name',
      'B. Heer',
      '--role',
      'beheerder',
    );
    expect([run.code, run.err]).toEqual([0, '']);
    const path = `/aanmelden/uitnodiging/${tokenIn(run.out)}`;
    const browser = new Browser(host);
    const page = await (await browser.ask('GET', path)).text();
    expect(page).toContain('B. Heer, Gemeente Merwedam');
    const common = await browser.ask('POST', path, form(page, { password: 'wachtwoord123' }));
    expect([common.status, await common.text()]).toEqual([422, expect.stringContaining('makkelijk te raden')]);
    expect((await browser.ask('POST', path, form(page, { password: PASSWORD }))).status).toBe(200);
    expect((await browser.ask('GET', path)).status).toBe(404);
    expect((await browser.signIn({ email })).status).toBe(201);
    expect(samenwerkt(host.dataDir, 'people', 'list').out).toContain(`${email}  B. Heer  active  beheerder`);
  });

  it('sends a link to who forgot the password, and says the same of an address that nobody has', async () => {
    const { email } = await addMember(host.dataDir);
    const browser = new Browser(host);
    const page = await (await browser.ask('GET', '/aanmelden/vergeten')).text();
    const said = [];
    for (const one of [email, 'niemand@merwedam.example'])
      said.push(await (await browser.ask('POST', '/aanmelden/vergeten', form(page, { email: one }))).text());
    expect(said[0]).toContain('role="status"');
    expect(said[0]).toBe(said[1]);
    await until('there is a letter', () => letterTo(email) !== undefined);
  });
});

describe('demo accounts', () => {
  it('are one click away under a banner on this machine, and keep a host from being reached from elsewhere', async () => {
    const demo = temporaryFolder();
    const running = await startHost(demo.folder, { SEED: 'demo' });
    const browser = new Browser(running);
    const page = await (await browser.ask('GET', '/aanmelden')).text();
    expect(page).toContain('Demonstratie: hier werkt niemand echt');
    const formulier = /name="formulier" value="(\w+)"/.exec(page)?.[1] ?? '';
    const clicked = await browser.ask('POST', '/aanmelden/demo', new URLSearchParams({ formulier, role: 'auditor' }));
    expect(clicked.status).toBe(303);
    expect((await browser.api('GET', '/session')).body).toMatchObject({ roles: [{ id: 'auditor' }] });
    await stopHost(running);
    for (const [name, value] of [
      ['HOST', '0.0.0.0'],
      ['PUBLIC_URL', 'https://samenwerkt.merwedam.example'],
    ] as const)
      for (const SEED of ['demo', 'none'])
        await expect(startHost(demo.folder, { SEED, [name]: value })).rejects.toThrow(/demo-accounts[^]*SEED=none/);
    demo.dispose();
  });

  it('are nowhere else: without them a host may be reached, and says how to invite the first administrator', async () => {
    expect((await new Browser(host).api('POST', '/session/demo', { role: 'beheerder' })).status).toBe(404);
    const empty = temporaryFolder();
    const open = await startHost(empty.folder, { HOST: '0.0.0.0' });
    expect(open.output()).toContain('npx samenwerkt people invite');
    expect((await get(open, '/partnerships')).status).toBe(200);
    await stopHost(open);
    empty.dispose();
  });

  it('over TLS the cookies bind to this host and travel encrypted', async () => {
    const secure = temporaryFolder();
    const running = await startHost(secure.folder, { PUBLIC_URL: 'https://samenwerkt.merwedam.example' });
    const { response } = await new Browser(running).signIn(await addMember(secure.folder));
    for (const line of response.headers.getSetCookie()) expect(line).toMatch(/^__Host-samenwerkt-.*; Secure$/);
    await stopHost(running);
    secure.dispose();
  });
});

it('an event of somebody is recorded in their name, with the roles that they have', async () => {
  const id = await startPartnership(host);
  await fire(host, id, 'opschorten', { reden: 'Vakantie' });
  const { items } = (await get(host, `/partnerships/${id}/history`)).body;
  expect(items?.[1]?.actor?.id).toBe(host.member.id);
});
