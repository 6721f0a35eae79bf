import { createHmac, timingSafeEqual } from 'node:crypto';
import { secondsBetween } from '@samenwerkt/calendar';

const EPOCH = '1970-01-01T00:00:00.000Z';

/** A moment in UTC as X-Samenwerkt-Timestamp has it: whole seconds since 1970. */
export function timestampOf(instantIso: string): string {
  return String(Math.floor(secondsBetween(EPOCH, instantIso)));
}

/**
 * The value of X-Samenwerkt-Signature: HMAC-SHA-256 over timestamp, a full stop and the body, in hexadecimal.
 * @param body exactly the octets that are sent
 */
export function signatureOf(secret: string, timestamp: string, body: string | Uint8Array): string {
  return `v1=${createHmac('sha256', secret).update(`${timestamp}.`).update(body).digest('hex')}`;
}

/** What a receiver has in its hands. */
export interface SignedRequest {
  readonly secret: string;
  /** X-Samenwerkt-Timestamp; undefined when it was not there. */
  readonly timestamp: string | undefined;
  /** X-Samenwerkt-Signature; undefined when it was not there. */
  readonly signature: string | undefined;
  /** The body as it came in, before any parsing. */
  readonly body: string | Uint8Array;
  /** The moment it is, in UTC. */
  readonly now: string;
  /** Older (or further ahead) than this is refused, so that a request that was overheard cannot be repeated later. */
  readonly maxAgeSeconds?: number;
}

const fiveMinutes = 300;

/**
 * Whether a request was signed with the secret, and lately. For receivers of webhooks. It takes the same time whether the
 * first or the last octet of the signature is wrong.
 */
export function verifySignature(request: SignedRequest): boolean {
  const { secret, timestamp = '', signature = '', body, now, maxAgeSeconds = fiveMinutes } = request;
  if (!/^\d{1,12}$/.test(timestamp)) return false;
  if (Math.abs(secondsBetween(EPOCH, now) - Number(timestamp)) > maxAgeSeconds) return false;
  const given = Buffer.from(signature);
  const right = Buffer.from(signatureOf(secret, timestamp, body));
  return given.length === right.length && timingSafeEqual(given, right);
}
