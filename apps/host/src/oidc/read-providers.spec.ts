import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { LOCAL_ORGANISATION } from '@samenwerkt/ledger';
import { readConfig } from '../config.js';
import { readProviders } from './read-providers.js';

const folder = mkdtempSync(join(tmpdir(), 'samenwerkt-oidc-'));
afterAll(() => rmSync(folder, { recursive: true }));

const LEAST = {
  id: 'gemeente',
  title: { nl: 'Gemeente', en: 'Municipality' },
  issuer: 'https://aanmelden.merwedam.example',
  clientId: 'samenwerkt',
};

function read(...list: unknown[]) {
  const file = join(folder, 'providers.json');
  writeFileSync(file, JSON.stringify(list));
  return readProviders(file);
}

describe('the file of providers', () => {
  it('is not needed, and with the least in it lets nobody new in', () => {
    expect(readProviders(undefined)).toEqual([]);
    expect(readProviders('')).toEqual([]);
    expect(read(LEAST)).toEqual([
      {
        ...LEAST,
        organisation: LOCAL_ORGANISATION.id,
        scopes: ['openid', 'profile', 'email'],
        roles: [],
        create: false,
        linkByEmail: false,
      },
    ]);
  });

  it('holds several, with secrets in files beside it, and claims inside claims', () => {
    writeFileSync(join(folder, 'geheim'), 'zeer geheim\n');
    const [one, two] = read(
      { ...LEAST, clientSecretFile: 'geheim', create: true },
      {
        ...LEAST,
        id: 'eherkenning',
        issuer: 'http://localhost:9000',
        clientSecret: 'x',
        roles: [{ claim: ['realm_access', 'roles'], value: 'leverancier', role: 'opdrachtnemer' }],
        supplier: { claim: 'kvk', values: { '12345678': 'Helder Facilitair B.V.' } },
      },
    );
    expect(one).toMatchObject({ clientSecret: 'zeer geheim', create: true });
    expect(two).toMatchObject({
      roles: [{ claim: ['realm_access', 'roles'], value: 'leverancier', role: 'opdrachtnemer' }],
      supplier: { claim: ['kvk'], values: { '12345678': 'Helder Facilitair B.V.' } },
    });
  });

  it.each([
    [{ id: 'Met Spaties' }, '/0/id'],
    [{ title: 'Gemeente' }, '/0/title'],
    [{ title: { nl: 'Gemeente' } }, '/0/title/en'],
    [{ issuer: 'http://aanmelden.merwedam.example' }, '/0/issuer'],
    [{ issuer: 'http://localhost.kwaad.example' }, '/0/issuer'],
    [{ issuer: 'geen adres' }, '/0/issuer'],
    [{ clientId: 7 }, '/0/clientId'],
    [{ clientSecretFile: 'nergens' }, '/0/clientSecretFile'],
    [{ clientSecret: 'x', clientSecretFile: 'geheim' }, '/0/clientSecret'],
    [{ organisation: 'Merwedam' }, '/0/organisation'],
    [{ scopes: ['email'] }, '/0/scopes'],
    [{ roles: {} }, '/0/roles'],
    [{ roles: [{ claim: 'groups', value: 'x', role: 'koning' }] }, '/0/roles/0/role'],
    [{ roles: [{ claim: [], value: 'x', role: 'auditor' }] }, '/0/roles/0/claim'],
    [{ roles: ['auditor'] }, '/0/roles/0'],
    [{ supplier: { claim: 'kvk', values: { '1': 2 } } }, '/0/supplier/values/1'],
    [{ create: 'ja' }, '/0/create'],
    [{ clientSecrt: 'x' }, '/0/clientSecrt'],
  ])('with %p is refused at %s, in both languages', (fields, path) => {
    const reading = () => read({ ...LEAST, ...fields });
    expect(reading).toThrow(`OIDC_PROVIDERS_FILE=${join(folder, 'providers.json')}: ${path} `);
    expect(reading).toThrow(/\n/);
  });

  it('asks that people come back over https, or on this machine', () => {
    read(LEAST);
    const config = (PUBLIC_URL: string) => () =>
      readConfig({ SEED: 'none', PUBLIC_URL, OIDC_PROVIDERS_FILE: join(folder, 'providers.json') });
    expect(config('http://samenwerkt.merwedam.example')).toThrow(/PUBLIC_URL=[^]*https/);
    for (const good of ['https://samenwerkt.merwedam.example', 'http://localhost:3000', 'http://[::1]:3000'])
      expect(config(good)().providers).toHaveLength(1);
  });

  it('is refused when it is not there, is no list, or has one provider twice', () => {
    expect(() => readProviders(join(folder, 'nergens.json'))).toThrow(/niet te lezen/);
    expect(() => read(LEAST, LEAST)).toThrow('/1/id');
    writeFileSync(join(folder, 'object.json'), '{}');
    expect(() => readProviders(join(folder, 'object.json'))).toThrow(/een lijst/);
  });
});
