import { type FastifyInstance } from 'fastify';
import { JsonTooDeep, JsonUnreadable } from './errors.js';

/** Largest body, in bytes; the largest honest request is some tens of kilobytes. */
export const BODY_LIMIT = 1024 * 1024;

/** Deepest nesting; the deepest honest request has some six levels. */
const DEPTH_LIMIT = 32;

/** Whether a text can hold a forbidden key at all, perhaps with escaped letters; most cannot, and are spared the search. */
const SUSPECT = /proto|constructor|\\u/;

const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

/** Reads JSON bodies within bounds of size and depth, and refuses keys that could reach a prototype. */
export function acceptJson(fastify: FastifyInstance): void {
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser(
    ['application/json', 'application/merge-patch+json'],
    { parseAs: 'string', bodyLimit: BODY_LIMIT },
    (_request, body, done) => {
      try {
        done(null, parseJson(String(body)));
      } catch (error) {
        done(error as Error);
      }
    },
  );
}

/**
 * Lets one route take larger bodies than the others.
 * @param route path as registered
 * @param most bytes
 */
export function allowLarger(fastify: FastifyInstance, route: string, most: number): void {
  fastify.addHook('onRoute', (options) => {
    if (options.url === route) options.bodyLimit = most;
  });
}

/** @throws JsonTooDeep, JsonUnreadable */
export function parseJson(text: string): unknown {
  if (depthOf(text) > DEPTH_LIMIT) throw new JsonTooDeep(DEPTH_LIMIT);
  try {
    return SUSPECT.test(text) ? JSON.parse(text, refuseForbidden) : JSON.parse(text);
  } catch (error) {
    throw error instanceof JsonUnreadable ? error : new JsonUnreadable((error as Error).message);
  }
}

function refuseForbidden(key: string, value: unknown): unknown {
  if (FORBIDDEN_KEYS.has(key)) throw new JsonUnreadable(`"${key}" is not a field`);
  return value;
}

/** Deepest nesting of brackets outside texts; counted before parsing, so that depth costs no stack. */
function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  let inText = false;
  for (let at = 0; at < text.length; at++) {
    const character = text.charCodeAt(at);
    if (character === BACKSLASH && inText) at++;
    else if (character === QUOTE) inText = !inText;
    else if (!inText && (character === OPEN_BRACE || character === OPEN_BRACKET)) deepest = Math.max(deepest, ++depth);
    else if (!inText && (character === CLOSE_BRACE || character === CLOSE_BRACKET)) depth--;
  }
  return deepest;
}

const [QUOTE, BACKSLASH, OPEN_BRACE, CLOSE_BRACE, OPEN_BRACKET, CLOSE_BRACKET] = [34, 92, 123, 125, 91, 93];
