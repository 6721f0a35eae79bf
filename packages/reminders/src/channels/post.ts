import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { type LookupFunction } from 'node:net';
import { rootCertificates } from 'node:tls';

interface Post {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly lookup: LookupFunction;
  readonly signal: AbortSignal;
  /** PEM of one more certificate authority to trust. */
  readonly certificateAuthority?: string;
}

/** The line and headers of an answer; its body is not read. */
export interface Answer {
  readonly status: number;
  readonly retryAfter?: string;
}

/**
 * One POST over a connection of its own. Node follows no redirects by itself, and no proxy stands in between that could
 * resolve the name once more.
 */
export function post(url: URL, { headers, body, lookup, signal, certificateAuthority }: Post): Promise<Answer> {
  const octets = Buffer.from(body);
  const options = {
    method: 'POST',
    headers: { ...headers, 'Content-Length': String(octets.length), Connection: 'close' },
    agent: false as const,
    lookup,
    signal,
    ...(certificateAuthority !== undefined && { ca: [...rootCertificates, certificateAuthority] }),
  };
  return new Promise((resolve, reject) => {
    const request = (url.protocol === 'https:' ? httpsRequest : httpRequest)(url, options, (response) => {
      resolve(answerOf(response));
      // What it says is not needed, and it could be endless.
      response.on('error', () => undefined).destroy();
    });
    request.on('error', reject);
    request.end(octets);
  });
}

function answerOf({ statusCode = 0, headers }: IncomingMessage): Answer {
  const retryAfter = headers['retry-after'];
  return { status: statusCode, ...(retryAfter !== undefined && { retryAfter }) };
}
