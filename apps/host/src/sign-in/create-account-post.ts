import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { type Ledger } from '@samenwerkt/ledger';
import { AccountPost, emlChannel, smtpChannel } from '@samenwerkt/reminders';
import { type DispatchConfig } from '../reminders/dispatch-config.js';
import { senderOf } from '../reminders/sender.js';
import { PASSWORD_PAGE } from './addresses.js';

/**
 * What sends letters about accounts, by the same mail as reminders. As files they have a folder of their own: whoever may
 * read written reminders in the product must not find links there that open somebody's account.
 * @throws ChannelMisconfigured
 */
export function createAccountPost(ledger: Ledger, config: DispatchConfig, dataDir: string): AccountPost {
  const { smtpUrl, mailFrom, publicUrl } = config;
  const { clock } = ledger;
  const folder = join(dataDir, 'outbox', 'accounts');
  return new AccountPost({
    ledger,
    channel:
      smtpUrl === undefined
        ? emlChannel({ folder, from: mailFrom }, clock)
        : smtpChannel({ url: smtpUrl, from: mailFrom }, clock),
    clock,
    id: randomUUID(),
    host: senderOf(config).host,
    linkOf: (token) => `${publicUrl}${PASSWORD_PAGE}/${token}`,
    random: Math.random,
  });
}
