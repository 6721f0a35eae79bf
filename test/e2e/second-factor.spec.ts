import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Secret, TOTP } from 'otpauth';
import { Browser } from '../support/browser.js';
import { samenwerkt } from '../support/command-line.js';
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

/** The code that an app shows, some periods from now: the next one is good already, and was not used yet. */
function code(secret: string, periods = 0): string {
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + periods * 30_000 });
}

async function withApp(): Promise<{ email: string; id: string; secret: string; browser: Browser; codes: string[] }> {
  const { email, id } = await addMember(host.dataDir, { roles: ['coordinator'] });
  const browser = new Browser(host);
  await browser.signIn({ email });
  const secret = String((await browser.api('POST', '/second-factor')).body['secret']);
  const { body } = await browser.api('POST', '/second-factor/confirmations', { code: code(secret) });
  return { email, id, secret, browser, codes: body['recoveryCodes'] as string[] };
}

const form = (page: string, fields: Record<string, string>) =>
  new URLSearchParams({ ...fields, formulier: /name="formulier" value="(\w+)"/.exec(page)?.[1] ?? '' });

describe('a code from an app', () => {
  it('is turned on in two steps, asked after the password, and off again with a code', async () => {
    const { email, secret, browser, codes } = await withApp();
    expect(codes).toHaveLength(10);
    expect((await browser.api('GET', '/second-factor')).body).toMatchObject({ recoveryCodes: 10, required: false });
    expect((await browser.api('POST', '/second-factor')).body['type']).toBe(problem('second-factor-state'));
    const other = new Browser(host);
    const half = await other.signIn({ email });
    expect([half.status, half.body['type']]).toEqual([401, problem('code-needed')]);
    expect((await other.api('GET', '/session')).status).toBe(401);
    const wrong = await other.api('POST', '/session/code', { code: '000000' });
    expect([wrong.status, wrong.body['type']]).toEqual([422, problem('code-wrong')]);
    const right = await other.api('POST', '/session/code', { code: code(secret, 1) });
    expect([right.status, right.body['person']]).toMatchObject([201, { email }]);
    expect((await new Browser(host).api('POST', '/session/code', { code: code(secret, 1) })).status).toBe(401);
    const off = await browser.api('POST', '/second-factor/removals', { code: codes[0] });
    expect(off.status).toBe(204);
    expect((await new Browser(host).signIn({ email })).status).toBe(201);
  });

  it('must wait after five wrong ones', async () => {
    const { email } = await withApp();
    const browser = new Browser(host);
    for (let i = 0; i < 5; i++) {
      await browser.signIn({ email });
      expect((await browser.api('POST', '/session/code', { code: '123123' })).status).toBe(422);
    }
    const { status, response } = await browser.api('POST', '/session/code', { code: '123123' });
    expect([status, response.headers.get('retry-after')]).toEqual([429, '30']);
  });

  it('is reset by an administrator, which is on record without a name', async () => {
    const { email, id, browser } = await withApp();
    const administrator = new Browser(host);
    await administrator.signIn(host.member);
    expect((await browser.api('DELETE', `/people/${id}/second-factor`)).status).toBe(403);
    expect((await administrator.api('DELETE', `/people/${id}/second-factor`)).status).toBe(204);
    expect((await browser.api('GET', '/session')).status).toBe(401);
    expect((await new Browser(host).signIn({ email })).status).toBe(201);
    const { body } = await administrator.api('GET', '/audit-log?action=second-factor.reset');
    expect(body['items']).toMatchObject([{ subject: { kind: 'person', id }, title: expect.any(String) }]);
  });
});

it('is reset on the command line, for the last administrator', async () => {
  const { email } = await withApp();
  const run = samenwerkt(host.dataDir, 'people', 'reset-code', '--email', email);
  expect([run.code, run.out]).toEqual([0, expect.stringMatching(/^De code van .* is gewist/)]);
  expect((await new Browser(host).signIn({ email })).status).toBe(201);
});

describe('the pages', () => {
  it('ask the code after the password, without scripts, and say what is wrong', async () => {
    const { email, secret } = await withApp();
    const browser = new Browser(host);
    const page = await (await browser.ask('GET', '/aanmelden')).text();
    const half = await browser.ask('POST', '/aanmelden', form(page, { email, password: PASSWORD }));
    expect([half.status, half.headers.get('location')]).toEqual([303, '/aanmelden/code']);
    const asks = await (await browser.ask('GET', '/aanmelden/code')).text();
    expect(asks).toContain('autocomplete="one-time-code"');
    const wrong = await browser.ask('POST', '/aanmelden/code', form(asks, { code: '000000' }));
    expect([wrong.status, await wrong.text()]).toEqual([422, expect.stringMatching(/role="alert"[^]*one-time-code/)]);
    const stolen = await browser.ask('POST', '/aanmelden/code', form('', { code: code(secret, 1) }));
    expect(stolen.status).toBe(403);
    const right = await browser.ask('POST', '/aanmelden/code', form(asks, { code: code(secret, 1) }));
    expect([right.status, right.headers.get('location')]).toEqual([303, '/']);
    expect((await browser.api('GET', '/session')).status).toBe(200);
  });

  it('turn it on and off for who is signed in, and show the form to sign in to others', async () => {
    const { email } = await addMember(host.dataDir, { roles: ['coordinator'] });
    const browser = new Browser(host);
    await browser.signIn({ email });
    const at = '/aanmelden/tweede-stap';
    const page = await (await browser.ask('GET', at)).text();
    expect((await browser.ask('POST', at, form('', {}))).status).toBe(403);
    const setUp = await (await browser.ask('POST', at, form(page, {}))).text();
    const secret = /<code id="geheim">(\w+)</.exec(setUp)?.[1] ?? '';
    expect(setUp).toContain(`otpauth://totp/Samenwerkt:`);
    const wrong = await (await browser.ask('POST', `${at}/bevestigen`, form(setUp, { code: 'x' }))).text();
    expect(wrong).toMatch(new RegExp(`role="alert"[^]*${secret}`));
    const on = await (await browser.ask('POST', `${at}/bevestigen`, form(setUp, { code: code(secret) }))).text();
    expect(on.match(/<li>[a-z2-7-]{19}<\/li>/g)).toHaveLength(10);
    const not = await browser.ask('POST', `${at}/uit`, form(page, { code: '000000' }));
    expect([not.status, await not.text()]).toEqual([422, expect.stringMatching(/role="alert"[^]*Uitzetten/)]);
    const off = await browser.ask('POST', `${at}/uit`, form(page, { code: code(secret, 1) }));
    expect(await off.text()).toContain('geen code gevraagd');
    const stranger = await new Browser(host).ask('GET', at);
    expect([stranger.status, await stranger.text()]).toEqual([401, expect.stringContaining('name="password"')]);
    expect((await new Browser(host).ask('GET', '/aanmelden/code')).status).toBe(401);
  });

  it('have it set up between password and session where the organisation requires it', async () => {
    const administrator = new Browser(host);
    await administrator.signIn(host.member);
    const rule = await administrator.api('PUT', '/organisation/second-factor', { roles: ['hrExpert'] });
    expect([rule.status, rule.body]).toEqual([200, { roles: ['hrExpert'] }]);
    const unknown = await administrator.api('PUT', '/organisation/second-factor', { roles: ['koning'] });
    expect(unknown.status).toBe(422);
    const { email } = await addMember(host.dataDir, { roles: ['hrExpert'] });
    const browser = new Browser(host);
    const half = await browser.signIn({ email });
    expect([half.status, half.body['type']]).toEqual([401, problem('code-set-up-needed')]);
    const setUp = await (await browser.ask('GET', '/aanmelden/code')).text();
    const secret = /<code id="geheim">(\w+)</.exec(setUp)?.[1] ?? '';
    const wrong = await (await browser.ask('POST', '/aanmelden/code', form(setUp, { code: '000000' }))).text();
    expect(wrong).toMatch(new RegExp(`role="alert"[^]*${secret}`));
    expect((await browser.api('GET', '/session')).status).toBe(401);
    const done = await browser.ask('POST', '/aanmelden/code', form(setUp, { code: code(secret) }));
    expect((await done.text()).match(/<li>/g)).toHaveLength(10);
    const session = await browser.api('GET', '/session');
    expect(session.body).toMatchObject({ person: { email } });
    browser.csrf = String(session.body['csrfToken']);
    const off = await browser.api('POST', '/second-factor/removals', { code: code(secret, 1) });
    expect(off.body['type']).toBe(problem('second-factor-required'));
    await administrator.api('PUT', '/organisation/second-factor', { roles: [] });
  });
});
