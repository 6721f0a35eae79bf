import createClient, { type Middleware } from 'openapi-fetch';
import { language } from '../i18n/language.js';
import { t } from '../i18n/translate.js';
import { isUnattended } from './attendance.js';
import { ApiError } from './errors.js';
import { type paths } from './schema.js';

/** What requests that change something carry; known once somebody signed in. */
let csrfToken = '';

export function rememberCsrf(token: string): void {
  csrfToken = token;
}

const conventions: Middleware = {
  onRequest({ request }) {
    request.headers.set('accept-language', language());
    if (isUnattended()) request.headers.set('x-unattended', '1');
    if (request.method !== 'GET') request.headers.set('x-csrf-token', csrfToken);
    return request;
  },
  onError() {
    return new ApiError(0, { title: t('error.offlineTitle'), detail: t('error.offline') });
  },
};

/** The API of the host, with the types of its own description. */
export const api = createClient<paths>({ baseUrl: location.origin });
api.use(conventions);

/** A file as the whole body of a request: it goes as it is. */
export function fileBody(file: File, type: string) {
  return { body: file as never, bodySerializer: () => file, headers: { 'content-type': type } };
}

interface Answer<T> {
  readonly data?: T;
  readonly error?: unknown;
  readonly response: Response;
}

/** What was asked for. @throws ApiError; somebody who is not signed in goes to the sign-in page */
export async function ask<T>(answer: Promise<Answer<T>>): Promise<T> {
  const { data, error, response } = await answer;
  if (response.status === 401) goToSignIn();
  if (!response.ok) throw new ApiError(response.status, isRecord(error) ? error : {});
  return data as T;
}

const BACK = 'samenwerkt.terug';

/** The page to sign in at; whoever signed in comes back here. */
function goToSignIn(): void {
  sessionStorage.setItem(BACK, `${location.pathname}${location.search}`);
  location.assign('/aanmelden');
}

/** Where somebody was when they had to sign in; told once. */
export function whereTheyWere(): string | undefined {
  const back = sessionStorage.getItem(BACK);
  sessionStorage.removeItem(BACK);
  return back === null || back === '/' ? undefined : back;
}

function isRecord(value: unknown): value is Record<string, never> {
  return typeof value === 'object' && value !== null;
}
