import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { type Ledger } from '@samenwerkt/ledger';
import {
  courier,
  Dispatcher,
  emlChannel,
  InProcessQueue,
  PACE,
  paced,
  smtpChannel,
  systemTimers,
  webhookChannel,
  type Channel,
  type Queue,
} from '@samenwerkt/reminders';
import { type DispatchConfig } from './dispatch-config.js';
import { senderOf } from './sender.js';

/** The dispatcher that goes with the settings, not started yet. @throws ChannelMisconfigured */
export async function createDispatcher(ledger: Ledger, config: DispatchConfig, dataDir: string): Promise<Dispatcher> {
  const { clock } = ledger;
  // The channels first: a setting that is wrong must leave no connection open.
  const channels = channelsOf(ledger, config, dataDir);
  return new Dispatcher({
    ledger,
    queue: await queueOf(ledger, config),
    courier: courier(ledger, channels, senderOf(config)),
    clock,
    id: `${hostname()}-${process.pid}-${randomUUID().slice(0, 8)}`,
    timers: systemTimers,
    random: Math.random,
  });
}

function channelsOf({ clock }: Ledger, config: DispatchConfig, dataDir: string): Channel[] {
  const { smtpUrl, mailFrom, webhook, perSecond } = config;
  const mail =
    smtpUrl === undefined
      ? emlChannel({ folder: join(dataDir, 'outbox'), from: mailFrom }, clock)
      : smtpChannel({ url: smtpUrl, from: mailFrom }, clock);
  const own = paced(mail, perSecond.mail);
  return webhook === undefined ? [own] : [own, paced(webhookChannel(webhook, clock), perSecond.webhook)];
}

async function queueOf({ clock }: Ledger, { redisUrl, webhook, perSecond }: DispatchConfig): Promise<Queue> {
  const onFailure = saidOnce();
  // A delivery is for every channel: as many may begin as the fastest takes, and each channel keeps its own pace.
  const fastest = webhook === undefined ? perSecond.mail : Math.max(perSecond.mail, perSecond.webhook);
  const pace = { ...PACE, perSecond: fastest };
  if (redisUrl === undefined) return new InProcessQueue({ clock, timers: systemTimers, pace, onFailure });
  const { BullMqQueue } = await import('@samenwerkt/reminders/redis');
  return new BullMqQueue({ url: redisUrl, clock, pace, onFailure });
}

/** A Redis that is down complains at every attempt: the same words are said once. */
function saidOnce(): (error: unknown) => void {
  let last = '';
  return (error) => {
    const words = error instanceof Error ? error.message || error.name : String(error);
    if (words !== last) console.warn(`herinneringen / reminders: ${words}`);
    last = words;
  };
}
