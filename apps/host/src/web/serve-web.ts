import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';

/** The screens as they were built. */
const BUILT = fileURLToPath(new URL('../../../web/dist/', import.meta.url));

/** Addresses that are not the screens': what is not there is not there. */
const NOT_SCREENS = /^\/(api|health|metrics|assets|aanmelden|beheer\/wachtrij|thema)(\/|$)/;

/** A file rather than a screen; a version of a rule pack ends in digits. */
const FILE = /\.[a-z]\w*$/i;

/** What changes its name with its content can be kept for ever. */
const FOR_EVER = 'public, max-age=31536000, immutable';

/**
 * Only what the program itself serves. Styles on elements are let through for the preview of a message: mail has no other
 * way to look like something, and its frame has the policy of the page around it.
 */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "style-src-attr 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "frame-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

/**
 * Serves the screens: every address that nothing else answers gets the one page, which finds out what to show; files under
 * `/assets` are named after their content. A process without built screens serves the API alone.
 * @param theme folder with `organisatie.css` and what it uses: how an organisation looks; undefined for the look of the house
 */
export async function serveWeb(fastify: FastifyInstance, theme: string | undefined): Promise<void> {
  const file = join(BUILT, 'index.html');
  fastify.get('/thema/organisatie.css', (_request, reply) => sendTheme(reply, theme));
  if (!existsSync(file)) return;
  const page = readFileSync(file, 'utf8');
  await fastify.register(fastifyStatic, {
    root: join(BUILT, 'assets'),
    prefix: '/assets/',
    preCompressed: true,
    index: false,
    cacheControl: false,
    setHeaders: (response) => response.header('cache-control', FOR_EVER),
  });
  const icon = readFileSync(join(BUILT, 'icoon.svg'));
  fastify.get('/icoon.svg', (_request, reply) =>
    reply.header('cache-control', 'no-cache').type('image/svg+xml').send(icon),
  );
  fastify.get('/*', (request, reply) => sendPage(request, reply, page));
}

function sendPage(request: FastifyRequest, reply: FastifyReply, page: string): FastifyReply {
  const path = request.url.split('?')[0] ?? '';
  if (NOT_SCREENS.test(path) || FILE.test(path)) {
    reply.callNotFound();
    return reply;
  }
  return reply
    .headers({ 'content-security-policy': POLICY, 'cache-control': 'no-cache', 'referrer-policy': 'same-origin' })
    .type('text/html; charset=utf-8')
    .send(page);
}

/** Empty when the organisation has none: the page asks for it in any case. */
async function sendTheme(reply: FastifyReply, theme: string | undefined): Promise<FastifyReply> {
  const style = theme === undefined ? '' : await readFile(join(theme, 'organisatie.css')).catch(() => '');
  return reply.header('cache-control', 'no-cache').type('text/css; charset=utf-8').send(style);
}
