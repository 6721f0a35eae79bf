import { MOST_ARCHIVE_BYTES } from '@samenwerkt/intake';
import { type FastifyInstance, type FastifyRequest } from 'fastify';
import { RequestError } from './errors.js';

/** How programs call a tar.gz or a zip. Which of the two it is, its first bytes tell. */
export const ARCHIVE_TYPES = [
  'application/gzip',
  'application/x-gzip',
  'application/x-tar+gzip',
  'application/zip',
  'application/x-zip-compressed',
];

/** A rule pack was expected as an archive, or an archive came where none belongs. */
export class ArchiveMisplaced extends RequestError {
  constructor(expected: boolean) {
    super(
      'archive-misplaced',
      415,
      expected
        ? {
            nl: 'Stuur het regelpakket zelf als inhoud: een tar.gz als application/gzip of een zip als application/zip.',
            en: 'Send the rule pack itself as the body: a tar.gz as application/gzip or a zip as application/zip.',
          }
        : {
            nl: 'Een archief hoort hier niet; stuur de inhoud als application/json.',
            en: 'An archive does not belong here; send the body as application/json.',
          },
    );
  }
}

/**
 * Lets one route take archives, as bytes and no more of them than an archive of a pack may have. Elsewhere an archive is
 * refused before it is read: nothing there expects bytes.
 * @param route path as registered, such as `/api/v1/rule-packs`
 */
export function acceptArchives(fastify: FastifyInstance, route: string): void {
  fastify.addHook('onRequest', (request, _reply, done) => {
    done(isArchive(request) && !isFor(request, route) ? new ArchiveMisplaced(false) : undefined);
  });
  fastify.addContentTypeParser(
    ARCHIVE_TYPES,
    { parseAs: 'buffer', bodyLimit: MOST_ARCHIVE_BYTES },
    (_request, body, done) => done(null, body),
  );
}

function isArchive({ headers }: FastifyRequest): boolean {
  const type = headers['content-type']?.split(';')[0]?.trim().toLowerCase() ?? '';
  return ARCHIVE_TYPES.includes(type);
}

function isFor({ method, routeOptions }: FastifyRequest, route: string): boolean {
  return method === 'POST' && routeOptions.url === route;
}
