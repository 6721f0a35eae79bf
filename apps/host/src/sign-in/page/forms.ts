import { DataInvalid, type Ledger } from '@samenwerkt/ledger';
import { randomBytes } from 'node:crypto';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { RequestError } from '../../http/errors.js';
import { headersOf, toProblem } from '../../http/problem.js';
import { type Language } from '../../http/language.js';
import { readCookie, setCookie } from '../../identity/cookies.js';
import { csrfTokenOf, mustCarry } from '../../identity/csrf.js';
import { type Site } from '../../identity/site.js';
import { type Notice } from './views.js';

/** A form as a browser sends it. */
export type Form = Readonly<Record<string, unknown>>;

/** Only what these pages are made of; and a form says from which of our own pages it comes. */
const HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy':
    "default-src 'none'; style-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
  'referrer-policy': 'same-origin',
};

export function showPage(reply: FastifyReply): void {
  void reply.headers(HEADERS);
}

/** The text of a field; empty when there is none. */
export function field(form: Form | undefined, name: string): string {
  const value = form?.[name];
  return typeof value === 'string' ? value : '';
}

/** The token for a form of somebody who is not signed in: it goes with a cookie of its own. */
export function formToken(request: FastifyRequest, reply: FastifyReply, site: Site): string {
  const secret = readCookie(request, 'formulier', site) ?? randomBytes(32).toString('base64url');
  setCookie(reply, 'formulier', secret, site);
  return csrfTokenOf(secret);
}

/** @throws CsrfTokenMissing unless the form came from a page of ours in this browser */
export function mustBeOurForm(form: Form | undefined, request: FastifyRequest, site: Site): void {
  mustCarry(field(form, 'formulier'), readCookie(request, 'formulier', site) ?? '');
}

/** What a page says of an error; the answer gets its status. What nobody foresaw is thrown on. */
export function noticeOf(error: unknown, language: Language, reply: FastifyReply): Notice {
  const { status, detail } = toProblem(error, language);
  if (status >= 500 && !(error instanceof RequestError)) throw error;
  void reply.status(status).headers(headersOf(error));
  const wrong = error instanceof DataInvalid ? error.problems.map(({ message }) => message[language]) : [];
  return { text: wrong.length > 0 ? wrong.join(' ') : detail };
}

/** Whether the demo roles are offered: only where nobody from elsewhere comes. */
export async function offersDemo(ledger: Ledger, { local }: Site): Promise<boolean> {
  return local && (await ledger.people.hasDemo());
}
