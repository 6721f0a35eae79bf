import { RequestMethod } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type FastifyInstance } from 'fastify';
import { AppModule, type Parts } from '../app.module.js';
import { isLoopback, type Config } from '../config.js';
import { serveBoard } from '../board/board.js';
import { everyRouteMustSay } from '../identity/needs.js';
import { serveMetrics } from '../operations/metrics.js';
import { SIGN_IN_PAGE } from '../sign-in/addresses.js';
import { serveWeb } from '../web/serve-web.js';
import { acceptArchives } from './archive-body.js';
import { BASE_PATH } from './base-path.js';
import { acceptCsv } from './csv-body.js';
import { HostNotLocal } from './errors.js';
import { acceptForms } from './form-body.js';
import { acceptJson, BODY_LIMIT } from './json-body.js';
import { API_VERSION, serveOpenApi } from './openapi.js';
import { showNames } from './show-names.js';

/** Headers of every answer: the API's version, and what keeps a browser from doing more with it than it should. */
const HEADERS = {
  'api-version': API_VERSION,
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
};

/** The HTTP server around a ledger, not listening yet. */
export async function createServer(
  parts: Parts,
  config: Pick<Config, 'host' | 'dispatch' | 'outbox' | 'site' | 'providers' | 'metrics' | 'theme'>,
): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT,
    forceCloseConnections: 'idle',
    requestTimeout: 30_000,
    routerOptions: { maxParamLength: 200 },
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(parts, config), adapter, {
    bodyParser: false,
    logger: ['error', 'warn', 'fatal'],
  });
  everyRouteMustSay(app);
  app.setGlobalPrefix(BASE_PATH, {
    exclude: [
      { path: 'health/*path', method: RequestMethod.GET },
      { path: SIGN_IN_PAGE, method: RequestMethod.ALL },
      { path: `${SIGN_IN_PAGE}/*path`, method: RequestMethod.ALL },
    ],
  });
  const fastify = adapter.getInstance() as unknown as FastifyInstance;
  acceptJson(fastify);
  acceptArchives(fastify, `/${BASE_PATH}/rule-packs`);
  acceptCsv(fastify, `/${BASE_PATH}/contract-imports`);
  acceptForms(fastify, SIGN_IN_PAGE);
  guard(fastify, config);
  hearOut(fastify);
  showNames(fastify, parts.ledger);
  serveMetrics(fastify, parts, config.metrics);
  const { board, redisUrl } = config.dispatch;
  await serveBoard(fastify, parts.ledger, { mode: board, redisUrl, site: config.site });
  serveOpenApi(app, BASE_PATH);
  if (config.dispatch.role !== 'worker') await serveWeb(fastify, config.theme);
  return app;
}

/**
 * A body that is too large is refused as soon as that is known. Closing the connection then would reach the sender as a
 * broken pipe before it reads the answer, so the rest is read and thrown away, for as long as a request may take.
 */
function hearOut(fastify: FastifyInstance): void {
  fastify.addHook('onSend', (_request, reply, payload, done) => {
    if (reply.statusCode === 413) reply.removeHeader('connection');
    done(null, payload);
  });
}

/**
 * A loopback server answers only to this machine's own names, and to that of PUBLIC_URL for a proxy in front of it: a page
 * elsewhere that points its host name at 127.0.0.1 gets nothing.
 */
function guard(fastify: FastifyInstance, { host, site }: Pick<Config, 'host' | 'site'>): void {
  const publicName = new URL(site.publicUrl).hostname;
  fastify.addHook('onRequest', (request, reply, done) => {
    void reply.headers(HEADERS);
    const named = request.hostname.replace(/^\[|\]$/g, '');
    const known = isLoopback(named) || request.hostname === publicName;
    done(isLoopback(host) && !known ? new HostNotLocal(request.hostname) : undefined);
  });
}
