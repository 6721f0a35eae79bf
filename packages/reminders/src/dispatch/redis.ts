import { type Text } from '@samenwerkt/engine';
import { ChannelMisconfigured } from '../errors.js';

/** Redis does not answer. Nothing is lost: what is due is offered again at the next scan. */
export class QueueUnreachable extends Error {
  readonly code = 'queue-unreachable';
  readonly text = SILENT;

  constructor() {
    super(SILENT.en);
    this.name = 'QueueUnreachable';
  }
}

export const SILENT: Text = {
  nl: 'Redis antwoordt niet. Controleer REDIS_URL en of Redis draait; er gaat niets verloren.',
  en: 'Redis does not answer. Check REDIS_URL and whether Redis runs; nothing is lost.',
};

/** @throws ChannelMisconfigured; it does not repeat what was given, which may hold a password */
export function redisUrl(url: string): string {
  if (/^rediss?:\/\/./.test(url) && URL.canParse(url)) return url;
  throw new ChannelMisconfigured({
    field: 'REDIS_URL',
    text: {
      nl: 'schrijf redis://gebruiker:wachtwoord@host:6379, of rediss:// voor TLS; laat haar weg als er één proces is.',
      en: 'write redis://user:password@host:6379, or rediss:// for TLS; leave it out when there is one process.',
    },
  });
}

/**
 * Why this Redis may lose jobs when its memory is full; undefined when it does not.
 * @param memory its answer to `INFO memory`, which managed servers give too (they refuse CONFIG)
 */
export function redisPolicy(memory: string): Text | undefined {
  const policy = /^maxmemory_policy:(\S+)/m.exec(memory)?.[1] ?? 'onbekend';
  if (policy === 'noeviction') return undefined;
  const command = 'redis-cli CONFIG SET maxmemory-policy noeviction';
  return {
    nl: `Redis gooit werk weg als zijn geheugen vol is (maxmemory-policy ${policy}). Zet dat uit met: ${command}`,
    en: `Redis throws work away when its memory is full (maxmemory-policy ${policy}). Turn that off with: ${command}`,
  };
}

/** Longest wait for one answer of Redis, in milliseconds. */
const PATIENCE = 3000;

/** What comes within the time. @throws QueueUnreachable */
export async function within<T>(answer: Promise<T>, milliseconds = PATIENCE): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new QueueUnreachable()), milliseconds);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}
