import { FILE_KINDS, MOST_FILE_BYTES } from '@samenwerkt/ledger';
import { type FastifyInstance } from 'fastify';
import { RequestError } from './errors.js';
import { acceptFiles } from './file-body.js';

/** A file of evidence was expected, or one came where none belongs. */
export class EvidenceFileMisplaced extends RequestError {
  constructor(expected: boolean) {
    super(
      'evidence-file-misplaced',
      415,
      expected
        ? {
            nl: 'Stuur het bestand zelf als inhoud, als application/pdf, image/png of image/jpeg.',
            en: 'Send the file itself as the body, as application/pdf, image/png or image/jpeg.',
          }
        : {
            nl: 'Een bestand met bewijs hoort hier niet; stuur de inhoud als application/json.',
            en: 'A file of evidence does not belong here; send the body as application/json.',
          },
    );
  }
}

/** Somewhat more than is kept, so that a file that is a little too large is refused in words. */
const MOST = MOST_FILE_BYTES + 1024 * 1024;

/** Lets one route take files of evidence. @param route path as registered */
export function acceptEvidence(fastify: FastifyInstance, route: string): void {
  acceptFiles(fastify, { types: FILE_KINDS, route, most: MOST, misplaced: () => new EvidenceFileMisplaced(false) });
}
