import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Browser } from '../support/browser.js';
import { get, post, put, signed, startPartnership } from '../support/client.js';
import { databaseOf, tamper } from '../support/database.js';
import { until } from '../support/dispatching.js';
import { startHost, stopHost, temporaryFolder, type RunningHost } from '../support/host.js';
import { PASSWORD } from '../support/people.js';

const place = temporaryFolder();
let host: RunningHost;

/** In the settings; each as it would be found in what a program prints. */
const MAIL_PASSWORD = 'postgeheim-3f9a';
const WEBHOOK_SECRET = 'haakgeheim-71c2-lang-genoeg-voor-een-sleutel';

function inFile(name: string, text: string): string {
  const file = join(place.folder, name);
  writeFileSync(file, `${text}\n`);
  return file;
}

beforeAll(async () => {
  host = await startHost(place.folder, {
    // Nobody listens there: sending fails, and what is said of that must not repeat the address.
    SMTP_URL_FILE: inFile('smtp', `smtp://iemand:${MAIL_PASSWORD}@127.0.0.1:1`),
    WEBHOOK_URL: 'https://127.0.0.1:1/haak?sleutel=adresgeheim-55d0',
    WEBHOOK_NETWORKS: '127.0.0.0/8',
    WEBHOOK_SECRET_FILE: inFile('haak', WEBHOOK_SECRET),
  });
});
afterAll(async () => {
  await stopHost(host);
  place.dispose();
});

/** The key under which names are sealed, and the password of the database, where there is one. */
function installationSecrets(): string[] {
  const { DATABASE_URL, SECRET_KEY } = databaseOf(place.folder);
  const key = SECRET_KEY ?? readFileSync(join(place.folder, 'secret.key'), 'utf8').trim();
  const password = DATABASE_URL === undefined ? '' : new URL(DATABASE_URL).password;
  return [key, ...(password.length > 5 ? [password] : [])];
}

/** Uses every kind of secret there is, rightly and wrongly. @returns those secrets */
async function useThemAll(): Promise<string[]> {
  const browser = new Browser(host);
  await browser.signIn(host.member, 'verkeerd wachtwoord 8b1e');
  await browser.signIn(host.member);
  const { token } = (await browser.api('POST', '/api-tokens', { name: 'Proef', scopes: ['packs.read'] })).body;
  await fetch(`${host.api}/partnerships`, { headers: { authorization: 'Bearer smw_geraden-token-90cc' } });
  await fetch(`${host.api}/rule-packs`, { headers: { authorization: `Bearer ${String(token)}` } });
  await fetch(`${host.api}/one-time-links/geraden-link-4d7d`);
  const { body: calendar } = await post(host, '/calendar-tokens', { label: 'Proef' });
  const feed = String(calendar.token);
  expect((await fetch(`${host.api}/calendar.ics?token=${feed}`)).status).toBe(200);
  await browser.api('POST', '/people', { name: 'Nieuw', email: 'nieuw@merwedam.example', roles: ['auditor'] });
  await browser.api('POST', '/recoveries', { email: host.member.email });
  await put(host, '/addresses/Iemand', { email: 'iemand@merwedam.example' });
  await startPartnership(host);
  return [
    ...[PASSWORD, 'verkeerd wachtwoord 8b1e', 'smw_geraden-token-90cc', 'geraden-link-4d7d'],
    ...[String(token), host.member.token, feed],
    ...[browser.cookie('samenwerkt-sessie'), browser.cookie('samenwerkt-apparaat'), browser.csrf].map(String),
  ];
}

describe('what the host prints', () => {
  it('holds no secret, neither while all goes well nor when the database fails in the middle of it', async () => {
    const used = await useThemAll();
    const browser = new Browser(host);
    await browser.signIn(host.member);
    // The heart is taken out: every request of somebody who is signed in now fails.
    await tamper(place.folder, 'ALTER TABLE role_grant RENAME TO elders');
    const failed = await Promise.all([get(host, '/partnerships'), browser.api('GET', '/session')]);
    expect(failed.map(({ status }) => status)).toEqual([500, 500]);
    await fetch(`${host.api}/contracts`, {
      method: 'POST',
      headers: { ...signed(host), 'content-type': 'application/json' },
      body: '{"facts": ',
    });
    await tamper(place.folder, 'ALTER TABLE elders RENAME TO role_grant');
    await until('the failures are printed', () => /role_grant/.test(host.output()));
    const secrets = [
      ...used,
      ...[MAIL_PASSWORD, WEBHOOK_SECRET, 'adresgeheim-55d0', String(browser.cookie('samenwerkt-sessie'))],
      ...installationSecrets(),
    ];
    expect(secrets.filter((one) => one.length < 6 || one === 'undefined' || one === 'null')).toEqual([]);
    expect(secrets.filter((one) => host.output().includes(one))).toEqual([]);
  });

  it('holds no secret of a start that fails either', async () => {
    const failing = temporaryFolder();
    const wrong: Record<string, string>[] = [
      { SMTP_URL: 'http://iemand:geheim-1a2b@mail' },
      { REDIS_URL: 'http://iemand:geheim-1a2b@redis' },
      { DATABASE_URL: 'mysql://iemand:geheim-1a2b@db/naam' },
      { DATABASE_URL_FILE: inFile('db', 'postgres://iemand:geheim-1a2b@127.0.0.1:1/naam'), DATABASE_URL: '' },
      { WEBHOOK_URL: 'ftp://haak.example/geheim-1a2b', WEBHOOK_SECRET: 'geheim-1a2b' },
      { SECRET_KEY: 'geheim-1a2b' },
      { SMTP_URL: 'smtp://a:geheim-1a2b@b', SMTP_URL_FILE: inFile('tweede', 'smtp://a:geheim-1a2b@b') },
    ];
    for (const settings of wrong) {
      const said = await startHost(failing.folder, settings).then(
        () => 'started',
        (error: unknown) => String(error),
      );
      expect([Object.keys(settings), said]).toEqual([
        Object.keys(settings),
        expect.stringContaining('host ended with 1'),
      ]);
      expect([Object.keys(settings), said]).toEqual([
        Object.keys(settings),
        expect.not.stringContaining('geheim-1a2b'),
      ]);
    }
    failing.dispose();
  });
});
