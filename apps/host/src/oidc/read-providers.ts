import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { isPersonRole, PERSON_ROLES } from '@samenwerkt/access';
import { LOCAL_ORGANISATION } from '@samenwerkt/ledger';
import { SettingInvalid } from '../setting-invalid.js';
import { type ClaimPath, type Provider, type RoleRule } from './provider.js';

const SETTING = 'OIDC_PROVIDERS_FILE';

type Fields = Readonly<Record<string, unknown>>;

/** What each provider may say of itself in the file. */
const KNOWN = [
  ...['id', 'title', 'issuer', 'clientId', 'clientSecret', 'clientSecretFile', 'organisation', 'scopes', 'roles'],
  ...['supplier', 'create', 'linkByEmail'],
];
const ID = /^[a-z0-9][a-z0-9-]{0,39}$/;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/** The providers in a file: a JSON list. Paths in it are seen from the file. @throws SettingInvalid naming the field */
export function readProviders(file: string | undefined): Provider[] {
  if (file === undefined || file === '') return [];
  const list = parsed(file);
  if (!Array.isArray(list)) throw wrong(file, '', 'moet een lijst zijn van aanbieders', 'must be a list of providers');
  const providers = list.map((item: unknown, index) => providerOf(new Reader(file, `/${index}`, item)));
  const twice = providers.findIndex(({ id }, index) => providers.findIndex((one) => one.id === id) !== index);
  if (twice >= 0) throw wrong(file, `/${twice}/id`, 'komt twee keer voor', 'is there twice');
  return providers;
}

function parsed(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw wrong(file, '', `is niet te lezen als JSON: ${why}`, `cannot be read as JSON: ${why}`);
  }
}

function providerOf(read: Reader): Provider {
  read.only(KNOWN);
  const title = read.inside('title');
  const secret = secretOf(read);
  const supplier = read.has('supplier') ? supplierOf(read.inside('supplier')) : undefined;
  return {
    id: read.text('id', ID, 'gebruik kleine letters, cijfers en streepjes', 'use small letters, digits and hyphens'),
    title: { nl: title.text('nl'), en: title.text('en') },
    issuer: issuerOf(read),
    clientId: read.text('clientId'),
    ...(secret === undefined ? {} : { clientSecret: secret }),
    organisation: read.has('organisation')
      ? read.text('organisation', UUID, 'geef het id van een organisatie', 'give the id of an organisation')
      : LOCAL_ORGANISATION.id,
    scopes: read.has('scopes') ? scopesOf(read) : ['openid', 'profile', 'email'],
    roles: read.has('roles') ? read.each('roles', roleOf) : [],
    ...(supplier === undefined ? {} : { supplier }),
    create: read.flag('create'),
    linkByEmail: read.flag('linkByEmail'),
  };
}

/** Unencrypted only where nobody can listen in: on this machine. */
function issuerOf(read: Reader): string {
  const issuer = read.text('issuer');
  const url = URL.canParse(issuer) ? new URL(issuer) : undefined;
  const safe = url?.protocol === 'https:' || (url?.protocol === 'http:' && LOOPBACK.includes(url.hostname));
  if (safe) return issuer;
  throw read.wrong('issuer', 'geef een adres dat met https:// begint', 'give an address that starts with https://');
}

function secretOf(read: Reader): string | undefined {
  if (!read.has('clientSecretFile')) return read.has('clientSecret') ? read.text('clientSecret') : undefined;
  if (read.has('clientSecret'))
    throw read.wrong(
      'clientSecret',
      'geef dit of clientSecretFile, niet beide',
      'give this or clientSecretFile, not both',
    );
  try {
    const secret = readFileSync(resolve(dirname(read.file), read.text('clientSecretFile')), 'utf8').trim();
    if (secret !== '') return secret;
  } catch {
    // Said below: what cannot be read and what is empty are mended in the same place.
  }
  throw read.wrong('clientSecretFile', 'dit bestand is leeg of niet te lezen', 'this file is empty or cannot be read');
}

function scopesOf(read: Reader): string[] {
  const scopes = read.texts('scopes');
  if (scopes.includes('openid')) return scopes;
  throw read.wrong('scopes', 'zet er "openid" bij', 'add "openid"');
}

function roleOf(read: Reader): RoleRule {
  read.only(['claim', 'value', 'role']);
  const role = read.text('role');
  const roles = PERSON_ROLES.map(({ id }) => id).join(', ');
  if (!isPersonRole(role)) throw read.wrong('role', `kies één van ${roles}`, `choose one of ${roles}`);
  return { claim: read.claim(), value: read.text('value'), role };
}

function supplierOf(read: Reader): Provider['supplier'] {
  read.only(['claim', 'values']);
  const values = read.inside('values');
  return { claim: read.claim(), values: Object.fromEntries(values.names().map((name) => [name, values.text(name)])) };
}

/** Reads one object of the file, and says where something is wrong. */
class Reader {
  private readonly fields: Fields;

  constructor(
    readonly file: string,
    private readonly path: string,
    value: unknown,
  ) {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      throw wrong(file, path, 'moet een object zijn', 'must be an object');
    this.fields = value as Fields;
  }

  names(): string[] {
    return Object.keys(this.fields);
  }

  has(name: string): boolean {
    return this.fields[name] !== undefined;
  }

  only(known: readonly string[]): void {
    const odd = this.names().find((name) => !known.includes(name));
    if (odd === undefined) return;
    throw this.wrong(odd, `bestaat niet; er zijn ${known.join(', ')}`, `does not exist; there are ${known.join(', ')}`);
  }

  text(name: string, like = /\S/, nl = 'vul dit in, als tekst', en = 'fill this in, as text'): string {
    const value = this.fields[name];
    if (typeof value === 'string' && like.test(value)) return value;
    throw this.wrong(name, nl, en);
  }

  texts(name: string): string[] {
    const value = this.fields[name];
    const isList = Array.isArray(value) && value.length > 0;
    if (isList && value.every((one): one is string => typeof one === 'string' && one !== '')) return value;
    throw this.wrong(name, 'moet een lijst van teksten zijn', 'must be a list of texts');
  }

  flag(name: string): boolean {
    const value = this.fields[name] ?? false;
    if (typeof value === 'boolean') return value;
    throw this.wrong(name, 'moet true of false zijn', 'must be true or false');
  }

  claim(): ClaimPath {
    return Array.isArray(this.fields['claim']) ? this.texts('claim') : [this.text('claim')];
  }

  inside(name: string): Reader {
    return new Reader(this.file, `${this.path}/${name}`, this.fields[name]);
  }

  each<T>(name: string, make: (read: Reader) => T): T[] {
    const list = this.fields[name];
    if (!Array.isArray(list)) throw this.wrong(name, 'moet een lijst zijn', 'must be a list');
    return list.map((item, index) => make(new Reader(this.file, `${this.path}/${name}/${index}`, item)));
  }

  wrong(name: string, nl: string, en: string): SettingInvalid {
    return wrong(this.file, `${this.path}/${name}`, nl, en);
  }
}

function wrong(file: string, path: string, nl: string, en: string): SettingInvalid {
  return new SettingInvalid(SETTING, file, `${path} ${nl}`.trim(), `${path} ${en}`.trim());
}
