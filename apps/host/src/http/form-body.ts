import { type FastifyInstance, type FastifyRequest } from 'fastify';
import { RequestError } from './errors.js';

const FORM = 'application/x-www-form-urlencoded';

/** Bytes; a form here has a handful of short fields. */
const FORM_LIMIT = 16 * 1024;

/** A form came where none belongs. */
class FormMisplaced extends RequestError {
  constructor() {
    super('form-misplaced', 415, {
      nl: 'Een formulier hoort hier niet; stuur de inhoud als application/json.',
      en: 'A form does not belong here; send the body as application/json.',
    });
  }
}

/**
 * Lets pages under one path take forms. Everywhere else a form is refused: a page elsewhere can have a browser send one,
 * but no JSON.
 */
export function acceptForms(fastify: FastifyInstance, path: string): void {
  fastify.addHook('onRequest', (request, _reply, done) => {
    done(isForm(request) && !isUnder(request, path) ? new FormMisplaced() : undefined);
  });
  fastify.addContentTypeParser(FORM, { parseAs: 'string', bodyLimit: FORM_LIMIT }, (_request, body, done) =>
    done(null, Object.fromEntries(new URLSearchParams(String(body)))),
  );
}

function isForm({ headers }: FastifyRequest): boolean {
  return headers['content-type']?.split(';')[0]?.trim().toLowerCase() === FORM;
}

function isUnder({ routeOptions: { url } }: FastifyRequest, path: string): boolean {
  return url === path || url?.startsWith(`${path}/`) === true;
}
