import { type FastifyRequest } from 'fastify';

/** Where the one who asks found this program: scheme, host and port, for links in what is answered. */
export function siteOf({ protocol, host }: Pick<FastifyRequest, 'protocol' | 'host'>): string {
  return `${protocol}://${host}`;
}
