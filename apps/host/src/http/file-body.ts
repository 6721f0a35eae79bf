import { type FastifyInstance, type FastifyRequest } from 'fastify';
import { type RequestError } from './errors.js';

/** Files that one route takes. */
interface FileRoute {
  /** Kinds of content, as the header names them. */
  readonly types: readonly string[];
  /** Path as registered, such as `/api/v1/rule-packs`. */
  readonly route: string;
  /** Most bytes. */
  readonly most: number;
  /** What is said of such a file elsewhere. */
  readonly misplaced: () => RequestError;
}

/**
 * Lets one route take files, as bytes and no more of them than it says. Elsewhere they are refused before they are read:
 * nothing there expects bytes.
 */
export function acceptFiles(fastify: FastifyInstance, { types, route, most, misplaced }: FileRoute): void {
  fastify.addHook('onRequest', (request, _reply, done) => {
    done(types.includes(typeOf(request)) && !isFor(request, route) ? misplaced() : undefined);
  });
  fastify.addContentTypeParser([...types], { parseAs: 'buffer', bodyLimit: most }, (_request, body, done) =>
    done(null, body),
  );
}

function typeOf({ headers }: FastifyRequest): string {
  return headers['content-type']?.split(';')[0]?.trim().toLowerCase() ?? '';
}

function isFor({ method, routeOptions }: FastifyRequest, route: string): boolean {
  return method === 'POST' && routeOptions.url === route;
}
