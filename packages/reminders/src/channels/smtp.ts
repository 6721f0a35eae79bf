import { rootCertificates } from 'node:tls';
import { createTransport } from 'nodemailer';
import { type Channel, type Clock } from './channel.js';
import { DeliveryFailed } from './delivery-failed.js';
import { limited } from './limited.js';
import { type Mail } from '../message/message.js';
import { mailOf } from './mail.js';
import { mailFrom, smtpServer } from './settings.js';
import { smtpFailure } from './smtp-failure.js';

/** How long to wait for a mail server, in milliseconds. */
export interface SmtpPatience {
  readonly connection: number;
  readonly greeting: number;
  /** Silence in the middle of a conversation. */
  readonly silence: number;
  /** All of one message, so that a server that answers a letter at a time holds nobody up. */
  readonly whole: number;
}

const SMTP_PATIENCE: SmtpPatience = { connection: 10_000, greeting: 10_000, silence: 30_000, whole: 60_000 };

/** The mail server and what messages say of their sender. */
export interface SmtpSettings {
  /** SMTP_URL: `smtp://user:password@host:587`, or `smtps://` for TLS from the first byte. */
  readonly url: string;
  /** MAIL_FROM: `Social return <noreply@gemeente.nl>`. */
  readonly from: string;
  /** PEM of a certificate authority to trust besides the known ones: an organisation's own. */
  readonly certificateAuthority?: string;
  readonly patience?: SmtpPatience;
}

/**
 * Mail through an organisation's own mail server, one connection a message: with some hundreds of messages on a busy
 * morning that costs nothing, and nothing is left open in between.
 * @throws ChannelMisconfigured
 */
export function smtpChannel({ patience = SMTP_PATIENCE, ...settings }: SmtpSettings, now: Clock): Channel<Mail> {
  const from = mailFrom(settings.from);
  const transport = createTransport(transportOptions({ ...settings, patience }));
  return {
    name: 'smtp',
    send: async (message, { signal }) => {
      if (message.to.email === undefined) throw new DeliveryFailed('recipient-without-address');
      return limited(signal, patience.whole, 'mail-server-slow', async (limit) => {
        const mail = { ...mailOf(message, from, now()), signal: limit };
        const { response } = await transport.sendMail(mail).catch((error: unknown) => {
          throw smtpFailure(error);
        });
        return { at: now(), reference: response };
      });
    },
  };
}

function transportOptions({ url, certificateAuthority, patience }: SmtpSettings & { patience: SmtpPatience }) {
  const { host, port, implicitTls, requireTls, auth } = smtpServer(url);
  return {
    host,
    port,
    secure: implicitTls,
    requireTLS: requireTls,
    ...(auth && { auth, forceAuth: true }),
    ...(certificateAuthority !== undefined && { tls: { ca: [...rootCertificates, certificateAuthority] } }),
    connectionTimeout: patience.connection,
    dnsTimeout: patience.connection,
    greetingTimeout: patience.greeting,
    socketTimeout: patience.silence,
  };
}
