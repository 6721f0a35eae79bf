import { type Ledger } from '@samenwerkt/ledger';
import { type FastifyInstance } from 'fastify';
import { languageOf } from './language.js';

/**
 * Puts names in the place of references to people in every answer that is JSON: the one place where the API shows them. An
 * answer to nobody in particular has no organisation whose names it could hold.
 */
export function showNames(fastify: FastifyInstance, ledger: Ledger): void {
  fastify.addHook('onSend', async (request, reply, payload) => {
    const type = String(reply.getHeader('content-type') ?? '');
    const { identity } = request;
    if (typeof payload !== 'string' || !identity || !/^application\/(.+\+)?json/.test(type)) return payload;
    return ledger.subjects.shownJson(identity.organisation, payload, languageOf(request));
  });
}
