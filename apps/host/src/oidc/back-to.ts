import { type FastifyRequest } from 'fastify';
import { type Site } from '../identity/site.js';
import { PROVIDER_PAGE, SIGN_IN_PAGE } from '../sign-in/addresses.js';

type Found = Pick<FastifyRequest, 'protocol' | 'host'>;

/** Where a provider sends people when they signed out there. */
export function backTo(request: Found, site: Site): string {
  return `${originOf(request, site)}${SIGN_IN_PAGE}`;
}

/** Where a provider sends people who signed in there: to be registered with the provider, to the letter. */
export function redirectUri(request: Found, site: Site, provider: string): string {
  return `${originOf(request, site)}${PROVIDER_PAGE}/${provider}/terug`;
}

/** The name by which the browser came, where only this machine's own names get in; elsewhere the one of the settings. */
function originOf({ protocol, host }: Found, { local, publicUrl }: Site): string {
  return local ? `${protocol}://${host}` : publicUrl;
}
