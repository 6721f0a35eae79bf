import { type BlockList } from 'node:net';
import { ChannelMisconfigured } from '../errors.js';
import { networks, RangeInvalid } from './public-address.js';

/** Where a webhook goes, and what it may do. Everything that loosens it must be said. */
export interface WebhookSettings {
  readonly url: string;
  /** Shared with the receiver; at least 32 characters. */
  readonly secret: string;
  /** Milliseconds for all of it, DNS included; 10,000 when absent. */
  readonly timeout?: number;
  /** Networks that may be asked though they are not public: `10.1.0.0/16`. */
  readonly allowedNetworks?: readonly string[];
  /** Without TLS anybody on the way can read it and answer for the receiver. */
  readonly allowHttp?: boolean;
  /** PEM of a certificate authority to trust besides the known ones: an organisation's own. */
  readonly certificateAuthority?: string;
}

/** The settings, read. */
interface WebhookTarget {
  readonly url: URL;
  readonly secret: string;
  readonly timeout: number;
  readonly allowed: BlockList;
  readonly certificateAuthority?: string;
}

const shortestSecret = 32;
const tenSeconds = 10_000;

/** @throws ChannelMisconfigured naming the setting and how to mend it */
export function webhookTarget(settings: WebhookSettings): WebhookTarget {
  const { secret, timeout = tenSeconds, allowedNetworks = [], certificateAuthority } = settings;
  if (secret.length < shortestSecret) {
    throw new ChannelMisconfigured({
      field: 'secret',
      text: {
        nl: `is korter dan ${shortestSecret} tekens; maak er een met: openssl rand -hex 32`,
        en: `is shorter than ${shortestSecret} characters; make one with: openssl rand -hex 32`,
      },
    });
  }
  return {
    url: webhookUrl(settings),
    secret,
    timeout,
    allowed: allowed(allowedNetworks),
    ...(certificateAuthority !== undefined && { certificateAuthority }),
  };
}

function webhookUrl({ url, allowHttp = false }: WebhookSettings): URL {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  const secure = parsed?.protocol === 'https:' || (allowHttp && parsed?.protocol === 'http:');
  if (parsed && secure && parsed.username === '' && parsed.password === '') return parsed;
  throw new ChannelMisconfigured({
    field: 'url',
    text: {
      nl: 'geef een volledig adres dat met https:// begint, zonder naam en wachtwoord erin.',
      en: 'give a full address that starts with https://, without name and password in it.',
    },
  });
}

function allowed(ranges: readonly string[]): BlockList {
  try {
    return networks(ranges);
  } catch (error) {
    if (!(error instanceof RangeInvalid)) throw error;
    throw new ChannelMisconfigured({
      field: 'allowedNetworks',
      text: {
        nl: `'${error.range}' is geen netwerk; schrijf het als 10.1.0.0/16 of fd00::/8.`,
        en: `'${error.range}' is not a network; write it as 10.1.0.0/16 or fd00::/8.`,
      },
    });
  }
}
