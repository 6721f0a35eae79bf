import { type Sender } from '@samenwerkt/reminders';
import { packPage, partnershipPage } from '../http/site.js';
import { type DispatchConfig } from './dispatch-config.js';

/** Where what this installation says of itself is found. */
export const SENDER = Symbol('sender');

/** What messages say of the place they come from, by `PUBLIC_URL`. */
export function senderOf({ publicUrl }: Pick<DispatchConfig, 'publicUrl'>): Sender {
  return {
    host: new URL(publicUrl).hostname.replace(/[^\w.-]/g, ''),
    pageOf: (partnership) => partnershipPage(publicUrl, partnership),
    packPageOf: (pack) => packPage(publicUrl, pack),
  };
}
