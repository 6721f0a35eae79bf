import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from 'node:crypto';
import { SealBroken } from './errors.js';

/** AES-256-GCM: 32 bytes of key, 12 of nonce, 16 of tag. */
const CIPHER = 'aes-256-gcm';
const NONCE = 12;
const TAG = 16;

/** Written before everything that is sealed, so that a later form can stand beside this one. */
const FORM = 'v1.';

/** Bytes of a key. */
export const KEY_BYTES = 32;

/** A new key, out of chance. */
export function newKey(): Buffer {
  return randomBytes(KEY_BYTES);
}

/** The name of a key: tells keys apart and says nothing about them. 16 hexadecimal digits. */
export function keyId(key: Buffer): string {
  return createHash('sha256').update('samenwerkt key id').update(key).digest('hex').slice(0, 16);
}

/**
 * Seals bytes: unreadable without the key, and only for this subject.
 * @param about id that must be given again to open it, so that a seal cannot be moved to another row
 * @returns `v1.` and base64url of nonce, tag and what is sealed
 */
export function sealBytes(key: Buffer, about: string, plain: Buffer): string {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv(CIPHER, key, nonce).setAAD(Buffer.from(about));
  const sealed = Buffer.concat([cipher.update(plain), cipher.final()]);
  return FORM + Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url');
}

/** What was sealed. @throws SealBroken when it was changed, belongs to another subject, or was sealed with another key */
export function openBytes(key: Buffer, about: string, sealed: string): Buffer {
  if (!sealed.startsWith(FORM)) throw new SealBroken(about);
  const bytes = Buffer.from(sealed.slice(FORM.length), 'base64url');
  if (bytes.length < NONCE + TAG) throw new SealBroken(about);
  const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, NONCE), { authTagLength: TAG })
    .setAAD(Buffer.from(about))
    .setAuthTag(bytes.subarray(NONCE, NONCE + TAG));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(NONCE + TAG)), decipher.final()]);
  } catch {
    throw new SealBroken(about);
  }
}

/** HMAC-SHA-256 in hexadecimal: finds a text again without saying what it is. */
export function mac(key: Buffer, text: string): string {
  return createHmac('sha256', key).update(text).digest('hex');
}

/** A key of its own for one purpose, from another key. */
export function derivedKey(key: Buffer, purpose: string): Buffer {
  return createHmac('sha256', key).update(purpose).digest();
}
