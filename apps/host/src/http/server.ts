import { type Ledger } from '@samenwerkt/ledger';
import { RequestMethod } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type FastifyInstance } from 'fastify';
import { AppModule } from '../app.module.js';
import { isLoopback, type Config } from '../config.js';
import { type Dispatcher } from '@samenwerkt/reminders';
import { BASE_PATH } from './base-path.js';
import { HostNotLocal } from './errors.js';
import { acceptJson, BODY_LIMIT } from './json-body.js';
import { API_VERSION, serveOpenApi } from './openapi.js';

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
  ledger: Ledger,
  dispatcher: Dispatcher,
  { host, dispatch: { role } }: Pick<Config, 'host' | 'dispatch'>,
): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT,
    forceCloseConnections: 'idle',
    requestTimeout: 30_000,
    routerOptions: { maxParamLength: 200 },
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(ledger, dispatcher, role), adapter, {
    bodyParser: false,
    logger: ['error', 'warn', 'fatal'],
  });
  app.setGlobalPrefix(BASE_PATH, { exclude: [{ path: 'health/*path', method: RequestMethod.GET }] });
  const fastify = adapter.getInstance() as unknown as FastifyInstance;
  acceptJson(fastify);
  guard(fastify, host);
  serveOpenApi(app, BASE_PATH);
  return app;
}

/**
 * Without sign-in whoever reaches the server can do everything, so a loopback server answers only to this machine's own
 * names: a page elsewhere that points its host name at 127.0.0.1 gets nothing.
 */
function guard(fastify: FastifyInstance, host: string): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    void reply.headers(HEADERS);
    const named = request.hostname.replace(/^\[|\]$/g, '');
    done(isLoopback(host) && !isLoopback(named) ? new HostNotLocal(request.hostname) : undefined);
  });
}
