import { RequestMethod } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type Ledger } from '@samenwerkt/ledger';
import { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { AppModule, type Parts } from '../app.module.js';
import { isLoopback, type Config } from '../config.js';
import { type Site } from '../identity/site.js';
import { everyRouteMustSay } from '../identity/needs.js';
import { Limits } from '../limits/limits.js';
import { serveMetrics } from '../operations/metrics.js';
import { SIGN_IN_PAGE } from '../sign-in/addresses.js';
import { serveWeb } from '../web/serve-web.js';
import { acceptArchives } from './archive-body.js';
import { BASE_PATH } from './base-path.js';
import { acceptCsv, MOST_FILE_IN_JSON } from './csv-body.js';
import { HostNotLocal } from './errors.js';
import { acceptEvidence } from './evidence-body.js';
import { acceptForms } from './form-body.js';
import { headersFor } from './headers.js';
import { acceptJson, allowLarger, BODY_LIMIT } from './json-body.js';
import { serveOpenApi } from './openapi.js';
import { sendProblem } from './send-problem.js';
import { showNames } from './show-names.js';

/** Milliseconds that a sender may take: over its headers, over a whole request, and over doing nothing on a connection. */
const HEADERS_WITHIN = 10_000;
const REQUEST_WITHIN = 30_000;
const SILENT_FOR = 120_000;
/** How often is looked who takes too long. */
const LOOKED_EVERY = 5_000;

/** The HTTP server around a ledger, not listening yet. */
export async function createServer(
  parts: Parts,
  config: Pick<Config, 'host' | 'dispatch' | 'limits' | 'outbox' | 'site' | 'providers' | 'metrics' | 'theme'>,
): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT,
    forceCloseConnections: 'idle',
    requestTimeout: REQUEST_WITHIN,
    connectionTimeout: SILENT_FOR,
    http: { headersTimeout: HEADERS_WITHIN, connectionsCheckingInterval: LOOKED_EVERY },
    frameworkErrors: unroutable(config.site),
    routerOptions: { maxParamLength: 200 },
    trustProxy: config.limits.trustedProxies.length > 0 && [...config.limits.trustedProxies],
  });
  const limits = new Limits(config.limits);
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with({ ...parts, limits }, config), adapter, {
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
  guard(fastify, config);
  limits.guard(fastify);
  acceptJson(fastify);
  acceptArchives(fastify, `/${BASE_PATH}/rule-packs`);
  allowLarger(fastify, `/${BASE_PATH}/contract-imports/confirmed`, MOST_FILE_IN_JSON);
  acceptCsv(fastify, `/${BASE_PATH}/contract-imports`);
  acceptEvidence(fastify, `/${BASE_PATH}/partnerships/:id/evidence/:evidence/files`);
  acceptForms(fastify, SIGN_IN_PAGE);
  hearOut(fastify);
  showNames(fastify, parts.ledger);
  serveMetrics(fastify, parts, config.metrics);
  await showQueue(fastify, parts.ledger, limits, config);
  serveOpenApi(app, BASE_PATH);
  if (config.dispatch.role !== 'worker') await serveWeb(fastify, config.theme);
  return app;
}

/** Without Redis there is no raw queue to show, and what shows it is not loaded. */
async function showQueue(
  fastify: FastifyInstance,
  ledger: Ledger,
  limits: Limits,
  { dispatch, site }: Pick<Config, 'dispatch' | 'site'>,
): Promise<void> {
  const { board: mode, redisUrl } = dispatch;
  if (mode === 'off' || redisUrl === undefined) return;
  const { serveBoard } = await import('../board/board.js');
  await serveBoard(fastify, ledger, limits, { mode, redisUrl, site });
}

/** What cannot even be looked up as an address passes no hook and no filter, so its answer is made here. */
function unroutable(site: Site) {
  return (error: Error, request: FastifyRequest, reply: FastifyReply): void => {
    void sendProblem(error, request, reply.headers(headersFor(site)));
  };
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
 * Says the same headers with every answer. A loopback server answers only to this machine's own names, and to that of
 * PUBLIC_URL for a proxy in front of it: a page elsewhere that points its host name at 127.0.0.1 gets nothing. What counts
 * is the name that the sender of the request used: another header can say anything.
 */
function guard(fastify: FastifyInstance, { host, site }: Pick<Config, 'host' | 'site'>): void {
  const headers = headersFor(site);
  const publicName = new URL(site.publicUrl).hostname;
  fastify.addHook('onRequest', (request, reply, done) => {
    void reply.headers(headers);
    const asked = (request.headers.host ?? '').replace(/:\d*$/, '');
    const known = isLoopback(asked.replace(/^\[|\]$/g, '')) || asked === publicName;
    done(isLoopback(host) && !known ? new HostNotLocal(asked) : undefined);
  });
}
