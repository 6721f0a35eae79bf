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
import { BASE_PATH } from '../http/base-path.js';
import { packPage } from '../http/site.js';
import { type DispatchConfig } from './dispatch-config.js';

/** The dispatcher that goes with the settings, not started yet. @throws ChannelMisconfigured */
export function createDispatcher(ledger: Ledger, config: DispatchConfig, dataDir: string): Dispatcher {
  const { clock } = ledger;
  const { publicUrl } = config;
  // The channels first: a setting that is wrong must leave no connection open.
  const channels = channelsOf(ledger, config, dataDir);
  return new Dispatcher({
    ledger,
    queue: queueOf(ledger, config),
    courier: courier(ledger, channels, {
      host: new URL(publicUrl).hostname.replace(/[^\w.-]/g, ''),
      pageOf: (partnership) => `${publicUrl}/${BASE_PATH}/partnerships/${partnership}`,
      packPageOf: (pack) => packPage(publicUrl, pack),
    }),
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
