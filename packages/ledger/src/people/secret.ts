import { randomBytes } from 'node:crypto';
import { sha256 } from '../hashing.js';

/** A secret that is shown once, and the hash that is kept of it. */
interface Secret {
  readonly token: string;
  readonly hash: string;
}

const BYTES = 32;

/** 256 bits of chance, as text that can stand in an address, a cookie or a header. @param prefix says what it is for */
export function newSecret(prefix = ''): Secret {
  const token = prefix + randomBytes(BYTES).toString('base64url');
  return { token, hash: sha256(token) };
}
