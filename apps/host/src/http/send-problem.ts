import { type FastifyReply, type FastifyRequest } from 'fastify';
import { languageOf } from './language.js';
import { headersOf, toProblem } from './problem.js';

/** Answers with the error as `application/problem+json`, in the language asked for. @returns the reply */
export function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const problem = toProblem(error, languageOf(request));
  return reply
    .status(problem.status)
    .headers(headersOf(error))
    .type('application/problem+json; charset=utf-8')
    .send(JSON.stringify(problem));
}
