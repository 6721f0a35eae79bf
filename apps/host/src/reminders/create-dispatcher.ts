import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { type Ledger } from '@samenwerkt/ledger';
import {
  BullMqQueue,
  courier,
  Dispatcher,
  emlChannel,
  InProcessQueue,
  smtpChannel,
  systemTimers,
  webhookChannel,
  type Channel,
  type Queue,
} from '@samenwerkt/reminders';
import { type DispatchConfig } from './dispatch-config.js';
import { senderOf } from './sender.js';

/** The dispatcher that goes with the settings, not started yet. @throws ChannelMisconfigured */
export function createDispatcher(ledger: Ledger, config: DispatchConfig, dataDir: string): Dispatcher {
  const { clock } = ledger;
  // The channels first: a setting that is wrong must leave no connection open.
  const channels = channelsOf(ledger, config, dataDir);
  return new Dispatcher({
    ledger,
    queue: queueOf(ledger, config),
    courier: courier(ledger, channels, senderOf(config)),
    clock,
    id: `${hostname()}-${process.pid}-${randomUUID().slice(0, 8)}`,
    timers: systemTimers,
    random: Math.random,
  });
}

function channelsOf({ clock }: Ledger, { smtpUrl, mailFrom, webhook }: DispatchConfig, dataDir: string): Channel[] {
  const mail =
    smtpUrl === undefined
      ? emlChannel({ folder: join(dataDir, 'outbox'), from: mailFrom }, clock)
      : smtpChannel({ url: smtpUrl, from: mailFrom }, clock);
  return webhook === undefined ? [mail] : [mail, webhookChannel(webhook, clock)];
}

function queueOf({ clock }: Ledger, { redisUrl }: DispatchConfig): Queue {
  const onFailure = saidOnce();
  if (redisUrl === undefined) return new InProcessQueue({ clock, timers: systemTimers, onFailure });
  return new BullMqQueue({ url: redisUrl, clock, onFailure });
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
