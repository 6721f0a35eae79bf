import { type FastifyInstance } from 'fastify';
import { RequestError } from './errors.js';
import { acceptFiles } from './file-body.js';

/** How programs call a CSV file and a workbook of Excel; on Windows with Excel a browser gives the second for a CSV file. */
export const CONTRACT_FILE_TYPES = [
  'text/csv',
  'application/vnd.ms-excel',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
];

/** Bytes; what is read of it is less, with a refusal that says so in place of a closed connection. */
const MOST_FILE_BYTES = 25 * 1024 * 1024;

/** Bytes of a request that holds the file in base64. */
export const MOST_FILE_IN_JSON = Math.ceil((MOST_FILE_BYTES * 4) / 3);

/** A CSV file was expected, or one came where none belongs. */
export class CsvMisplaced extends RequestError {
  constructor(expected: boolean) {
    super(
      'csv-misplaced',
      415,
      expected
        ? {
            nl: 'Stuur het bestand zelf als inhoud, als text/csv, of een Excel-werkmap met haar eigen type.',
            en: 'Send the file itself as the body, as text/csv, or an Excel workbook with its own type.',
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
  acceptFiles(fastify, {
    types: CONTRACT_FILE_TYPES,
    route,
    most: MOST_FILE_BYTES,
    misplaced: () => new CsvMisplaced(false),
  });
}
