import { type FastifyRequest } from 'fastify';
import { BASE_PATH } from './base-path.js';

/** Gives the address of a partnership. */
export type PageOf = (partnership: string) => string;

/** Addresses as the one who asks would type them: the scheme, host and port by which this program was found. */
export function pagesFor({ protocol, host }: Pick<FastifyRequest, 'protocol' | 'host'>): PageOf {
  return (partnership) => `${protocol}://${host}/${BASE_PATH}/partnerships/${partnership}`;
}
