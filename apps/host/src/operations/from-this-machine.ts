import { type FastifyRequest } from 'fastify';
import { isLoopback } from '../config.js';

/** Headers by which a proxy says that it asks for somebody else. */
const ON_BEHALF = ['forwarded', 'x-forwarded-for', 'x-real-ip'];

type Asked = Pick<FastifyRequest, 'ip' | 'hostname' | 'headers'>;

/**
 * Whether a request comes from this machine itself. A proxy here that passes on what others ask does, but says so; and a
 * page elsewhere that points its own host name at this machine gets nothing.
 */
export function isFromThisMachine({ ip, hostname, headers }: Asked): boolean {
  const address = ip.replace(/^::ffff:/, '');
  return (
    (address.startsWith('127.') || address === '::1') &&
    isLoopback(hostname.replace(/^\[|\]$/g, '')) &&
    ON_BEHALF.every((name) => headers[name] === undefined)
  );
}
