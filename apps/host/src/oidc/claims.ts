import { type PersonRole } from '@samenwerkt/access';
import { type Vouched } from '@samenwerkt/ledger';
import { hash } from 'node:crypto';
import { type ClaimPath, type Provider } from './provider.js';

/** What a provider says of somebody: the claims of the ID token, and of the userinfo that goes with it. */
export type Claims = Readonly<Record<string, unknown>> & { readonly iss: string; readonly sub: string };

/** What is said at a place in the claims, as texts; empty when nothing is. */
export function valuesAt(claims: Readonly<Record<string, unknown>>, path: ClaimPath): string[] {
  let found: unknown = claims;
  for (const name of path) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, name)) return [];
    found = (found as Readonly<Record<string, unknown>>)[name];
  }
  return (Array.isArray(found) ? (found as unknown[]) : [found])
    .filter((value) => ['string', 'number', 'boolean'].includes(typeof value))
    .map(String);
}

/** Somebody in our terms. Whoever has no address there gets one that no mail is ever sent to (RFC 2606). */
export function vouchedOf(provider: Provider, claims: Claims): Vouched {
  const one = (name: string) => valuesAt(claims, [name])[0]?.trim() || undefined;
  const { iss: issuer, sub: subject } = claims;
  const email = one('email') ?? `${hash('sha256', `${issuer}\n${subject}`, 'hex').slice(0, 24)}@${provider.id}.invalid`;
  const called = [one('given_name'), one('family_name')].filter((part) => part !== undefined).join(' ');
  const name = one('name') ?? (called || (one('preferred_username') ?? subject));
  const supplier = supplierIn(provider, claims);
  return {
    provider: provider.id,
    organisation: provider.organisation,
    ...{ issuer, subject },
    name: name.replace(/\p{Cc}/gu, ' ').slice(0, 200),
    email: email.slice(0, 320),
    emailVerified: claims['email_verified'] === true,
    language: one('locale')?.toLowerCase().startsWith('en') === true ? 'en' : 'nl',
    roles: rolesIn(provider, claims),
    ...(supplier === undefined ? {} : { supplier }),
  };
}

function rolesIn({ roles }: Provider, claims: Claims): PersonRole[] {
  const given = roles.filter(({ claim, value }) => valuesAt(claims, claim).includes(value));
  return [...new Set(given.map(({ role }) => role))];
}

function supplierIn({ supplier }: Provider, claims: Claims): string | undefined {
  if (!supplier) return undefined;
  const known = valuesAt(claims, supplier.claim).find((value) => Object.hasOwn(supplier.values, value));
  return known === undefined ? undefined : supplier.values[known];
}
