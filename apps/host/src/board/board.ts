import { createBullBoard } from '@bull-board/api';
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter';
import { FastifyAdapter } from '@bull-board/fastify';
import { permits } from '@samenwerkt/access';
import { type Ledger, type Signed } from '@samenwerkt/ledger';
import { MAIL_QUEUE, viewQueue, type QueueView } from '@samenwerkt/reminders/redis';
import { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { sendProblem } from '../http/send-problem.js';
import { readCookie } from '../identity/cookies.js';
import { isUnsafe, mustBeOurs } from '../identity/csrf.js';
import { NotSignedIn, RoleMissing } from '../identity/errors.js';
import { type Site } from '../identity/site.js';
import { type Limits } from '../limits/limits.js';
import { SIGN_IN_PAGE } from '../sign-in/addresses.js';
import { BOARD, type BoardMode } from './board-address.js';
import { BoardReadOnly, QueueSilent } from './errors.js';

interface Settings {
  readonly mode: BoardMode;
  readonly redisUrl: string;
  readonly site: Site;
}

/** The board's own scripts and styles, and nothing from elsewhere: it would ask another site for its letters. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'self'; frame-ancestors 'none'";

/**
 * Bull Board on the queue in Redis, for system administrators who signed in. Guards of the framework do not reach its
 * routes, so a hook before all of them asks who comes. Jobs hold ids only, of every organisation.
 */
export async function serveBoard(
  fastify: FastifyInstance,
  ledger: Ledger,
  limits: Limits,
  settings: Settings,
): Promise<void> {
  const { mode, redisUrl } = settings;
  const view = viewQueue(redisUrl, MAIL_QUEUE, () => undefined);
  await fastify.register(async (board) => {
    board.addHook('onRequest', async (request, reply) => {
      void reply.header('content-security-policy', POLICY);
      try {
        const signed = await mayEnter(request, ledger, settings);
        limits.count(signed.person);
        if (!view.isReachable()) throw new QueueSilent();
        const line = lineAbout(request, signed);
        if (line) await ledger.audit.note(line);
      } catch (error) {
        return turnAway(error, request, reply);
      }
    });
    board.addHook('onClose', () => view.close());
    await board.register(pages(view, mode), { prefix: BOARD });
  });
}

/** The board's own handling of errors would show where in the program they arose. A person is taken to where to sign in. */
function turnAway(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const isPage = String(request.headers.accept).includes('text/html');
  if (error instanceof NotSignedIn && isPage && !isUnsafe(request)) return reply.redirect(SIGN_IN_PAGE);
  return sendProblem(error, request, reply);
}

function pages({ queue }: QueueView, mode: BoardMode) {
  const adapter = new FastifyAdapter().setBasePath(BOARD);
  const readOnlyMode = mode !== 'write';
  createBullBoard({
    queues: [new BullMQAdapter(queue, { readOnlyMode, allowRetries: !readOnlyMode })],
    serverAdapter: adapter,
    options: { uiConfig: { boardTitle: 'Samenwerkt' } },
  });
  return adapter.registerPlugin();
}

/** A page that is opened and a change leave a line; the page asking how things stand, every few seconds, does not. */
function lineAbout(request: FastifyRequest, { organisation, person }: Signed) {
  const { pathname } = new URL(request.url, 'http://board');
  const path = pathname.slice(BOARD.length);
  const line = { organisation, actor: person, subject: { kind: 'queue', id: MAIL_QUEUE } };
  if (isUnsafe(request))
    return { ...line, action: 'board.changed', details: { method: request.method, path: path.slice(0, 200) } } as const;
  return /^\/(api|static)\//.test(path) ? undefined : ({ ...line, action: 'board.opened' } as const);
}

/** @returns who comes. @throws NotSignedIn, RoleMissing, OriginForeign, BoardReadOnly */
async function mayEnter(request: FastifyRequest, ledger: Ledger, { mode, site }: Settings): Promise<Signed> {
  const token = readCookie(request, 'sessie', site);
  const signed = token === undefined ? undefined : await ledger.sessions.find(token);
  if (!signed) throw new NotSignedIn();
  if (!permits(signed.roles, 'installation.manage')) throw new RoleMissing('installation.manage');
  if (isUnsafe(request)) {
    mustBeOurs(request, site);
    if (mode !== 'write') throw new BoardReadOnly();
  }
  return signed;
}
