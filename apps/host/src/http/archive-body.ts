import { MOST_ARCHIVE_BYTES } from '@samenwerkt/intake';
import { type FastifyInstance } from 'fastify';
import { RequestError } from './errors.js';
import { acceptFiles } from './file-body.js';

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

/** Lets one route take archives; see {@link acceptFiles}. @param route path as registered, such as `/api/v1/rule-packs` */
export function acceptArchives(fastify: FastifyInstance, route: string): void {
  const misplaced = () => new ArchiveMisplaced(false);
  acceptFiles(fastify, { types: ARCHIVE_TYPES, route, most: MOST_ARCHIVE_BYTES, misplaced });
}
