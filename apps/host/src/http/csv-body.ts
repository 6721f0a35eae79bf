import { type FastifyInstance } from 'fastify';
import { RequestError } from './errors.js';
import { acceptFiles } from './file-body.js';

/** How programs call a CSV file; on Windows with Excel a browser gives the second. */
export const CSV_TYPES = ['text/csv', 'application/vnd.ms-excel'];

/** Bytes; what is read of it is less, with a refusal that says so in place of a closed connection. */
const MOST_CSV_BYTES = 25 * 1024 * 1024;

/** Bytes of a request that holds the file in base64. */
export const MOST_CSV_IN_JSON = Math.ceil((MOST_CSV_BYTES * 4) / 3);

/** A CSV file was expected, or one came where none belongs. */
export class CsvMisplaced extends RequestError {
  constructor(expected: boolean) {
    super(
      'csv-misplaced',
      415,
      expected
        ? {
            nl: 'Stuur het bestand zelf als inhoud, als text/csv.',
            en: 'Send the file itself as the body, as text/csv.',
          }
        : {
            nl: 'Een CSV-bestand hoort hier niet; stuur de inhoud als application/json.',
            en: 'A CSV file does not belong here; send the body as application/json.',
          },
    );
  }
}

/** Lets one route take CSV files. @param route path as registered */
export function acceptCsv(fastify: FastifyInstance, route: string): void {
  acceptFiles(fastify, { types: CSV_TYPES, route, most: MOST_CSV_BYTES, misplaced: () => new CsvMisplaced(false) });
}
