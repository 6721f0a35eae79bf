import { hash, timingSafeEqual } from 'node:crypto';
import { type FastifyRequest } from 'fastify';
import { CsrfTokenMissing, OriginForeign } from './errors.js';
import { type Site } from './site.js';

const SAFE: readonly string[] = ['GET', 'HEAD', 'OPTIONS'];

/** Whether a request of this kind may change something. */
export function isUnsafe({ method }: Pick<FastifyRequest, 'method'>): boolean {
  return !SAFE.includes(method);
}

/**
 * What a request must carry beside a cookie. It follows from the cookie's secret, so it needs no place of its own and
 * changes with it; a page elsewhere can have the cookie sent, but cannot read it.
 */
export function csrfTokenOf(secret: string): string {
  return hash('sha256', `csrf ${secret}`, 'hex');
}

/** @throws CsrfTokenMissing unless it is the token that goes with the secret */
export function mustCarry(token: unknown, secret: string): void {
  const expected = Buffer.from(csrfTokenOf(secret));
  const given = Buffer.from(typeof token === 'string' ? token : '');
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) throw new CsrfTokenMissing();
}

/** A browser says from which site a request comes; programs say nothing. @throws OriginForeign */
export function mustBeOurs({ headers, protocol }: FastifyRequest, { publicUrl }: Site): void {
  const { origin, host = '' } = headers;
  if (origin === undefined) return;
  if (origin !== `${protocol}://${host}` && origin !== new URL(publicUrl).origin) throw new OriginForeign();
}
