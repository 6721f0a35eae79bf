import { createServer, type AddressInfo, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Browser } from '../support/browser.js';
import { post } from '../support/client.js';
import { startHost, stopHost, temporaryFolder, type RunningHost } from '../support/host.js';
import { providersFile, setting, startProvider, Visitor, type OpenIdProvider } from '../support/openid.js';
import { addMember, PASSWORD } from '../support/people.js';

const ACCOUNTS = {
  sanne: {
    name: 'Sanne de Wit',
    email: 'sanne@merwedam.example',
    email_verified: true,
    groups: ['sr-coordinatoren', 'iedereen'],
    realm_access: { roles: ['inkoop'] },
  },
  gast: { name: 'Gast', email: 'gast@merwedam.example', groups: ['iedereen'] },
  leverancier: { name: 'L. Everancier', kvk: '12345678' },
  vreemde: { name: 'V. Reemde', kvk: '87654321' },
  oud: { name: 'Oud Gediende', email: 'oud@merwedam.example', email_verified: true },
  onzeker: { name: 'On Zeker', email: 'onzeker@merwedam.example', email_verified: false },
};
const ROLES = [
  { claim: 'groups', value: 'sr-coordinatoren', role: 'coordinator' },
  { claim: ['realm_access', 'roles'], value: 'inkoop', role: 'inkoopexpert' },
];
const SUPPLIER = 'Helder Facilitair B.V.';

const place = temporaryFolder();
let provider: OpenIdProvider;
let late: OpenIdProvider;
let silent: Pick<OpenIdProvider, 'issuer' | 'stop'>;
let host: RunningHost;

beforeAll(async () => {
  provider = await startProvider(ACCOUNTS, ['gemeente', 'eherkenning', 'adres', 'fout']);
  silent = await startSilent();
  late = await startProvider(ACCOUNTS, ['laat'], { behind: 2 * 3600 });
  const everybody = [{ claim: 'email_verified', value: 'true', role: 'auditor' }];
  const environment = providersFile(
    place.folder,
    setting('gemeente', provider, { roles: ROLES, create: true }),
    setting('eherkenning', provider, {
      roles: ['12345678', '87654321'].map((value) => ({ claim: 'kvk', value, role: 'opdrachtnemer' })),
      supplier: { claim: 'kvk', values: { '12345678': SUPPLIER } },
      create: true,
    }),
    setting('adres', provider, { linkByEmail: true, roles: everybody }),
    setting('laat', late, { create: true, roles: ROLES }),
    setting('fout', provider, { clientSecret: 'een ander geheim' }),
    setting('weg', { issuer: 'http://127.0.0.1:4' }),
    setting('stil', { issuer: silent.issuer }),
  );
  host = await startHost(place.folder, environment);
  await post(host, '/suppliers', { name: SUPPLIER });
});
afterAll(async () => {
  await stopHost(host);
  await provider.stop();
  await late.stop();
  await silent.stop();
  place.dispose();
});

/** Something that takes a question and never answers. */
async function startSilent(): Promise<typeof silent> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => sockets.add(socket));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const stop = async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  };
  return { issuer: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, stop };
}

const visitor = (at = provider) => new Visitor(host, at);

/** What a page says went wrong. */
async function said(response: Response): Promise<[number, string]> {
  return [response.status, /role="alert">([^<]*)</.exec(await response.text())?.[1] ?? ''];
}

const session = async (browser: Browser) => (await browser.api('GET', '/session')).body;

describe('signing in by a provider', () => {
  it('goes there and back with state, nonce and PKCE, and opens a session with the roles of the claims', async () => {
    const sanne = visitor();
    const there = await sanne.start('gemeente');
    expect(Object.fromEntries(there.searchParams)).toMatchObject({
      response_type: 'code',
      client_id: 'samenwerkt',
      redirect_uri: `${host.url}/aanmelden/oidc/gemeente/terug`,
      scope: 'openid profile email',
      code_challenge_method: 'S256',
      state: expect.stringMatching(/^[\w-]{43}$/),
      nonce: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
    });
    const back = await sanne.back(await sanne.identify(there, 'sanne'));
    expect([back.status, back.headers.get('location')]).toEqual([303, '/']);
    expect(await session(sanne.here)).toMatchObject({
      person: { name: 'Sanne de Wit', email: 'sanne@merwedam.example' },
      roles: [{ id: 'coordinator' }, { id: 'inkoopexpert' }],
    });
    const again = visitor();
    await again.signIn('gemeente', 'sanne');
    expect((await session(again.here))['person']).toEqual((await session(sanne.here))['person']);
  });

  it('ends the session there was, and signing out offers to sign out there as well', async () => {
    const sanne = visitor();
    await sanne.signIn('gemeente', 'sanne');
    const before = sanne.here.cookie('samenwerkt-sessie');
    await sanne.signIn('gemeente', 'sanne');
    const cookie = `samenwerkt-sessie=${before}`;
    expect((await new Browser(host).api('GET', '/session', undefined, { cookie })).status).toBe(401);
    const page = await (await sanne.here.ask('GET', '/aanmelden')).text();
    const formulier = /name="formulier" value="(\w+)"/.exec(page)?.[1] ?? '';
    const out = await sanne.here.ask('POST', '/aanmelden/afmelden', new URLSearchParams({ formulier }));
    const text = await out.text();
    expect(text).toContain('Ook afmelden bij Aanbieder gemeente');
    const end = /href="(http[^"]*session\/end[^"]*)"/.exec(text)?.[1]?.replaceAll('&amp;', '&') ?? '';
    expect((await fetch(end)).status).toBe(200);
    expect((await sanne.here.api('GET', '/session')).status).toBe(401);
  });

  it('lets an opdrachtnemer see the supplier of their number, and nobody whose number belongs to no supplier', async () => {
    const known = visitor();
    expect((await known.signIn('eherkenning', 'leverancier')).status).toBe(303);
    expect(await session(known.here)).toMatchObject({ roles: [{ id: 'opdrachtnemer' }] });
    const odd = visitor();
    expect(await said(await odd.signIn('eherkenning', 'vreemde'))).toEqual([
      403,
      expect.stringMatching(/rollen gaan niet samen.*leverancier/),
    ]);
  });

  it('without a role says so, and adds nobody', async () => {
    expect(await said(await visitor().signIn('gemeente', 'gast'))).toEqual([403, expect.stringMatching(/geen rol/)]);
    const administrator = new Browser(host);
    await administrator.signIn(host.member);
    const { body } = await administrator.api('GET', '/people?limit=100');
    expect(JSON.stringify(body)).not.toContain('gast@merwedam.example');
  });

  it('is for who is known here where the settings add nobody: by a verified address', async () => {
    const { email } = await addMember(host.dataDir, { email: 'oud@merwedam.example', roles: ['contractmanager'] });
    await addMember(host.dataDir, { email: 'onzeker@merwedam.example', roles: ['beheerder'] });
    const old = visitor();
    expect((await old.signIn('adres', 'oud')).status).toBe(303);
    const roles = expect.arrayContaining([
      expect.objectContaining({ id: 'contractmanager' }),
      expect.objectContaining({ id: 'auditor' }),
    ]);
    expect(await session(old.here)).toMatchObject({ person: { email }, roles });
    const byPassword = new Browser(host);
    await byPassword.signIn({ email }, PASSWORD);
    expect(await session(byPassword)).toMatchObject({ roles: [{ id: 'contractmanager' }] });
    expect(await said(await visitor().signIn('adres', 'onzeker'))).toEqual([
      409,
      expect.stringMatching(/al een account/),
    ]);
    expect(await said(await visitor().signIn('adres', 'gast'))).toEqual([403, expect.stringMatching(/niet bekend/)]);
  });
});

describe('who comes back in the wrong way', () => {
  it('having said no there, is told so', async () => {
    expect(await said(await visitor().signIn('gemeente'))).toEqual([401, expect.stringMatching(/afgebroken/)]);
  });

  it('a second time, with another state, in another browser, or without having gone, gets nothing', async () => {
    const gone = [400, expect.stringMatching(/niet in deze browser begonnen/)];
    const sanne = visitor();
    const back = await sanne.identify(await sanne.start('gemeente'), 'sanne');
    expect(await said(await visitor().back(back))).toEqual(gone);
    const other = new URL(back);
    other.searchParams.set('state', 'x'.repeat(43));
    expect(await said(await sanne.back(other))).toEqual(gone);
    const elsewhere = new URL(back.href.replace('/gemeente/', '/adres/'));
    expect(await said(await sanne.back(elsewhere))).toEqual(gone);
    const robbed = visitor();
    const cookie = `samenwerkt-aanbieder=${(await sanne.start('gemeente')) && sanne.here.cookie('samenwerkt-aanbieder')}`;
    const answer = await sanne.identify(await sanne.start('gemeente'), 'sanne');
    expect(await said(await robbed.here.ask('GET', answer.pathname + answer.search, undefined, { cookie }))).toEqual(
      gone,
    );
    expect((await sanne.back(answer)).status).toBe(303);
    expect(await said(await sanne.back(answer))).toEqual(gone);
  });

  it('with a secret that was used already, gets nothing, also when the cookie is put back', async () => {
    const sanne = visitor();
    const address = await sanne.start('gemeente');
    const cookie = `samenwerkt-aanbieder=${sanne.here.cookie('samenwerkt-aanbieder')}`;
    const back = await sanne.identify(address, 'sanne');
    expect((await sanne.back(back)).status).toBe(303);
    const again = await new Browser(host).ask('GET', back.pathname + back.search, undefined, { cookie });
    expect((await said(again))[0]).toBe(400);
  });

  it('with an answer to another question is refused: nonce, code, verifier, issuer', async () => {
    const invalid = [401, expect.stringMatching(/hoort niet bij deze aanmelding/)];
    const twist = async (change: (url: URL) => void, there: boolean) => {
      const sanne = visitor();
      const address = await sanne.start('gemeente');
      if (there) change(address);
      const back = await sanne.identify(address, 'sanne');
      if (!there) change(back);
      const response = await sanne.back(back);
      expect(sanne.here.cookie('samenwerkt-sessie')).toBeUndefined();
      return said(response);
    };
    const set = (name: string, value: string) => (url: URL) => url.searchParams.set(name, value);
    expect(await twist(set('nonce', 'n'.repeat(43)), true)).toEqual(invalid);
    expect(await twist(set('code_challenge', 'c'.repeat(43)), true)).toEqual(invalid);
    expect(await twist(set('code', 'verzonnen'), false)).toEqual(invalid);
    expect(await twist(set('iss', 'https://kwaad.example'), false)).toEqual(invalid);
  });

  it('from a provider whose clock is hours off, is told that', async () => {
    expect(await said(await visitor(late).signIn('laat', 'sanne'))).toEqual([401, expect.stringMatching(/[Kk]lok/)]);
  });
});

describe('the page to sign in on', () => {
  it('offers every provider; one that does not answer is said to, and the others go on', async () => {
    const page = await (await new Browser(host).ask('GET', '/aanmelden')).text();
    for (const id of ['gemeente', 'eherkenning', 'adres', 'weg']) {
      expect(page).toContain(`<a class="knop" href="/aanmelden/oidc/${id}">Aanmelden met Aanbieder ${id}</a>`);
    }
    const { body } = await new Browser(host).api('GET', '/session/providers');
    expect(body['items']).toContainEqual({
      id: 'gemeente',
      title: 'Aanbieder gemeente',
      address: '/aanmelden/oidc/gemeente',
    });
    for (let i = 0; i < 2; i++) {
      const down = await new Browser(host).ask('GET', '/aanmelden/oidc/weg');
      expect(await said(down)).toEqual([
        503,
        'Aanbieder weg antwoordt niet. Probeer het straks opnieuw, of meld u op een andere manier aan.',
      ]);
    }
    expect((await visitor().signIn('gemeente', 'sanne')).status).toBe(303);
    expect(await said(await new Browser(host).ask('GET', '/aanmelden/oidc/nergens'))).toEqual([404, expect.anything()]);
  });
});

describe('a provider', () => {
  it('that never answers is given up after a while', async () => {
    const down = await new Browser(host).ask('GET', '/aanmelden/oidc/stil');
    expect(await said(down)).toEqual([503, expect.stringMatching(/^Aanbieder stil antwoordt niet/)]);
  });

  it('that does not know our secret is said to refuse, and why', async () => {
    expect(await said(await visitor().signIn('fout', 'sanne'))).toEqual([
      401,
      'Aanbieder fout heeft u niet aangemeld (invalid_client).',
    ]);
    expect(host.output()).toContain('fout: ');
  });

  it('that comes back after it was away is asked again', async () => {
    const folder = temporaryFolder();
    const first = await startProvider(ACCOUNTS, ['gemeente']);
    const environment = providersFile(folder.folder, setting('gemeente', first, { roles: ROLES, create: true }));
    await first.stop();
    const running = await startHost(folder.folder, environment);
    const down = await new Browser(running).ask('GET', '/aanmelden/oidc/gemeente');
    expect(down.status).toBe(503);
    const again = await startProvider(ACCOUNTS, ['gemeente'], { port: Number(new URL(first.issuer).port) });
    expect((await new Visitor(running, again).signIn('gemeente', 'sanne')).status).toBe(303);
    await stopHost(running);
    await again.stop();
    folder.dispose();
  });

  it('of an organisation that is not there keeps a host from starting', async () => {
    const folder = temporaryFolder();
    const organisation = '01900000-0000-7000-8000-0000000000ff';
    const environment = providersFile(folder.folder, setting('gemeente', provider, { organisation }));
    await expect(startHost(folder.folder, environment)).rejects.toThrow(/OIDC_PROVIDERS_FILE[^]*bestaat niet/);
    folder.dispose();
  });
});
