import { type FastifyReply, type FastifyRequest } from 'fastify';
import { isSecure, type Site } from './site.js';

/** A cookie of ours, by what it is for. */
type CookieKind = 'sessie' | 'apparaat' | 'formulier' | 'stap' | 'aanbieder';

/** Seconds that a browser keeps it. */
const KEPT: Readonly<Record<CookieKind, number>> = {
  sessie: 12 * 3600,
  apparaat: 365 * 24 * 3600,
  formulier: 3600,
  stap: 600,
  aanbieder: 600,
};

/** Over TLS the name itself forbids other hosts and unencrypted pages to set it. */
function nameOf(kind: CookieKind, site: Site): string {
  return `${isSecure(site) ? '__Host-' : ''}samenwerkt-${kind}`;
}

/** The value that the browser sent; undefined when it sent none. */
export function readCookie(
  { headers }: Pick<FastifyRequest, 'headers'>,
  kind: CookieKind,
  site: Site,
): string | undefined {
  const prefix = `${nameOf(kind, site)}=`;
  const pair = headers.cookie?.split(';').find((one) => one.trim().startsWith(prefix));
  return pair?.trim().slice(prefix.length) || undefined;
}

/** No script can read it, and no page elsewhere can have it sent along with anything but opening a link. */
export function setCookie(
  reply: FastifyReply,
  kind: CookieKind,
  value: string,
  site: Site,
  seconds = KEPT[kind],
): void {
  const parts = [`${nameOf(kind, site)}=${value}`, 'Path=/', 'HttpOnly', 'SameSite=Lax', `Max-Age=${seconds}`];
  void reply.header('set-cookie', [...parts, ...(isSecure(site) ? ['Secure'] : [])].join('; '));
}

export function clearCookie(reply: FastifyReply, kind: CookieKind, site: Site): void {
  setCookie(reply, kind, '', site, 0);
}
