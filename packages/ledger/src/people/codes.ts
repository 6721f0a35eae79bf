import { randomBytes } from 'node:crypto';
import { secondsBetween } from '@samenwerkt/calendar';
import { Secret, TOTP } from 'otpauth';
import { sha256 } from '../hashing.js';

/** Seconds that a code is shown, and how many periods a clock may be off (RFC 6238, 5.2). */
const PERIOD = 30;
const OFF = 1;
/** Bytes of a secret: as long as the hash, as RFC 4226 asks (R6). */
const SECRET_BYTES = 20;
const RECOVERY_CODES = 10;
const RECOVERY_BYTES = 10;
const EPOCH = '1970-01-01T00:00:00.000Z';

/** What an authenticator app takes over. */
export interface TotpSecret {
  /** Base32, to be typed. */
  readonly secret: string;
  /** `otpauth://totp/…`, to be made a QR code of or opened on the same device. */
  readonly uri: string;
}

/** A new secret, in base32. */
export function newTotpSecret(): string {
  return new Secret({ size: SECRET_BYTES }).base32;
}

/** A secret as it is shown to its owner. @param email by which the app tells accounts apart */
export function shownSecret(secret: string, email: string): TotpSecret {
  return { secret, uri: totpOf(secret, email).toString() };
}

/**
 * Which period a code belongs to, counted from 1970.
 * @returns undefined when it is no code of this secret around this moment
 */
export function periodOf(secret: string, code: string, now: string): number | undefined {
  const seconds = secondsBetween(EPOCH, now);
  const digits = code.replace(/\s/g, '');
  if (!/^\d{6}$/.test(digits)) return undefined;
  const delta = totpOf(secret, '').validate({ token: digits, timestamp: seconds * 1000, window: OFF });
  return delta === null ? undefined : Math.floor(seconds / PERIOD) + delta;
}

/** New recovery codes: 80 bits each, so that their hash needs no salt and no work. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: RECOVERY_CODES }, () => {
    const text = new Secret({ buffer: new Uint8Array(randomBytes(RECOVERY_BYTES)).buffer }).base32.toLowerCase();
    return text.match(/.{4}/g)?.join('-') ?? text;
  });
}

/** What is kept of a recovery code, however it was typed. */
export function recoveryHash(code: string): string {
  return sha256(code.toLowerCase().replace(/[^a-z2-7]/g, ''));
}

function totpOf(secret: string, label: string): TOTP {
  return new TOTP({
    issuer: 'Samenwerkt',
    label,
    algorithm: 'SHA1',
    digits: 6,
    period: PERIOD,
    secret: Secret.fromBase32(secret),
  });
}
