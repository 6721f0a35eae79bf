import { isIP, type BlockList } from 'node:net';
import { type Message } from '../message/message.js';
import { type Channel, type Clock, type Delivered } from './channel.js';
import { AddressPrivate, checkedLookup, systemResolve, type Resolve } from './checked-lookup.js';
import { DeliveryFailed, type FailureCode } from './delivery-failed.js';
import { limited } from './limited.js';
import { post, type Answer } from './post.js';
import { mayBeAsked } from './public-address.js';
import { retryAfterSeconds } from './retry-after.js';
import { signatureOf, timestampOf } from './signature.js';
import { webhookBody } from './webhook-body.js';
import { webhookTarget, type WebhookSettings } from './webhook-settings.js';

/**
 * Ids and facts of a reminder to another program, signed. Redirects are not followed, and nothing in a private network is
 * asked unless that network was allowed: an address that somebody fills in must not become a way into this one.
 * @param resolve how to ask DNS
 * @throws ChannelMisconfigured
 */
export function webhookChannel(settings: WebhookSettings, now: Clock, resolve: Resolve = systemResolve): Channel {
  const { url, allowed, secret, timeout, certificateAuthority } = webhookTarget(settings);
  const lookup = checkedLookup(allowed, resolve);
  return {
    name: 'webhook',
    send: async (message, { signal }) => {
      if (isPrivateLiteral(url, allowed)) throw new DeliveryFailed('webhook-address-private');
      const body = webhookBody(message);
      const answer = await limited(signal, timeout, 'webhook-slow', (limit) =>
        post(url, {
          headers: signedHeaders(message, body, secret, now()),
          body,
          lookup,
          signal: limit,
          ...(certificateAuthority !== undefined && { certificateAuthority }),
        }).catch((error: Error) => {
          throw unanswered(error);
        }),
      );
      return delivered(answer, now());
    },
  };
}

/** A connection to an address that is written out asks no DNS, so that one is looked at beforehand. */
function isPrivateLiteral({ hostname }: URL, allowed: BlockList): boolean {
  const host = hostname.replace(/^\[|\]$/g, '');
  return isIP(host) !== 0 && !mayBeAsked(host, allowed);
}

function signedHeaders({ messageId }: Message, body: string, secret: string, now: string): Record<string, string> {
  const timestamp = timestampOf(now);
  return {
    'Content-Type': 'application/json',
    'User-Agent': 'Samenwerkt',
    'X-Samenwerkt-Timestamp': timestamp,
    'X-Samenwerkt-Signature': signatureOf(secret, timestamp, body),
    'X-Samenwerkt-Message-Id': messageId,
  };
}

function unanswered(cause: Error): DeliveryFailed {
  if (cause instanceof AddressPrivate) return new DeliveryFailed('webhook-address-private', { cause });
  return new DeliveryFailed('webhook-unreachable', { answer: cause.message, cause });
}

function delivered({ status, retryAfter }: Answer, now: string): Delivered {
  const code = refusal(status);
  if (code === undefined) return { at: now, reference: `HTTP ${status}` };
  const seconds = retryAfterSeconds(retryAfter, now);
  throw new DeliveryFailed(code, {
    answer: `HTTP ${status}`,
    ...(seconds !== undefined && { retryAfterSeconds: seconds }),
  });
}

/** What an answer means; undefined for one that says it was taken. */
function refusal(status: number): FailureCode | undefined {
  if (status >= 200 && status < 300) return undefined;
  if (status >= 300 && status < 400) return 'webhook-redirects';
  if (status === 429) return 'webhook-busy';
  return status >= 500 ? 'webhook-failing' : 'webhook-refused';
}
