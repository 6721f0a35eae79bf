import { Catch, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { languageOf } from './language.js';
import { headersOf, toProblem } from './problem.js';

/** Turns every error into `application/problem+json`. What nobody foresaw is logged, never shown. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Problem');

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const problem = toProblem(error, languageOf(request));
    if (problem.status >= 500) this.logger.error(error instanceof Error ? error.stack : String(error));
    void reply
      .status(problem.status)
      .headers(headersOf(error))
      .header('content-type', 'application/problem+json; charset=utf-8')
      .send(JSON.stringify(problem));
  }
}
