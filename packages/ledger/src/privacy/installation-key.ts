import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { SecretKeyInvalid, SecretKeyLost, SecretKeyMissing } from './errors.js';
import { KEY_BYTES, newKey } from './sealing.js';

/** Where the installation key comes from; nothing given: a file beside the SQLite database. */
export interface SecretKeySource {
  /** The key itself, in base64 or hexadecimal: `SECRET_KEY`. */
  readonly text?: string;
  /** A file that holds it: `SECRET_KEY_FILE`. */
  readonly file?: string;
}

/** The key under which the keys of all persons are kept, and where it was found, for messages. */
export interface InstallationKey {
  readonly key: Buffer;
  readonly where: string;
}

/** `SECRET_KEY_FILE` and `SECRET_KEY`, as far as they are set. */
export function secretKeySource({
  SECRET_KEY_FILE: file,
  SECRET_KEY: text,
}: Readonly<Record<string, string | undefined>>): SecretKeySource {
  if (file !== undefined && file !== '') return { file };
  return text === undefined || text === '' ? {} : { text };
}

/**
 * The installation key. On SQLite without settings it is made at the first start, in `secret.key` beside the database,
 * readable by its owner alone.
 * @param mayMake false when there is an administration that was sealed already: another key is no use then
 * @throws SecretKeyMissing, SecretKeyInvalid, SecretKeyLost
 */
export function installationKey(
  { text, file }: SecretKeySource,
  { file: database, url }: { readonly file: string; readonly url?: string },
  mayMake: boolean,
): InstallationKey {
  if (file !== undefined) return { key: parsed(read(file), file), where: file };
  if (text !== undefined) return { key: parsed(text, 'SECRET_KEY'), where: 'SECRET_KEY' };
  if (url !== undefined) throw new SecretKeyMissing();
  const where = join(dirname(database), 'secret.key');
  if (mayMake) make(where);
  else if (!existsSync(where)) throw new SecretKeyLost(where);
  return { key: parsed(read(where), where), where };
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new SecretKeyInvalid(file);
  }
}

function parsed(text: string, where: string): Buffer {
  const trimmed = text.trim();
  const key = /^[0-9a-f]{64}$/i.test(trimmed) ? Buffer.from(trimmed, 'hex') : base64(trimmed);
  if (key?.length !== KEY_BYTES) throw new SecretKeyInvalid(where);
  return key;
}

function base64(text: string): Buffer | undefined {
  return /^[A-Za-z0-9+/_-]{43}=?$/.test(text) ? Buffer.from(text, 'base64') : undefined;
}

/** Written whole or not at all: of two processes that start at once, both read the key of the first. */
function make(where: string): void {
  mkdirSync(dirname(where), { recursive: true });
  const draft = `${where}.${process.pid}`;
  writeFileSync(draft, `${newKey().toString('base64')}\n`, { mode: 0o600, flush: true });
  try {
    linkSync(draft, where);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft);
  }
}
