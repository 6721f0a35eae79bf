import { createHmac, timingSafeEqual } from 'node:crypto';

/** What goes along to the provider and must come back, or must be shown later. */
interface RoundTrip {
  readonly state: string;
  readonly nonce: string;
  /** Of PKCE (RFC 7636). */
  readonly verifier: string;
}

/** All of it follows from a secret that only this browser has, so that none of it is kept here. */
export function roundTripOf(secret: string): RoundTrip {
  const derived = (what: string) => createHmac('sha256', secret).update(`oidc ${what}`).digest('base64url');
  return { state: derived('state'), nonce: derived('nonce'), verifier: derived('verifier') };
}

/** Whether this state went out with the secret. */
export function isStateOf(secret: string, state: unknown): boolean {
  const expected = Buffer.from(roundTripOf(secret).state);
  const given = Buffer.from(typeof state === 'string' ? state : '');
  return given.length === expected.length && timingSafeEqual(given, expected);
}
